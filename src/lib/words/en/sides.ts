import type { Both, ColumnGuess, DateOrder } from '../../engine/index.ts';
import type { Reading, SetAside } from '../../conversation/sides.ts';
import type { Speech } from '../speech.ts';
import { guessWords } from './reading-guess.ts';
import { changedWords } from './sides-changed.ts';
import { completeWords } from './sides-complete.ts';
import { readingQuestions } from './reading-questions.ts';

/** The screen of the two files: how they were read, and what their columns hold. */
export const sides = (speech: Speech) => {
  const { count, plural } = speech;
  let tenths: Intl.NumberFormat | null = null;
  /** A share in percent: whole where it is none or all, else with one decimal. */
  const percent = (share: number): string => {
    if (share === 0 || share === 1) return count(share * 100);
    tenths ??= new Intl.NumberFormat(speech.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    return tenths.format(share * 100);
  };
  const rowsOf = (of: number): string => plural(of, { one: '# row', other: '# rows' });
  const columnsOf = (of: number): string => plural(of, { one: '# column', other: '# columns' });
  return {
    title: 'Sides',
    pageTitle: (project: string): string => `Sides · ${project} · Drysync`,
    facts: 'Two sources, read on this machine',
    addFiles: 'Add files for another object',
    goOn: 'Continue to design',
    goOnLater: 'Both sides are read first',
    /** Where an app has no name yet. */
    unnamed: { left: 'Left file', right: 'Right file' } satisfies Both<string>,
    cancel: 'Cancel',

    source: {
      files: (app: string): string => `${app}: files`,
      rename: (app: string): string => `Change the name ${app}`,
      nameOf: { left: 'Name of the left side', right: 'Name of the right side' } satisfies Both<string>,
      newer: 'Load newer export',
      newerOf: (app: string): string => `${app}: newer export`,
      beingRead: 'being read',
      readAt: (kind: 'CSV' | 'TSV' | 'XLSX', when: string): string => `${kind}, ${when}`,
      noFile: 'no file yet',
      another: 'Choose another file',
      reading: (file: string): string => `Reading ${file}`,
      drop: 'Drop the export here',
      kinds: 'CSV, TSV or XLSX.',
      /** Names the place for the file of an object that has none. */
      place: (app: string, object: string | null): string => `${app}: ${object ?? 'records'}`,
    },

    complete: completeWords(speech),
    changed: changedWords(speech),

    reading: {
      rows: 'Rows in file',
      stored: 'Stored',
      rejected: 'Rejected',
      blank: 'Blank',
      seeLines: 'see lines',
      sheet: 'Sheet',
      encoding: 'Encoding',
      delimiter: 'Delimiter',
      header: 'Header',
      headerAt: (line: number, columns: number): string => `row ${count(line)}, ${columnsOf(columns)}`,
      readIn: 'Read in',
      hash: 'SHA-256',
      change: 'Change how it is read',
      setAside: (rejected: number): string =>
        plural(rejected, {
          one: '# row was set aside. The rest is stored.',
          other: '# rows were set aside. The rest is stored.',
        }),
      more: (hidden: number): string => `${count(hidden)} more`,
    },

    change: {
      title: (file: string): string => `Change how ${file} is read`,
      again: (file: string): string =>
        `The browser forgets files when a page is loaded again. Choose ${file} once more; its stored records stay until it is read.`,
      file: 'File to read again',
      sheet: 'Sheet',
      sheetName: (name: string, hidden: boolean): string => (hidden ? `${name} (hidden)` : name),
      encoding: 'Encoding',
      delimiter: 'Delimiter',
      headerLine: 'Header on line',
      short: 'Short rows',
      long: 'Long rows',
      apostrophes: 'Apostrophes',
      labels: 'Label rows',
      ragged: {
        short: { fill: 'fill with blanks', reject: 'reject' },
        long: { fill: 'leave the cells beyond out', reject: 'reject' },
      },
      fill: { short: 'Fill short rows with blanks', long: 'Give the cells beyond columns of their own' },
      filled: {
        short: 'With short rows filled up:',
        long: 'With columns without a name for the cells beyond:',
      },
      drop: { drop: 'leave out', keep: 'keep' },
      sum: ({ rows, stored, rejected, blank }: Sum): string =>
        `${count(stored)} stored + ${count(rejected)} rejected + ${count(blank)} blank = ${rowsOf(rows)}.`,
      asFound: (found: string | null): string => (found === null ? 'As found' : `As found: ${found}`),
      line: (line: number): string => count(line),
      facts: (columns: number, rows: number): string =>
        `${columnsOf(columns)}; the first ${rowsOf(rows)} would be read like this.`,
      rowsOf: (file: string): string => `The first rows of ${file}`,
      read: 'Read it this way',
      /** By the label a decoder knows. */
      encodings: {
        'utf-8': 'UTF-8',
        'windows-1252': 'windows-1252 (Western Europe)',
        mixed: 'UTF-8 and windows-1252, by line',
        'utf-16le': 'UTF-16 LE',
        'utf-16be': 'UTF-16 BE',
        'iso-8859-2': 'ISO 8859-2 (Central Europe)',
        'windows-1250': 'windows-1250 (Central Europe)',
        'iso-8859-15': 'ISO 8859-15 (Western Europe, €)',
        'windows-1251': 'windows-1251 (Cyrillic)',
        'windows-1253': 'windows-1253 (Greek)',
        'windows-1254': 'windows-1254 (Turkish)',
        macintosh: 'Mac Roman',
        shift_jis: 'Shift JIS',
        gb18030: 'GB 18030',
        big5: 'Big5',
        'euc-kr': 'EUC-KR',
      },
    },

    /** How one file was read, with every note. */
    report: {
      open: 'Reading report',
      facts: (object: string): string => `${object}: how the file was read`,
      both: 'Both sides',
      mended: 'Load a mended export',
      how: 'How it is read',
      changed: (changes: number): string =>
        changes === 0
          ? ''
          : plural(changes, {
              one: '# choice changed, not applied yet',
              other: '# choices changed, not applied yet',
            }),
      undo: 'Undo the choices',
      again: 'Read again',
      leftOut: 'Left out',
      lineCount: (lines: number): string => plural(lines, { one: '# line', other: '# lines' }),
      readIn: (time: string): string => `read in ${time}`,
      addsUp: ({ rows, stored, rejected, blank }: Sum): string =>
        `${count(stored)} stored + ${count(rejected)} rejected + ${count(blank)} blank = ${rowsOf(rows)}`,
      notes: (notes: number): string => plural(notes, { one: '# note', other: '# notes' }),
      notesSay: 'what the file does to itself, and what was done about it',
      filter: 'Which notes',
      filters: {
        all: (notes: number): string => `All ${count(notes)}`,
        rejected: (notes: number): string => `Rejected ${count(notes)}`,
        stored: (notes: number): string => `Read with care ${count(notes)}`,
        'left-out': (notes: number): string => `Left out ${count(notes)}`,
      },
      noNotes: 'Nothing is unusual in this file.',
      lines: (lines: number): string => (lines === 1 ? 'Line' : 'Lines'),
      line: (line: number): string => count(line),
      more: (lines: number): string => `${count(lines)} more`,
      done: { rejected: 'rejected', 'left-out': 'left out', stored: 'stored' },
      beyondHeader: (rows: number): string =>
        plural(rows, {
          one: '# row has cells beyond the header. Give them a name in the header, or clear them.',
          other: '# rows have cells beyond the header. Give them a name in the header, or clear them.',
        }),
      rejected: {
        'too-many-cells': (rows: number): string =>
          plural(rows, {
            one: '# row has more cells than the header. Put the cell that holds a delimiter in quotes.',
            other: '# rows have more cells than the header. Put the cell that holds a delimiter in quotes.',
          }),
        'too-few-cells': (rows: number): string =>
          plural(rows, {
            one: '# row has fewer cells than the header. Put a cell that holds a line end in quotes, or fill the row up.',
            other:
              '# rows have fewer cells than the header. Put a cell that holds a line end in quotes, or fill the rows up.',
          }),
        'no-id': (rows: number): string =>
          plural(rows, { one: '# row has no record id.', other: '# rows have no record id.' }),
        'repeated-id': (rows: number): string =>
          plural(rows, {
            one: '# row has the record id of an earlier row.',
            other: '# rows have the record id of an earlier row.',
          }),
      } satisfies Record<SetAside['code'], (rows: number) => string>,
      rejectedRows: (rows: number): string =>
        plural(rows, { one: '# rejected row', other: '# rejected rows' }),
      asTheyStand: 'as they stand in the file',
      rejectedCells: 'Cells of the rejected rows',
      takeOut: 'Take out as a file',
      asFile: 'Reading report as file',
      bringBack:
        'Mend the rows in the export and load it again: what can be read is stored, and the numbers above say so.',
      lineHead: 'Line',
      why: 'Why',
      cell: (cell: number): string => `Cell ${count(cell)}`,
      missing: (cells: number): string => plural(cells, { one: '# cell missing', other: '# cells missing' }),
      firstOf: (shown: number, all: number): string =>
        `The first ${count(shown)} of ${count(all)}; the file has all of them.`,
    },

    questions: readingQuestions(speech),

    add: {
      title: 'Add the files of another object',
      says: 'For example contacts, beside companies. They are read into this project and get a sync of their own.',
      fileOf: (app: string): string => `${app} file`,
      drop: (app: string): string => `Drop the export of ${app} here`,
      read: 'Read both',
    },

    columns: {
      title: 'Columns',
      side: 'Side',
      find: 'Find a column',
      all: (columns: number, empty: number): string =>
        empty === 0
          ? columnsOf(columns)
          : `${columnsOf(columns)}, ${count(empty)} of them empty in every row are folded`,
      whileRead: (rows: number): string => `the first ${rowsOf(rows)}, while the rest is read`,
      startRead: 'The start of the file is being read.',
      noFile: 'No file of this side is read yet.',
      ofFile: 'Columns of the file',
      name: 'Column',
      readAs: 'Read as',
      filled: 'Filled',
      distinct: 'Distinct',
      keyCheck: 'Key check',
      samples: 'Samples',
      atLeast: 'at least so many',
      distinctOf: (distinct: number, exact: boolean): string => `${count(distinct)}${exact ? '' : '+'}`,
      noneFound: (text: string): string => `No filled column has “${text}” in its name.`,
      empty: (columns: number): string =>
        plural(columns, {
          one: '# column is empty in every row',
          other: '# columns are empty in every row',
        }),
      rowNumber: 'Row',
      filledShare: (share: number): string => `${percent(share)} %`,
    },

    /** What the whole column is read as, in a word or two. */
    as: {
      empty: 'empty',
      date: (order: DateOrder): string => `date ${ORDERS[order]}`,
      datetime: (order: DateOrder): string => `date, time ${ORDERS[order]}`,
      decimal: (sign: '.' | ','): string => (sign === '.' ? 'number 1,000.00' : 'number 1.000,00'),
      type: (guess: ColumnGuess): string => guessWords(speech).type(guess),
    },

    /** Can a column be a key? */
    key: {
      ask: 'to be said in the design',
      misfits: (misfits: number, of: 'number' | 'date' | 'boolean'): string =>
        `${count(misfits)} not ${KINDS[of]}`,
      /** FM7 */
      mixed: (some: number, of: 'number' | 'date' | 'boolean'): string =>
        `Text: only ${count(some)} ${KINDS[of]}`,
      unique: 'Unique',
      uniqueWhereFilled: 'Unique where filled',
      values: (values: number): string => plural(values, { one: '# value', other: '# values' }),
      repeats: (repeats: number): string => plural(repeats, { one: '# repeat', other: '# repeats' }),
      repeatsMore: 'Rows whose value an earlier row has.',
    },

    /** Keys of the design whose values repeat, most rows first: what that means for linking. */
    repeated: {
      title: ({ repeats, name, app }: Repeated): string =>
        plural(repeats, {
          one: `# row repeats the {name} of an earlier row in {app}.`,
          other: `# rows repeat the {name} of an earlier row in {app}.`,
        })
          .replace('{name}', () => name)
          .replace('{app}', () => app),
      detail: (others: readonly Repeated[]): string => {
        const means =
          'By such a key only the first of each can be linked; the rest are listed as duplicates.';
        if (others.length === 0) return means;
        const also = others.map(({ repeats, name, app }) => `${count(repeats)} ${name} in ${app}`);
        return `Also: ${also.join(', ')}. ${means}`;
      },
    },
  };
};

type Sum = Pick<Reading, 'rows' | 'stored' | 'rejected' | 'blank'>;

interface Repeated {
  readonly repeats: number;
  /** Of the column. */
  readonly name: string;
  readonly app: string;
}

const ORDERS: Readonly<Record<DateOrder, string>> = { ymd: 'y-m-d', dmy: 'd.m.y', mdy: 'm/d/y' };

const KINDS = { number: 'numbers', date: 'dates', boolean: 'yes or no' } as const;
