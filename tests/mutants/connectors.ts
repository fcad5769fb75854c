import type { TestedMutant } from './mutant.ts';

const of = (
  tests: readonly string[],
  mutants: readonly Omit<TestedMutant, 'room' | 'tests' | 'rule'>[],
): readonly TestedMutant[] => mutants.map((mutant) => ({ ...mutant, rule: 'F7', room: 'connectors', tests }));

/** Reading files: every row is accounted for, and every cell is exact. */
export const CONNECTORS: readonly TestedMutant[] = [
  ...of(
    ['tests/contracts/connectors.test.ts'],
    [
      {
        id: 'blank-rows-are-not-rows',
        file: 'table/table.ts',
        find: '        this.rows++;\n        this.blank++;',
        replace: '        this.rows++;',
        why: 'loses blank rows from the account',
      },
      {
        id: 'a-rejected-row-is-stored-too',
        file: 'table/table.ts',
        find: 'else this.#builder!.add(cells, fileRow);',
        replace: 'this.#builder!.add(cells, fileRow);',
        why: 'stores a row that it lists as rejected',
      },
      {
        id: 'lines-do-not-count-what-is-inside-cells',
        file: 'table/lines.ts',
        find: 'const extra = line - this.#first - this.#count;',
        replace: 'const extra = Math.min(1, line - this.#first - this.#count);',
        why: 'names a wrong line after a cell over several lines',
      },
      {
        id: 'a-cancel-is-not-heard',
        file: 'stopped.ts',
        find: "if (hooks.cancelled?.() === true) throw new Stopped({ code: 'cancelled' });",
        replace: '',
        why: 'goes on reading after it was told to stop',
      },
      {
        id: 'a-changed-file-is-read-on',
        file: 'csv/reading.ts',
        find: "if (done !== total) throw new Stopped({ code: 'changed-while-read' });",
        replace: '',
        why: 'mixes two states of a file that changed while it was read',
      },
      {
        id: 'segments-stay-in-the-set',
        file: 'table/hand-on.ts',
        find: 'set: { ...set, segments: [] }',
        replace: 'set',
        why: 'hands the last segments out twice',
      },
    ],
  ),
  ...of(
    ['tests/connectors/reading.test.ts'],
    [
      {
        id: 'windows-1252-as-latin-1',
        file: 'csv/windows-1252.ts',
        find: 'byte >= 0x80 && byte < 0xa0 ? C1_1252.charCodeAt(byte - 0x80) : byte',
        replace: 'byte',
        why: 'reads the euro sign as a control character',
      },
      {
        id: 'a-mark-is-part-of-the-first-name',
        file: 'csv/decode.ts',
        find: String.raw`if (MARKED.has(this.#encoding)) text = text.replace(/^\ufeff+/, '');`,
        replace: '',
        why: 'leaves the byte order mark in the first column name',
      },
      {
        id: 'a-pair-is-cut',
        file: 'csv/decode.ts',
        find: 'return high >= 0xd8 && high <= 0xdb ? cut - 2 : cut;',
        replace: 'return cut;',
        why: 'cuts a character of UTF-16 between two chunks',
      },
      {
        id: 'mixed-is-never-found',
        file: 'csv/encoding.ts',
        find: 'const mixed = half || marked || scan.beyondAscii.count > 0;',
        replace: 'const mixed = marked;',
        why: 'reads the lines that are UTF-8 as windows-1252 where one is not',
      },
      {
        id: 'sep-is-a-row',
        file: 'csv/delimiter.ts',
        find: 'return found === null ? null : { delimiter: found[1]!, length: found[0].length };',
        replace: 'return null;',
        why: 'takes the line spreadsheets write for the header',
      },
      {
        id: 'a-title-is-the-header',
        file: 'table/header.ts',
        find: 'return filled < 2 ? isTitle(cells, below, width) : isGroupRow(cells, below);',
        replace: 'return filled >= 2 && isGroupRow(cells, below);',
        why: 'takes a title above the table for its header',
      },
      {
        id: 'a-footer-is-records',
        file: 'table/table-end.ts',
        find: 'filled.some(({ cells }) => isFooter(cells));',
        replace: 'filled.every(({ cells }) => isFooter(cells));',
        why: 'stores the footer of a report as records',
      },
      {
        id: 'a-second-table-is-records',
        file: 'table/table-end.ts',
        find: 'if (this.#dropping.texts.length < 5 && !isBlankRow(row.cells))',
        replace: 'if (this.#dropping.texts.length < 5)',
        why: 'shows blank rows among what it dropped',
      },
      {
        id: 'the-last-row-needs-a-line-end',
        file: 'csv/rows.ts',
        find: 'this.#keep(ended ? rest : `${rest}\\n`);',
        replace: 'this.#keep(rest);',
        why: 'loses a last row that no line end closes',
      },
    ],
  ),
  ...of(
    ['tests/connectors/header-row.test.ts'],
    [
      {
        id: 'data-is-a-header',
        file: 'table/headless.ts',
        find: 'return alike > 0;',
        replace: 'return false;',
        why: 'takes a first row of data for names of columns',
      },
      {
        id: 'years-are-data',
        file: 'table/headless.ts',
        find: 'if (namesYears(cells, below)) return false;',
        replace: '',
        why: 'takes years above numbers for a first row of data',
      },
    ],
  ),
  ...of(
    ['tests/connectors/plain-lines.test.ts'],
    [
      {
        id: 'a-lone-cr-is-plain',
        file: 'csv/plain-lines.ts',
        find: 'const pair = byte === CR && bytes[at] === LF;',
        replace: 'const pair = byte === CR;',
        why: 'skips the byte after a lone CR',
      },
      {
        id: 'line-ends-inside-quotes-are-plain',
        file: 'csv/plain-lines.ts',
        find: 'if (bytes[at] === LF || bytes[at] === CR) return -1;',
        replace: 'if (bytes[at] === LF) return -1;',
        why: 'leaves a CR inside a quoted cell to the quick way',
      },
      {
        id: 'one-cell-too-many-is-plain',
        file: 'csv/plain-lines.ts',
        find: 'if (count === this.#usual) return -1;',
        replace: 'if (count > this.#usual) return -1;',
        why: 'cuts a row of too many cells where it should be rejected',
      },
    ],
  ),
  ...of(
    ['tests/connectors/labels.test.ts'],
    [
      {
        id: 'labels-left-out-unasked',
        file: 'table/table.ts',
        find: "if (this.#choices.labels === 'drop') {",
        replace: "if (this.#choices.labels !== 'keep') {",
        why: 'drops a row under the header that nobody called a row of labels',
      },
      {
        id: 'labels-say-what-records-are',
        file: 'table/table.ts',
        find: 'end.passBy(row);',
        replace: 'end.push(row);',
        why: 'takes the labels for a record like others, so that rows after a blank one seem to be none',
      },
      {
        id: 'a-record-is-labels',
        file: 'table/labels.ts',
        find: 'if (typed.some(({ index, form }) => formOf(names[index]!) === form)) return false;',
        replace: '',
        why: 'asks about a first record whose id is like the others',
      },
      {
        id: 'one-row-of-labels',
        file: 'table/labels.ts',
        find: 'const MOST_ROWS = 3;',
        replace: 'const MOST_ROWS = 1;',
        why: 'leaves the types under the labels among the records',
      },
    ],
  ),
  ...of(
    [
      'tests/connectors/workbook.test.ts',
      'tests/connectors/workbook-cells.test.ts',
      'tests/connectors/workbook-refused.test.ts',
    ],
    [
      {
        id: 'rows-that-are-not-there-are-none',
        file: 'xlsx/reading.ts',
        find: 'for (let at = firstLine; at < line; at++) rows.push([]);',
        replace: '',
        why: 'loses the blank rows of a sheet from the account, and every line behind them',
      },
      {
        id: 'the-size-of-a-part-is-believed',
        file: 'xlsx/zip.ts',
        find: "if (length > most) throw new TooLarge('unpacked', most);",
        replace: '',
        why: 'unpacks whatever is in a workbook whose directory names a small size',
      },
      {
        id: 'days-of-1904-forgotten',
        file: 'xlsx/formats.ts',
        find: 'const day = DAY_0[system] + days',
        replace: 'const day = DAY_0[1900] + days',
        why: 'puts the days of the other system four years too early',
      },
      {
        id: 'long-numbers-as-doubles',
        file: 'xlsx/number-text.ts',
        find: "if (power === undefined && fraction === '') return text;",
        replace: "if (power === undefined && fraction === '') return String(Number(text));",
        why: 'rounds an id of twenty digits',
      },
      {
        id: 'what-is-spoken-is-read',
        file: 'xlsx/strings.ts',
        find: "else if (name === 't') this.listens = !this.#spoken;",
        replace: "else if (name === 't') this.listens = true;",
        why: 'puts the reading of a word behind the word',
      },
      {
        id: 'a-hidden-sheet-is-the-first',
        file: 'xlsx/sheets.ts',
        find: "const seen = found.findIndex(({ hidden, holds }) => !hidden && holds === 'table');",
        replace: "const seen = found.findIndex(({ holds }) => holds === 'table');",
        why: 'reads a sheet nobody sees',
      },
    ],
  ),
];
