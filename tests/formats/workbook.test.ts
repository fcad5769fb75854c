import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Workbook, type BookPlace } from '../../src/lib/formats/index.ts';
import { cellText, columnName } from '../../src/lib/formats/workbook/cell-text.ts';
import { SHEET, type SheetMost } from '../../src/lib/formats/workbook/index.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import { drain } from '../../src/lib/engine/index.ts';
import { tableFile } from '../../workers/file/table-file.ts';
import { whole } from '../connectors/read-workbook.ts';
import { packageFaults } from './ooxml-package.ts';

type Table = readonly (readonly string[])[];

/** Bytes that wait in a list. */
class Held {
  readonly pieces: Uint8Array[] = [];
  write(bytes: Uint8Array): void {
    this.pieces.push(bytes);
  }
}
const MEMORY: BookPlace<Held, Uint8Array> = {
  spool: () => new Held(),
  joined: (pieces) =>
    Buffer.concat(pieces.flatMap((piece) => (piece instanceof Held ? piece.pieces : [piece]))),
};

/** A workbook of tables, their rows written in turns; null where none fits. */
function written(tables: Readonly<Record<string, Table>>, most: Partial<SheetMost> = {}) {
  const book = new Workbook(MEMORY, { ...SHEET, ...most });
  const all = Object.entries(tables).map(([name, [header = [], ...rows]]) => {
    return { rows, table: book.table(name, header) };
  });
  for (let at = 0; all.some(({ rows }) => at < rows.length); at++)
    for (const { rows, table } of all) if (at < rows.length) table.row(rows[at]!);
  return { bytes: book.finish(), tables: all.map(({ table }) => table) };
}
const bytesOf = (tables: Readonly<Record<string, Table>>, most: Partial<SheetMost> = {}): Uint8Array => {
  const { bytes } = written(tables, most);
  if (bytes === null) throw new Error('no workbook');
  return bytes;
};

const KEEP = { headerLine: 1, apostrophes: 'keep', labels: 'keep' } as const;
const backOf = async (bytes: Uint8Array, sheet?: string): Promise<Table> => {
  const { report, cells } = await whole(bytes, { ...KEEP, ...(sheet === undefined ? {} : { sheet }) });
  expect(report.workbook?.sheets.every(({ hidden }) => !hidden)).toBe(true);
  expect({ rejected: report.rejected, blank: report.blank }).toEqual({ rejected: [], blank: 0 });
  return cells;
};

/** What spreadsheets and XML take for something else. */
const NASTY = [
  ...['=1+1', '+47 900', '-cmd', '@SUM(A1)', '00123', '1.2E+15', '2026-11-29', 'TRUE', "'quoted", '#N/A'],
  ...[
    '_x0041_',
    '_x005F_',
    '_x0041',
    '_X0041_',
    '_',
    'x000D_',
    '\u0001',
    '\u0000',
    '\u000b',
    '\r\n',
    '\r',
    '\n',
    '\t',
  ],
  ...[
    '<b>&amp;</b>',
    ']]>',
    '<![CDATA[',
    '&#65;',
    '"',
    ' ',
    '  ',
    'Å',
    '日本',
    '👩‍🚀',
    '\ufeff',
    '\u0085',
    '\ufffe',
    '\uffff',
  ],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...NASTY), { maxLength: 4 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

describe('a workbook', () => {
  it('[S198] gives every text of nasty tables back, letter for letter, and is a package that holds', async () => {
    const table = fc
      .integer({ min: 1, max: 30 })
      .chain((columns) =>
        fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 }),
      );
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        // An id each, so that no row is blank, one of a table below or of a footer.
        const cells = rows.map((row, at) => [`id-${String(at)}`, ...row]);
        const header = cells[0]!.map((_, at) => (at === 0 ? 'Id' : `Column ${columnName(at)}`));
        const bytes = bytesOf({ Records: [header, ...cells] });
        expect(packageFaults(bytes)).toEqual([]);
        expect(await backOf(bytes)).toEqual(cells);
      }),
      { seed: 196, numRuns: 60 },
    );
  });

  it('[S198] escapes what XML cannot hold, and what would be read as an escape only with the one behind it', () => {
    expect(cellText('a\r\n\u0001')).toBe('a_x000D_\n_x0001_');
    expect(cellText('_x0041_x0042_')).toBe('_x005F_x0041_x005F_x0042_');
    expect(cellText('_x0041\u0001')).toBe('_x005F_x0041_x0001_');
    expect(cellText('\ud83d\ude80 \ud83d \ude80')).toBe('\ud83d\ude80 _xD83D_ _xDE80_');
  });

  it('[S198] makes no formula and no number, keeps its names in sight, and is the same bytes each time', () => {
    const tables = {
      A: [
        ['Id', '=Sum'],
        ['0012', '=1+1'],
        ['-1', ''],
        [' a', ''],
      ],
      B: [['x'], ['1']],
    };
    const bytes = bytesOf(tables);
    expect(bytesOf(tables)).toEqual(bytes);
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    expect(sheet).toContain('<c r="B2" s="1" t="inlineStr"><is><t>=1+1</t></is></c>');
    expect(sheet).toContain('<c r="A1" s="2" t="inlineStr">');
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<dimension ref="A1:B4"/>');
    expect(sheet).toContain('<ignoredError sqref="A1:B4" numberStoredAsText="1"/>');
    expect(sheet).not.toContain('r="B3"');
    expect(sheet).toContain('<t xml:space="preserve"> a</t>');
    expect(packageFaults(bytes)).toEqual([]);
  });

  it('[S197] goes on in the next sheet where one is full, under the same names', async () => {
    const rows = Array.from({ length: 7 }, (_, at) => [`id-${String(at)}`, 'v']);
    const header = ['Id', 'V'];
    const { bytes, tables } = written({ Records: [header, ...rows], Other: [header, rows[0]!] }, { rows: 4 });
    expect(tables[0]!.sheets.map(({ name, rows: own }) => [name, own])).toEqual([
      ['Records', 4],
      ['Records (2)', 4],
      ['Records (3)', 2],
    ]);
    expect(packageFaults(bytes!)).toEqual([]);
    const back = [];
    for (const { name } of tables[0]!.sheets) back.push(...(await backOf(bytes!, name)));
    expect(back).toEqual(rows);
    const large = written({ Records: [header, ...rows] }, { bytes: 600 }).tables[0]!;
    expect(large.sheets.length).toBeGreaterThan(1);
    expect(large.sheets.reduce((sum, sheet) => sum + sheet.rows - 1, 0)).toBe(rows.length);
  });

  it('[S197] names its sheets as sheets may be named, no two alike', () => {
    const names = [
      ...['contacts/leads: [all]*?', "'quoted'", 'History', '', 'Records', 'records', '\u0001'],
      ...['a-sync-with-a-very-long-name-right-updates', 'a-sync-with-a-very-long-other-right-updates'],
      ...['𝒜'.repeat(40)],
    ];
    const { bytes, tables } = written(Object.fromEntries(names.map((name) => [name, [['Id'], ['1']]])));
    expect(tables.map(({ sheets }) => sheets[0]!.name)).toEqual([
      ...['contacts_leads_ _all___', '_quoted_', 'History_', '_', 'Records', 'records (2)', '_ (2)'],
      ...['a-sync-with-…name-right-updates', 'a-sync-with-…ther-right-updates'],
      ...['𝒜𝒜𝒜𝒜𝒜𝒜…𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜'],
    ]);
    expect(packageFaults(bytes!)).toEqual([]);
  });

  it('[S196] holds no table with a cell no sheet can hold, and says how many and where; the longest it can is whole', async () => {
    const most = 'x'.repeat(32_767);
    const long = `${most}y`;
    const header = ['Id', 'Note'];
    const { bytes, tables } = written({
      Whole: [header, ['1', most]],
      Long: [header, ['1', most], ['2', long], [long, long]],
      Named: [
        ['Id', long],
        ['1', ''],
      ],
    });
    expect(await backOf(bytes!)).toEqual([['1', most]]);
    expect(tables.map(({ unfit }) => unfit)).toEqual([
      null,
      { why: 'cells', count: 3, first: { row: 2, column: 'Note', characters: 32_768 } },
      { why: 'cells', count: 1, first: { row: 0, column: long, characters: 32_768 } },
    ]);
    expect(Object.keys(unzipSync(bytes!)).filter((name) => name.includes('worksheets'))).toHaveLength(1);
    const wide = written({ Wide: [Array.from({ length: 16_385 }, (_, at) => `c${String(at)}`)] });
    expect(wide).toMatchObject({ bytes: null, tables: [{ unfit: { why: 'columns', count: 16_385 } }] });
  });
});

describe('a list as a file', () => {
  const tools = createTools();
  const list = (rows: Table) =>
    drain(
      tableFile({ name: 'records', header: ['Id', 'State'], count: rows.length, rows: () => rows }, tools),
    );

  it('is a workbook', async () => {
    const rows = Array.from({ length: 600 }, (_, at) => [`00${String(at)}`, '=in sync']);
    const { name, blob, rows: count } = list(rows);
    expect({ name, count }).toEqual({ name: 'records.xlsx', count: 600 });
    expect(await backOf(new Uint8Array(await blob.arrayBuffer()))).toEqual(rows);
  });

  it('[S196] is a CSV for spreadsheets where no sheet can hold it', async () => {
    const long = 'x'.repeat(32_768);
    const { name, blob, rows } = list([
      ['1', '=a'],
      ['2', long],
    ]);
    expect({ name, rows }).toEqual({ name: 'records.csv', rows: 2 });
    expect(Buffer.from(await blob.arrayBuffer()).toString()).toBe(`\ufeffId,State\r\n1,'=a\r\n2,${long}\r\n`);
  });
});
