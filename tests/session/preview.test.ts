import { describe, expect, it } from 'vitest';
import { previewFile } from '../../workers/import/preview.ts';
import { bookOf, sheetOf } from '../support/workbook.ts';
import { AS_FOUND, csv, value } from './session-world.ts';

describe('a preview', () => {
  it('has the header and the first 200 rows, under the choices given', async () => {
    const rows = Array.from({ length: 300 }, (_, row) => `${String(row)};a,b`);
    const file = csv('x.csv', 'Title', 'Id;Name', ...rows);
    const found = value(await previewFile(file, { ...AS_FOUND, headerLine: 2 }));
    expect(found).toMatchObject({ header: ['Id', 'Name'], delimiter: ';', headerLine: 2, encoding: 'utf-8' });
    expect(found.rows).toHaveLength(200);
    expect(found.rows[199]).toEqual(['199', 'a,b']);
    const comma = { ...AS_FOUND, delimiter: ',', headerLine: 2 };
    const narrow = await previewFile(file, comma);
    expect(narrow.ok ? null : narrow.problem).toMatchObject({ code: 'header-width', columns: 1, cells: 2 });
    expect(value(await previewFile(file, { ...comma, long: 'fill' })).header).toEqual(['Id;Name', '']);
  });

  it.each([
    ['utf-8', false],
    ['utf-16le', true],
  ])('reads the start of a long file in %s alone, cutting no character and no cell', async (name, wide) => {
    const text = `Id,Text\n${'1,"ü\nß"\n'.repeat(400_000)}`;
    const units = Uint16Array.from(text, (letter) => letter.charCodeAt(0));
    const bytes = wide ? Uint8Array.of(0xff, 0xfe) : new Uint8Array(0);
    const file = new File([bytes, wide ? units : text], 'long.csv');
    const found = value(await previewFile(file, AS_FOUND));
    expect(found).toMatchObject({
      encoding: name,
      byteOrderMark: wide,
      warnings: [],
      dropped: [],
      rejected: [],
    });
    expect(found.rows).toHaveLength(200);
    expect(new Set(found.rows.map((row) => row.join('|')))).toEqual(new Set(['1|ü\nß']));
  });

  it('a file without a header is a sentence', async () => {
    const answer = await previewFile(csv('x.csv', 'a@b.no,1', 'c@d.no,2'), AS_FOUND);
    expect(answer.ok ? '' : answer.problem.code).toBe('no-header');
  });
});

describe('a preview of a workbook', () => {
  const rows = (from: string, count: number): string[][] => [
    ['Id', 'Name'],
    ...Array.from({ length: count }, (_, row) => [String(row), `${from} ${String(row)} ${'x'.repeat(500)}`]),
  ];
  const book = (count: number): File =>
    new File(
      [
        bookOf({
          sheets: [
            { name: 'First', xml: sheetOf(rows('a', count)) },
            { name: 'Second', xml: sheetOf(rows('b', count)) },
          ],
        }) as Uint8Array<ArrayBuffer>,
      ],
      'book.xlsx',
    );

  it('has the first rows of the sheet that is chosen, and names the sheets', async () => {
    const found = value(await previewFile(book(30), AS_FOUND));
    expect(found).toMatchObject({ header: ['Id', 'Name'], encoding: null, sum: { rows: 30, stored: 30 } });
    expect(found.workbook).toMatchObject({ sheet: 'First', sheets: [{ name: 'First' }, { name: 'Second' }] });
    const second = value(await previewFile(book(30), { ...AS_FOUND, sheet: 'Second' }));
    expect(second.rows[0]?.[1]).toMatch(/^b 0 /);
  });

  it('[S170] of a long sheet reads no more than its first rows', async () => {
    const found = value(await previewFile(book(5000), AS_FOUND));
    expect(found.sum).toBeNull();
    expect(found.rows).toHaveLength(200);
  });
});
