import { describe, expect, it } from 'vitest';
import { readText, type ReadText } from './read-text.ts';

const ids = ({ cells }: ReadText): string[] => cells.map(([id]) => id!);
const dropsOf = ({ report }: ReadText): (string | number)[][] =>
  report.dropped.map(({ kind, fromLine, toLine }) => [kind, fromLine, toLine]);
/** Every line of the file has its place: header, rows, what was dropped, repeated headers. */
const lines = ({ report }: ReadText): number =>
  1 +
  report.rows +
  report.dropped.reduce((sum, { fromLine, toLine }) => sum + toLine - fromLine + 1, 0) +
  report.warnings.filter(({ code }) => code === 'repeated-header').reduce((sum, { count }) => sum + count, 0);

describe('a row after a blank row', () => {
  it.each([
    [
      'words in a column of numbers',
      'Id,Name,Sector,Staff\n001A000001aaaaa,Nord,Energy,5\n001A000001aaaab,Dal,Retail,6\n\n001A000001aaaac,Fjell,Energy,unknown\n001A000001aaaad,Vik,Retail,7\n',
    ],
    [
      'no id at all',
      'Name,Sector,Staff\nNord,Energy,5\nDal,Retail,6\n\nFjell,Energy,unknown\nVik,Retail,7\n',
    ],
    ['two words', 'Name,Staff,Sales\nNord,5,100\nDal,6,200\n\nFjell,few,unknown\nVik,7,300\n'],
    ['codes', 'Code,Name,Staff\nC-1,Nord,5\nC-22,Dal,6\n\nHQ,Fjell,unknown\nC-333,Vik,7\n'],
    ['a last row', 'Id,Name,Staff\n1,Nord,5\n2,Dal,6\n,,\n3,Fjell,few\n'],
    ['its width, words alone', 'First,Last\nAnn,Berg\n\nBo,Dahl\nEva,Falk\n'],
    ['blank ends of all rows', 'First,Last\nAnn,Berg,\nBo,Dahl,\n\nEva,Falk,\nIda,Moe,\n'],
    ['a blank row before each', 'First,Last\n\nAnn,Berg\n\nBo,Dahl\n\nEva,Falk\n\nIda,Moe\n\nJon,12\n'],
  ])('[RD5] is one of the table: %s', async (_, text) => {
    const read = await readText(text);
    const filled = text
      .split('\n')
      .slice(1)
      .filter((line) => /[^,]/.test(line));
    expect([read.report.stored, read.report.dropped, read.report.rejected]).toEqual([filled.length, [], []]);
    expect(lines(read)).toBe(text.split('\n').length - 1);
  });

  it.each([
    [
      'in the middle',
      'Id,Name,City\n1,Ann,Oslo\n\n2,"Salesforce, Inc.",Bergen\n3,Bo,Moss\n',
      ['1', '2', '3'],
    ],
    ['last', 'Id,Name,City\n1,Ann,Oslo\n\n2,"Salesforce, Inc.",Bergen\n', ['1', '2']],
    ['its name alone', 'Name,City\nNord,Oslo\n\n"Salesforce, Inc.",\n', ['Nord', 'Salesforce, Inc.']],
    ['a table of one column', 'Name\nNord\n\n"Salesforce, Inc."\n', ['Nord', 'Salesforce, Inc.']],
    ['a copyright in two cells', 'Id,Note,By\n1,x,y\n\n2,Copyright (c) 2024 Nord,Ann\n', ['1', '2']],
    ['an id alone', 'Id,Name\n1,Ann\n\n2,\n', ['1', '2']],
  ])('[RD5] that names a company is no footer: %s', async (_, text, expected) => {
    const read = await readText(text);
    expect(ids(read)).toEqual(expected);
    expect(read.report).toMatchObject({ blank: 1, dropped: [], rejected: [] });
  });
});

describe('a second table after a blank row', () => {
  const table = 'Id,Name,City\n1,Ann,Oslo\n2,Bob,Bergen\n';

  it.each([
    ['of other cells', `${table}\nDeal Id,Amount\n9,100\n10,200\n`, 4, 7],
    ['of as many', `${table}\nDeal Id,Deal Name,Amount\n9,Big,100\n`, 4, 6],
    ['filled up with blank cells', `${table},,\nDeal Id,Amount,\n9,100,\n10,200,\n`, 4, 7],
    ['under a title', `${table}\nDeals of 2025\nDeal Id,Deal Name,Amount\n9,Big,100\n`, 4, 7],
    ['under notes of two cells', `${table}\nOwner,Jane\nDeal Id,Deal Name,Amount\n9,Big,100\n`, 4, 7],
    ['with rows of one column less filled', `${table}\nDeal Id,Amount,Stage\n9,100,\n10,200,won\n`, 4, 7],
    ['with a name of the first', 'Name,City\nAnn,Oslo\nBo,Moss\n\nName,Amount\nBig,100\n', 4, 6],
    ['with numbers among words', 'Name,City\nAnn,Oslo\nBo,Moss\n\nDeal,Amount\nBig,100\n', 4, 6],
    ['with codes', 'Id,Name\n001A1,Ann\n001A2,Bo\n\nDeal Id,Deal Name\n006B1,Big\n', 4, 6],
  ])('[RD5] has a header of its own, and is counted: %s', async (_, text, from, to) => {
    const read = await readText(text);
    expect(dropsOf(read)).toEqual([['second-table', from, to]]);
    expect(read.report).toMatchObject({ rows: 2, stored: 2, blank: 0 });
    expect(lines(read)).toBe(to);
  });

  it('[RD5][RD1] ends where the header of the first comes again', async () => {
    const read = await readText(`${table}\nDeal Id,Amount\n9,100\nId,Name,City\n3,Carl,Moss\n`);
    expect(ids(read)).toEqual(['1', '2', '3']);
    expect(dropsOf(read)).toEqual([['second-table', 4, 6]]);
    expect(lines(read)).toBe(8);
  });
});

describe('a second table straight below', () => {
  const table = 'Id,Name,City\n1,Ann,Oslo\n2,Bob,Bergen\n';

  it.each([
    ['as many cells', `${table}Id,Deal,Amount\n9,Big,100\n10,Small,200\n`],
    ['fewer cells', `${table}Id,Amount\n9,100\n10,200\n`],
    ['more cells', `${table}Id,Deal,Amount,Stage\n9,Big,100,won\n`],
    ['filled up with blank cells', `${table}Id,Amount,\n9,100,\n10,200,\n`],
    ['an id name of its own', `${table}Deal ID,Deal,Amount\n9,Big,100\n`],
    ['the names in another order', `${table}ID,City,Name\n3,Moss,Carl\n`],
    ['its name in another place', `${table}Deal,Id,Amount\nBig,9,100\n`],
    ['words alone', 'Name,City\nAnn,Oslo\nBo,Moss\nName,Owner\nBig,Jane\n'],
    ['ids in another column', 'Name,Staff,Id\nAnn,5,C-1\nBo,6,C-2\nDeal,Amount,Id\nBig,100,D-1\n'],
    ['no rows', `${table}Id,Deal,Amount\n`],
    ['a blank row below its header', `${table}Id,Amount\n\n9,100\n`],
  ])('[RD19] is told by the name of its ids, and counted: %s', async (_, text) => {
    const read = await readText(text);
    const last = text.split('\n').length - 1;
    expect(dropsOf(read)).toEqual([['second-table', 4, last]]);
    expect(read.report).toMatchObject({ rows: 2, stored: 2, rejected: [] });
    expect(lines(read)).toBe(last);
  });

  it.each([
    ['a value like the name', 'Code,Name\nC-1,Ann\nCode,5\nC-3,Bo\n', 3],
    ['a name that ends in id', 'Name,City\nAnn,Oslo\nJohn Doe Id,Moss\nDavid,Oslo\nMadrid,5\n', 4],
    ['a place', 'City Id,City\n1,Oslo\n2,Madrid\n3,Real Madrid\n', 3],
  ])('[RD19] is none without names and ids of its own: %s', async (_, text, stored) => {
    expect((await readText(text)).report).toMatchObject({ stored, rejected: [], dropped: [] });
  });

  it('[RD19][RD1] is told far down too, where lines are told by their bytes', async () => {
    const rows = (from: number): string =>
      Array.from({ length: 20_000 }, (_, at) => `${String(from + at)},Name ${String(at)},Oslo\n`).join('');
    const text = `Id,Name,City\n${rows(1)}Id,Name,City\n${rows(30_000)} ID ,Deal,Amount\n${rows(1)}`;
    const read = await readText(text, {}, 65_536);
    expect(read.report.stored).toBe(40_000);
    expect(dropsOf(read)).toEqual([['second-table', 40_003, 60_003]]);
    expect(read.report.warnings).toEqual([{ code: 'repeated-header', count: 1, lines: [20_002] }]);
    expect(lines(read)).toBe(60_003);
  });
});

describe('a footer', () => {
  const notices = 'Grand Totals (2 records)\nCopyright (c) 2000-2025 salesforce.com\n';

  it('[RD5] has one filled cell in each row, whatever it is filled up with', async () => {
    const read = await readText(`Id,Name,City\n1,Ann,Oslo\n\n${notices.replaceAll('\n', ',,\n')}`);
    expect(dropsOf(read)).toEqual([['footer', 3, 5]]);
    expect(read.report).toMatchObject({ rows: 1, stored: 1, blank: 0 });
  });

  it('[RD5][RD1] ends where rows of the table follow, as in two reports put together', async () => {
    const part = (row: string): string => `Id,Name,City\n${row}\n\n${notices}\n`;
    const read = await readText(part('1,Ann,Oslo') + part('2,Bo,Moss'));
    expect(ids(read)).toEqual(['1', '2']);
    expect(dropsOf(read)).toEqual([
      ['footer', 3, 6],
      ['footer', 9, 12],
    ]);
    expect(lines(read)).toBe(12);
  });
});
