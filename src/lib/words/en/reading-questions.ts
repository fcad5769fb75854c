import type { ColumnGuess } from '../../engine/index.ts';
import type { ToldBy } from '../../engine/suggest/index.ts';
import type { Speech } from '../speech.ts';
import { guessWords } from './reading-guess.ts';

const TOLD_BY: Readonly<Record<ToldBy, (other: string) => string>> = {
  'other-side': (other) => `the numbers of ${other} tell`,
  columns: () => 'the other numbers of this file tell',
  delimiter: () => 'the file parts its cells by “;”, which tells',
};

/** What a file leaves open: each a question with what it rests on, and the words of its answers. */
export const readingQuestions = (speech: Speech) => {
  const { count, plural } = speech;
  return {
    heading: (questions: number): string => plural(questions, { one: '# question', other: '# questions' }),
    says: 'nothing is guessed; each answer is kept',
    inFile: 'In the file',
    unreadable: 'unreadable',
    show: (rows: number): string => `Show ${count(rows)}`,
    /** Names the list of the rows a question is about. */
    shownOf: (rows: number): string =>
      plural(rows, { one: '# row of the file', other: '# rows of the file' }),
    shownFirst: (shown: number, all: number): string =>
      shown >= all ? '' : `The first ${count(shown)} of ${count(all)}.`,
    fileAgain:
      'The browser forgets files when a page is loaded again: an answer asks for the file once more.',
    decimal: (field: string): string => `${field}: which is the decimal sign?`,
    'decimal-told': (field: string, sign: '.' | ','): string => `${field}: is the ${SIGNS[sign]} decimal?`,
    /** Which sign was assumed, and by what. */
    told: (sign: '.' | ',', by: ToldBy, other: string): string =>
      `No cell says so itself; ${TOLD_BY[by](other)} that the ${SIGNS[sign]} is decimal, and it is read so until you answer.`,
    'multi-select': (field: string): string => `${field}: does each cell hold several words?`,
    /** Why it is taken for a list, and what that does. */
    lists: (filled: number, sign: ';' | ',' | '|'): string => {
      const cells = plural(filled, { one: '# filled cell holds', other: '# filled cells hold' });
      const what = `${cells} words of a small set, parted by “${sign}”.`;
      return sign === ';'
        ? `${what} It is read as a multi-select, where the order of the words does not count, until you answer.`
        : `${what} Lists are parted at “;” alone, so each cell is compared as one text; export it with “;” if the order does not count.`;
    },
    labels: (lines: readonly number[]): string =>
      lines.length === 1
        ? `Is line ${count(lines[0] ?? 0)} a record, or a row of labels?`
        : `Are lines ${lines.map(count).join(', ')} records, or rows of labels?`,
    labelsEvidence: (says: string, rows: number, others: number): string => {
      const holds = says === '' ? '' : `It says ${says}. `;
      const until = plural(rows, {
        one: 'Until you answer it is stored as a record; left out,',
        other: 'Until you answer they are stored as records; left out,',
      });
      return `${holds}${until} ${plural(others, { one: '# is stored.', other: '# are stored.' })}`;
    },
    sheet: 'Which sheet of the workbook holds the records?',
    sheetEvidence: (sheet: string, sheets: number): string =>
      `${count(sheets)} sheets hold tables. Until you answer, ${sheet} is read.`,
    encoding: 'Is this file windows-1252?',
    encodingEvidence: (lines: number, first: readonly number[]): string => {
      const which = first.slice(0, 3).map(count).join(', ');
      return plural(lines, {
        one: `# line is not UTF-8 (line ${which}). It is read as windows-1252 until you answer.`,
        other: `# lines are not UTF-8 (lines ${which}${lines > 3 ? ', …' : ''}). They are read as windows-1252 until you answer.`,
      });
    },
    'date-order': (field: string): string => `${field}: does the day or the month stand first?`,
    misfits: (field: string, type: ColumnGuess['type']): string => `${field}: ${ALL[type]}`,
    /** What the column's cells say. */
    evidence: (guess: ColumnGuess, filled: number): string =>
      `${plural(filled, { one: '# filled cell', other: '# filled cells' })}: ${guessWords(speech).whole(guess, filled)}.`,
    short: 'Are rows with too few cells filled up?',
    shortEvidence: (rows: number, lines: readonly number[], filled: boolean): string => {
      const which = lines.slice(0, 3).map(count).join(', ');
      const have = plural(rows, {
        one: `# row has fewer cells than the header (line ${which}).`,
        other: `# rows have fewer cells than the header (lines ${which}${rows > 3 ? ', …' : ''}).`,
      });
      return `${have} ${filled ? 'Until you answer, the cells that are missing are read as blank.' : 'Until you answer, they are rejected.'}`;
    },
    apostrophes: (field: string): string => `${field}: are the apostrophes part of the values?`,
    apostrophesEvidence: (cells: number): string =>
      plural(cells, {
        one: '# cell begins with one, not where a spreadsheet puts it. Until you answer, it is kept.',
        other:
          '# cells begin with one, not all where a spreadsheet puts it. Until you answer, they are kept.',
      }),
    answers: {
      '.': 'The point is decimal',
      ',': 'The comma is decimal',
      dmy: 'Day first',
      mdy: 'Month first',
      text: 'Keep as text',
      list: 'It is a list',
      labels: 'Labels: leave out',
      records: 'A record like others',
      header: 'Use as header',
      'windows-1252': 'Western Europe (windows-1252)',
      'windows-1250': 'Central Europe (windows-1250)',
      'windows-1251': 'Cyrillic (windows-1251)',
      macintosh: 'Mac Roman',
      typed: 'All of this type; the others fail',
      sheet: 'This sheet',
      fill: 'Fill with blanks',
      reject: 'Reject them',
      drop: 'Leave them out',
      keep: 'Keep them',
    },
  };
};

const SIGNS = { '.': 'point', ',': 'comma' } as const;

const ALL: Readonly<Record<ColumnGuess['type'], string>> = {
  text: 'is all of it text?',
  boolean: 'should all of it be yes or no?',
  number: 'should all of it be numbers?',
  date: 'should all of it be dates?',
  datetime: 'should all of it be dates with a time?',
};
