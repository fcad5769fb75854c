import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/lib/connectors/read-file.ts';
import { placeOf } from '../../src/lib/connectors/report.ts';
import { bytesSource } from '../../src/lib/connectors/source.ts';
import { bookOf, sheetOf } from '../support/workbook.ts';
import { cellsOf } from './read-text.ts';
import { codeOf, column, values, whole } from './read-workbook.ts';

describe('[S170] the sheet that is read', () => {
  const table = (what: string): string =>
    sheetOf([
      ['Id', 'Name'],
      ['1', what],
      ['2', 'b'],
    ]);
  const sheets = [
    { name: 'Notes', xml: sheetOf([['About this file'], ['made by hand']]) },
    { name: 'Old', xml: table('old'), state: 'veryHidden' },
    { name: 'Accounts, all', xml: table('accounts') },
    { name: 'Empty', xml: '<sheetData/>' },
    { name: 'Contacts', xml: table('contacts') },
  ];

  it('is the first in sight that holds a table; the others are named and counted', async () => {
    const { report, cells } = await whole(bookOf({ sheets }));
    expect(cells[0]).toEqual(['1', 'accounts']);
    expect(report.workbook).toEqual({
      sheet: 'Accounts, all',
      system: 1900,
      sheets: [
        { name: 'Notes', hidden: false, holds: 'cells' },
        { name: 'Old', hidden: true, holds: 'table' },
        { name: 'Accounts, all', hidden: false, holds: 'table' },
        { name: 'Empty', hidden: false, holds: 'nothing' },
        { name: 'Contacts', hidden: false, holds: 'table' },
      ],
    });
    expect(report.warnings).toMatchObject([
      { code: 'other-sheets', count: 2, value: 'Notes, Contacts' },
      { code: 'hidden-sheets', count: 1, value: 'Old' },
    ]);
  });

  it('is chosen by name or place, a hidden one too', async () => {
    expect((await whole(bookOf({ sheets }), { sheet: 'Contacts' })).cells[0]).toEqual(['1', 'contacts']);
    expect((await whole(bookOf({ sheets }), { sheet: '2' })).cells[0]).toEqual(['1', 'old']);
    expect(await codeOf(bookOf({ sheets }), { sheet: 'Deals' })).toMatchObject({
      code: 'no-such-sheet',
      sheet: 'Deals',
    });
  });

  it('none with anything in it is an empty file', async () => {
    expect(await codeOf(bookOf({ sheets: [sheets[3]!] }))).toMatchObject({ code: 'empty-file' });
  });

  it('the header can stand below, and be chosen', async () => {
    const rows = [['Report'], [], ['Id', 'Name'], ['1', 'a'], ['2', 'b']];
    const book = bookOf({ sheets: [{ name: 'S', xml: sheetOf(rows) }] });
    expect((await whole(book)).report).toMatchObject({ headerLine: 3, rows: 2, stored: 2 });
    expect((await whole(book, { headerLine: 4 })).report).toMatchObject({
      headerLine: 4,
      header: ['1', 'a'],
    });
  });
});

describe('[S173] what a workbook has that a table of texts has not is read, and said with its rows', () => {
  const facts = async (bytes: Uint8Array) =>
    (await whole(bytes)).report.warnings.map(({ code, count, lines, value }) => [code, count, lines, value]);

  it('formulas give their stored value; one without is blank', async () => {
    const cells = [
      '<c><f>1+1</f><v>2</v></c>',
      '<c t="str"><f>"0"&amp;"1"</f><v>01</v></c>',
      '<c><f>A1</f></c>',
      '<c t="str"><f t="shared" si="0"/><v></v></c>',
    ];
    expect(await values(cells)).toEqual(['2', '01', '', '']);
    expect(await facts(column(cells))).toEqual([
      ['formulas-without-value', 1, [4], undefined],
      ['formulas', 4, [2, 3, 4, 5], undefined],
    ]);
  });

  it('errors stay the text they show', async () => {
    const cells = ['<c t="e"><v>#N/A</v></c>', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'];
    expect(await values(cells)).toEqual(['#N/A', '#DIV/0!']);
    expect(await facts(column(cells))).toContainEqual(['error-cells', 2, [2, 3], '#N/A, #DIV/0!']);
  });

  it('hidden rows and columns, and merged cells', async () => {
    const rows = sheetOf([
      ['Id', 'A', 'B'],
      ['1', 'a', 'b'],
      ['2', 'c', 'd'],
      ['3', 'e', 'f'],
    ]);
    const hidden = rows.replace('<row r="3">', '<row r="3" hidden="1">');
    const xml = `<cols><col min="2" max="3" hidden="1"/><col min="9" max="16384" hidden="true"/></cols>${hidden}<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B4:C4"/></mergeCells>`;
    const book = bookOf({ sheets: [{ name: 'S', xml }] });
    expect((await whole(book)).cells).toHaveLength(3);
    expect(await facts(book)).toEqual([
      ['merged-cells', 2, [2, 4], undefined],
      ['hidden-rows', 1, [3], undefined],
      ['hidden-columns', 2, [], undefined],
    ]);
  });

  it('letters lost or misread before are named as in a text (RD20)', async () => {
    const book = bookOf({
      sheets: [
        {
          name: 'S',
          xml: sheetOf([
            ['Id', 'A'],
            ['1', 'Ã¼ber'],
            ['2', 'lo\ufffdt'],
            ['3', 'a\u0096b'],
          ]),
        },
      ],
    });
    expect((await facts(book)).map(([code, , lines]) => [code, lines])).toEqual([
      ['mojibake', [2]],
      ['lost-letters', [3]],
      ['control-characters', [4]],
    ]);
  });

  it('[RD9] apostrophes that a spreadsheet put before formulas go, also where rows are handed on', async () => {
    const strings = "<si><t>'+47 22</t></si><si><t>'=1</t></si>";
    const book = column(['<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>'], { strings });
    expect((await whole(book)).cells.map(([, value]) => value)).toEqual(['+47 22', '=1']);
    const handed: string[] = [];
    const result = await readFile(bytesSource('b', book), {}, () => undefined, {
      onSegments: (segments, header) => {
        handed.push(...cellsOf({ header: [...header], rows: 2, segments }).cells.map(([, value]) => value!));
      },
    });
    expect(result.ok).toBe(true);
    expect(handed).toEqual(['+47 22', '=1']);
    expect((await whole(book, { apostrophes: 'keep' })).cells[0]![1]).toBe("'+47 22");
  });
});

describe('[S171] the rows of a sheet', () => {
  const rows = (xml: string): Uint8Array => bookOf({ sheets: [{ name: 'S', xml }] });

  it('are counted whole: stored, rejected and blank; below the last text there are none', async () => {
    const xml = sheetOf([['Id', 'A'], ['1'], null, [' '], ['2', 'b', '', 'far'], ['3', 'c'], null]).replace(
      '</sheetData>',
      '<row r="90"><c r="A90" s="1"/></row><row r="1048576"/></sheetData>',
    );
    const { report, cells } = await whole(rows(xml));
    expect(report).toMatchObject({ rows: 5, stored: 2, blank: 2, headerLine: 1 });
    expect(report.rejected).toMatchObject([{ code: 'too-many-cells', line: 5, cells: 4, columns: 2 }]);
    expect(cells).toEqual([
      ['1', ''],
      ['3', 'c'],
    ]);
    expect([0, 1, 2, 3, 4].map((row) => placeOf(report, row).line)).toEqual([2, 3, 4, 5, 6]);
  });

  it('that nearly all end early are filled, however many', async () => {
    const many = Array.from({ length: 40 }, (_, at) => [String(at), 'x']);
    const { report } = await whole(rows(sheetOf([['Id', 'A', 'B', 'C'], ...many])));
    expect(report).toMatchObject({ rows: 40, stored: 40 });
    expect(report.warnings).toEqual([]);
  });

  it('[RD3] that nearly all go beyond the header ask, as in any file', async () => {
    const many = Array.from({ length: 9 }, (_, at) => [String(at), 'x', 'y']);
    const book = rows(sheetOf([['Id', 'A'], ...many]));
    expect(await codeOf(book)).toMatchObject({ code: 'header-width', columns: 2, cells: 3 });
    expect((await whole(book, { long: 'fill' })).report).toMatchObject({ stored: 9 });
  });
});
