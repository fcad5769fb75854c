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
  const seen = new Map<number, { count: number; same: boolean }>();
  let filled = 0;
  const blanks = STATE.blankLeft | STATE.blankRight;
  yield* inSlices('impact', states.length, (from, to) => {
    if (seen.size > MOST * 20) return;
    for (let pair = from; pair < to; pair++) {
      if ((states[pair]! & blanks) !== 0) continue;
      filled++;
      const key = valueOf(values.left, pairs.left[pair]!) * width + valueOf(values.right, pairs.right[pair]!);
      const entry = seen.get(key);
      if (entry === undefined) seen.set(key, { count: 1, same: (states[pair]! & STATE.equal) !== 0 });
      else entry.count++;
    }
  });
  if (seen.size > MOST * 20) return null;
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
