import { isBlankValue, valueOf, type Column } from '../model/column.ts';
import type { InferredType } from '../model/field.ts';
import { kindOf, shapeAt } from './shape.ts';

/** Which filled cells: those that are of a type, those that are not, or all. */
export type CellsWanted = { readonly type: InferredType; readonly fits: boolean } | 'filled';

/** Rows of one segment's column whose cell is wanted, in order; of the type is what the guess counts as such (RD13). */
export function rowsOfCells(column: Column, wanted: CellsWanted): number[] {
  const rows: number[] = [];
  /** By value: 0 not looked at, 1 wanted, 2 not. */
  const known = new Uint8Array(column.offsets.length);
  for (let row = 0; row < column.rows; row++) {
    const value = valueOf(column, row);
    known[value] ||= isWanted(column, value, wanted) ? 1 : 2;
    if (known[value] === 1) rows.push(row);
  }
  return rows;
}

function isWanted(column: Column, value: number, wanted: CellsWanted): boolean {
  if (isBlankValue(column, value)) return false;
  if (wanted === 'filled') return true;
  const kind = kindOf(shapeAt(column.bytes, column.offsets[value]!, column.offsets[value + 1]!));
  const of = wanted.type === 'datetime' ? 'date' : wanted.type === 'text' ? 'none' : wanted.type;
  return (kind === of) === wanted.fits;
}
