import type { Both } from '../model/side.ts';
import { readDatetime } from '../read/date.ts';
import type { FieldView } from '../read/field-view.ts';
import { readNumber } from '../read/number.ts';
import type { Steps } from '../run/steps.ts';
import { powerBetween } from './loose-values.ts';

/** What is asked of a pair: its texts, and by bytes whether there is a use in asking. */
export interface SteadyPairs {
  readonly texts: Both<(pair: number) => string>;
  readonly mayShift: (pair: number) => boolean;
  readonly mayScale: (pair: number) => boolean;
}

/** Of a field's differing pairs that one shift or one power has to explain. */
const SHARE = 0.9;
/** One pair or two say nothing of the others. */
const FEWEST = 3;
/** Pairs after which it is asked whether there is still a use in going on. */
const SLICE = 512;
const HOUR_MS = 3_600_000;

/**
 * DX1, `shift`: pairs the same whole hours or days apart. Of hours one more or less belongs to it, since zones have summer time. Null
 * where there is no such shift.
 */
export function* shiftOf(
  open: Int32Array,
  differing: number,
  views: Both<FieldView>,
  { texts, mayShift }: SteadyPairs,
): Steps<{ readonly fits: Uint8Array; readonly hours: readonly number[] } | null> {
  const found = yield* grouped(open, differing, 2, (pair) => {
    if (!mayShift(pair)) return null;
    const a = readDatetime(texts.left(pair), views.left.dateOrder, views.left.zone);
    const b = a === null ? null : readDatetime(texts.right(pair), views.right.dateOrder, views.right.zone);
    return a === null || b === null || (b - a) % HOUR_MS !== 0 || a === b ? null : (b - a) / HOUR_MS;
  });
  if (found === null) return null;
  const countOf = (hours: readonly number[]): number =>
    hours.reduce((sum, one) => sum + (found.by.get(one) ?? 0), 0);
  const tries = [...found.by.keys()].flatMap((hours) =>
    Math.abs(hours) > MOST_HOURS || hours % 1 !== 0 ? [[hours]] : [[hours], [hours, hours + 1]],
  );
  const best = tries
    .filter((hours) => !hours.includes(0) && countOf(hours) >= SHARE * differing)
    .sort((a, b) => a.length - b.length || countOf(b) - countOf(a))[0];
  return best === undefined ? null : { fits: fitting(found.keys, best), hours: best };
}

/** No zone is further from UTC. */
const MOST_HOURS = 14;

/** DX1, `scale`: pairs the same power of ten apart; by position in `open` 1 where one fits. */
export function* powerOf(
  open: Int32Array,
  differing: number,
  views: Both<FieldView>,
  { texts, mayScale }: SteadyPairs,
): Steps<Uint8Array | null> {
  const found = yield* grouped(open, differing, 1, (pair) => {
    if (!mayScale(pair)) return null;
    const a = readNumber(texts.left(pair), views.left.decimal);
    const b = a === null ? null : readNumber(texts.right(pair), views.right.decimal);
    const power = a === null || b === null ? null : powerBetween(a, b);
    return power === 0 ? null : power;
  });
  if (found === null) return null;
  const best = [...found.by].sort((a, b) => b[1] - a[1])[0];
  return best !== undefined && best[1] >= SHARE * differing ? fitting(found.keys, [best[0]]) : null;
}

const fitting = (keys: Float64Array, wanted: readonly number[]): Uint8Array =>
  Uint8Array.from(keys, (key) => (wanted.includes(key) ? 1 : 0));

/** How many pairs are of which key, and each one's; null as soon as no `most` keys together can have the share that is asked. */
function* grouped(
  open: Int32Array,
  differing: number,
  most: number,
  keyOf: (pair: number) => number | null,
): Steps<{ readonly by: ReadonlyMap<number, number>; readonly keys: Float64Array } | null> {
  if (differing < FEWEST || open.length < SHARE * differing) return null;
  const by = new Map<number, number>();
  const keys = new Float64Array(open.length).fill(Number.NaN);
  let largest = 0;
  for (let from = 0; from < open.length; from += SLICE) {
    const to = Math.min(open.length, from + SLICE);
    for (let at = from; at < to; at++) {
      const key = keyOf(open[at]!);
      if (key === null) continue;
      keys[at] = key;
      const count = (by.get(key) ?? 0) + 1;
      by.set(key, count);
      if (count > largest) largest = count;
    }
    yield { what: 'impact', done: to, total: open.length };
    if (most * largest + open.length - to < SHARE * differing) return null;
  }
  return { by, keys };
}
