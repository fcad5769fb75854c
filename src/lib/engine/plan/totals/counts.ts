import { STATE } from '../../merge/state.ts';
import { ACT_SETS, actOn, type Act } from '../../model/act.ts';
import { writeOf } from '../../merge/verdict.ts';
import type { Outcome } from '../../model/outcome.ts';
import { OUTCOMES } from '../../model/outcome.ts';
import { REASON_CODES, type ReasonCode } from '../../model/reason.ts';
import { SIDES, onBoth } from '../../model/side.ts';
import type { FieldCounts, SideCounts, SyncCounts } from '../../model/summary.ts';
import { pairCount, type SyncPlan } from '../sync-plan.ts';
import { countedPairs, tally } from './tally.ts';

/** Counts of a sync (FORMATS.md, `counts`; HE4). */
export function countSync(plan: SyncPlan): SyncCounts {
  const pairs = pairCount(plan);
  const count = (from: number, to: number): Uint32Array => {
    const counts = new Uint32Array(OUTCOMES.length);
    for (let subject = from; subject < to; subject++) counts[plan.outcomes[subject]!]!++;
    return counts;
  };
  const linked = count(0, pairs);
  const lefts = count(pairs, pairs + plan.lone.left.length);
  const rights = count(pairs + plan.lone.left.length, plan.outcomes.length);
  return {
    left: sideCounts(linked, lefts),
    right: sideCounts(linked, rights),
    writes: writeCounts(plan.acts),
    fields: fieldCounts(plan),
    reasons: reasonCounts(plan),
  };
}

/** Subjects that are created, updated and deleted on either side. */
function writeCounts(acts: Uint8Array): SyncCounts['writes'] {
  const counts = new Uint32Array(ACT_SETS);
  for (const set of acts) counts[set]!++;
  return onBoth((side) => {
    const done = (act: Act): number =>
      counts.reduce((sum, count, set) => (actOn(set, side) === act ? sum + count : sum), 0);
    return { create: done('create'), update: done('update'), delete: done('delete') };
  });
}

function sideCounts(linked: Uint32Array, lone: Uint32Array): SideCounts {
  const counts: Partial<Record<Outcome | 'read', number>> = {};
  let read = 0;
  OUTCOMES.forEach((outcome, code) => {
    const n = linked[code]! + lone[code]!;
    counts[outcome] = n;
    read += n;
  });
  return { ...(counts as Record<Outcome, number>), read };
}

function fieldCounts(plan: SyncPlan): FieldCounts[] {
  const counts = plan.sync.mappings.map(({ left, right }) => ({
    left,
    right,
    fills: 0,
    overwrites: 0,
    clears: 0,
    same: 0,
  }));
  const counted = countedPairs(plan);
  plan.mappings.forEach((on, position) => {
    const field = counts[on.index]!;
    for (const { verdict, state, pairs } of tally(plan, position, counted)) {
      if ((state & STATE.equal) !== 0) field.same += pairs;
      const write = writeOf(plan.verdictList[verdict]!);
      if (write === null) continue;
      const [into, from] =
        write.side === 'left' ? [STATE.blankLeft, STATE.blankRight] : [STATE.blankRight, STATE.blankLeft];
      if ((state & from) !== 0) field.clears += pairs;
      else if ((state & into) !== 0) field.fills += pairs;
      else field.overwrites += pairs;
    }
  });
  return counts;
}

function reasonCounts(plan: SyncPlan): Partial<Record<ReasonCode, number>> {
  const counts = new Uint32Array(REASON_CODES.length);
  for (let subject = 0; subject < plan.reasons.length; subject++) {
    for (let bits = plan.reasons[subject]!, code = 0; bits !== 0; bits >>>= 1, code++)
      counts[code]! += bits & 1;
  }
  const named: Partial<Record<ReasonCode, number>> = {};
  REASON_CODES.forEach((code, i) => {
    if (counts[i]! > 0) named[code] = counts[i]!;
  });
  return named;
}

/** Records of either side that get a blank written over a value (guard `maxCleared`). */
export function countCleared(plan: SyncPlan): number {
  const cleared = new Uint8Array(pairCount(plan));
  const side = plan.verdictList.map((verdict) => {
    const write = writeOf(verdict);
    return write === null ? 0 : write.side === 'left' ? 1 : 2;
  });
  plan.verdicts.forEach((verdicts, position) => {
    const states = plan.states[position]!;
    for (let pair = 0; pair < verdicts.length; pair++) {
      const write = side[verdicts[pair]!]!;
      if (write === 0 || plan.acts[pair] === 0) continue;
      const from = write === 1 ? STATE.blankRight : STATE.blankLeft;
      if ((states[pair]! & from) !== 0) cleared[pair]! |= write;
    }
  });
  let records = 0;
  for (const bits of cleared) records += (bits & 1) + (bits >> 1);
  return records;
}

export const bothSidesRead = (plan: SyncPlan): boolean => SIDES.every((side) => plan.records[side].count > 0);
