import type { Baseline } from '../../model/baseline.ts';
import type { GuardName, Guards } from '../../model/design.ts';
import { SIDES, onBoth, type Both } from '../../model/side.ts';
import type { GuardMeasure, GuardWarning, InputReport, SyncCounts } from '../../model/summary.ts';
import type { Steps } from '../../run/steps.ts';
import { pairCount, type SyncPlan } from '../sync-plan.ts';
import type { Going } from '../going.ts';
import { doneOf, wholeOf, type Done } from './guarded-writes.ts';

/** A guard at its default is looked at from this many records on a side (FORMATS.md, `guards`). */
const FROM_RECORDS = 100;

/** What the guards need of one sync. */
export interface GuardInput {
  readonly plan: SyncPlan;
  readonly counts: SyncCounts;
  /** Data rows read per side. */
  readonly rows: Both<number>;
  readonly baseline: Baseline | null;
  /** What reading left out of either file. */
  readonly read: Both<Pick<InputReport, 'rows' | 'rejected' | 'lost'> | null>;
}

/** Everything guards look at, whether it stops or not (S37, S415): one that is off, or has nothing to look at, measures nothing. */
export function* guardMeasures(guards: Guards, inputs: readonly GuardInput[]): Steps<GuardMeasure[]> {
  const found: GuardMeasure[] = [];
  for (const input of inputs) {
    const { plan } = input;
    const of = measuring(plan, guards);
    const done = yield* wholeOf(plan, input.counts);
    found.push(
      ...missing(guards.maxMissing, plan),
      ...of('createsPerMatch', () => created(guards.createsPerMatch, plan, done)),
      ...of('maxCleared', () => cleared(guards.maxCleared, plan, done)),
      ...of('maxChanged', () => changed(guards.maxChanged, plan, done)),
      ...of('minMatched', () => matched(guards.minMatched, plan)),
      ...of('maxShrunk', () => shrunk(guards.maxShrunk, input)),
      ...of('maxOverwritten', () => overwritten(guards.maxOverwritten, plan, done)),
      ...rejected(guards.maxRejected, input),
    );
  }
  return found;
}

/** S416: the guards that measure writes, of those that go alone; what they are shares of stays that of the whole sync. */
export function* partMeasures(guards: Guards, plan: SyncPlan, going: Going): Steps<GuardMeasure[]> {
  const of = measuring(plan, guards);
  const done = yield* doneOf(plan, going);
  return [
    ...of('createsPerMatch', () => created(guards.createsPerMatch, plan, done)),
    ...of('maxCleared', () => cleared(guards.maxCleared, plan, done)),
    ...of('maxChanged', () => changed(guards.maxChanged, plan, done)),
    ...of('maxOverwritten', () => overwritten(guards.maxOverwritten, plan, done)),
  ];
}

/** The guards that stop a plan (S37). The count of a warning is the number the guard looked at. */
export const guardWarnings = (measures: readonly GuardMeasure[]): GuardWarning[] =>
  measures.flatMap(({ stops, ...warning }) => (stops ? [warning] : []));

/** Asks a guard where it is looked at: the design names it, or a side is large enough. */
function measuring({ records }: SyncPlan, { named }: Guards) {
  const isLarge = SIDES.some((side) => records[side].count >= FROM_RECORDS);
  return (name: GuardName, measure: () => readonly GuardMeasure[]): readonly GuardMeasure[] =>
    isLarge || named.includes(name) ? measure() : [];
}

/** DE5: so many links lost their record of a complete file that none was taken for deleted. */
function missing(limit: number | null, { sync, matching }: SyncPlan): GuardMeasure[] {
  return SIDES.flatMap((side): GuardMeasure[] => {
    const loss = matching.prior.losses[side];
    if (limit === null || loss?.isComplete !== true) return [];
    const { missing: count, links: of, isStopped: stops } = loss;
    return [{ code: 'maxMissing', sync: sync.id, count, of, side, limit, stops }];
  });
}

function created(limit: number | null, plan: SyncPlan, { writes }: Done): GuardMeasure[] {
  const isEmpty = SIDES.some((side) => plan.records[side].count === 0);
  if (limit === null || isEmpty) return [];
  const count = writes.left.create + writes.right.create;
  const of = pairCount(plan);
  return [{ code: 'createsPerMatch', sync: plan.sync.id, count, of, limit, stops: count > limit * of }];
}

function cleared(limit: Guards['maxCleared'], plan: SyncPlan, done: Done): GuardMeasure[] {
  if (limit === null) return [];
  const count = done.cleared + done.writes.left.delete + done.writes.right.delete;
  const of = pairCount(plan) * 2;
  const stops = count > limit.count || (of > 0 && count / of > limit.share);
  return [{ code: 'maxCleared', sync: plan.sync.id, count, of, limit, stops }];
}

function changed(limit: number | null, plan: SyncPlan, { writes }: Done): GuardMeasure[] {
  const { count: links, open } = plan.matching.prior.links;
  const of = links - open.length;
  if (limit === null || of === 0) return [];
  const count = Math.max(writes.left.update, writes.right.update);
  return [{ code: 'maxChanged', sync: plan.sync.id, count, of, limit, stops: count > limit * of }];
}

function matched(limit: number | null, plan: SyncPlan): GuardMeasure[] {
  const { left, right } = onBoth(
    (side) => plan.records[side].count - plan.matching.prior.presence[side].count,
  );
  const of = Math.min(left, right);
  if (limit === null || of === 0) return [];
  const count = pairCount(plan);
  return [{ code: 'minMatched', sync: plan.sync.id, count, of, limit, stops: count < limit * of }];
}

function shrunk(limit: number | null, { plan, rows, baseline }: GuardInput): GuardMeasure[] {
  const sync = plan.sync.id;
  const before = baseline?.rows.get(sync);
  if (limit === null || before === undefined) return [];
  return SIDES.flatMap((side): GuardMeasure[] => {
    const [count, of] = [rows[side], before[side]];
    if (of === 0) return [];
    return [{ code: 'maxShrunk', sync, count, of, side, limit, stops: of - count > limit * of }];
  });
}

/** KW11: pairs that are linked for the first time, and those of them of which a value is written over another. */
function overwritten(limit: number | null, plan: SyncPlan, done: Done): GuardMeasure[] {
  const { first: of, overwritten: count } = done;
  if (limit === null || of === 0) return [];
  return [{ code: 'maxOverwritten', sync: plan.sync.id, count, of, limit, stops: count > limit * of }];
}

/** Looked at in every file, however small: what a file loses is missing from everything after. */
function rejected(limit: number | null, { plan, read }: GuardInput): GuardMeasure[] {
  if (limit === null) return [];
  return SIDES.flatMap((side): GuardMeasure[] => {
    const { rows, rejected: own, lost: count } = read[side] ?? NOTHING_LOST;
    const of = rows + count - own;
    if (of === 0) return [];
    return [{ code: 'maxRejected', sync: plan.sync.id, count, of, side, limit, stops: count > limit * of }];
  });
}

const NOTHING_LOST = { rows: 0, rejected: 0, lost: 0 };
