import { describe, expect, it } from 'vitest';
import type { PlanSummary } from '../../src/lib/engine/model/summary.ts';
import { FILES, playground } from './playground.ts';

/** What two files come to by the command line alone: suggested, then planned. */
async function rehearsed(left: string | Uint8Array, right: string | Uint8Array) {
  const own = playground();
  own.write({ 'l.csv': left, 'r.csv': right });
  const suggested = await own.call('suggest', ...FILES);
  expect(suggested.exit).toBe(0);
  own.write({ 'd.json': suggested.out });
  const { out, err, exit } = await own.call('plan', '@d.json', ...FILES, '--json', '--as-of', '2026-01-01');
  const summary = JSON.parse(out) as PlanSummary;
  const counts = Object.values(summary.counts)[0]!;
  const design = JSON.parse(suggested.out) as { syncs: { kind: string; mappings: { left: string }[] }[] };
  return {
    ...{ exit, err, kind: design.syncs[0]!.kind, warnings: summary.warnings.map(({ code }) => code) },
    mapped: design.syncs[0]!.mappings.map((mapping) => mapping.left),
    said: suggested.err.filter((line) => line.startsWith('note: ')),
    blank: summary.inputs[0]!.blank,
    notes: summary.inputs.map(({ notes }) => notes.map(({ code, lines }) => [code, ...lines])),
    writes: Object.values(counts.writes.left).concat(Object.values(counts.writes.right)),
    left: filled(counts.left),
    right: filled(counts.right),
  };
}

const filled = (counts: object) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));

const NAMES = ['Nord AS', 'Dal ApS', 'Vik AB', 'Berg AS', 'Fjell AS'];
const NOTHING = [0, 0, 0, 0, 0, 0];
const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
/** The same companies as a database has them. */
const TABLE = lines(
  'Id;Name;City;Phone',
  ...NAMES.map((name, at) => `${String(at + 1)};${name};Oslo;22 11 00 1${String(at)}`),
);
const rowsOf = (sign: string): string[] =>
  NAMES.map((name, at) => [String(at + 1), name, 'Oslo', `22 11 00 1${String(at)}`].join(sign));

describe('files-01: a header that comes again', () => {
  const [a, b, c, ...rest] = rowsOf('\t');
  const header = 'Record ID\tCompany name\tCity\tPhone Number';
  it.each([
    [
      'with blanks around its names',
      [header, a!, ' Record ID \tCompany name\t City\tPhone Number', b!, c!, ...rest],
      [3],
    ],
    ['last of all', [header, a!, b!, c!, ...rest, header], [7]],
    ['twice, behind blank rows', [header, a!, '', header, b!, '', '', header, c!, ...rest], [4, 8]],
  ])('[RD1] is left out and named: %s', async (_, rows, at) => {
    const { writes, notes, left } = await rehearsed(lines(...rows), TABLE);
    expect(notes[0]!.filter(([code]) => code === 'repeated-header')).toEqual([['repeated-header', ...at]]);
    expect(writes).toEqual(NOTHING);
    expect(left).toMatchObject({ 'in-sync': 5 });
  });
});

describe('files-02, files-03: a row that has lost its width', () => {
  const header = 'Record ID|Company name|City|Phone Number';
  const [a, b, c, d, e] = rowsOf('|') as [string, string, string, string, string];
  it.each([
    ['a delimiter in a name', [a, '2|Dal|ApS|Oslo|22 11 00 11', c, d, e], 'too-many-cells', [3]],
    ['blank cells at its end alone', [a, b, `${c}||`, d, e], 'too-many-cells', [4]],
    [
      'a line end in a street',
      [a, b, c, '4|Berg AS|Oslo', 'Sentrum|22 11 00 13', e],
      'too-few-cells',
      [5, 6],
    ],
  ])('[RD2][RD3] is set aside with what its key would have created: %s', async (_, rows, code, at) => {
    // The other side has the sign in the name where the row has it.
    const right = rows.some((row) => row.includes('Dal|')) ? TABLE.replace('Dal ApS', 'Dal|ApS') : TABLE;
    const { exit, notes, writes } = await rehearsed(lines(header, ...rows), right);
    expect(exit).toBe(4);
    expect(notes[0]).toContainEqual([code, ...at]);
    expect(writes).toEqual(NOTHING);
  });
});

describe('files-05: rows after a blank one', () => {
  const header = 'Record ID,Company name,Employees';
  const other = lines(
    'Id,Name,NumberOfEmployees',
    ...NAMES.map((name, at) => `${String(at + 1)},${name},${String(at + 3)}`),
  );
  const row = (at: number, employees = String(at + 3)): string =>
    `${String(at + 1)},${NAMES[at]!},${employees}`;
  it.each([
    ['a first one of words', [row(0), row(1), '', row(2, 'unknown'), row(3), row(4)], 1],
    ['two blank ones', [row(0), '', '', row(1, 'n/a'), row(2), row(3), row(4)], 2],
    ['blank cells for a blank row', [row(0), row(1), row(2), ',,', row(3, 'missing'), row(4)], 1],
  ])('[RD5] are rows of the table: %s', async (_, rows, blank) => {
    const found = await rehearsed(lines(header, ...rows), other);
    expect(found.blank).toBe(blank);
    // Words among numbers make no ids of them; the one that is no number goes over by the winner.
    expect(found.left).toMatchObject({ 'in-sync': 4 });
    expect(found.writes[0]! + found.writes[3]!).toBe(0);
  });
});

describe('files-07: a byte that is none', () => {
  const text = (name: string, city: string): Uint8Array[] => [
    Buffer.from(lines('Record ID,Company name,City', '1,Nord AS,Oslo')),
    Buffer.from(`2,${name},`),
    Buffer.from(city),
  ];
  it.each([
    ['at the end of a line', [0xc3]],
    ['half a euro sign', [0xe2, 0x82]],
    ['one of windows-1252', [0xf8]],
  ])('[RD6][RD20] does not make mojibake of its line: %s', async (_, bytes) => {
    const left = Buffer.concat([...text('Bråten Tømmer', 'Tromsø '), Buffer.from([...bytes, 0x0a])]);
    const {
      notes,
      writes,
      left: counts,
    } = await rehearsed(left, lines('Id,Name,City', '1,Nord AS,Oslo', '2,Bråten Tømmer,Tromsø'));
    expect(notes[0]).toEqual([['bad-bytes', 3]]);
    expect(writes.slice(0, 3)).toEqual([0, 0, 0]);
    expect(counts['in-sync']).toBe(1);
  });
});

describe('files-11, files-13: one column that can be read in several ways', () => {
  const sums = (cells: readonly string[], name: string) =>
    lines(`Id;Name;${name}`, ...cells.map((cell, at) => `${String(at + 1)};${NAMES[at]!};${cell}`));
  it.each([
    [
      ['1.234', '2.500', '1.250'],
      ['1234', '2500', '1250'],
    ],
    [
      ['1,234', '2,500', '1,250'],
      ['1234', '2500', '1250'],
    ],
    [
      ['9.100', '8.250', '7.999'],
      ['9.1', '8.25', '7.999'],
    ],
  ])('[RD12] a sign is told by the other side: %j and %j', async (left, right) => {
    const { writes, said } = await rehearsed(sums(left, 'Annual Revenue'), sums(right, 'AnnualRevenue'));
    expect(said.join()).toContain('can be read two ways');
    expect(writes).toEqual(NOTHING);
  });

  it.each([
    [
      '2024-02-30',
      ['2024-03-12', '2024-04-05', '2024-01-13'],
      ['12/03/2024', '05/04/2024', '13/01/2024'],
      '30/02/2024',
    ],
    [
      'a word',
      ['2024-03-12', '2024-04-05', '2024-01-13'],
      ['12.03.2024', '05.04.2024', '13.01.2024'],
      'soon',
    ],
    [
      'no month',
      ['2024-03-12', '2024-04-05', '2024-01-13'],
      ['3/12/2024', '4/5/2024', '1/13/2024'],
      '13/13/2024',
    ],
  ])(
    '[RD13] one cell that is no date is named, the others compare as dates: %s',
    async (_, left, right, bad) => {
      const row = (day: string, at: number) => `${String(at + 1)},${NAMES[at]!},${day}`;
      const found = await rehearsed(
        lines('Record ID,Deal Name,Close Date', ...[...left, '2024-11-02'].map(row)),
        lines('Id,Name,CloseDate', ...[...right, bad].map(row)),
      );
      expect(found.said.join()).toContain(`(${bad}, line 5)`);
      expect(found.left).toMatchObject({ 'in-sync': 3 });
    },
  );
});

describe('files-16: names of groups above the header', () => {
  it.each([
    [
      'a group for each three',
      'Contact;;;Company;;',
      'Record ID;First Name;Email;Company name;City;Phone Number',
    ],
    ['one group', ';;;;Other;', 'Record ID;First Name;Email;Company name;City;Phone Number'],
    [
      'groups in two rows',
      'CRM;;;;;\nContact;;;Company;;',
      'Record ID;First Name;Email;Company name;City;Phone Number',
    ],
  ])('[RD8] is named as text above the table: %s', async (_, above, header) => {
    const people = [1, 2, 3].map(
      (at) => `${String(at)};P${String(at)};p${String(at)}@nord.no;Nord AS;Oslo;22 1${String(at)}`,
    );
    const other = lines(
      'Id,FirstName,Email',
      ...[1, 2, 3].map((at) => `${String(at)},P${String(at)},p${String(at)}@nord.no`),
    );
    const { mapped, notes } = await rehearsed(lines(above, header, ...people), other);
    expect(mapped).toEqual(expect.arrayContaining(['First Name', 'Email']));
    expect(notes[0]).toMatchObject([['preamble', 1]]);
  });
});

describe('files-17, files-19: what a spreadsheet did to its cells', () => {
  it.each([
    [
      'apostrophes before phones',
      ["'+47 22 11 00 10", "'+47 22 11 00 11", "'+47 22 11 00 12"],
      'apostrophes-dropped',
    ],
    ['apostrophes before formulas', ["'=1", "'+47 22", "'@nord"], 'apostrophes-dropped'],
    ['text as a formula', ['="0047221"', '="0047222"', '="0047223"'], 'text-formulas'],
  ])('[RD9] is read without them, and said: %s', async (_, cells, code) => {
    const bare = cells.map((cell) => cell.replace(/^'/, '').replace(/^="(.*)"$/, '$1'));
    const table = (rows: readonly string[], header: string) =>
      lines(header, ...rows.map((cell, at) => `${String(at + 1)};${NAMES[at]!};${cell}`));
    const { notes, writes } = await rehearsed(
      table(bare, 'Record ID;Company name;Phone Number'),
      table(cells, 'Id;Name;Phone'),
    );
    expect(notes[1]!.map(([first]) => first)).toEqual([code]);
    expect(writes).toEqual(NOTHING);
  });

  it.each([
    ['numbers of customers', 'Account Number', 'AccountNumber', ['000123', '000124', '000125']],
    ['postal codes', 'Postal Code', 'BillingPostalCode', ['0150', '0250', '0350']],
    ['of articles', 'Account Number', 'Account No', ['0070001', '0070002', '0070003']],
  ])('[RD10] lost noughts are named: %s', async (_, left, right, cells) => {
    const table = (rows: readonly string[], header: string) =>
      lines(header, ...rows.map((cell, at) => `${String(at + 1)},${NAMES[at]!},${cell}`));
    const found = await rehearsed(
      table(cells, `Record ID,Company name,${left}`),
      table(
        cells.map((cell) => cell.replace(/^0+/, '')),
        `Id,Name,${right}`,
      ),
    );
    expect(found.said.join() + found.err.join()).toMatch(/lost (?:its )?leading zeros/);
  });
});

describe('files-24: columns without a name', () => {
  it.each([
    ['one each', 'Record ID,Company name,,City', 'Id,Name,,City'],
    ['two of one', 'Record ID,Company name,,', 'Id,Name,City,'],
    ['blanks for a name', 'Record ID,Company name," ",City', 'Id,Name,  ,City'],
  ])('[RD16] are in no mapping: %s', async (_, left, right) => {
    const rows = NAMES.map((name, at) => `${String(at + 1)},${name},note ${String(at)},Oslo`);
    const { mapped } = await rehearsed(lines(left, ...rows), lines(right, ...rows));
    expect(mapped).toContain('Company name');
    expect(mapped.filter((name) => name.replace(/\[\d+\]$/, '').trim() === '')).toEqual([]);
  });
});

describe('files-26: a small export of companies', () => {
  it.each([
    ['German names', 'Datensatz-ID,Firmenname,Ort', 'Id,Name,City'],
    ['two columns', 'Record ID,Company name', 'Id,Name'],
    ['with a phone', 'Record ID,Company name,Phone Number', 'Id,Name,Phone'],
  ])('[MA4] is of companies with their name as key: %s', async (_, left, right) => {
    const wide = left.split(',').length;
    const row = (cells: readonly string[]): string => cells.slice(0, wide).join(',');
    const rows = NAMES.slice(0, 3).map((name, at) => row([String(at + 1), name, `Oslo ${String(at)}`]));
    const { kind, mapped, writes } = await rehearsed(lines(left, ...rows), lines(right, ...rows));
    expect(kind).toBe('companies');
    expect(mapped).toContain(left.split(',')[1]);
    expect(writes).toEqual(NOTHING);
  });
});
