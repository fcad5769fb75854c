import { valueText } from '../columns/cell.ts';
import { writeUtf8 } from '../bytes/utf8.ts';
import { isBlankValue, valueOf, type Column } from '../model/column.ts';
import { isBlankText } from '../read/blank.ts';
import { inferKinds } from '../read/infer.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../run/steps.ts';
import { grown } from './transformed.ts';

/** The fields of a row as one text: each trimmed, one behind the other, blank ones left out with their separator (S222). */
export function* joinedColumn(columns: readonly Column[], separator: string): Steps<Column> {
  const rows = columns[0]!.rows;
  const offsets = new Uint32Array(rows + 1);
  const blank = new Uint8Array((rows + 7) >> 3);
  let bytes = new Uint8Array(columns.reduce((sum, column) => sum + column.bytes.length, 64));
  let at = 0;
  const pass = (from: number, to: number): void => {
    for (let row = from; row < to; row++) {
      const text = textOf(columns, row, separator);
      if (at + text.length * 3 > bytes.length) bytes = grown(bytes, at + text.length * 3);
      if (isBlankText(text)) blank[row >> 3]! |= 1 << (row & 7);
      at = writeUtf8(text, bytes, at);
      offsets[row + 1] = at;
    }
  };
  yield* inSlices('compare', rows, pass, TEXT_SLICE);
  const own = { offsets, bytes: bytes.slice(0, at), blank };
  return { rows, codes: null, ...own, kinds: inferKinds(own.offsets, own.bytes, own.blank) };
}

function textOf(columns: readonly Column[], row: number, separator: string): string {
  const parts: string[] = [];
  for (const column of columns) {
    const value = valueOf(column, row);
    if (!isBlankValue(column, value)) parts.push(valueText(column, value).trim());
  }
  return parts.join(separator);
}
