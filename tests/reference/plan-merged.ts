import { otherSide, SIDES } from '../../src/lib/engine/model/side.ts';
import type { Pair } from './plan-links.ts';
import type { Rec, WorldLink } from './world.ts';

/** A link of which merges lead a record elsewhere: the records it leads to, null where one is not there. */
export interface MovedLink {
  readonly entry: WorldLink;
  readonly left: Rec | null;
  readonly right: Rec | null;
}

/** What becomes of the links that merges move (S433). */
export interface Followed {
  readonly pairs: readonly Pair[];
  /** Links that are one with another now. */
  readonly dropped: readonly WorldLink[];
  /** Records that could be in more than one link: whom of the other side with. */
  readonly unclear: ReadonlyMap<Rec, readonly Rec[]>;
  /** Links of a record whose counterpart is not there. */
  readonly lone: readonly MovedLink[];
}

/** S433, link by link. `pairOf`: of those that stand. */
export function followMerges(
  moved: readonly MovedLink[],
  stands: readonly Pair[],
  isTaken: (record: Rec) => boolean,
  isSource: (record: Rec) => boolean,
): Followed {
  const whole = moved.filter((one): one is MovedLink & { left: Rec; right: Rec } =>
    SIDES.every((side) => one[side] !== null),
  );
  const wanted = (record: Rec): Rec[] => [
    ...new Set(whole.filter((one) => one[record.side] === record).map((one) => one[otherSide(record.side)])),
  ];
  const pairs: Pair[] = [];
  const dropped: WorldLink[] = [];
  const unclear = new Map<Rec, readonly Rec[]>();
  const isFree = (record: Rec): boolean =>
    !isTaken(record) && !unclear.has(record) && !pairs.some((pair) => pair[record.side] === record);
  for (const { entry, left, right } of whole) {
    const isSame = (pair: Pair): boolean => pair.left === left && pair.right === right;
    const same = stands.find(isSame) ?? pairs.find(isSame);
    if (same !== undefined) {
      if (same.entry !== null) dropped.push(entry);
      else pairs.push({ ...same, entry });
      continue;
    }
    const both = [left, right];
    if (both.every((one) => isFree(one) && wanted(one).length === 1 && !isSource(one)))
      pairs.push({ left, right, by: 'baseline', entry });
    else for (const one of both) if (isFree(one)) unclear.set(one, wanted(one));
  }
  const lone: MovedLink[] = [];
  for (const one of moved) {
    const record = one.left ?? one.right;
    if (record === null || (one.left !== null && one.right !== null)) continue;
    if (!isFree(record) || isSource(record)) continue;
    if (lone.some((other) => other[record.side] === record)) continue;
    lone.push(one);
  }
  return { pairs, dropped, unclear, lone };
}
