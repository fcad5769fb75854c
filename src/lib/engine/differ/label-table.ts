import { STATE, type Pairs } from '../merge/state.ts';
import { valueOf, valueCount, type Column } from '../model/column.ts';
import type { Both } from '../model/side.ts';
import { inSlices, type Steps } from '../run/steps.ts';

/** One value of a side for one of the other (DX1, `label`); positions in the columns. */
export interface LabelTable {
  readonly has: (left: number, right: number) => boolean;
  readonly entries: readonly (readonly [left: number, right: number])[];
}

/** It explains at least this share of the filled pairs. */
const SHARE = 0.95;
/** A table of more is no table a person keeps. */
const MOST = 500;

/** Null where no table of one value to one explains the field. */
export function* labelTable(
  values: Both<Column>,
  states: Uint8Array,
  pairs: Pairs,
): Steps<LabelTable | null> {
  if (values.left.codes === null || values.right.codes === null) return null;
  const width = valueCount(values.right);
  const seen = yield* standingTogether(values, states, pairs);
  if (seen === null) return null;
  const filled = [...seen.values()].reduce((sum, { count }) => sum + count, 0);
  const best = { left: new Map<number, number>(), right: new Map<number, number>() };
  for (const [key, { count }] of seen) {
    const [a, b] = [Math.floor(key / width), key % width];
    if (count > (seen.get(best.left.get(a) ?? -1)?.count ?? 0)) best.left.set(a, key);
    if (count > (seen.get(best.right.get(b) ?? -1)?.count ?? 0)) best.right.set(b, key);
  }
  const kept = [...seen].filter(
    ([key]) => best.left.get(Math.floor(key / width)) === key && best.right.get(key % width) === key,
  );
  const explained = kept.reduce((sum, [, { count }]) => sum + count, 0);
  const different = kept.filter(([, { same }]) => !same);
  const repeats = different.reduce((sum, [, { count }]) => sum + count, 0);
  // A table of values that hardly come twice says nothing.
  if (
    explained < SHARE * filled ||
    different.length < 2 ||
    repeats < 2 * different.length ||
    kept.length > MOST
  )
    return null;
  const keys = new Set(kept.map(([key]) => key));
  return {
    has: (left, right) => keys.has(left * width + right),
    entries: kept.map(([key]) => [Math.floor(key / width), key % width] as const),
  };
}

/** How often two values stand together, and whether they are the same. */
type Together = Map<number, { count: number; same: boolean }>;
/** Pairs of values that are counted in a table of all. */
const MOST_IN_TABLE = 1 << 20;

/** Left position × values of the right + right position, in the order they come; null where they are too many for a table. */
function* standingTogether(values: Both<Column>, states: Uint8Array, pairs: Pairs): Steps<Together | null> {
  const width = valueCount(values.right);
  const size = valueCount(values.left) * width;
  const seen: Together = new Map();
  if (size <= MOST_IN_TABLE) {
    const counts = new Uint32Array(size);
    const first: number[] = [];
    yield* inSlices('impact', states.length, (from, to) => {
      if (first.length <= MOST_SEEN) countInto(counts, first, values, states, pairs, from, to);
    });
    if (first.length > MOST_SEEN) return null;
    for (const pair of first) {
      const key = keyOf(values, pairs, width, pair);
      seen.set(key, { count: counts[key]!, same: (states[pair]! & STATE.equal) !== 0 });
    }
    return seen;
  }
  yield* inSlices('impact', states.length, (from, to) => {
    if (seen.size > MOST_SEEN) return;
    for (let pair = from; pair < to; pair++) {
      if ((states[pair]! & BLANKS) !== 0) continue;
      const key = keyOf(values, pairs, width, pair);
      const entry = seen.get(key);
      if (entry === undefined) seen.set(key, { count: 1, same: (states[pair]! & STATE.equal) !== 0 });
      else entry.count++;
    }
  });
  return seen.size > MOST_SEEN ? null : seen;
}

const MOST_SEEN = MOST * 20;
const BLANKS = STATE.blankLeft | STATE.blankRight;

const keyOf = (values: Both<Column>, pairs: Pairs, width: number, pair: number): number =>
  valueOf(values.left, pairs.left[pair]!) * width + valueOf(values.right, pairs.right[pair]!);

/** Counts a run of pairs; of what is seen for the first time the pair is kept. */
function countInto(
  counts: Uint32Array,
  first: number[],
  values: Both<Column>,
  states: Uint8Array,
  pairs: Pairs,
  from: number,
  to: number,
): void {
  const [l, r] = [values.left.codes!, values.right.codes!];
  const { left, right } = pairs;
  const width = valueCount(values.right);
  for (let pair = from; pair < to; pair++) {
    if ((states[pair]! & BLANKS) !== 0) continue;
    const key = l[left[pair]!]! * width + r[right[pair]!]!;
    if (counts[key]!++ === 0) first.push(pair);
  }
}

/** Of more differing pairs all are counted at once. */
const MOST_TRIED = 200_000;

/**
 * Can a table explain the field? An entry of two different values stands more often than either value with another: where fewer than
 * two do, which the first of many equal pairs mostly tell, there is none. `left`, `right`: values of the differing pairs.
 */
export function* mayHaveTable(
  values: Both<Column>,
  states: Uint8Array,
  pairs: Pairs,
  { left, right }: Both<Int32Array>,
): Steps<boolean> {
  const { codes } = values.left;
  if (codes === null || values.right.codes === null) return false;
  if (left.length > MOST_TRIED) return true;
  const width = valueCount(values.right);
  const counts = new Map<number, number>();
  for (let at = 0; at < left.length; at++) {
    const key = left[at]! * width + right[at]!;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = new Uint32Array(valueCount(values.left));
  for (const [key, count] of counts) {
    const value = Math.floor(key / width);
    if (count > most[value]!) most[value] = count;
  }
  let open = most.reduce((sum, count) => (count > 0 ? sum + 1 : sum), 0);
  const equal = new Map<number, number>();
  yield* inSlices('impact', states.length, (from, to) => {
    for (let pair = from; pair < to && open >= 2; pair++) {
      if ((states[pair]! & (BLANKS | STATE.equal)) !== STATE.equal) continue;
      const value = codes[pairs.left[pair]!]!;
      if (most[value] === 0) continue;
      const key = keyOf(values, pairs, width, pair);
      const count = (equal.get(key) ?? 0) + 1;
      equal.set(key, count);
      if (count <= most[value]!) continue;
      most[value] = 0;
      open--;
    }
  });
  return open >= 2;
}
