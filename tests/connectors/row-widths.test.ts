import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/lib/connectors/csv/index.ts';
import { bytesSource } from '../../src/lib/connectors/source.ts';
import type { Segment } from '../../src/lib/engine/index.ts';
import { readingProblem } from '../../src/lib/words/en/problems-reading.ts';
import { cellsOf, problemOf, readText } from './read-text.ts';

const rows = (count: number, row: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => `${row(at)}\n`).join('');
const HEAD = 'Id,Name,City,Phone\n';
const full = (at: number): string => `${String(at)},Name ${String(at)},Oslo,22`;
const rejectedOf = async (text: string): Promise<(string | number)[][]> =>
  (await readText(text)).report.rejected.map(({ code, line, cells }) => [code, line, cells]);

describe('rows with more cells than the header', () => {
  it('[RD2] are rejected with their cells, also where the last of them are blank', async () => {
    const { report, cells } = await readText(
      `${HEAD}1,A,Oslo,2\n2,Fjell, Inc.,Bergen,\n3,C,Bodo,\n4,D,E,F,G\n`,
    );
    expect(cells.map(([id]) => id)).toEqual(['1', '3']);
    expect(report.rejected.map(({ code, line, texts }) => [code, line, texts])).toEqual([
      ['too-many-cells', 3, ['2', 'Fjell', ' Inc.', 'Bergen', '']],
      ['too-many-cells', 5, ['4', 'D', 'E', 'F', 'G']],
    ]);
    expect(await rejectedOf(`${HEAD}${rows(30, full)}x,A,Oslo,1,,\n`)).toEqual([['too-many-cells', 32, 6]]);
  });

  it('[RD2] that many blank cells are taken where nine tenths of the rows have them, and said', async () => {
    const tail = rows(36, (at) => `${full(at)},`);
    const { report } = await readText(`${HEAD}${tail}x,Fjell, Inc.,Bo,1,\ny,B,Oslo,22,,\nz,C,Oslo,\n`);
    expect(report.stored).toBe(36);
    expect(report.rejected.map(({ code, line }) => [code, line])).toEqual([
      ['too-many-cells', 38],
      ['too-many-cells', 39],
      ['too-few-cells', 40],
    ]);
    expect(report.warnings).toEqual([{ code: 'blank-ends', count: 36, lines: [] }]);
  });

  it('[RD2] a person says otherwise', async () => {
    const text = `${HEAD}${rows(5, full)}x,A,Oslo,1,,\n`;
    expect((await readText(text, { long: 'fill' })).report.stored).toBe(6);
    const habit = `${HEAD}${rows(9, (at) => `${full(at)},`)}`;
    expect((await readText(habit)).report.stored).toBe(9);
    expect((await readText(habit, { long: 'reject' })).report.rejected).toHaveLength(9);
  });
});

describe('rows with fewer cells than the header', () => {
  it('[RD3] are rejected, and a row broken by a line end is two of them', async () => {
    expect(await rejectedOf(`${HEAD}1,A,Oslo,1\n2,Fjell,Gate 2\n3rd floor,Bergen\n4,D,Oslo,1\n`)).toEqual([
      ['too-few-cells', 3, 3],
      ['too-few-cells', 4, 2],
    ]);
    expect(await rejectedOf(`${HEAD}${rows(19, full)}x,A\n`)).toEqual([['too-few-cells', 21, 2]]);
  });

  it('[RD3] are filled where a tenth of at least 20 rows is short, and said', async () => {
    const short = (at: number): string => (at % 5 === 0 ? `${String(at)},A,Oslo` : full(at));
    const { report, cells } = await readText(`${HEAD}${rows(20, short)}`);
    expect([report.stored, report.rejected]).toEqual([20, []]);
    expect(cells[0]).toEqual(['0', 'A', 'Oslo', '']);
    expect(report.warnings).toEqual([{ code: 'short-rows', count: 4, lines: [2, 7, 12, 17] }]);
    expect((await readText(`${HEAD}${rows(19, short)}`)).report.rejected).toHaveLength(4);
    expect((await readText(`${HEAD}${rows(20, short)}`, { short: 'reject' })).report.rejected).toHaveLength(
      4,
    );
    expect((await readText(`${HEAD}${rows(19, short)}`, { short: 'fill' })).report.stored).toBe(19);
  });

  it('[RD3] are no habit where two of them make a full row', async () => {
    const short = (at: number): string => (at % 5 === 0 ? `${String(at)},A,Oslo` : full(at));
    const broken = `${rows(20, short)}x,Fjell,Gate 2\nc/o B\n3rd floor,Bergen\n`;
    expect((await readText(HEAD + broken)).report.rejected).toHaveLength(7);
  });

  it('[RD3] a short last row without a line end says that the file may be cut off', async () => {
    const { report } = await readText(`${HEAD}${rows(3, full)}4,Dal`);
    expect(report.warnings).toEqual([{ code: 'cut-off', count: 1, lines: [5] }]);
    expect((await readText(`${HEAD}${rows(3, full)}4,Dal\n`)).report.warnings).toEqual([]);
  });
});

describe('a header that is the fault', () => {
  const narrow = 'Id,NameCity,Phone\n' + rows(10, full);
  const wide = 'Id,Name,City,Phone,\n' + rows(10, full);

  it('[RD3] stops the reading until a person says how rows are read', async () => {
    expect(await problemOf(narrow)).toEqual({
      file: 't.csv',
      code: 'header-width',
      line: 1,
      columns: 3,
      cells: 4,
      rows: 10,
    });
    const problem = await readCsv(bytesSource('t.csv', new TextEncoder().encode(wide)));
    expect(problem.ok ? '' : readingProblem(problem.problem)).toBe(
      't.csv, line 1: the header has 5 cells, nearly all rows (10) have 4 cells, so it cannot be told which cell is whose; correct the header, or say that short rows are to be filled up.',
    );
    expect((await readText(wide, { short: 'fill' })).cells[3]).toEqual(['3', 'Name 3', 'Oslo', '22', '']);
  });

  it('[RD3][S73] filled up, a header that is too short gets columns without a name, and no cell is lost', async () => {
    const { header, cells, report } = await readText(narrow, { long: 'fill' });
    expect(header).toEqual(['Id', 'NameCity', 'Phone', '']);
    expect(cells[3]).toEqual(['3', 'Name 3', 'Oslo', '22']);
    expect([report.stored, report.rows]).toEqual([10, 10]);
  });

  it('[RD3] blank cells at the end of all rows are the harmless form', async () => {
    expect((await readText(HEAD + rows(10, (at) => `${full(at)},`))).report.stored).toBe(10);
  });
});

describe('a habit that only the end of the file shows', () => {
  const late = HEAD + rows(2000, full) + rows(4000, (at) => `${String(at)},A,Oslo`);

  it.each([
    ['short rows', late, 6000],
    [
      'no habit after all',
      HEAD + rows(60, (at) => `${String(at)},A${at % 4 === 0 ? '' : ',B,C'}`) + rows(900, full),
      945,
    ],
    ['blank ends', HEAD + rows(90, full) + rows(9000, (at) => `${full(at)},`), 9090],
  ])('[RD2][RD3][S73] is that of all rows, in their order: %s', async (_, text, stored) => {
    const source = bytesSource('t.csv', new TextEncoder().encode(text), 4096);
    let segments: Segment[] = [];
    let restarts = 0;
    const result = await readCsv(source, {}, undefined, {
      segmentRows: 40,
      onSegments: (closed) => void segments.push(...closed),
      onRestart: () => {
        restarts++;
        segments = [];
      },
    });
    if (!result.ok) throw new Error(result.problem.code);
    const { report, set } = result;
    expect(restarts).toBe(1);
    expect(report.stored + report.rejected.length).toBe(report.rows);
    const { fileRows } = cellsOf({ ...set, segments });
    expect([report.stored, fileRows.length]).toEqual([stored, stored]);
    expect(fileRows).toEqual([...fileRows].sort((a, b) => a - b));
  });
});
