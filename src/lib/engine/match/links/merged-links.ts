import type { LinkTable } from '../../model/baseline.ts';
import { BY } from '../../model/link-by.ts';
import { SIDES, otherSide, type Both, type Side } from '../../model/side.ts';
import { UNBOUND, UNCLEAR } from './partners.ts';
import type { LinkRows } from './link-rows.ts';

/** Records whose link is unclear since others were merged: the records of the other side it could be with, by row (S433). */
export type UnclearLinks = Both<ReadonlyMap<number, readonly number[]>>;

interface Standing {
  readonly partner: Both<Int32Array>;
  readonly by: Both<Uint8Array>;
  readonly baselineOf: Both<Int32Array>;
  /** What the partner of a record is whose counterpart is in no file. */
  readonly awayAs: (side: Side, position: number) => number;
  /** Rows of records whose create waits: whom they are linked with is open already (BL6). */
  readonly waiting: Both<ReadonlySet<number>>;
  /** Notes a link that is one with another now. */
  readonly drop: (position: number) => void;
}

/** Did merges lead a link to another record? */
const isMoved = ({ rows, ends }: LinkRows, position: number): boolean =>
  SIDES.some((side) => ends[side].has(position) && rows[side][position]! >= 0);

/**
 * S433: links that merges lead to other records, after all others. One follows where both its records are free and no other link or
 * create wants one of them; else neither is bound. `moved`: positions, in the order of the links.
 */
export function followMerges(
  moved: readonly number[],
  { rows }: LinkRows,
  { partner, by, baselineOf, awayAs, waiting, drop }: Standing,
): UnclearLinks {
  const wanted = { left: new Map<number, number[]>(), right: new Map<number, number[]>() };
  const want = (side: Side, row: number, other: number): void => {
    const list = wanted[side].get(row) ?? [];
    wanted[side].set(row, list);
    if (!list.includes(other)) list.push(other);
  };
  const whole = moved.filter((at) => rows.left[at]! >= 0 && rows.right[at]! >= 0);
  for (const at of whole) {
    want('left', rows.left[at]!, rows.right[at]!);
    want('right', rows.right[at]!, rows.left[at]!);
  }
  const unclear = { left: new Map<number, readonly number[]>(), right: new Map<number, readonly number[]>() };
  for (const at of whole) {
    const pair = { left: rows.left[at]!, right: rows.right[at]! };
    if (partner.left[pair.left] === pair.right) {
      // By a person, or by another link of the same two.
      if (baselineOf.left[pair.left]! >= 0) drop(at);
      else for (const side of SIDES) baselineOf[side][pair[side]] = at;
      continue;
    }
    const isClear = SIDES.every(
      (side) =>
        partner[side][pair[side]] === UNBOUND &&
        wanted[side].get(pair[side])!.length === 1 &&
        !waiting[side].has(pair[side]),
    );
    for (const side of SIDES) {
      const row = pair[side];
      if (isClear) {
        partner[side][row] = pair[otherSide(side)];
        by[side][row] = BY.baseline;
        baselineOf[side][row] = at;
      } else if (partner[side][row] === UNBOUND) {
        partner[side][row] = UNCLEAR;
        unclear[side].set(row, wanted[side].get(row)!);
      }
    }
  }
  for (const at of moved) {
    for (const side of SIDES) {
      const row = rows[side][at]!;
      if (row < 0 || rows[otherSide(side)][at]! >= 0 || partner[side][row] !== UNBOUND) continue;
      if (waiting[side].has(row)) continue;
      partner[side][row] = awayAs(otherSide(side), at);
      by[side][row] = BY.baseline;
      baselineOf[side][row] = at;
    }
  }
  return unclear;
}

/** Links that merges lead to other records, in their order. */
export function movedLinks(links: LinkTable, found: LinkRows): number[] {
  if (found.ends.left.size === 0 && found.ends.right.size === 0) return [];
  return Array.from({ length: links.count }, (_, at) => at).filter((at) => isMoved(found, at));
}
