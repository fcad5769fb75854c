import type { Both } from '../model/side.ts';
import { readDatetime } from '../read/date.ts';
import type { FieldView } from '../read/field-view.ts';
import { readNumber } from '../read/number.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../run/steps.ts';
import { powerBetween } from './loose-values.ts';

type Texts = Both<(pair: number) => string>;

/** Of a field's differing pairs that one shift or one power has to explain. */
const SHARE = 0.9;
/** One pair or two say nothing of the others. */
const FEWEST = 3;
const HOUR_MS = 3_600_000;

/**
 * DX1, `shift`: pairs the same whole hours or days apart. Of hours one more or less belongs to it, since zones have summer time. Null
 * where there is no such shift.
 */
export function* shiftOf(
  open: readonly number[],
  differing: number,
  views: Both<FieldView>,
  texts: Texts,
): Steps<{ readonly fits: ReadonlySet<number>; readonly hours: readonly number[] } | null> {
  if (differing < FEWEST || open.length < SHARE * differing) return null;
  const by = yield* grouped(open, (pair) => {
    const a = readDatetime(texts.left(pair), views.left.dateOrder, views.left.zone);
    const b = a === null ? null : readDatetime(texts.right(pair), views.right.dateOrder, views.right.zone);
    return a === null || b === null || (b - a) % HOUR_MS !== 0 || a === b ? null : (b - a) / HOUR_MS;
  });
  const countOf = (hours: readonly number[]): number =>
    hours.reduce((sum, one) => sum + (by.get(one)?.length ?? 0), 0);
  const tries = [...by.keys()].flatMap((hours) =>
    Math.abs(hours) > MOST_HOURS || hours % 1 !== 0 ? [[hours]] : [[hours], [hours, hours + 1]],
  );
  const best = tries
    .filter((hours) => !hours.includes(0) && countOf(hours) >= SHARE * differing)
    .sort((a, b) => a.length - b.length || countOf(b) - countOf(a))[0];
  if (best === undefined) return null;
  return { fits: new Set(best.flatMap((hours) => by.get(hours) ?? [])), hours: best };
}

/** No zone is further from UTC. */
const MOST_HOURS = 14;

/** DX1, `scale`: pairs the same power of ten apart. */
export function* powerOf(
  open: readonly number[],
  differing: number,
  views: Both<FieldView>,
  texts: Texts,
): Steps<ReadonlySet<number> | null> {
  if (differing < FEWEST || open.length < SHARE * differing) return null;
  const by = yield* grouped(open, (pair) => {
    const a = readNumber(texts.left(pair), views.left.decimal);
    const b = a === null ? null : readNumber(texts.right(pair), views.right.decimal);
    const power = a === null || b === null ? null : powerBetween(a, b);
    return power === 0 ? null : power;
  });
  const best = [...by.values()].sort((a, b) => b.length - a.length)[0];
  return best !== undefined && best.length >= SHARE * differing ? new Set(best) : null;
}

function* grouped(
  open: readonly number[],
  by: (pair: number) => number | null,
): Steps<Map<number, number[]>> {
  const groups = new Map<number, number[]>();
  yield* inSlices(
    'impact',
    open.length,
    (from, to) => {
      for (let at = from; at < to; at++) {
        const key = by(open[at]!);
        if (key === null) continue;
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [open[at]!]);
        else group.push(open[at]!);
      }
    },
    TEXT_SLICE,
  );
  return groups;
}
