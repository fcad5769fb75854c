import { describe, expect, it } from 'vitest';
import { RecordSetBuilder, type Column } from '../../src/lib/engine/index.ts';
import { pack } from '../../src/lib/store/packed.ts';
import { columnBytes, readColumn } from '../../src/lib/store/sets/column-chunk.ts';

function column(cells: readonly string[]): Column {
  const builder = new RecordSetBuilder(['c']);
  cells.forEach((cell, row) => builder.add([cell], row));
  return builder.finish().segments[0]!.columns[0]!;
}

const COLUMNS = {
  plain: column(['a', '', 'æ🎉', 'x'.repeat(255)]),
  'with a long cell': column(['a', 'x'.repeat(256)]),
  'of few values': column(Array.from({ length: 40 }, (_, i) => `v${String(i % 3)}`)),
};

describe.each(Object.entries(COLUMNS))('a column %s', (_, wanted) => {
  it('is read back from its chunk', () => {
    expect(readColumn(columnBytes(3, 1, wanted), 3, 1, wanted.rows)).toEqual(wanted);
  });

  it('is read from a chunk of an older version, which held offsets', () => {
    const { rows, kinds, codes, offsets, bytes, blank } = wanted;
    const meta = { part: 3, piece: 1, rows, kinds };
    const arrays = codes === null ? { offsets, blank, bytes } : { offsets, codes, blank, bytes };
    expect(readColumn(pack(meta, arrays), 3, 1, rows)).toEqual(wanted);
  });

  it('is not read in the place of another', () => {
    expect(readColumn(columnBytes(3, 1, wanted), 3, 2, wanted.rows)).toBe(null);
    expect(readColumn(columnBytes(3, 1, wanted), 3, 1, wanted.rows + 1)).toBe(null);
  });
});
