import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Segment } from '../../src/lib/engine/model/column.ts';
import { readCsv } from '../../src/lib/connectors/csv/index.ts';
import { lineOf } from '../../src/lib/connectors/table/lines.ts';
import { readingProblem } from '../../src/lib/words/en/problems-reading.ts';
import { said } from '../support/english.ts';
import { blobSource, bytesSource } from '../../src/lib/connectors/source.ts';
import { problemOf, readText } from './read-text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('[Reading files] rows', () => {
  it('a last line end starts no row, a second one is a blank row', async () => {
    expect((await readText('Id,Name\n1,Ann')).report.rows).toBe(1);
    expect((await readText('Id,Name\n1,Ann\n')).report.rows).toBe(1);
    expect((await readText('Id,Name\n1,Ann\n\n')).report).toMatchObject({ rows: 2, stored: 1, blank: 1 });
  });

  it('rows of other cells than the header are filled or passed over where a person says so, else rejected with their line', async () => {
    const { report, cells, fileRows } = await readText(
      'Id,Name,City\n1,"a\nb"\n\n2,B,Oslo, ,\n3,C,Rome,x\n4,D,Bonn\n',
      { short: 'fill', long: 'fill' },
    );
    expect(cells).toEqual([
      ['1', 'a\nb', ''],
      ['2', 'B', 'Oslo'],
      ['4', 'D', 'Bonn'],
    ]);
    expect(fileRows).toEqual([0, 2, 4]);
    expect(report.rejected).toEqual([
      {
        line: 6,
        fileRow: 3,
        code: 'too-many-cells',
        cells: 4,
        columns: 3,
        texts: ['3', 'C', 'Rome', 'x'],
      },
    ]);
    expect(report).toMatchObject({ rows: 5, stored: 3, blank: 1 });
    expect([0, 1, 2, 3, 4].map((row) => lineOf(report.lineBreaks, row))).toEqual([2, 4, 5, 6, 7]);
  });

  it('a byte order mark is no part of the first name, and no character is cut between two pieces', async () => {
    const text = '\ufeffId,N\n1,a😀b\n2,ü\n';
    const units = new Uint8Array(
      Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).buffer,
    );
    for (const [bytes, encoding] of [
      [utf8(text), 'utf-8'],
      [units, 'utf-16le'],
    ] as const) {
      for (const chunk of [1, 2, 3, 5, 64]) {
        const { report, cells } = await readText(bytes, {}, chunk);
        expect(report).toMatchObject({ encoding, byteOrderMark: true, header: ['Id', 'N'] });
        expect(cells).toEqual([
          ['1', 'a😀b'],
          ['2', 'ü'],
        ]);
      }
    }
  });

  it('the line spreadsheets write for themselves names the delimiter and is no row', async () => {
    const { report, cells } = await readText('sep=;\nId;N\n1;a,b\n');
    expect(report).toMatchObject({ delimiter: ';', delimiterBy: 'sep-line', headerLine: 2, rows: 1 });
    expect(report.dropped).toEqual([{ kind: 'sep-line', fromLine: 1, toLine: 1, texts: ['sep=;'] }]);
    expect(cells).toEqual([['1', 'a,b']]);
  });

  it('a first row with an e-mail address is data, not names of columns', async () => {
    const text = 'anna@acme.no,Oslo\nbo@acme.no,Bergen\n';
    expect(await problemOf(text)).toMatchObject({ code: 'no-header', line: 1 });
  });

  it('[S64] LF, CRLF and CR each end a row and stay as they are inside quotes', async () => {
    const { report, cells } = await readText('Id,N\r\n1,"a\r\nb"\n2,"c\rd"\r3,"e\nf" \r\n4,\fg\u2028\r\n');
    expect(cells).toEqual([
      ['1', 'a\r\nb'],
      ['2', 'c\rd'],
      ['3', 'e\nf'],
      ['4', '\fg\u2028'],
    ]);
    expect(report.newline).toBe('mixed');
    expect(report.warnings).toEqual([{ code: 'mixed-newlines', count: 2, lines: [] }]);
    expect((await readText('Id,N\r\n1,"a\nb"\r\n')).report.newline).toBe('\r\n');
    expect((await readText('Id,N')).report.newline).toBeNull();
  });

  it('[S64] a quote never closed is an ordinary character from its line on', async () => {
    const { report, cells } = await readText('Id,N\n1,"x, y"\n2,"open\n3,a "b" d\n4,c');
    expect(cells).toEqual([
      ['1', 'x, y'],
      ['2', '"open'],
      ['3', 'a "b" d'],
      ['4', 'c'],
    ]);
    expect(report.warnings).toEqual([{ code: 'unclosed-quote', count: 1, lines: [3] }]);
  });

  it('a stray quote is reported with its line', async () => {
    const { report, cells } = await readText('Id,N\n1,a\n2,"He said "yes" twice"\n');
    expect(cells[1]).toEqual(['2', 'He said "yes" twice']);
    expect(report.warnings).toEqual([{ code: 'stray-quote', count: 1, lines: [3] }]);
  });

  it('values stay text, NUL included', async () => {
    const { cells } = await readText('Id,N\n007,1.0E7\n123456789012345678, x\u0000 \n');
    expect(cells).toEqual([
      ['007', '1.0E7'],
      ['123456789012345678', ' x\u0000 '],
    ]);
  });
});

describe('[Reading files] header and delimiter', () => {
  it.each([
    ['Id;Amount\n1;1,5\n2;2,5\n', ';'],
    ['Id\tName\n1\tSmith, John\n', '\t'],
    ['Id|Name\n1|a;b\n', '|'],
    ['Name\nSmith, John\nDoe, Jane\n', null],
    ['rec_id, given\n1, ann\n', ','],
    ['sep=|\nId|a;b;c\n1|2;3;4\n', '|'],
    ['Export, 31/12/2025\n\nId;Name;City\n1;A;B\n2;C;D\n', ';'],
  ])('%j is split at %j', async (text, delimiter) => {
    expect((await readText(text)).report.delimiter).toBe(delimiter);
  });

  it('the n-th column of one name is addressable', async () => {
    const { header, report } = await readText('Id,Name,Name,\n1,a,b,c\n');
    expect(header).toEqual(['Id', 'Name', 'Name [2]', '']);
    expect(report.header).toEqual(['Id', 'Name', 'Name', '']);
  });

  it('[S66] titles above the table are dropped visibly, an empty first name is none', async () => {
    const { report } = await readText('Sales report,,\n,,\nId,Name,City\n1,Ann,Oslo\n');
    expect(report).toMatchObject({ headerLine: 3, rows: 1 });
    expect(report.dropped).toEqual([{ kind: 'preamble', fromLine: 1, toLine: 2, texts: ['Sales report'] }]);
    expect((await readText(',Name\n0,Ann\n1,Bob\n')).header).toEqual(['', 'Name']);
  });

  it.each(['1,Ann,ann@x.no\n2,Bob,bob@x.no\n', '1,Ann\n2,Bob\n', '2025-01-02,5\n2025-01-03,6\n'])(
    'without a header row it cannot be read: %j',
    async (text) => {
      expect(await problemOf(text)).toEqual({ file: 't.csv', code: 'no-header', line: 1 });
    },
  );

  it('the header line can be chosen', async () => {
    const { report, cells } = await readText('x,y\nId,Name\n1,Ann\n', { headerLine: 2 });
    expect(report.header).toEqual(['Id', 'Name']);
    expect(cells).toEqual([['1', 'Ann']]);
    expect((await readText('1,2\n3,4\n', { headerLine: 1 })).report.rows).toBe(1);
    expect(await problemOf('Id\n1\n', { headerLine: 9 })).toMatchObject({ code: 'no-header', line: 9 });
  });

  it('empty files say so', async () => {
    expect(await problemOf('')).toEqual({ file: 't.csv', code: 'empty-file' });
    expect(await problemOf('\n\n')).toEqual({ file: 't.csv', code: 'empty-file' });
    expect(await problemOf('a,b\n', { delimiter: '"' })).toMatchObject({ code: 'bad-delimiter' });
  });
});

describe('[Reading files] the end of the table', () => {
  const table = 'Id,Name\n1,Ann\n2,Bob\n';

  it('[S66] a second header-like line after an empty line ends it', async () => {
    const { report } = await readText(`${table}\nDeals\nDeal Id,Amount\n9,100\n\nx\n`);
    expect(report).toMatchObject({ rows: 2, stored: 2, blank: 0 });
    expect(report.dropped).toEqual([
      { kind: 'second-table', fromLine: 4, toLine: 9, texts: ['Deals', 'Deal Id · Amount', '9 · 100', 'x'] },
    ]);
  });

  it('[RD1] the header again is left out and named, also after an empty line', async () => {
    const { report, cells } = await readText(`${table}\nId,Name\n3,Carl\n Id , Name\n4,Dora\n`);
    expect(cells.map(([id]) => id)).toEqual(['1', '2', '3', '4']);
    expect(report).toMatchObject({ rows: 5, stored: 4, blank: 1, dropped: [] });
    expect(report.warnings).toEqual([{ code: 'repeated-header', count: 2, lines: [5, 7] }]);
    expect(lineOf(report.lineBreaks, 4)).toBe(8);
  });

  it('a data row after an empty line does not', async () => {
    const { report } = await readText(`${table}\n3,Carl\n\nx,Dora\n\nEva,\n`);
    expect(report).toMatchObject({ rows: 8, stored: 5, blank: 3, dropped: [] });
    const words = await readText('First,Last\nAnn,Berg\n\nBo,Dahl\nEva,Falk\n');
    expect(words.report).toMatchObject({ stored: 3, blank: 1, dropped: [] });
  });

  it('[S66] a report footer goes only with its notice', async () => {
    const footer =
      '\n\nGrand Totals (2 records)\nCopyright © 2000-2025 salesforce, inc. Alle Rechte vorbehalten.\n';
    const { report } = await readText(table + footer);
    expect(report).toMatchObject({ rows: 2, blank: 0 });
    expect(report.dropped).toMatchObject([{ kind: 'footer', fromLine: 4, toLine: 7 }]);
    expect((await readText(`${table}\nGrand Totals,\n`)).report).toMatchObject({
      rows: 4,
      stored: 3,
      dropped: [],
    });
  });
});

describe('[Reading files] encodings', () => {
  it('UTF-8 is strict over the whole file', async () => {
    const far = `Id,N\n${'1,aaaaaaaaaaaaaaaa\n'.repeat(9000)}`;
    const bytes = new Uint8Array([...utf8(far), ...utf8('2,'), 0xe6, 0x0a]);
    const { report, cells } = await readText(bytes, {}, 65_536);
    expect(report.encoding).toBe('windows-1252');
    expect(cells.at(-1)).toEqual(['2', 'æ']);
  });

  it('[S65] lines of two encodings are read line by line and named', async () => {
    const bytes = new Uint8Array([...utf8('Id,N\n1,æ\n2,'), 0xe6, 0x0a, ...utf8('3,€\n')]);
    const { report, cells } = await readText(bytes);
    expect(cells.map(([, name]) => name)).toEqual(['æ', 'æ', '€']);
    expect(report.warnings).toEqual([{ code: 'mixed-encoding', count: 1, lines: [3] }]);
  });

  it('an encoding chosen by hand is strict and says the line', async () => {
    const bytes = new Uint8Array([...utf8('Id,N\n1,a\n2,'), 0xe6, 0x0a]);
    expect(await problemOf(bytes, { encoding: 'utf-8' })).toMatchObject({ code: 'not-in-encoding', line: 3 });
    expect(await problemOf(bytes, { encoding: 'shift_jis' })).toMatchObject({
      code: 'not-in-encoding',
      line: 3,
    });
    expect(await problemOf(bytes, { encoding: 'klingon' })).toMatchObject({ code: 'unknown-encoding' });
    const odd = new Uint8Array([0xff, 0xfe, 0x41, 0, 10, 0, 0x42]);
    expect(await problemOf(odd)).toMatchObject({ code: 'not-in-encoding', encoding: 'utf-16le', line: 2 });
  });

  it('all 256 bytes of windows-1252 survive', async () => {
    const bytes = new Uint8Array(256).map((_, i) => i);
    const body = bytes.filter((byte) => byte !== 10 && byte !== 13 && byte !== 34 && byte !== 44);
    const { cells } = await readText(new Uint8Array([...utf8('Id,N\n1,'), ...body, 10]));
    expect(cells[0]![1]).toHaveLength(252);
    expect(cells[0]![1]!.slice(124, 130)).toBe('\u20ac\u0081\u201a\u0192\u201e\u2026');
  });
});

describe('reading as a whole', () => {
  it('hands closed segments over while it reads', async () => {
    const text = `Id,N\n${Array.from({ length: 100 }, (_, i) => `${String(i)},x\n`).join('')}`;
    const got: Segment[] = [];
    const result = await readCsv(bytesSource('t.csv', utf8(text), 50), {}, undefined, {
      segmentRows: 30,
      onSegments: (segments, header) => {
        expect(header).toEqual(['Id', 'N']);
        got.push(...segments);
      },
    });
    expect(got.map(({ rows }) => rows)).toEqual([30, 30, 30, 10]);
    expect(result.ok && [result.set.rows, result.set.segments.length, result.report.stored]).toEqual([
      100, 0, 100,
    ]);
  });

  it('can be cancelled, and a source that fails is a problem, not a crash', async () => {
    const source = bytesSource('t.csv', utf8('Id\n1\n'));
    const cancelled = await readCsv(source, {}, undefined, { cancelled: () => true });
    expect(!cancelled.ok && cancelled.problem.code).toBe('cancelled');
    const broken = await readCsv({
      name: 't.csv',
      size: 1,
      chunks: () => ({
        [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('disk gone')) }),
      }),
    });
    expect(!broken.ok && readingProblem(broken.problem)).toBe('t.csv cannot be read: disk gone.');
    let opened = 0;
    const growing = await readCsv({
      name: 't.csv',
      size: 5,
      chunks: () => bytesSource('', utf8(opened++ === 0 ? 'Id\n1\n' : 'Id\n1\n2\n')).chunks(),
    });
    expect(!growing.ok && growing.problem.code).toBe('changed-while-read');
  });

  it('reading again with the choices of the report gives the same; the hash is of the bytes', async () => {
    const text = 'note\n\nId;N\n1;æ\n';
    const first = await readText(text);
    const again = await readText(text, first.report.choices);
    expect(again.cells).toEqual(first.cells);
    expect(first.report.sha256).toBe(createHash('sha256').update(text).digest('hex'));
    const blob = await readCsv(blobSource(new File([text], 'b.csv')));
    expect(blob.ok && blob.report.sha256).toBe(first.report.sha256);
  });

  it('sentences name file, line and what to do', async () => {
    const { report } = await readText('Id,N\n1,a,b\n');
    expect(said('reading').notes(report)).toEqual([
      't.csv, line 2: 3 cells under 2 columns, so the row is left out; put the cell that holds a delimiter in quotes.',
    ]);
  });
});
