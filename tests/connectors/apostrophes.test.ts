import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/lib/connectors/csv/index.ts';
import { bytesSource } from '../../src/lib/connectors/source.ts';
import type { RecordSet, Segment } from '../../src/lib/engine/model/column.ts';
import { csvRow } from '../../src/lib/formats/index.ts';
import { said } from '../support/english.ts';
import { cellsOf, readText } from './read-text.ts';

const column = async (cells: readonly string[], choices = {}): Promise<readonly [string[], string[]]> => {
  const text = `Id,N\n${cells.map((cell, i) => `${String(i)},"${cell.replaceAll('"', '""')}"\n`).join('')}`;
  const { cells: read, report } = await readText(text, choices);
  return [read.map(([, value]) => value!), report.warnings.map(({ code }) => code)];
};

describe("[RD9] a column's leading apostrophes", () => {
  it.each([
    [
      'before = + - @',
      ["'+47 22 33 44 55", "'=1+1", "'@x", "'-x", 'Ann'],
      ['+47 22 33 44 55', '=1+1', '@x', '-x', 'Ann'],
    ],
    ['before what is else a number', ["'00123", '17', "'1.5"], ['00123', '17', '1.5']],
    ['before a phone', ["'22 33 44 55", 'none', "'(22) 33-44"], ['22 33 44 55', 'none', '(22) 33-44']],
    ['before an e-mail', ['a@x.no', "'cy@nord.example"], ['a@x.no', 'cy@nord.example']],
    [
      'at the start of nine tenths of its cells',
      Array.from({ length: 9 }, () => "'Ann").concat('Bo'),
      Array.from({ length: 9 }, () => 'Ann').concat('Bo'),
    ],
    ['alone in a cell', ["'", "'0150"], ['', '0150']],
  ])('%s are no part of the cells, and said', async (_, cells, read) => {
    expect(await column(cells)).toEqual([read, ['apostrophes-dropped']]);
  });

  it.each([
    ['of names', ["'t Hoen", 'Ann', "O'Brien", 'Bo'], []],
    ['of one name alone', ["'s-Gravenhage"], []],
    ['of names and a phone', ["'t Hoen", "'+47 22", 'Ann'], ['apostrophes-kept']],
    ['that are quotes', ["'Ann'", "'Bo'", "'Cy'"], []],
  ])('%s are kept', async (_, cells, codes) => {
    expect(await column(cells)).toEqual([cells, codes]);
  });

  it('are kept or dropped as a person says', async () => {
    expect(await column(["'+47 22"], { apostrophes: 'keep' })).toEqual([["'+47 22"], []]);
    expect((await column(["'t Hoen", 'Ann'], { apostrophes: 'drop' }))[0]).toEqual(['t Hoen', 'Ann']);
  });

  it('are told over the whole file, also where its first rows were handed on long before', async () => {
    const plain = '1,Ann,+47 22\n'.repeat(30_000);
    const text = `Id,N,P\n${plain}2,Bo,'+47 33\n${plain}3,'t Hoen,'22 33 44 55\n`;
    const segments: Segment[] = [];
    const result = await readCsv(
      bytesSource('t.csv', new TextEncoder().encode(text), 65_536),
      {},
      undefined,
      {
        segmentRows: 7_000,
        onSegments: (closed) => {
          segments.push(...closed);
        },
      },
    );
    if (!result.ok) throw new Error(result.problem.code);
    const whole: RecordSet = { header: result.set.header, segments, rows: result.set.rows };
    const { cells } = cellsOf(whole);
    expect([cells.length, cells[30_000], cells.at(-1)]).toEqual([
      60_002,
      ['2', 'Bo', '+47 33'],
      ['3', "'t Hoen", '22 33 44 55'],
    ]);
    expect(said('reading').notes(result.report)).toEqual([
      't.csv, line 30002: 2 cells of P read without the apostrophe a spreadsheet puts before what it must not run or change (lines 30002, 60003).',
    ]);
  });

  it("the product's own files for spreadsheets come back", async () => {
    const rows = [
      ['1', '=1+1', '+47 22 33 44 55', 'Ann'],
      ['2', '-x', '@home', 'Bo'],
      ['3', '\tx', '', '=A1'],
    ];
    const text = [
      '\ufeff',
      csvRow(['Id', 'A', 'B', 'C'], 'spreadsheets'),
      ...rows.map((row) => csvRow(row, 'spreadsheets')),
    ];
    expect((await readText(text.join(''))).cells).toEqual(rows);
  });
});

describe('[RD9] cells like ="00123"', () => {
  it.each(['1,"=""00123"""\n', '1,="00123"\n', '1,="00123"\r\n', '1,"=""001""""23"""\n'])(
    '%j holds the text, and is named',
    async (row) => {
      const { cells, report } = await readText(`Id,N\n0,x\n${row}`, { delimiter: ',' });
      expect(cells[1]![1]!.replace('"', '')).toBe('00123');
      expect(report.warnings).toContainEqual({ code: 'text-formulas', count: 1, lines: [3] });
    },
  );

  it('other formulas stay as they are', async () => {
    const { cells, report } = await readText('Id,N\n1,"=A1&""x"""\n2,"=""a""&""b"""\n3,=1\n');
    expect(cells.map(([, cell]) => cell)).toEqual(['=A1&"x"', '="a"&"b"', '=1']);
    expect(report.warnings).toEqual([]);
  });
});
