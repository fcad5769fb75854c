import {
  drain,
  Memo,
  OUTCOMES,
  PlanReader,
  planLines,
  planSyncs,
  PlanDiff,
  SIDES,
  onBoth,
  tryChanges,
  whyNot,
  type Both,
  type Choices,
  type Outcome,
  type Plan,
  type PlanLine,
  type PricedChange,
  type Side,
  type SyncPlan,
  type TriedChanges,
  type WhyNot,
} from '../../../src/lib/engine/index.ts';
import { createTools } from '../../../src/lib/tools/index.ts';
import { engineInput } from '../../reference/engine-plan.ts';
import type { World } from '../../reference/world.ts';

const tools = createTools();

/** A world planned afresh, and what two of its records can be asked. */
export class Asked {
  readonly world: World;
  readonly plan: Plan;
  readonly lines: readonly PlanLine[];
  readonly #memo = new Memo();

  constructor(world: World) {
    this.world = world;
    this.plan = drain(planSyncs(engineInput(world), tools, this.#memo));
    this.lines = [...planLines(this.plan)];
  }

  sync(id: string): SyncPlan {
    return this.plan.syncs.find((one) => one.sync.id === id)!;
  }

  why(sync: string, rows: Both<number>): WhyNot {
    return whyNot(new PlanReader(this.sync(sync)), rows, tools);
  }

  tries(sync: string, rows: Both<number>, why = this.why(sync, rows)): TriedChanges {
    const input = engineInput(this.world);
    const asked = { plan: this.plan, sync, rows, why, input, json: this.world.design, zones: null };
    // The records of the plan, so that what it remembers is of the same objects.
    const records = new Map(this.plan.syncs.map((one) => [one.sync.id, one.records]));
    return drain(tryChanges({ ...asked, input: { ...input, records } }, tools, this.#memo));
  }
}

/** The world with a change carried out: its design, or a person's word. */
export function changed(world: World, { change }: PricedChange, sync: string, ids: Both<string>): World {
  if (change.kind === 'design') return { ...world, design: change.json };
  const isOver = (one: Choices['links'][number]): boolean =>
    one.sync === sync &&
    (one.verdict === 'same'
      ? SIDES.some((side) => one[side] === ids[side])
      : SIDES.every((side) => one[side] === ids[side]));
  const before = world.choices;
  const links = (before?.links ?? []).filter((one) => !isOver(one));
  return {
    ...world,
    choices: {
      ...(before ?? { format: 'drysync/choices@1', choices: [], decisions: [] }),
      planHash: null,
      links: [...links, { sync, ...ids, verdict: 'same', at: '' }],
    },
  };
}

/** S162 counted on the lines of two plans, record by record, and by the plan delta. */
export function priceOfLines(
  before: readonly PlanLine[],
  after: readonly PlanLine[],
  sync: string,
  ids: Both<string>,
): PricedChange['price'] {
  const [was, is] = [recordsOf(before), recordsOf(after)];
  const own = new Set(SIDES.map((side) => nameOf(sync, side, ids[side])));
  const moved = [...is].filter(([name, one]) => !own.has(name) && one.text !== was.get(name)?.text);
  const moves = new Map<string, { from: Outcome; to: Outcome; count: number }>();
  for (const [name, { line }] of moved) {
    const [from, to] = [was.get(name)!.line.outcome, line.outcome];
    if (from === to) continue;
    const move = moves.get(`${from} ${to}`) ?? { from, to, count: 0 };
    moves.set(`${from} ${to}`, { ...move, count: move.count + 1 });
  }
  const sums = (lines: readonly PlanLine[]): Record<string, number> => {
    const writes = lines.filter(({ outcome }) => outcome !== 'create').flatMap((line) => line.writes);
    return {
      creates: lines.filter(({ outcome }) => outcome === 'create').length,
      fills: writes.filter(({ from, to }) => from === '' && to !== '').length,
      overwrites: writes.filter(({ from, to }) => from !== '' && to !== '').length,
      clears: writes.filter(({ to }) => to === '').length,
      conflicts: lines.filter(({ outcome }) => outcome === 'conflict').length,
      failing: lines.filter(({ outcome }) => outcome === 'failing').length,
    };
  };
  const [then, now] = [sums(after), sums(before)];
  const less = (name: string): number => then[name]! - now[name]!;
  const pairs = (lines: readonly PlanLine[]): Set<string> =>
    new Set(
      lines
        .filter(({ left, right }) => left !== null && right !== null)
        .map((line) => JSON.stringify([line.sync, line.left?.id, line.right?.id])),
    );
  const [linked, former] = [pairs(after), pairs(before)];
  const line = after.find((one) => one.sync === sync && one.left?.id === ids.left);
  return {
    outcome: line!.outcome,
    made: [...linked].filter((pair) => !former.has(pair)).length,
    parted: [...former].filter((pair) => !linked.has(pair)).length,
    creates: less('creates'),
    fills: less('fills'),
    overwrites: less('overwrites'),
    clears: less('clears'),
    conflicts: less('conflicts'),
    failing: less('failing'),
    moved: moved.length,
    moves: [...moves.values()].sort(
      (a, b) =>
        b.count - a.count ||
        OUTCOMES.indexOf(a.from) - OUTCOMES.indexOf(b.from) ||
        OUTCOMES.indexOf(a.to) - OUTCOMES.indexOf(b.to),
    ),
  };
}

const nameOf = (sync: string, side: Side, id: string): string => JSON.stringify([sync, side, id]);

/** BL6: such a create is decided on its own, so it is another than before. */
const mayBeThere = ({ outcome, reasons }: PlanLine): boolean =>
  outcome === 'create' && reasons.some(({ code }) => code === 'handed-over');

function recordsOf(lines: readonly PlanLine[]): Map<string, { line: PlanLine; text: string }> {
  const found = new Map<string, { line: PlanLine; text: string }>();
  for (const line of lines) {
    const ids = onBoth((side) => line[side]?.id ?? null);
    const text = JSON.stringify([line.outcome, ids, line.writes, mayBeThere(line)]);
    for (const side of SIDES)
      if (line[side] !== null) found.set(nameOf(line.sync, side, line[side].id), { line, text });
  }
  return found;
}

/** The records of subjects that differ by the plan delta, and of creates that alone differ in being there already or not. */
export function deltaRecords(before: readonly PlanLine[], after: readonly PlanLine[]): Set<string> {
  const diff = new PlanDiff();
  const [was, is] = [recordsOf(before), recordsOf(after)];
  for (const line of before) diff.addFormer(line);
  const names = new Set<string>();
  const add = (one: { sync: string; left: string | null; right: string | null }): void => {
    for (const side of SIDES) if (one[side] !== null) names.add(nameOf(one.sync, side, one[side]));
  };
  for (const line of after) {
    const delta = diff.addLater(line);
    if (delta !== null) add(delta);
  }
  for (const delta of diff.rest()) add(delta);
  for (const [name, { line }] of is)
    if (mayBeThere(line) !== mayBeThere(was.get(name)!.line)) names.add(name);
  return names;
}
