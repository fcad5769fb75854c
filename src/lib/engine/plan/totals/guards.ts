import type { Baseline } from '../../model/baseline.ts';
import type { GuardName, Guards } from '../../model/design.ts';
import { SIDES, type Both } from '../../model/side.ts';
import type { GuardWarning, InputReport, SyncCounts } from '../../model/summary.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import { overwritingPairs } from '../doubt-notes.ts';
import { countCleared } from './counts.ts';
import { pairCount, type SyncPlan } from '../sync-plan.ts';

/** A guard at its default is looked at from this many records on a side (FORMATS.md, `guards`). */
const FROM_RECORDS = 100;

/** What a guard needs of one sync. */
export interface GuardInput {
  readonly plan: SyncPlan;
  readonly counts: SyncCounts;
  /** Data rows read per side. */
  readonly rows: { readonly left: number; readonly right: number };
  readonly baseline: Baseline | null;
  /** What reading left out of either file. */
  readonly read: Both<Pick<InputReport, 'rows' | 'rejected' | 'lost'> | null>;
}

/** The guards that stop a plan (S37). The count of a warning is the number the guard looked at. */
export function* guardWarnings(guards: Guards, inputs: readonly GuardInput[]): Steps<GuardWarning[]> {
  const found: GuardWarning[] = [];
  for (const input of inputs) {
    const { left, right } = input.plan.records;
    const large = left.count >= FROM_RECORDS || right.count >= FROM_RECORDS;
    found.push(...maxMissing(guards.maxMissing, input));
    const looked = (name: GuardName): boolean => large || guards.named.includes(name);
    if (looked('createsPerMatch')) found.push(...createsPerMatch(guards.createsPerMatch, input));
    if (looked('maxCleared')) found.push(...(yield* maxCleared(guards.maxCleared, input)));
    if (looked('maxChanged')) found.push(...maxChanged(guards.maxChanged, input));
    if (looked('minMatched')) found.push(...minMatched(guards.minMatched, input));
    if (looked('maxShrunk')) found.push(...maxShrunk(guards.maxShrunk, input));
    if (looked('maxOverwritten')) found.push(...(yield* maxOverwritten(guards.maxOverwritten, input)));
    found.push(...maxRejected(guards.maxRejected, input));
  }
  return found;
}

/** DE5: so many links lost their record of a complete file that none was taken for deleted. */
function maxMissing(limit: number | null, { plan }: GuardInput): GuardWarning[] {
  return SIDES.flatMap((side): GuardWarning[] => {
    const loss = plan.matching.prior.losses[side];
    if (limit === null || loss === null || !loss.isStopped) return [];
    const { missing: count, links } = loss;
    return [{ code: 'maxMissing', sync: plan.sync.id, count, side, links, limit }];
  });
}

function createsPerMatch(limit: number | null, { plan, counts }: GuardInput): GuardWarning[] {
  const creates = counts.writes.left.create + counts.writes.right.create;
  const empty = SIDES.some((side) => plan.records[side].count === 0);
  const pairs = pairCount(plan);
  if (limit === null || empty || creates <= limit * pairs) return [];
  return [{ code: 'createsPerMatch', sync: plan.sync.id, count: creates, pairs, limit }];
}

function* maxCleared(limit: Guards['maxCleared'], { plan, counts }: GuardInput): Steps<GuardWarning[]> {
  const deleted = counts.writes.left.delete + counts.writes.right.delete;
  if (limit === null || (deleted === 0 && counts.fields.every(({ clears }) => clears === 0))) return [];
  const cleared = deleted + (yield* countCleared(plan));
  const share = pairCount(plan) === 0 ? 0 : cleared / (pairCount(plan) * 2);
  if (cleared <= limit.count && share <= limit.share) return [];
  return [{ code: 'maxCleared', sync: plan.sync.id, count: cleared, limit }];
}

function maxChanged(limit: number | null, { plan, counts }: GuardInput): GuardWarning[] {
  const { count, open } = plan.matching.prior.links;
  const linked = count - open.length;
  if (limit === null || linked === 0) return [];
  const changed = Math.max(counts.writes.left.update, counts.writes.right.update);
  if (changed <= limit * linked) return [];
  return [{ code: 'maxChanged', sync: plan.sync.id, count: changed, linked, limit }];
}

function minMatched(limit: number | null, { plan }: GuardInput): GuardWarning[] {
  const smaller = Math.min(plan.records.left.count, plan.records.right.count);
  if (limit === null || smaller === 0 || pairCount(plan) >= limit * smaller) return [];
  return [{ code: 'minMatched', sync: plan.sync.id, count: pairCount(plan), smaller, limit }];
}

function maxShrunk(limit: number | null, { plan, rows, baseline }: GuardInput): GuardWarning[] {
  const before = baseline?.rows.get(plan.sync.id);
  if (limit === null || before === undefined) return [];
  return SIDES.flatMap((side): GuardWarning[] => {
    if (before[side] === 0 || before[side] - rows[side] <= limit * before[side]) return [];
    const sync = plan.sync.id;
    return [{ code: 'maxShrunk', sync, count: rows[side], side, before: before[side], limit }];
  });
}

/** KW11: pairs that are linked for the first time, and those of them of which a value is written over another. */
function* maxOverwritten(limit: number | null, { plan, counts }: GuardInput): Steps<GuardWarning[]> {
  if (limit === null || counts.fields.every(({ overwrites }) => overwrites === 0)) return [];
  const { baselineOf } = plan.matching.prior;
  const over = yield* overwritingPairs(plan);
  let [first, overwritten] = [0, 0];
  yield* inSlices('impact', over.length, (from, to) => {
    for (let pair = from; pair < to; pair++) {
      if (baselineOf.left[plan.pairs.left[pair]!]! >= 0) continue;
      first++;
      overwritten += over[pair]!;
    }
  });
  if (overwritten <= limit * first) return [];
  return [{ code: 'maxOverwritten', sync: plan.sync.id, count: overwritten, pairs: first, limit }];
}

/** Looked at in every file, however small: what a file loses is missing from everything after. */
function maxRejected(limit: number | null, { plan, read }: GuardInput): GuardWarning[] {
  if (limit === null) return [];
  return SIDES.flatMap((side): GuardWarning[] => {
    const { rows, rejected, lost } = read[side] ?? NOTHING_LOST;
    const all = rows + lost - rejected;
    if (lost <= limit * all) return [];
    return [{ code: 'maxRejected', sync: plan.sync.id, count: lost, side, rows: all, limit }];
  });
}

const NOTHING_LOST = { rows: 0, rejected: 0, lost: 0 };
