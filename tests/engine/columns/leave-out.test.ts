import { expect, test } from 'vitest';
import { drain, leaveOut, RecordSetBuilder, textAt, type RecordSet } from '../../../src/lib/engine/index.ts';

/** Segments of two rows each. */
function setOf(ids: readonly string[]): RecordSet {
  const builder = new RecordSetBuilder(['id', 'name'], 2);
  ids.forEach((id, at) => builder.add([id, `name of ${id}`], at));
  return builder.finish();
}

const rowsOf = ({ segments }: RecordSet): (readonly [number, string, string])[] =>
  segments.flatMap(({ rows, fileRows, columns }) =>
    Array.from({ length: rows }, (_, row) => {
      const [id = '', name = ''] = columns.map((column) => textAt(column, row));
      return [fileRows[row]!, id, name] as const;
    }),
  );

const BY = { idField: 'id', salesforce: false };

test('[S360] records that are gone leave the others in their order, numbered anew', () => {
  const { set, count } = drain(leaveOut(setOf(['a', 'b', 'c', 'd', 'e']), BY, ['b', 'e', 'never', 'b']));
  expect(count).toBe(2);
  expect(set.rows).toBe(3);
  expect(rowsOf(set)).toEqual([
    [0, 'a', 'name of a'],
    [1, 'c', 'name of c'],
    [2, 'd', 'name of d'],
  ]);
});

test('[S360] where none is gone, the set is the same one; where all are, it is empty', () => {
  const kept = setOf(['a', 'b']);
  expect(drain(leaveOut(kept, BY, ['x'])).set).toBe(kept);
  expect(rowsOf(drain(leaveOut(kept, BY, ['a', 'b'])).set)).toEqual([]);
});

test('[S360] [S24] an id of 15 characters is that of 18', () => {
  const kept = setOf(['003000000000001AAA', '003000000000002AAA']);
  const { set } = drain(leaveOut(kept, { ...BY, salesforce: true }, ['003000000000001']));
  expect(rowsOf(set)).toEqual([[0, '003000000000002AAA', 'name of 003000000000002AAA']]);
});
