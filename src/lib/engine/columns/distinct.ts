import type { Column } from '../model/column.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import { CodeTable } from './code-table.ts';
import { gather } from './flat.ts';
import { narrowed } from './narrowed.ts';

/** Values a column of many rows is first made room for; the table grows. */
const FIRST = 4096;

/**
 * The same column with every text once: what is asked of its values is asked once of each. A dictionary stays as it is; one whose texts are
 * mostly of one row each gains nothing and stays plain.
 */
export function* distinct(column: Column): Steps<Column> {
  if (column.codes !== null) return column;
  const { rows, offsets } = column;
  const table = new CodeTable(Math.min(rows, FIRST));
  const buffer = table.addBuffer(column.bytes);
  const codes = new Int32Array(rows);
  const first: number[] = [];
  /** Code of an empty text, which the table has none for. */
  let empty = -1;
  yield* inSlices('compare', rows, (from, to) => {
    if (first.length > rows / 2) return;
    table.codeValues(buffer, offsets, from, to, codes);
    for (let row = from; row < to; row++) {
      if (codes[row] === -1) empty = row;
      else if (codes[row] === first.length) first.push(row);
    }
  });
  if (first.length > rows / 2) return column;
  if (empty >= 0) {
    const code = first.push(empty) - 1;
    yield* inSlices('compare', rows, (from, to) => {
      for (let row = from; row < to; row++) if (codes[row] === -1) codes[row] = code;
    });
  }
  const values = yield* gather(first.length, (i) => ({ part: column, value: first[i]! }));
  const whole = new Uint32Array(codes.buffer);
  return { rows, codes: narrowed(whole, first.length), ...values, kinds: column.kinds };
}
