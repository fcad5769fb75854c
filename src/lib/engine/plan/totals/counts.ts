import { STATE } from '../../merge/state.ts';
import { writeOf } from '../../merge/verdict.ts';
import type { Outcome } from '../../model/outcome.ts';
import { OUTCOMES } from '../../model/outcome.ts';
import { REASON_CODES, type ReasonCode } from '../../model/reason.ts';
import { SIDES, type Both } from '../../model/side.ts';
import type { FieldCounts, SideCounts, SyncCounts } from '../../model/summary.ts';
import { CARRIED_OUT, PAIR, outcomeCode, pairCount, type SyncPlan } from '../sync-plan.ts';

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
  const create = OUTCOMES.indexOf('create');
  const updated = updates(plan);
  return {
    left: sideCounts(linked, lefts),
    right: sideCounts(linked, rights),
    writes: {
      left: { create: rights[create]!, update: updated.left, delete: 0 },
      right: { create: lefts[create]!, update: updated.right, delete: 0 },
    },
    fields: fieldCounts(plan),
    reasons: reasonCounts(plan),
  };
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

/** Pairs of which a side is written, per side. */
function updates({ pairFlags, outcomes }: SyncPlan): Both<number> {
  let left = 0;
  let right = 0;
  for (let pair = 0; pair < pairFlags.length; pair++) {
    if (CARRIED_OUT[outcomes[pair]!] !== 1) continue;
    const flags = pairFlags[pair]!;
    if ((flags & PAIR.writesLeft) !== 0) left++;
    if ((flags & PAIR.writesRight) !== 0) right++;
  }
  return { left, right };
}

/** States there are. */
const STATES = 64;

/** Where the counts of a pair begin in a tally, by what its outcome lets happen: nothing, looked at, written. */
function tallyStarts({ outcomes, pairs, verdictList }: SyncPlan): Uint16Array {
  const acts = CARRIED_OUT.map((writes) => writes * 2);
  acts[outcomeCode('in-sync')] = 1;
  const starts = new Uint16Array(pairs.left.length);
  const size = verdictList.length * STATES;
  for (let pair = 0; pair < starts.length; pair++) starts[pair] = acts[outcomes[pair]!]! * size;
  return starts;
}

/** How often each verdict on each state occurs among pairs, by what their outcome lets happen. */
function tally(plan: SyncPlan, position: number, starts: Uint16Array): Uint32Array {
  const counts = new Uint32Array(3 * plan.verdictList.length * STATES);
  // Neighbours mostly count at the same place: two lists, so that one count need not wait for the other.
  const others = new Uint32Array(counts.length);
  const states = plan.states[position]!;
  const verdicts = plan.verdicts[position]!;
  const even = starts.length & ~1;
  for (let pair = 0; pair < even; pair += 2) {
    counts[starts[pair]! + verdicts[pair]! * STATES + states[pair]!]!++;
    others[starts[pair + 1]! + verdicts[pair + 1]! * STATES + states[pair + 1]!]!++;
  }
  if (even < starts.length) counts[starts[even]! + verdicts[even]! * STATES + states[even]!]!++;
  return counts.map((count, at) => count + others[at]!);
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
  const kinds = plan.verdictList.length;
  const starts = tallyStarts(plan);
  plan.mappings.forEach((on, position) => {
    const field = counts[on.index]!;
    tally(plan, position, starts).forEach((n, at) => {
      const state = at % STATES;
      const act = Math.floor(at / (STATES * kinds));
      if (n === 0 || act === 0) return;
      if ((state & STATE.equal) !== 0) field.same += n;
      const verdict = plan.verdictList[Math.floor(at / STATES) % kinds]!;
      const write = writeOf(verdict);
      if (act === 1 || write === null) return;
      const [into, from] =
        write.side === 'left' ? [STATE.blankLeft, STATE.blankRight] : [STATE.blankRight, STATE.blankLeft];
      if ((state & from) !== 0) field.clears += n;
      else if ((state & into) !== 0) field.fills += n;
      else field.overwrites += n;
    });
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
      if (write === 0 || CARRIED_OUT[plan.outcomes[pair]!] !== 1) continue;
      const from = write === 1 ? STATE.blankRight : STATE.blankLeft;
      if ((states[pair]! & from) !== 0) cleared[pair]! |= write;
    }
  });
  let records = 0;
  for (const bits of cleared) records += (bits & 1) + (bits >> 1);
  return records;
}

export const bothSidesRead = (plan: SyncPlan): boolean => SIDES.every((side) => plan.records[side].count > 0);
