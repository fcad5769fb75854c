import { readUtf8 } from '../bytes/utf8.ts';
import { isBlankValue, valueOf, type Column } from '../model/column.ts';

/** The file text of a row, `''` where blank. */
export function cellText(column: Column, row: number): string {
  const value = valueOf(column, row);
  return isBlankValue(column, value) ? '' : valueText(column, value);
}

/** The file text of a value, by its position among the column's values. */
export const valueText = (column: Column, value: number): string =>
  readUtf8(column.bytes, column.offsets[value]!, column.offsets[value + 1]!);

/** Are the values of two columns the same bytes? */
export function sameBytes(left: Column, a: number, right: Column, b: number): boolean {
  const from = left.offsets[a]!;
  const length = left.offsets[a + 1]! - from;
  const other = right.offsets[b]!;
  if (right.offsets[b + 1]! - other !== length) return false;
  const x = left.bytes;
  const y = right.bytes;
  for (let i = 0; i < length; i++) if (x[from + i] !== y[other + i]) return false;
  return true;
}
