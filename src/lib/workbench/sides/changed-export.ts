import type { Preview, ProjectHead, PutInto, SideHead } from '../../conversation/index.ts';
import type { Side } from '../../engine/index.ts';

/** Where a file of only what changed may be put (S175); null: the side has no records, no id field, or is called complete. */
export function putIntoOf(head: ProjectHead, sync: string, side: Side): PutInto | null {
  const set = head.syncs.find(({ id }) => id === sync)?.sides[side] ?? null;
  const { design } = head.design;
  const own = design?.syncs.find(({ id }) => id === sync);
  if (set === null || design == null || own === undefined) return null;
  const { idField } = own[side];
  if (idField === null || !set.columns.some(({ name }) => name === idField)) return null;
  const { reading } = set;
  if (reading.live !== undefined) return null;
  if (own.complete?.[side] === reading.sha256 && reading.changed.length === 0) return null;
  return { setId: set.setId, idField, app: design.apps[side].kind };
}

/** S205: has the file the columns of the side's, and far fewer rows (under half, or half the bytes)? Then it is asked what it holds. */
export function mayHoldChanges(
  { header, sum }: Pick<Preview, 'header' | 'sum'>,
  size: number,
  { columns, reading }: Pick<SideHead, 'columns' | 'reading'>,
): boolean {
  const names = new Set(header);
  const isAlike =
    header.length === columns.length &&
    names.size === columns.length &&
    columns.every(({ name }) => names.has(name));
  return isAlike && (sum === null ? size * 2 < reading.size : sum.rows * 2 < reading.rows);
}
