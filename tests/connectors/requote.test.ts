import { describe, expect, it } from 'vitest';
import { said } from '../support/english.ts';
import { readText } from './read-text.ts';

const codes = ({ warnings }: { readonly warnings: readonly { readonly code: string }[] }): string[] =>
  warnings.map(({ code }) => code);

describe('[RD17] blanks before a quote, and apostrophes as quotes', () => {
  it.each([
    [
      'Id, "N", "O"\n1, "a, b", "c"\n2, "d", "say ""x"""\n3,\t"e\nf", g\n',
      [
        ['1', 'a, b', 'c'],
        ['2', 'd', 'say "x"'],
        ['3', 'e\nf', ' g'],
      ],
    ],
    [
      'Id; "N"\r\n1;  "a; b" \r\n2; "c"\r\n',
      [
        ['1', 'a; b'],
        ['2', 'c'],
      ],
    ],
    ['Id,N\n1, "a, b"', [['1', 'a, b']]],
  ])('%j: the blanks are no part of the cells', async (text, cells) => {
    for (const chunk of [1, 7, 1 << 20]) {
      const read = await readText(text, {}, chunk);
      expect(read.cells).toEqual(cells);
      expect(codes(read.report)).toContain('blanks-before-quotes');
    }
  });

  it.each(['Id,N\n1, "a" b\n2, c\n', 'Id,N\n1, "a\n2,b\n'])(
    '%j is read as it stands, and named',
    async (text) => {
      const { cells, report } = await readText(text, { delimiter: ',' });
      expect(cells[0]![1]).toMatch(/^ "a/);
      expect(report.warnings).toEqual([{ code: 'quotes-after-blank', count: 1, lines: [2] }]);
    },
  );

  it.each([
    [
      "Id,N\n'1','a, b'\n'2','it''s \"x\"'\n",
      [
        ['1', 'a, b'],
        ['2', 'it\'s "x"'],
      ],
    ],
    [
      "Id;N\r\n1;'a\r\nb'\r\n2;'c; d'\r\n",
      [
        ['1', 'a\r\nb'],
        ['2', 'c; d'],
      ],
    ],
    [
      "'Id', 'N'\n'1', 'a, b'\n'2', 'c'\n",
      [
        ['1', 'a, b'],
        ['2', 'c'],
      ],
    ],
  ])('%j: the apostrophes are quotes', async (text, cells) => {
    for (const chunk of [1, 7, 1 << 20]) {
      const read = await readText(text, { delimiter: text.includes(';') ? ';' : ',' }, chunk);
      expect(read.cells).toEqual(cells);
      expect(read.header).toEqual(['Id', 'N']);
      expect(codes(read.report)).toContain('apostrophes-as-quotes');
    }
  });

  it.each([
    "Id,N\n1,'t Hoen\n2,'s-Gravenhage\n",
    "Id,N\n1,O'Brien\n2,rock 'n' roll\n",
    'Id,N\n1,\'a\'\n2,"b, c"\n',
  ])('%j: the apostrophes are letters', async (text) => {
    const { cells, report } = await readText(text);
    expect(cells[0]![1]).toContain("'");
    expect(codes(report)).toEqual([]);
  });

  it('a person can keep the apostrophes', async () => {
    const { cells } = await readText("Id,N\n1,'a'\n2,'b'\n", { apostrophes: 'keep' });
    expect(cells).toEqual([
      ['1', "'a'"],
      ['2', "'b'"],
    ]);
  });

  it('a far cell reads as a near one', async () => {
    const text = `Id,N\n${'1,"x"\n2, "a, b"\n3,y\n'.repeat(30_000)}`;
    const { cells, report } = await readText(text, {}, 1 << 16);
    expect(cells.at(-2)).toEqual(['2', 'a, b']);
    expect(report.stored).toBe(90_000);
    expect(said('reading').notes(report)).toEqual([
      't.csv: blanks between a delimiter and a quote are no part of 30,000 cells.',
    ]);
  });
});
