import { pairCount, type Both, type Side, type SyncPlan } from '../../src/lib/engine/index.ts';
import type { RecordIds } from '../../src/lib/conversation/index.ts';

/** Do two plans of the same files count their subjects alike? Then a number means the same records in both. */
export const sameNumbers = (a: SyncPlan, b: SyncPlan): boolean =>
  a.records.left === b.records.left &&
  a.records.right === b.records.right &&
  same(a.pairs.left, b.pairs.left) &&
  same(a.pairs.right, b.pairs.right);

const same = (a: Int32Array, b: Int32Array): boolean =>
  a === b || (a.length === b.length && a.every((row, at) => row === b[at]));

/** The subject of these records; -1 where the plan has none of exactly them. */
export function subjectOf(plan: SyncPlan, ids: RecordIds): number {
  const rows: Both<number> = { left: rowOf(plan, 'left', ids), right: rowOf(plan, 'right', ids) };
  const { pairs, lone } = plan;
  if (rows.left >= 0 && rows.right >= 0) {
    const pair = pairs.left.indexOf(rows.left);
    return pair >= 0 && pairs.right[pair] === rows.right ? pair : -1;
  }
  if (ids.right === null) return after(pairCount(plan), lone.left.indexOf(rows.left));
  if (ids.left === null) return after(pairCount(plan) + lone.left.length, lone.right.indexOf(rows.right));
  return -1;
}

const rowOf = ({ records }: SyncPlan, side: Side, ids: RecordIds): number => {
  const id = ids[side];
  return id === null ? -1 : records[side].rowOf(id);
};

const after = (first: number, at: number): number => (at < 0 ? -1 : first + at);
