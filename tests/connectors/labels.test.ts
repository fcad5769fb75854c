import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

const DATA = [
  '101,Nord AS,nord.no,2024-01-05,1200.50',
  '102,Dal ApS,dal.dk,2024-02-06,900.00',
  '103,Vik AB,vik.se,2024-03-07,15.25',
  '104,Berg AS,berg.no,2024-04-08,77.10',
];
const HEADER = 'Record ID,Name,Domain,Created,Revenue';
const file = (rows: readonly string[], header = HEADER): string => [header, ...rows, ''].join('\n');

describe('a row of labels or types under the header', () => {
  it.each([
    ['names as the database has them', HEADER, ['hs_object_id,name,domain,createdate,annualrevenue'], DATA],
    ['types', HEADER, ['int,varchar(255),string,date,"decimal(10,2)"'], DATA],
    ['types in brackets, some blank', HEADER, ['<number>,<text>,,<date>,<number>'], DATA],
    ['units', HEADER, [',,,,EUR'], DATA],
    [
      'units in brackets',
      'Id,Mass,Length',
      ['-,[kg],(cm)'].map((row) => row.replace('-', '')),
      ['A1,12,4', 'A2,13,5'],
    ],
    [
      'labels of people',
      'hs_object_id,name,createdate',
      ['Record ID,Company name,Create date'],
      ['1,A,2024-01-02', '2,B,2024-01-03'],
    ],
    ['words in another tongue', HEADER, ['Nummer,Firma,Nettsted,Opprettet,Omsetning'], DATA],
    [
      'labels, then types',
      HEADER,
      ['hs_object_id,name,domain,createdate,amount', 'int,string,string,date,number'],
      DATA,
    ],
    ['types, then units', HEADER, ['int,string,string,date,number', ',,,,USD'], DATA],
    [
      'words alone below',
      'Account Name,Billing City',
      ['account_name__c,billing_city__c'],
      ['Nord AS,Oslo', 'Dal ApS,Aarhus'],
    ],
    ['ids alone tell', 'Id,Name,City', ['Schluessel,Bezeichnung,Ort'], ['1,A,Oslo', '2,B,Moss', '3,C,Vik']],
  ])('[RD1] is a record until a person says it is none: %s', async (_, header, labels, rows) => {
    const text = file([...labels, ...rows], header);
    const { report, cells } = await readText(text);
    const lines = labels.map((__, at) => at + 2);
    expect(report.warnings.filter(({ code }) => code === 'labels-row')).toMatchObject([
      { count: labels.length, lines },
    ]);
    expect([report.stored, report.dropped]).toEqual([labels.length + rows.length, []]);
    expect(cells.length).toBe(labels.length + rows.length);

    const dropped = await readText(text, { labels: 'drop' });
    expect(dropped.report.dropped).toMatchObject([
      { kind: 'labels', fromLine: 2, toLine: labels.length + 1 },
    ]);
    expect(dropped.report).toMatchObject({ rows: rows.length, stored: rows.length, warnings: [] });
    expect(dropped.cells).toEqual(cells.slice(labels.length));
    expect(dropped.report.choices.labels).toBe('drop');

    const kept = await readText(text, { labels: 'keep' });
    expect(kept.report.warnings).toEqual([]);
    expect(kept.cells).toEqual(cells);
  });

  it.each([
    ['records alone', file(DATA)],
    ['a first record with missing values', file(['100,Unknown AS,n/a,,', ...DATA])],
    ['a first record of words in a table of words', 'Name,City\nAnna,Oslo\nBo,Moss\nCy,Vik\n'],
    [
      'channels that are words for types',
      'Name,Way,Other\nAnna,Phone,Email\nBo,Email,Phone\nCy,Phone,Text\n',
    ],
    ['values that name types', 'First,Second\nEmail,Phone\nPhone,Email\nText,Email\n'],
    ['a currency in a column of currencies', 'Id,Amount,Currency\n1,20,EUR\n2,30,USD\n'],
    [
      'a city with the word of its header',
      'Id,Bank,City\n1,City Bank,Kansas City\n2,Nord Bank,Salt Lake City\n',
    ],
    [
      'a first record with an id like the others',
      'Id,First,Email\nA1,Per,\nA2,Anna,anna@x.no\nA3,Bo,bo@x.no\n',
    ],
    ['the header again', file([HEADER, ...DATA])],
    ['no rows below', 'Record ID,Name\nhs_id,hs_name\n'.replace('hs_id,hs_name\n', '')],
    ['one damaged id', file(['abc,Nord AS,nord.no,2024-01-05,12.5', ...DATA])],
  ])('[RD1] is none: %s', async (_, text) => {
    const { report } = await readText(text, { labels: 'drop' });
    expect(report.warnings.filter(({ code }) => code === 'labels-row')).toEqual([]);
    expect(report.dropped).toEqual([]);
    const asFound = await readText(text);
    expect(asFound.report.warnings.filter(({ code }) => code === 'labels-row')).toEqual([]);
  });

  it('[RD1] is found under a header that was chosen, and does not say what records look like', async () => {
    const above = 'Export of today\n\n';
    const rows = [
      'hs_object_id,name,domain,createdate,amount',
      ...DATA,
      '',
      '105,Elv AS,elv.no,2024-05-01,1.5',
    ];
    const { report } = await readText(above + file(rows), { headerLine: 3 });
    expect(report.warnings).toMatchObject([{ code: 'labels-row', lines: [4] }]);
    expect(report).toMatchObject({ rows: 7, stored: 6, blank: 1 });
  });

  it('[RD1][RD5] does not keep a second table from being told by what records look like', async () => {
    const second = ['', 'Deal,Stage,Owner,Opened,Sum', 'Fish,won,Per,2024-01-01,5'];
    const { report } = await readText(
      file(['hs_object_id,name,domain,createdate,amount', ...DATA, ...second]),
    );
    expect(report.dropped).toMatchObject([{ kind: 'second-table', fromLine: 7 }]);
    expect(report.stored).toBe(5);
  });

  it('[RD1] is left out of a long file too, whose rows are read byte by byte; lines stay those of the file', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, at) => `${String(at)},Nord ${String(at)},nord.no,2024-01-05,1.5`,
    );
    const text = file(['int,string,string,date,number', ...rows, '7,short']);
    const { report } = await readText(text, { labels: 'drop' }, 65_536);
    expect(report).toMatchObject({ rows: 30_001, stored: 30_000 });
    expect(report.rejected).toMatchObject([{ line: 30_003, code: 'too-few-cells' }]);
    expect(report.lineBreaks.first).toBe(3);
  });
});
