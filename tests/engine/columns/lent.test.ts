import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  giveBack,
  profileColumn,
  RecordSetBuilder,
  Spare,
  type Segment,
} from '../../../src/lib/engine/index.ts';

const HEADER = ['Id', 'Kind', 'Text'];
const ROWS = 6000;

/** A number of rows whose columns become plain, dictionaries, or both on their way. */
const rowsOf = (seed: number): string[][] =>
  Array.from({ length: ROWS }, (_, row) => [
    `id-${String(row)}-${String(seed)}`,
    `kind ${String((row * seed) % 7)}`,
    (row * 7919) % (seed + 2) === 0 ? '' : `é${'x'.repeat((row * seed) % 41)}${String(row % (seed * 300))}`,
  ]);

const built = (rows: readonly string[][], spare: Spare | null): Segment[] => {
  const builder = new RecordSetBuilder(HEADER, 2500, spare);
  rows.forEach((row, at) => {
    builder.add(row, at);
  });
  return [...builder.finish().segments];
};

/** As texts, which are soon compared. */
const shown = (segments: readonly Segment[]): unknown =>
  segments.map(({ fileRows, columns }) =>
    [fileRows, ...columns.flatMap(({ offsets, bytes, blank, codes }) => [offsets, bytes, blank, codes ?? []])]
      .map((array) => array.join())
      .concat(columns.map(({ rows, kinds }) => `${String(rows)} ${String(kinds)}`)),
  );

describe('columns in memory that was used before', () => {
  it('are those in memory of their own, and so are their profiles', () => {
    const spare = new Spare();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (seed) => {
        const rows = rowsOf(seed);
        const lent = built(rows, spare);
        const own = built(rows, null);
        expect(shown(lent)).toEqual(shown(own));
        for (const [i, name] of HEADER.entries()) {
          const of = (segments: readonly Segment[]) => segments.map(({ columns }) => columns[i]!);
          expect(profileColumn(name, of(lent), undefined, spare)).toEqual(profileColumn(name, of(own)));
        }
        giveBack(lent, spare);
      }),
      { numRuns: 8 },
    );
  });
});
