import { describe, expect, test } from 'vitest';
import { RecordSetBuilder } from '../../../src/lib/engine/columns/build.ts';
import { flatten } from '../../../src/lib/engine/columns/flat.ts';
import { drain } from '../../../src/lib/engine/run/steps.ts';
import { inferredType, isBlank, type Column } from '../../../src/lib/engine/model/column.ts';
import { textAt } from '../../../src/lib/engine/columns/records.ts';

function columnOf(
  cells: readonly string[],
  segmentRows: number,
  keep: readonly number[] | null = null,
): Column {
  const builder = new RecordSetBuilder(['a'], segmentRows);
  cells.forEach((cell, row) => builder.add([cell], row));
  return drain(flatten(builder.finish(), 0, keep === null ? null : Uint32Array.from(keep)));
}

const read = (column: Column): unknown[] =>
  Array.from({ length: column.rows }, (_, row) => [textAt(column, row), isBlank(column, row)]);

const repeated = (text: string, times: number): string[] => Array.from({ length: times }, () => text);

describe('[MA16] a column over its segments', () => {
  const words = [...repeated('no', 8), ...repeated('', 8), ...repeated('se', 8), ...repeated('no', 8)];

  test('dictionaries of segments are joined, not taken for one another', () => {
    const cut = columnOf(words, 8);
    expect(cut.codes).not.toBeNull();
    expect(read(cut)).toEqual(words.map((word) => [word, word === '']));
    expect(cut.offsets).toHaveLength(4);
  });

  test('a segment without a dictionary makes the whole plain', () => {
    const mixed = [...words, 'a', 'b', 'c', '', 'd', 'e', 'f', 'g'];
    const cut = columnOf(mixed, 8);
    expect(cut.codes).toBeNull();
    expect(read(cut)).toEqual(mixed.map((word) => [word, word === '']));
  });

  test('only the rows asked for, whichever way they are held', () => {
    const keep = [0, 9, 17, 31];
    for (const segmentRows of [1, 8, 64]) {
      expect(read(columnOf(words, segmentRows, keep))).toEqual(keep.map((row) => [words[row], row === 9]));
    }
  });

  test('[S10] the inferred type looks at every segment, and at the rows that are kept only', () => {
    const numbers = [...repeated('7', 8), ...repeated('x', 8), ...repeated('8', 8)];
    for (const segmentRows of [8, 5, 64]) {
      expect(inferredType(columnOf(numbers, segmentRows).kinds)).toBe('text');
      expect(inferredType(columnOf(numbers, segmentRows, [0, 1, 20]).kinds)).toBe('number');
    }
  });
});
