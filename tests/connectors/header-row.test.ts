import { describe, expect, it } from 'vitest';
import { readingProblem } from '../../src/lib/words/en/problems-reading.ts';
import type { ReadProblem } from '../../src/lib/connectors/report.ts';
import { problemOf, readText } from './read-text.ts';

const headerOf = async (text: string): Promise<readonly string[]> => (await readText(text)).report.header;

describe('a title above the header', () => {
  it.each([
    ['a nameless column', 'Contacts of 2025,,,\n', 'Record ID,Name,,City\n1,Ann,x,Oslo\n2,Bo,y,Moss\n'],
    ['a name twice', 'Contacts,,,\n', 'Id,Name,Name,City\nx,Ann,A,Oslo\ny,Bo,B,Moss\n'],
    ['years as names', 'Revenue,,\n', 'Region,2024,2025\nNorth,5,6\nSouth,7,8\n'],
    ['words alone below', 'Contacts,,\n', 'Name,,City\nAnn,x,Oslo\nBo,y,Moss\n'],
    ['several of them', 'Contacts,,\n,Filter: all,\n,,2025\n', 'Id,Name,\n1,Ann,x\n2,Bo,y\n'],
    ['not filled up', 'Contacts\n', 'Record ID,,City\n1,x,Oslo\n2,y,Moss\n'],
    ['one filled up, one not', 'Contacts\nMade in May,,\n', 'Record ID,,City\n1,x,Oslo\n2,y,Moss\n'],
    ['a single row', 'Contacts,,\n', 'Id,Name,City\n1,Ann,Oslo\n'],
  ])('[RD18] is text above it, also where the header is not perfect: %s', async (_, above, table) => {
    const { report } = await readText(above + table);
    const lines = above.split('\n').length - 1;
    expect(report.header).toEqual(table.split('\n')[0]!.split(','));
    expect(report.dropped).toMatchObject([{ kind: 'preamble', fromLine: 1, toLine: lines }]);
    expect(report).toMatchObject({ headerLine: lines + 1, stored: table.split('\n').length - 2 });
  });

  it.each([',Name\n0,Ann\n1,Bo\n', 'Id,Name,,\nx,Ann,a,1\ny,Bo,b,2\n', 'Name,,City\nAnn,x,Oslo\nBo,,Moss\n'])(
    '[RD18] %j has none',
    async (text) => {
      expect((await readText(text)).report).toMatchObject({ headerLine: 1, stored: 2, dropped: [] });
    },
  );

  it('[RD18][RD21] above data alone, there is no header', async () => {
    const text = 'Contacts,,\n1,Ann,ann@x.example\n2,Bo,bo@x.example\n';
    expect(await problemOf(text)).toMatchObject({ code: 'no-header', line: 2 });
  });
});

describe('rows of groups', () => {
  it.each([
    [
      'a nameless column',
      'Contact,,,Company,\nRecord ID,First Name,,Name,Staff\nx,Ann,a,Nord,5\ny,Bo,,Dal,6\n',
      2,
    ],
    [
      'blank cells in numbers',
      'Person,,Deal,,\nId,Name,Stage,Amount,Date\nx,Ann,won,,2025-01-01\ny,Bo,lost,5,\n',
      2,
    ],
    ['years', ',,Revenue,,\nRegion,Owner,2023,2024,2025\nNorth,Ann,5,6,7\nSouth,Bo,8,9,1\n', 2],
    ['codes', 'Person,,Place,\nId,Name,City,Land\n003A00001,Ann,Oslo,NO\n003A00002,Bo,Moss,NO\n', 2],
    [
      'two of them',
      'Report,Deals,,,\nOwner,Jane,,,\nId,Name,Stage,Amount,City\nx,A,won,5,Oslo\ny,B,lost,6,Moss\n',
      3,
    ],
  ])('[RD8] are text above the header: %s', async (_, text, headerLine) => {
    const { report } = await readText(text);
    expect(report).toMatchObject({ headerLine, stored: 2 });
    expect(report.dropped).toMatchObject([{ kind: 'preamble', fromLine: 1, toLine: headerLine - 1 }]);
  });
});

describe('a file without a header', () => {
  const rows = (count: number, row: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => `${row(at)}\n`).join('');

  it.each([
    ['numbers in a later column', rows(5, (at) => `Name ${String(at)},Oslo,${String(at * 3 + 7)}`)],
    ['dates', rows(3, (at) => `Ann B,2025-01-1${String(at)},won`)],
    ['codes', rows(3, (at) => `C-${String(at + 9)},Nord,Oslo`)],
    ['Salesforce ids', rows(3, (at) => `001A000001aBc${String(at)}eIAK,Nord,Oslo`)],
    ['hexadecimal ids', rows(3, (at) => `9f1b${String(at)}c0a-11ee-8c99-0242ac120002,Nord,Oslo`)],
    ['phones', rows(3, (at) => `Ann,(022) 33 44 5${String(at)}`)],
    ['truths', 'Ann,true\nBo,false\nEva,true\n'],
    ['a missing value', 'Ann,unknown,5\nBo,7,6\nEva,8,9\n'],
    ['years of founding', 'Nord,1999,12\nDal,2005,7\nVik,1987,30\n'],
    ['one other form far down', rows(70, (at) => `Name,${at === 40 ? 'none yet' : String(at + 5)}`)],
    ['two rows', 'Ann,5\nBo,6\n'],
  ])('[RD21] is told by the forms of its cells: %s', async (_, text) => {
    expect(await problemOf(text)).toEqual({ file: 't.csv', code: 'no-header', line: 1 });
  });

  it('[RD21] of 70 rows is not empty: the first sentence stands', async () => {
    for (const chunk of [16, 1 << 20]) {
      const text = rows(70, (at) => `Name ${String(at)},${String(at)}`);
      await expect(readText(text, {}, chunk)).rejects.toThrow('no-header');
    }
    const problem = await problemOf(
      rows(7000, (at) => `Name ${String(at)},Oslo street with a long name,${String(at)}`),
    );
    expect(readingProblem(problem as ReadProblem)).toBe(
      't.csv, line 1: this is not a header row but data; export with column names, or say which line holds them.',
    );
  });

  it.each([
    'Region,2019,2020\nNorth,5,6\nSouth,7,8\n',
    'Region,2019,2020\nNorth,1999,2005\nSouth,2001,1987\n',
    '2019,2020,2021\n5,6,7\n8,9,1\n',
    'Name,2024\nNord,12.5\nDal,7\n',
    'Address1,Address2\nGate5,C12\nVei7,D13\n',
    'Region,Q1,Q2\nNorth,5,6\nSouth,7,8\n',
    'Code1,Name\nC-1,Ann\nC-2,Bo\n',
    'Name,Active\nAnn,true\nBo,false\n',
    'First,Last\nAnn,Berg\nBo,Dahl\n',
    'Phone2,Zip\n22334455,0150\n22334456,0151\n',
  ])('[RD21] %j has one', async (text) => {
    expect(await headerOf(text)).toEqual(text.split('\n')[0]!.split(','));
  });
});

describe('[RD8] a row of groups above the header', () => {
  it.each([
    'Contact,,,Company,\nRecord ID,First Name,Email,Name,Amount\n1,Ann,a@x.no,Nord,5\n2,Bo,b@x.no,Dal,6\n',
    'Person,,Deal,,\nRecord ID,Name,Stage,Amount,Date\n1,Ann,won,5,2025-01-01\n',
  ])('%j is text above the table', async (text) => {
    const { report } = await readText(text);
    expect(report).toMatchObject({ headerLine: 2, dropped: [{ kind: 'preamble', fromLine: 1, toLine: 1 }] });
    expect(report.header[0]).toBe('Record ID');
  });

  it.each(['Id,,City\nx,Ann,Oslo\ny,Bo,Bergen\n', 'Name,,Amount\nAnn,x,1\nBo,y,2\n'])(
    '%j has a header with an empty name',
    async (text) => {
      expect((await readText(text)).report.headerLine).toBe(1);
    },
  );
});
