import type {
  Account,
  ColumnGuess,
  Dropped,
  ReadWarning,
  Rejection,
  SetAside,
} from '../../conversation/sides.ts';
import type { Speech } from '../speech.ts';
import { guessWords } from './reading-guess.ts';

/** A row that is not opened under the design's id field. */
export interface SetAsideForId {
  readonly code: 'no-id' | 'repeated-id';
  readonly id: string;
  /** From 1. */
  readonly line: number;
}

/** How a file was read, and what its columns are: the screens of the sides and the design, and the command line. */
export const reading = (speech: Speech) => {
  const warning = (file: string, { code, count, lines, value }: ReadWarning): string => {
    const at = lines[0] === undefined ? file : `${file}, line ${String(lines[0])}`;
    // The lines, where there is more than the one already named.
    const list = lines.length < 2 ? '' : ` (lines ${lines.join(', ')}${count > lines.length ? ', …' : ''})`;
    const counted = (one: string, other: string): string => speech.plural(count, { one, other });
    switch (code) {
      case 'assumed-windows-1252':
        return `${at}: not UTF-8, read as windows-1252; if letters look wrong, choose the encoding by hand.`;
      case 'mixed-encoding':
        return `${at}: the file mixes two encodings; ${counted('# line', '# lines')} read as windows-1252${list}, the others as UTF-8.`;
      case 'bad-bytes':
        return `${at}: ${counted('# line', '# lines')} of UTF-8 with bytes that are none${list}; only these bytes were read as windows-1252. A letter may be cut or wrong: check it.`;
      case 'unclosed-quote':
        return `${at}: a quote is never closed; from this line on quotes are read as ordinary characters. Correct the line and read again.`;
      case 'stray-quote': {
        const on = 'with a quote inside a quoted cell';
        const then = 'the cell goes on to its next closing quote.';
        return `${at}: ${counted(`# row ${on}${list}; ${then} Check it.`, `# rows ${on}${list}; ${then} Check them.`)}`;
      }
      case 'quote-over-line-end': {
        const on = 'with a quote inside a quoted cell that would run on over the line end';
        const then = 'read with quotes as ordinary characters.';
        return `${at}: ${counted(`# line ${on}${list}; ${then} Check it.`, `# lines ${on}${list}; ${then} Check them.`)}`;
      }
      case 'blanks-before-quotes':
        return `${file}: blanks between a delimiter and a quote are no part of ${counted('# cell', '# cells')}.`;
      case 'apostrophes-as-quotes':
        return `${file}: ${counted('# cell is', '# cells are')} quoted with apostrophes and read without them.`;
      case 'repeated-header':
        return `${at}: ${counted('# row repeats', '# rows repeat')} the header row${list}, left out.`;
      case 'quote-inside-cell':
        return `${at}: ${counted('# line', '# lines')} with a quote inside one cell and one at the end of another${list}; a delimiter before the quote may be missing. Check it.`;
      case 'quotes-after-blank':
        return `${at}: ${counted('# line', '# lines')} with a quote behind blanks at the start of a cell${list}; blanks and quote are read as part of the cell. Check it.`;
      case 'labels-row': {
        const says = value === undefined || value === '' ? '' : ` (“${value}”)`;
        const what = counted('# row looks like labels', '# rows look like labels');
        return `${at}: ${what} or types of the columns right under the header row${says}${list}, read as ${count === 1 ? 'a record' : 'records'}; choose to leave label rows out if there is no record in it.`;
      }
      case 'mixed-newlines':
        return `${file}: rows end in different ways (${counted('# row', '# rows')} unlike the others); each is read as a row end.`;
      case 'nul-characters':
        return `${at}: ${counted('# line', '# lines')} with NUL characters${list}; they are kept.`;
      case 'apostrophes-dropped':
        return `${at}: ${counted('# cell', '# cells')} of ${value ?? ''} read without the apostrophe a spreadsheet puts before what it must not run or change${list}.`;
      case 'apostrophes-kept':
        return `${at}: ${counted('# cell begins', '# cells begin')} with an apostrophe in ${value ?? ''}${list}; it is kept, since not all of them stand before a number, a phone, an e-mail or = + - @.`;
      case 'text-formulas':
        return `${at}: ${counted('# line', '# lines')} with cells such as ="00123"${list}, read as the text in them.`;
      case 'mojibake':
        return `${at}: letters such as Ã¼ for ü on ${counted('# line', '# lines')}${list}; the file was probably saved in the wrong encoding before. Export it again as UTF-8.`;
      case 'lost-letters':
        return `${at}: ${counted('# line', '# lines')} with the sign � (U+FFFD)${list}, which stands for letters lost before the file was saved; no such value replaces a good one unasked. Export it again as UTF-8.`;
      case 'control-characters':
        return `${at}: ${counted('# line', '# lines')} with control characters where windows-1252 has other signs${list}: ${value ?? ''}; no such value replaces a good one unasked. Export it again as UTF-8.`;
      case 'short-rows':
        return `${at}: ${counted('# row has', '# rows have')} fewer cells than the header${list}, as is the habit of this file; the cells that are missing are read as blank.`;
      case 'blank-ends':
        return `${file}: ${counted('# row ends', '# rows end')} with blank cells beyond the header's; they are passed over.`;
      case 'cut-off':
        return `${at}: the last row has fewer cells than the header and no line end; the file may be cut off. Export it again.`;
      case 'one-column': {
        if (value === '  ')
          return `${file}: read as one column, though in ${counted('# line', '# lines')} text begins at the same places; if they are columns of a fixed width, part them in a spreadsheet, save that as CSV and read it.`;
        const what = value === ' ' ? 'words' : `“${value === '\t' ? 'tab' : (value ?? '')}”`;
        return `${file}: read as one column, though ${counted('# line has', '# lines have')} the same number of ${what}; if they part columns, choose the delimiter.`;
      }
      case 'formulas':
        return `${at}: ${counted('# cell holds a formula', '# cells hold formulas')}${list}; the values stored with them are read, nothing is calculated.`;
      case 'formulas-without-value':
        return `${at}: ${counted('# cell holds a formula', '# cells hold formulas')} without a stored value${list}, read as blank; open the workbook in a spreadsheet, save it and read it again.`;
      case 'error-cells':
        return `${at}: ${counted('# cell holds an error', '# cells hold errors')}${list}, kept as the text it shows (${value ?? ''}); correct them in the workbook, or map them away.`;
      case 'merged-cells':
        return `${at}: ${counted('# area', '# areas')} of merged cells${list}; the text stands in the first cell of each, the others are blank.`;
      case 'hidden-rows':
        return `${at}: ${counted('# hidden row', '# hidden rows')}${list}, read like the others.`;
      case 'hidden-columns':
        return `${file}: ${counted('# hidden column', '# hidden columns')}, read like the others.`;
      case 'other-sheets':
        return `${file}: ${counted('# other sheet', '# other sheets')} not read (${value ?? ''}); choose the sheet to read another.`;
      case 'hidden-sheets':
        return `${file}: ${counted('# hidden sheet', '# hidden sheets')} not read (${value ?? ''}).`;
      case 'no-rows':
        return `${file} has a header row and no records.`;
      default:
        return code satisfies never;
    }
  };

  const rejection = (file: string, { line, code, cells, columns }: Rejection, inSheet: boolean): string => {
    const held = speech.plural(cells, { one: '# cell', other: '# cells' });
    const under = speech.plural(columns, { one: '# column', other: '# columns' });
    const then = inSheet
      ? 'give the cells beyond a name in the header, or clear them.'
      : code === 'too-many-cells'
        ? 'put the cell that holds a delimiter in quotes.'
        : 'put a cell that holds a line end in quotes, or fill the row up.';
    return `${file}, line ${String(line)}: ${held} under ${under}, so the row is left out; ${then}`;
  };

  const dropped = (file: string, { kind, fromLine, toLine, texts }: Dropped): string => {
    const lines =
      fromLine === toLine ? `line ${String(fromLine)}` : `lines ${String(fromLine)}–${String(toLine)}`;
    const quoted = texts.length === 0 ? '' : ` (${texts.map((text) => `"${text}"`).join(', ')})`;
    switch (kind) {
      case 'sep-line':
        return `${file}, ${lines}: a note for spreadsheets${quoted}, left out.`;
      case 'preamble':
        return `${file}, ${lines}: text above the header row${quoted}, left out.`;
      case 'labels':
        return `${file}, ${lines}: labels or types under the header row${quoted}, left out.`;
      case 'footer':
        return `${file}, ${lines}: the footer of a report${quoted}, left out.`;
      case 'second-table':
        return `${file}, ${lines}: a second table${quoted}, left out; to use it save it as a file of its own.`;
      default:
        return kind satisfies never;
    }
  };

  /** The first of each kind, and how many more there are. */
  const rejected = (file: string, all: readonly Rejection[], inSheet: boolean): string[] =>
    (['too-many-cells', 'too-few-cells'] as const).flatMap((code) => {
      const [first, ...others] = all.filter((one) => one.code === code);
      if (first === undefined) return [];
      const more = others.length === 0 ? '' : ` ${speech.count(others.length)} more.`;
      return [`${rejection(file, first, inSheet)}${more}`];
    });

  /** RD15: rows without an id of their own, each kind once. */
  const withoutId = (file: string, ids: readonly SetAsideForId[]): string[] =>
    (['no-id', 'repeated-id'] as const).flatMap((code) => {
      const [first, ...others] = ids.filter((one) => one.code === code);
      if (first === undefined) return [];
      const what = code === 'no-id' ? 'the row has no id' : `an earlier row has the id ${first.id}`;
      const more = others.length === 0 ? '' : `, and ${speech.count(others.length)} more`;
      return [`${file}, line ${String(first.line)}: ${what}, so it is left out (${code})${more}.`];
    });

  const because = (one: SetAside): string => {
    switch (one.code) {
      case 'too-many-cells':
      case 'too-few-cells': {
        const cells = speech.plural(one.cells, { one: '# cell', other: '# cells' });
        return `${cells}, the header has ${speech.count(one.columns)}`;
      }
      case 'no-id':
        return 'no record id';
      case 'repeated-id':
        return `the record id ${one.id} was on an earlier line`;
      default:
        return one satisfies never;
    }
  };

  const blank = (file: string, count: number): string =>
    `${file}: ${speech.plural(count, { one: '# blank row', other: '# blank rows' })} not counted as records.`;

  return {
    /** What a person should know of how a file was read, most important first; empty where nothing is unusual. */
    notes: (of: Account): string[] => [
      ...of.warnings.map((one) => warning(of.file, one)),
      ...rejected(of.file, of.rejected, of.workbook !== undefined),
      ...of.dropped.map((one) => dropped(of.file, one)),
      ...(of.blank > 0 ? [blank(of.file, of.blank)] : []),
    ],
    /** Rows that were set aside because of their id, as notes. */
    idNotes: withoutId,
    /** A row that was set aside, and why. */
    setAside: (one: SetAside): string => `Line ${String(one.line)}: ${because(one)}.`,
    /** Why, beside its line. */
    because,
    /** Notes without file and lines, which stand beside them. */
    note: (one: ReadWarning): string => afterPlace(warning('', { ...one, lines: [] })),
    droppedNote: (one: Dropped): string => afterPlace(dropped('', one)),
    encoding: (name: string, byteOrderMark: boolean): string =>
      byteOrderMark ? `${ENCODINGS[name] ?? name} with byte order mark` : (ENCODINGS[name] ?? name),
    delimiter: (delimiter: string | null): string =>
      delimiter === null ? 'none, one column' : (DELIMITERS[delimiter] ?? `“${delimiter}”`),
    /** What a column is, with its evidence. */
    guess: (guess: ColumnGuess, filled: number): string => guessWords(speech).whole(guess, filled),
    /** What decides how its cells are read; null where nothing has to. */
    evidence: (guess: ColumnGuess): string | null => guessWords(speech).evidence(guess),
  };
};

const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  mixed: 'UTF-8 and windows-1252, by line',
};

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
};

/** A note without what stands before it: file and lines. */
const afterPlace = (note: string): string => {
  const told = note.replace(/^[^:]*: |^ /, '');
  return told.charAt(0).toUpperCase() + told.slice(1);
};
