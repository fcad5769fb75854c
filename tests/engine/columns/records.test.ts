import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RecordSetBuilder, addressable } from '../../../src/lib/engine/columns/build.ts';
import { columnOf, openRecords, textAt, textsOfRow } from '../../../src/lib/engine/columns/records.ts';
import { drain } from '../../../src/lib/engine/run/steps.ts';

function opened(rows: readonly string[][], salesforce = false, segmentRows = 2) {
  const builder = new RecordSetBuilder(['Id', 'Name'], segmentRows);
  rows.forEach((row, i) => builder.add(row, i * 2));
  return drain(openRecords(builder.finish(), 'Id', salesforce));
}

describe('records of a side', () => {
  test('[S49] a blank id and a repeated one are set aside, trimmed; the others keep their file rows', () => {
    const records = opened([
      [' 1 ', 'a'],
      ['', 'b'],
      ['1', 'c'],
      ['\u00a02', 'd'],
      ['2\u00a0', 'e'],
      ['3', 'f'],
    ]);
    expect(records.rejected.map(({ code, fileRow, id }) => [code, fileRow, id])).toEqual([
      ['no-id', 2, ''],
      ['repeated-id', 4, '1'],
      ['repeated-id', 8, '2'],
    ]);
    expect([...records.fileRows]).toEqual([0, 6, 10]);
    expect([0, 1, 2].map((row) => records.id(row))).toEqual(['1', '2', '3']);
    expect([0, 1, 2].map((row) => textAt(records.column('Name'), row))).toEqual(['a', 'd', 'f']);
    expect(['1', ' 2', '3', '4'].map((id) => records.rowOf(id))).toEqual([0, 1, 2, -1]);
  });

  test('[Reading files] a row that was set aside for its id is found by its number in the file, with its cells', () => {
    const builder = new RecordSetBuilder(['Id', 'Name'], 2);
    for (const [fileRow, id] of [
      [0, '1'],
      [3, ''],
      [4, '1'],
      [9, '2'],
      [10, '3'],
    ] as const)
      builder.add([id, `row ${String(fileRow)}`], fileRow);
    const set = builder.finish();
    const { rejected } = drain(openRecords(set, 'Id'));
    expect(rejected.map(({ fileRow }) => textsOfRow(set, fileRow))).toEqual([
      ['', 'row 3'],
      ['1', 'row 4'],
    ]);
    expect([0, 10, 1, 5, 11].map((fileRow) => textsOfRow(set, fileRow)?.[1] ?? null)).toEqual([
      'row 0',
      'row 10',
      null,
      null,
      null,
    ]);
  });

  test('[S24] 15 and 18 characters are one Salesforce id, and two ids elsewhere', () => {
    const rows = [
      ['003Qz00000AbCdE', 'a'],
      ['003Qz00000AbCdEIAV', 'b'],
      ['003qz00000abcde', 'c'],
    ];
    expect(opened(rows, true).rejected.map(({ fileRow }) => fileRow)).toEqual([2]);
    expect(opened(rows, true).rowOf('003Qz00000AbCdEIAV')).toBe(0);
    expect(opened(rows, false).rejected).toEqual([]);
  });

  test('[RD11] [MA12] 18 characters without check letters are compared as they stand, also of a file taken for Salesforce’s', () => {
    const rows = Array.from({ length: 600 }, (_, i) => [`ORDER0000000000${String(100 + i)}`, 'x']);
    expect(opened(rows, true).rejected).toEqual([]);
    expect(opened(rows, true).rowOf('ORDER0000000000101')).toBe(1);
    expect(opened([['003Qz00000AbCdEiav', 'a'], ...rows], true).rowOf('003Qz00000AbCdE')).toBe(0);
  });

  test('without an id field every row has the id of its place in the file', () => {
    const builder = new RecordSetBuilder(['Name'], 1);
    builder.add(['a'], 0);
    builder.add(['b'], 3);
    const records = drain(openRecords(builder.finish(), null));
    expect([records.id(0), records.id(1)]).toEqual(['row-0', 'row-3']);
    expect(records.rowOf('row-3')).toBe(1);
  });

  test('[S24][S49] the ids of a column are found as each of them is', () => {
    const sign = fc.constantFrom(' ', '\u00a0', 'a', 'A', '1', 'æ', '🎉');
    const salesforce = fc.constantFrom('003Qz00000AbCdE', '003Qz00000AbCdEIAV', ' 003Qz00000AbCdE');
    const id = fc.oneof(fc.string({ unit: sign, maxLength: 2 }), salesforce);
    fc.assert(
      fc.property(fc.array(id), fc.array(id), fc.boolean(), (own, wanted, isSalesforce) => {
        const records = opened(
          own.map((each) => [each, 'x']),
          isSalesforce,
        );
        expect([...drain(records.rowsOf(columnOf(wanted)))]).toEqual(
          wanted.map((each) => records.rowOf(each)),
        );
      }),
    );
  });

  test('[S49] of many rows the same are set aside as by a plain loop', () => {
    const ids = Array.from({ length: 2_000 }, (_, row) =>
      row % 13 === 0 ? ' ' : ` id${String((row * 7) % 900)}`,
    );
    const seen = new Set<string>();
    const wanted = ids.flatMap((text, row) => {
      const id = text.trim();
      if (id !== '' && !seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [{ code: id === '' ? 'no-id' : 'repeated-id', fileRow: row * 2, id }];
    });
    const records = opened(
      ids.map((id) => [id, 'x']),
      false,
      300,
    );
    expect(records.rejected).toEqual(wanted);
    expect(records.count).toBe(seen.size);
  });

  test('segments of any size give the same columns', () => {
    const rows = Array.from({ length: 700 }, (_, i) => [
      `id${String(i)}`,
      i % 3 === 0 ? '' : `name ${String(i % 5)}`,
    ]);
    const texts = [1, 7, 97, 16_384].map((size) => {
      const column = opened(rows, false, size).column('Name');
      return rows.map((_, row) => textAt(column, row)).join('|');
    });
    expect(new Set(texts).size).toBe(1);
  });

  test.each([
    [1, 16],
    [4, 8],
  ])('a segment of %i wide columns ends after %i MiB of its largest', (columns, megabytes) => {
    const builder = new RecordSetBuilder(Array.from({ length: columns }, (_, i) => `c${String(i)}`));
    const wide = 'x'.repeat(1024 * 1024);
    for (let row = 0; row < 20; row++) {
      builder.add(
        Array.from({ length: columns }, (_, i) => `${wide}${String(row)} ${String(i)}`),
        row,
      );
    }
    const segments = builder.finish().segments.map(({ rows }) => rows);
    const whole = Math.floor(20 / megabytes);
    expect(segments).toEqual([
      ...Array.from({ length: whole }, () => megabytes),
      ...(20 % megabytes === 0 ? [] : [20 % megabytes]),
    ]);
  });

  test('the n-th column of one header has its number, whatever its name', () => {
    expect(addressable(['Email', 'Email', '__proto__', '', '', 'Email [2]', 'constructor'])).toEqual([
      'Email',
      'Email [2] ',
      '__proto__',
      '',
      ' [2]',
      'Email [2]',
      'constructor',
    ]);
  });
});
