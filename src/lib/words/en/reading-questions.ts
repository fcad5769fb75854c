import type { ColumnGuess } from '../../engine/index.ts';
import type { Speech } from '../speech.ts';
import { guessWords } from './reading-guess.ts';

/** What a file leaves open: each a question with what it rests on, and the words of its answers. */
export const readingQuestions = (speech: Speech) => {
  const { count, plural } = speech;
  return {
    heading: (questions: number): string => plural(questions, { one: '# question', other: '# questions' }),
    says: 'nothing is guessed; each answer is kept',
    inFile: 'In the file',
    unreadable: 'unreadable',
    decimal: (field: string): string => `${field}: which is the decimal sign?`,
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
      typed: 'All of this type; the others fail',
      fill: 'Fill with blanks',
      reject: 'Reject them',
      drop: 'Leave them out',
      keep: 'Keep them',
    },
  };
};

const ALL: Readonly<Record<ColumnGuess['type'], string>> = {
  text: 'is all of it text?',
  boolean: 'should all of it be yes or no?',
  number: 'should all of it be numbers?',
  date: 'should all of it be dates?',
  datetime: 'should all of it be dates with a time?',
};
