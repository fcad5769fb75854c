import type { FieldRow } from '../../conversation/index.ts';
import type { Side } from '../../engine/index.ts';

export type FieldKind = 'open' | 'write' | 'still' | 'equal';

/** An open conflict, a write, different values that stay, or equal ones: the order of the drawer. */
export function kindOf(field: FieldRow): FieldKind {
  if (field.conflict !== null && field.conflict.decidedBy === null) return 'open';
  if (field.write !== null) return 'write';
  return field.equal ? 'equal' : 'still';
}

/** Open conflicts first, then writes, then what differs and stays; equal fields last. Stable inside. */
export function inReadingOrder(fields: readonly FieldRow[]): readonly FieldRow[] {
  const kinds: readonly FieldKind[] = ['open', 'write', 'still', 'equal'];
  return kinds.flatMap((kind) => fields.filter((field) => kindOf(field) === kind));
}

export const valueOf = (field: FieldRow, side: Side): string =>
  side === 'left' ? field.leftValue : field.rightValue;

/** The value a side shows is replaced by a write. */
export const isReplaced = (field: FieldRow, side: Side): boolean =>
  kindOf(field) === 'write' && field.write?.side === side;

export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left');
