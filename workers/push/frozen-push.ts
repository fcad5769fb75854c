import {
  lineAct,
  onBoth,
  SIDES,
  type Both,
  type PlanLine,
  type Side,
  type Tools,
} from '../../src/lib/engine/index.ts';
import {
  firstRecords,
  freeze,
  goingOf,
  type Basis,
  type FirstPart,
  type Frozen,
  type PushItem,
  type PushPlan,
} from '../../src/lib/push/index.ts';
import type { ActCounts, PushTarget } from '../../src/lib/conversation/index.ts';
import type { ApprovedPlan } from '../plan/approved-plan.ts';
import { liveTarget, type LiveTarget } from '../live/live-target.ts';
import type { LiveSides } from '../live/live-sides.ts';
import type { OpenedProject } from '../project/opened-project.ts';
import { soughtBy } from './sought-by.ts';

/** What is approved, as a push would send it now. */
export interface FrozenPush extends Frozen {
  /** By what is sent and what it was made from: the same text, the same push. */
  readonly shown: string;
  readonly targets: Both<PushTarget>;
  /** By side, what goes there and what is approved for it and cannot. */
  readonly going: Both<ActCounts>;
  readonly staying: Both<ActCounts>;
  /** Where only the first of it go. */
  readonly part: FirstPart | null;
  /** Names of records by the keys of their items. */
  readonly names: ReadonlyMap<string, string>;
}

const NONE: ActCounts = { create: 0, update: 0, remove: 0, restore: 0 };
const WRITE_ACTS = { create: 'create', update: 'update', delete: 'remove', restore: 'restore' } as const;

/**
 * Makes what a person has approved a push: for the sides that are signed in to the account they were read from (S327). `first`: only so many
 * records of it, with what they need (S372).
 */
export function frozenPush(
  approved: ApprovedPlan,
  project: OpenedProject,
  live: LiveSides,
  { first, ...about }: Pick<PushPlan, 'id' | 'approval'> & { readonly first: number | null },
  tools: Tools,
): FrozenPush {
  const bySync = new Map(
    approved.design.syncs.map(({ id }) => [
      id,
      onBoth((side) => liveTarget(project.sets.get(id, side), live, side)),
    ]),
  );
  const targetOf = (sync: string, side: Side): LiveTarget => bySync.get(sync)?.[side] ?? { is: 'file' };
  const whole = freeze({
    ...about,
    project: project.id,
    basis: approved.basis,
    accounts: onBoth((side) => live.of(side)?.account.id ?? ''),
    jobs: onBoth((side) => live.of(side)?.connector.jobs?.sizes ?? null),
    lines: approved.lines,
    design: approved.design,
    found: (line) => approved.found.get(line) ?? new Map(),
    target: (sync, side) => {
      const target = targetOf(sync, side);
      if (target.is !== 'ready') return null;
      const { object } = target.source;
      const { connector, description } = target.live;
      const described = description.objects.find(({ name }) => name === object);
      const planned = approved.syncs.get(sync);
      const { jobs } = connector;
      return {
        object,
        ...(jobs !== undefined && { inJob: ({ act, ...item }: PushItem) => jobs.takes(object, act, item) }),
        uniqueFields: described?.uniqueFields ?? [],
        soughtBy:
          described === undefined || planned === undefined || !connector.can.findsByAny
            ? () => null
            : soughtBy(planned, side, described.fields, tools),
      };
    },
  });
  const some = first === null ? null : firstRecords(whole.plan, first);
  const plan = some?.plan ?? whole.plan;
  const going = goingOf(plan);
  const keys = new Set(plan.first);
  const frozen: Frozen = {
    ...whole,
    plan,
    keyless: some === null ? whole.keyless : whole.keyless.filter(({ key }) => keys.has(key)),
  };
  const staying = { left: { ...NONE }, right: { ...NONE } };
  for (const line of approved.lines) {
    for (const side of SIDES) {
      const act = lineAct(line, side);
      if (act !== 'none' && targetOf(line.sync, side).is !== 'ready') staying[side][WRITE_ACTS[act]]++;
    }
  }
  return {
    ...frozen,
    part: some?.part ?? null,
    shown: shownOf(approved.basis, going, tools),
    targets: onBoth((side) => sideTarget([...bySync.values()].map((both) => both[side]))),
    going: onBoth((side) => countActs(going.filter((item) => item.side === side))),
    staying,
    names: namesOf(frozen, approved),
  };
}

export function countActs(items: readonly PushItem[]): ActCounts {
  const counts = { ...NONE };
  for (const { act } of items) counts[act]++;
  return counts;
}

/** Of all syncs of a side: ready where one is; else what has to be done for one. */
function sideTarget(targets: readonly LiveTarget[]): PushTarget {
  const of = (is: LiveTarget['is']): LiveTarget | undefined => targets.find((target) => target.is === is);
  const target = of('ready') ?? of('other-account') ?? of('signed-out') ?? { is: 'file' as const };
  return target.is === 'ready' ? { is: 'ready', source: target.source } : target;
}

function shownOf(
  basis: Basis,
  items: readonly PushItem[],
  tools: Pick<Tools, 'sha256Stream' | 'encode'>,
): string {
  const hash = tools.sha256Stream();
  const add = (value: unknown): void => hash.update(tools.encode(`${JSON.stringify(value)}\n`));
  add([basis.plan, basis.design, basis.baseline, basis.filter, [...basis.inputs]]);
  for (const { key, act, object, from, values, refs } of items) {
    add([key, act, object, [...from], [...values], [...refs]]);
  }
  return hash.digest();
}

/** By the record a line is about. */
function namesOf({ plan, leftOut }: Frozen, { lines, names }: ApprovedPlan): ReadonlyMap<string, string> {
  const bySubject = new Map(lines.map((line, at) => [subjectOf(line), names[at] ?? '']));
  return new Map(
    [...plan.items, ...leftOut.map(({ item }) => item)].map((item) => [
      item.key,
      bySubject.get(JSON.stringify([item.sync, item.subject.left, item.subject.right])) ?? '',
    ]),
  );
}

const subjectOf = ({ sync, left, right }: PlanLine): string =>
  JSON.stringify([sync, left?.id ?? null, right?.id ?? null]);
