import { describe, expect, it } from 'vitest';
import { said } from '../support/english.ts';
import { readText } from './read-text.ts';

const notesOf = async (text: string, choices = {}): Promise<string[]> =>
  said('reading').notes((await readText(text, choices)).report);

describe('[RD22] one column, though the lines look parted', () => {
  it.each([
    [
      'Id:Name\n1:Ann\n2:Bo\n',
      't.csv: read as one column, though 3 lines have the same number of “:”; if they part columns, choose the delimiter.',
    ],
    [
      'Id~Full name\n1~Ann Berg\n\n2~Bo\n',
      't.csv: read as one column, though 3 lines have the same number of “~”; if they part columns, choose the delimiter.',
    ],
    [
      'Id   Name  City\n1    Ann   Oslo\n2    Bo    Moss\n',
      't.csv: read as one column, though 3 lines have the same number of words; if they part columns, choose the delimiter.',
    ],
    [
      `Id      Name          City\n${'1       Ann Berg      Oslo\n22      Bo            Moss\n'.repeat(3)}`,
      't.csv: read as one column, though in 7 lines text begins at the same places; if they are columns of a fixed width, part them in a spreadsheet, save that as CSV and read it.',
    ],
    [
      `Contacts\nas of May\nall\n${'1^Ann^Oslo\n'.repeat(6)}`,
      't.csv: read as one column, though 6 lines have the same number of “^”; if they part columns, choose the delimiter.',
    ],
  ])('%j is said', async (text, sentence) => {
    expect(await notesOf(text)).toContain(sentence);
  });

  it('is not said of lists, nor where a person chose', async () => {
    expect(await notesOf('Email\na@x.example\nb@x.example\n')).toEqual([]);
    expect(await notesOf('Name\nAnn Berg\nBo Dahl\n')).toEqual([]);
    expect(await notesOf('Name\nSmith, John\nDoe, Jane\n')).toEqual([]);
    expect(await notesOf('Id:Name\n1:Ann\n', { delimiter: ':' })).toEqual([]);
    expect(await notesOf('Company: all\nNord\nDal\n')).toEqual([]);
    expect(await notesOf(`Address\n${'Storgata 1, 0155 Oslo, Norway\n'.repeat(9)}`)).toEqual([]);
    expect(await notesOf(`Name\n${'Ann Berg\nBo  Dahl\nIda Eng\nOla Foss\nSiv  Gran\n'.repeat(3)}`)).toEqual(
      [],
    );
  });

  it('is said of nine tenths of the lines, whatever the size of the file', async () => {
    const rows = (count: number): string =>
      Array.from({ length: count }, (_, at) => (at % 15 === 7 ? 'none\n' : `${String(at)}^Name\n`)).join('');
    const { report } = await readText(`Id^Name\n${rows(40_000)}`, {}, 65_536);
    expect(report.delimiter).toBeNull();
    expect(report.warnings).toEqual([{ code: 'one-column', count: 187, lines: [], value: '^' }]);
  });
});
