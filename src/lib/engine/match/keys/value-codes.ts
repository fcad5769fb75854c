import type { CodeTable } from '../../columns/code-table.ts';
import { valueCount, type Column } from '../../model/column.ts';
import { SLICE, inSlices, type StepName, type Steps } from '../../run/steps.ts';
import { NORMAL_BLOCK, NormalBlocks, sliceOf, type NormalColumn, type NormalForm } from './normal-column.ts';

/** The code of the normal form of every row's value; -1 where it is empty. Normal forms are made block by block: only new ones stay. */
export function* formCodes(
  column: Column,
  form: NormalForm,
  table: CodeTable,
  what: StepName,
): Steps<Int32Array> {
  const { offsets } = column;
  const source = { buffer: table.addBuffer(column.bytes), offsets };
  const blocks = new NormalBlocks(column, form);
  const values = new Int32Array(valueCount(column));
  const slice = sliceOf(form);
  for (let from = 0; from < values.length; from += NORMAL_BLOCK) {
    const to = Math.min(values.length, from + NORMAL_BLOCK);
    if (blocks.make(from, to)) {
      table.codeMade(blocks.bytes, blocks.offsets, source, from, values.subarray(from, to));
    } else table.codeValues(source.buffer, offsets, from, to, values);
    if (from % slice === slice - NORMAL_BLOCK) yield { what, done: from, total: values.length };
  }
  return yield* rowCodes(column, values, what);
}

/** The same where the normal forms are there. */
export function* normalCodes(
  column: Column,
  { offsets, bytes }: NormalColumn,
  table: CodeTable,
  what: StepName,
): Steps<Int32Array> {
  const buffer = table.addBuffer(bytes);
  const values = new Int32Array(offsets.length - 1);
  yield* inSlices(
    what,
    values.length,
    (from, to) => {
      table.codeValues(buffer, offsets, from, to, values);
    },
    SLICE,
  );
  return yield* rowCodes(column, values, what);
}

function* rowCodes({ codes: of, rows }: Column, values: Int32Array, what: StepName): Steps<Int32Array> {
  if (of === null) return values;
  const codes = new Int32Array(rows);
  yield* inSlices(what, rows, (from, to) => {
    for (let row = from; row < to; row++) codes[row] = values[of[row]!]!;
  });
  return codes;
}
