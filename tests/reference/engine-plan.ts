import {
  addressable,
  BaselineBuilder,
  checkDesign,
  countSync,
  drain,
  failureFacts,
  lineText,
  linkAt,
  mappedAfter,
  Memo,
  onBoth,
  textAt,
  nextBaseline,
  nextThere,
  SIDES,
  openRecords,
  planLines,
  planSyncs,
  readDesign,
  RecordSetBuilder,
  SEGMENT_ROWS,
  type Baseline,
  type BaselineLink,
  type Both,
  type HandsOver,
  type Plan,
  type PlanInput,
  type PlanLine,
  type Records,
  type Side,
  type SyncCounts,
  type SyncDesign,
  type SyncPlan,
} from '../../src/lib/engine/index.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import { causeText, type CountedFailures, type CountedGroup } from './plan-failures.ts';
import { noneGiven, unasked, type Handed, type IdGiven, type Planned } from './planner.ts';
import { AS_OF, type Table, type World, type WorldBaseline, type WorldLink } from './world.ts';

const tools = createTools();

/** A world through the engine's own door, as the readers and the command line would hand it over. */
export function enginePlanner(world: World, segmentRows: number = SEGMENT_ROWS): EnginePlanned {
  const plan = drain(planSyncs(engineInput(world, segmentRows), tools, memoOf(world)));
  return {
    plan,
    lines: [...planLines(plan)],
    next: (handed: Handed = unasked, idOf: IdGiven = noneGiven) => {
      const hands: HandsOver =
        handed === null
          ? null
          : (line) => (write) => {
              const of = line.writes.find(({ side, field }) => side === write.side && field === write.field);
              const id = of?.ref === undefined ? null : idOf(of.ref);
              return handed(line) && (id === null || { id });
            };
      const there: Record<string, { left?: string[]; right?: string[] }> = {};
      for (const { sync, there: side, ids } of nextThere(plan, hands)) {
        const own = (there[sync] ??= {});
        own[side] = [...(own[side] ?? []), ...ids];
      }
      const mapped = Object.fromEntries(
        [...mappedAfter(plan.syncs)].map(([sync, names]) => [sync, [...names].sort()]),
      );
      return { links: [...nextBaseline(plan, hands)].map(fromLink), there, mapped };
    },
    counts: () => Object.fromEntries(plan.syncs.map((sync) => [sync.sync.id, drain(countSync(sync))])),
    failures: () => Object.fromEntries(plan.syncs.map((sync) => [sync.sync.id, countedFailures(sync)])),
    text: lineText,
  };
}

/** Why records fail, as the reference tells it. */
function countedFailures(sync: SyncPlan): CountedFailures {
  const { failing, several, groups } = drain(failureFacts(sync)).told;
  const told = groups.map(({ value, words, ...cause }): CountedGroup => ({
    cause: causeText({ ...cause, value: value ?? words ?? '' }),
    count: cause.count,
    only: cause.only,
    left: cause.left,
    right: cause.right,
  }));
  return { failing, several, groups: told.sort((a, b) => (a.cause < b.cause ? -1 : 1)) };
}

/** What the engine is given for a world. */
export function engineInput(world: World, segmentRows: number = SEGMENT_ROWS): PlanInput {
  const design = designOf(world);
  const records = new Map<string, Both<Records>>(
    design.syncs.map((sync) => {
      const tables = world.tables[sync.id];
      if (tables === undefined) throw new Error(`no tables of ${sync.id}`);
      const open = (side: Side): Records =>
        recordsOf(tables[side], segmentRows, sync[side].idField, design.apps[side].kind === 'salesforce');
      return [sync.id, { left: open('left'), right: open('right') }] as const;
    }),
  );
  const complete = new Map(Object.entries(world.complete ?? {}));
  const readAfter = new Map(Object.entries(world.readAfter ?? {}));
  const known = { baseline: baselineOf(world), choices: world.choices, complete, readAfter };
  return { design, records, asOf: AS_OF, ...known };
}

/** What a world's plans remember of the ones before, as in the workbench: a history is planned with it from end to end. */
const memos = new WeakMap<object, Memo>();

function memoOf({ design }: World): Memo {
  const memo = memos.get(design as object) ?? new Memo();
  memos.set(design as object, memo);
  return memo;
}

/** Designs that were read and checked against these headers, and tables that were opened: a history plans the same ones again and again. */
const designs = new WeakMap<object, { readonly headers: string; readonly design: SyncDesign }>();
const opened = new WeakMap<Table, { readonly how: string; readonly records: Records }>();

function designOf({ design: json, tables }: World): SyncDesign {
  const headers = new Map(
    Object.entries(tables).map(([sync, { left, right }]) => [
      sync,
      { left: addressable(left.header), right: addressable(right.header) },
    ]),
  );
  const names = JSON.stringify([...headers]);
  const known = designs.get(json as object);
  if (known?.headers === names) return known.design;
  const reading = readDesign(json);
  if (!reading.ok) throw new Error(`the design cannot be read: ${JSON.stringify(reading.errors)}`);
  const { design } = reading;
  const { errors } = checkDesign(design, headers);
  if (errors.length > 0) throw new Error(`the design has errors: ${JSON.stringify(errors)}`);
  designs.set(json as object, { headers: names, design });
  return design;
}

function recordsOf(
  table: Table,
  segmentRows: number,
  idField: string | null,
  isSalesforce: boolean,
): Records {
  const how = JSON.stringify([segmentRows, idField, isSalesforce]);
  const known = opened.get(table);
  if (known?.how === how) return known.records;
  const records = drain(openRecords(stored(table, segmentRows), idField, isSalesforce));
  opened.set(table, { how, records });
  return records;
}

export interface EnginePlanned extends Planned {
  readonly plan: Plan;
  counts(): Record<string, SyncCounts>;
  failures(): Record<string, CountedFailures>;
  text(line: PlanLine): string;
}

function stored(table: Table, segmentRows: number): ReturnType<RecordSetBuilder['finish']> {
  const builder = new RecordSetBuilder(addressable(table.header), segmentRows);
  table.rows.forEach((row, index) => {
    if (row.some((cell) => cell.trim() !== '')) builder.add(row, index);
  });
  return builder.finish();
}

/** The links of a world as a baseline that was read. */
export function baselineOf({ baseline }: Pick<World, 'baseline'>): Baseline | null {
  if (baseline === null) return null;
  const builder = new BaselineBuilder();
  for (const link of baseline.links) builder.add(toLink(link));
  for (const [sync, lists] of Object.entries(baseline.there ?? {}))
    for (const there of SIDES) builder.addThere({ sync, there, ids: lists[there] ?? [] });
  const mapped = new Map(
    Object.entries(baseline.mapped ?? {}).map(([sync, names]) => [sync, new Set(names)]),
  );
  return builder.finish({ design: '', rows: new Map(), mapped });
}

/** The same the other way round. */
export function worldBaseline(baseline: Baseline): WorldBaseline {
  const links = [...baseline.links.values()].flatMap((table) =>
    Array.from({ length: table.count }, (_, at) => fromLink(linkAt(table, at))),
  );
  const there = Object.fromEntries(
    [...baseline.there].map(([sync, lists]) => [
      sync,
      onBoth((side) => Array.from({ length: lists[side].rows }, (_, at) => textAt(lists[side], at))),
    ]),
  );
  const mapped = Object.fromEntries([...baseline.mapped].map(([sync, names]) => [sync, [...names].sort()]));
  return { links, there, mapped };
}

const toLink = (link: WorldLink): BaselineLink => ({
  sync: link.sync,
  left: link.left,
  right: link.right,
  by: link.by,
  values: {
    left: new Map(Object.entries(link.values.left)),
    right: new Map(Object.entries(link.values.right)),
  },
  sent: {
    left: new Map(Object.entries(link.sent?.left ?? {})),
    right: new Map(Object.entries(link.sent?.right ?? {})),
  },
  ...(link.rows === undefined ? {} : { rows: link.rows }),
  ...(link.later === undefined ? {} : { later: link.later }),
  ...(link.removal === undefined ? {} : { removal: link.removal }),
});

const fromLink = (link: BaselineLink): WorldLink => ({
  sync: link.sync,
  left: link.left,
  right: link.right,
  by: link.by,
  values: { left: Object.fromEntries(link.values.left), right: Object.fromEntries(link.values.right) },
  sent: { left: Object.fromEntries(link.sent.left), right: Object.fromEntries(link.sent.right) },
  ...(link.rows === undefined ? {} : { rows: link.rows }),
  ...(link.later === undefined ? {} : { later: link.later }),
  ...(link.removal === undefined ? {} : { removal: link.removal }),
});
