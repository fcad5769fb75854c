import { inSlices, type Steps } from '../../run/steps.ts';
import { STATES } from '../../merge/state.ts';
import { outcomeCode, type SyncPlan } from '../sync-plan.ts';

/** How often a mapping's verdicts and states meet among pairs. */
export interface Tally {
  readonly verdict: number;
  readonly state: number;
  readonly pairs: number;
}

/** Which pairs of a plan its fields count: in sync, written or open (S51). 1 a pair that counts, 0 another. */
export function* countedPairs({ outcomes, pairs }: SyncPlan): Steps<Uint8Array> {
  const counts = new Uint8Array(32);
  for (const outcome of ['in-sync', 'update', 'conflict'] as const) counts[outcomeCode(outcome)] = 1;
  const counted = new Uint8Array(pairs.left.length);
  yield* inSlices('impact', counted.length, (from, to) => {
    mark(outcomes.subarray(from, to), counts, counted.subarray(from, to));
  });
  return counted;
}

function mark(outcomes: Uint8Array, counts: Uint8Array, counted: Uint8Array): void {
  for (let pair = 0; pair < counted.length; pair++) counted[pair] = counts[outcomes[pair]!]!;
}

/** What occurs among the pairs that count, in no particular order. */
export function* tally(plan: SyncPlan, position: number, counted: Uint8Array): Steps<Tally[]> {
  const found = yield* tallied(
    counted,
    plan.verdicts[position]!,
    plan.states[position]!,
    plan.verdictList.length,
  );
  const size = plan.verdictList.length * STATES;
  const tallies: Tally[] = [];
  for (let at = size; at < found.length; at++) {
    const pairs = found[at]!;
    if (pairs > 0) tallies.push({ verdict: Math.floor((at - size) / STATES), state: at % STATES, pairs });
  }
  return tallies;
}

/**
 * Counts by counted × verdict × state. Neighbours mostly count at the same place: two lists in turn, so that one count need not wait
 * for the other.
 */
function* tallied(
  counted: Uint8Array,
  verdicts: Uint8Array,
  states: Uint8Array,
  verdictCount: number,
): Steps<Uint32Array> {
  const size = verdictCount * STATES;
  const counts = new Uint32Array(2 * size);
  const others = new Uint32Array(counts.length);
  yield* inSlices('impact', counted.length, (from, to) => {
    const part = [counted, verdicts, states].map((column) => column.subarray(from, to));
    tallyPart(part[0]!, part[1]!, part[2]!, counts, others);
  });
  return counts.map((count, at) => count + others[at]!);
}

/** A kernel: nothing but its own arguments, so that the loop holds them all in registers. */
function tallyPart(
  counted: Uint8Array,
  verdicts: Uint8Array,
  states: Uint8Array,
  counts: Uint32Array,
  others: Uint32Array,
): void {
  const size = counts.length >> 1;
  const even = counted.length & ~1;
  for (let pair = 0; pair < even; pair += 2) {
    counts[counted[pair]! * size + verdicts[pair]! * STATES + states[pair]!]!++;
    others[counted[pair + 1]! * size + verdicts[pair + 1]! * STATES + states[pair + 1]!]!++;
  }
  if (even < counted.length) counts[counted[even]! * size + verdicts[even]! * STATES + states[even]!]!++;
}
