import type { Association } from '../model/association.ts';
import { valueOf, type Column } from '../model/column.ts';
import type { Both, Side } from '../model/side.ts';

/** The parents an association names on each side, as the other side names them (AS1, AS6). */
export interface ParentValues {
  readonly association: Association;
  /** Left cells by the names of the right side; right cells by those they are written with: what is compared. Each text once (`distinct`), so that a value's position is not its cell's. */
  readonly values: Both<Column>;
  /** The same without what is missing: what a create is given. */
  readonly given: Both<Column>;
  /** By value of a side 1 where its parent is missing on the other; null where none is. */
  readonly missing: Both<Uint8Array | null>;
  /** The same of parents that this plan creates: their text is the id they are created from. */
  readonly created: Both<Uint8Array | null>;
  /** By value of a side 1 where it names others beside the primary parent (AS3); null where none does. */
  readonly further: Both<Uint8Array | null>;
  /** Right cells by the names of the left side: what is written there. */
  readonly back: Column;
  /** The parent of a cell of a side, else the id that was looked for (FORMATS.md, `parent-missing`). */
  readonly ids: (side: Side, text: string) => readonly string[];
}

/** What of a compiled mapping its parents are about. */
interface Named {
  readonly values: Both<Column>;
  readonly parents: ParentValues | null;
}

/** Does the cell of a row name a parent that the other side does not have? Never so of a mapping that is no association. */
export const lacksParent = (on: Named, side: Side, row: number): boolean =>
  on.parents?.missing[side]?.[valueOf(on.values[side], row)] === 1;

/** Does it name a parent that this plan creates on the other side? */
export const awaitsParent = (on: Named, side: Side, row: number): boolean =>
  on.parents?.created[side]?.[valueOf(on.values[side], row)] === 1;

/** The flags of two lists together. */
export function eitherFlag(a: Uint8Array | null, b: Uint8Array | null): Uint8Array | null {
  if (a === null || b === null) return a ?? b;
  return a.map((flag, at) => flag | b[at]!);
}

/** A column in which the flagged values are blank. */
export function blankedAt(column: Column, flags: Uint8Array | null): Column {
  if (flags === null) return column;
  const blank = column.blank.slice();
  for (let value = 0; value < flags.length; value++) {
    if (flags[value] === 1) blank[value >> 3]! |= 1 << (value & 7);
  }
  return { ...column, blank };
}
