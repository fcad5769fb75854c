import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

describe('[RD4] a quoted cell with a stray quote that runs over a line end', () => {
  it.each([
    [
      'inches at the end of a cell',
      'Id,Size,N\n1,"5" pipe,a\n2,"b, c",d\n3,e,f\n',
      [
        ['1', '"5" pipe', 'a'],
        ['2', 'b, c', 'd'],
        ['3', 'e', 'f'],
      ],
      [2],
    ],
    [
      'a quote that is opened and not closed, and closed quotes below',
      'Id,Size,N\n1,"open,a\n"2","b, c","d"\n"3","say ""x""","f"\n',
      [
        ['1', '"open', 'a'],
        ['2', 'b, c', 'd'],
        ['3', 'say "x"', 'f'],
      ],
      [2],
    ],
    [
      'two such lines, one below the other, of CRLF',
      'Id,N\r\n1,"a" b\r\n2,"c" d\r\n3,"e\r\nf"\r\n',
      [
        ['1', '"a" b'],
        ['2', '"c" d'],
        ['3', 'e\r\nf'],
      ],
      [2, 3],
    ],
    [
      'mixed line ends',
      'Id,N\r\n1,"a" b\n2,"c\rd"\r3,"e"\n',
      [
        ['1', '"a" b'],
        ['2', 'c\rd'],
        ['3', 'e'],
      ],
      [2],
    ],
  ])('%s: that line alone is read with quotes as ordinary characters', async (_, text, cells, lines) => {
    for (const chunk of [1, 7, 1 << 20]) {
      const read = await readText(text, { delimiter: ',' }, chunk);
      expect(read.cells).toEqual(cells);
      expect(read.report.warnings).toContainEqual({
        code: 'quote-over-line-end',
        count: lines.length,
        lines,
      });
    }
  });

  it('a stray quote in a cell of one line stays one, though another cell of the row has several', async () => {
    const { cells, report } = await readText('Id,A,B\n1,"x\ny","say "yes" now"\n');
    expect(cells).toEqual([['1', 'x\ny', 'say "yes" now']]);
    expect(report.warnings).toEqual([{ code: 'stray-quote', count: 1, lines: [2] }]);
  });

  it('a hundred thousand such lines are read in their order, each named', async () => {
    const text = `Id,Size,N\n${'1,"5" pipe,a\n2,"b",c\n'.repeat(50_000)}`;
    const { report, cells } = await readText(text, {}, 1 << 20);
    expect(report).toMatchObject({ rows: 100_000, stored: 100_000 });
    expect(report.warnings).toMatchObject([{ code: 'quote-over-line-end', count: 50_000 }]);
    expect(cells.at(-2)).toEqual(['1', '"5" pipe', 'a']);
  });
});
