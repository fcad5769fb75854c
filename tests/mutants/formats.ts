import type { TestedMutant } from './mutant.ts';

const of = (
  tests: readonly string[],
  mutants: readonly Omit<TestedMutant, 'room' | 'tests'>[],
): readonly TestedMutant[] => mutants.map((mutant) => ({ ...mutant, room: 'formats', tests }));

/** The files of Drysync itself: read strictly, written to the letter. */
export const FORMATS: readonly TestedMutant[] = [
  ...of(
    ['tests/formats/baseline.test.ts'],
    [
      {
        id: 'an-empty-line-ends-a-baseline',
        rule: 'L15',
        file: 'baseline.ts',
        find: "if (!json.ok || !isObject(json.value)) return { is: 'unreadable-line' };",
        replace:
          "if (text === '') return null;\n    if (!json.ok || !isObject(json.value)) return { is: 'unreadable-line' };",
        why: 'passes over an empty line, so a cut baseline may look whole',
      },
      {
        id: 'one-record-in-two-links',
        rule: 'L15',
        file: 'baseline.ts',
        find: "return { is: 'record-twice', sync, side, id: link[side] ?? '', first: line };",
        replace: 'continue;',
        why: 'takes a record that is linked to two others',
      },
      {
        id: 'ids-as-they-stand',
        rule: 'S24',
        file: 'baseline.ts',
        find: 'this.#sameId[side](id)',
        replace: 'id',
        why: 'takes the 15- and the 18-character form of an id for two records',
      },
      {
        id: 'rows-may-be-negative',
        rule: 'L15',
        file: 'json-shape.ts',
        find: "typeof value === 'number' && Number.isSafeInteger(value) && value >= 0",
        replace: "typeof value === 'number'",
        why: 'takes any number for a count of rows',
      },
      {
        id: 'sent-is-forgotten',
        rule: 'CO4',
        file: 'baseline.ts',
        find: 'SIDES.filter((side) => link.sent[side].size > 0)',
        replace: 'SIDES.filter((side) => link.sent[side].size > 1)',
        why: 'forgets what was sent where it is one field',
      },
    ],
  ),
  ...of(
    ['tests/formats/choices.test.ts'],
    [
      {
        id: 'same-and-different-stand',
        rule: 'MA6',
        file: 'choices.ts',
        find: 'if (different.has(key(link)))',
        replace: 'if (different.has(link.left))',
        why: 'takes two opposite verdicts on one pair',
      },
      {
        id: 'same-as-two-records',
        rule: 'MA6',
        file: 'choices.ts',
        find: 'if (linked.has(record))',
        replace: 'if (linked.has(link.sync))',
        why: 'takes one record for the same as two',
      },
      {
        id: 'values-without-a-field',
        rule: 'CO1',
        file: 'choices.ts',
        find: "return on === null && take !== 'hold' ? { ...pair, field, on, take, at: atOf(json) } : null;",
        replace: 'return { ...pair, field, on: null, take, at: atOf(json) };',
        why: 'takes values of a choice that names no field',
      },
    ],
  ),
  ...of(
    ['tests/formats/change-files.test.ts', 'tests/formats/csv-text.test.ts'],
    [
      {
        id: 'a-sync-id-leads-out-of-the-folder',
        rule: 'F7',
        file: 'change-files.ts',
        find: '/[\\p{Cc}"%*/:<>?\\\\|]/gu',
        replace: '/[\\p{Cc}"%*:<>?\\\\|]/gu',
        why: 'makes a file name with a slash',
      },
      {
        id: 'a-formula-after-a-blank',
        rule: 'F7',
        file: 'csv-text.ts',
        find: 'const FORMULA = /^[\\s\\u200b\\ufeff]*[=+\\-@＝＋－＠]|^[\\t\\r\\n]/;',
        replace: 'const FORMULA = /^[=+\\-@＝＋－＠]|^[\\t\\r\\n]/;',
        why: 'lets a spreadsheet run a cell that begins with a blank',
      },
      {
        id: 'blanks-outside-quotes',
        rule: 'F7',
        file: 'csv-text.ts',
        find: '/[",;\\t\\r\\n]|^\\s|\\s$/',
        replace: '/[",;\\t\\r\\n]/',
        why: 'leaves blanks at the ends of a cell to be trimmed by who reads it',
      },
    ],
  ),
  ...of(
    ['tests/cli/change-files.test.ts', 'tests/cli/plan.test.ts'],
    [
      {
        id: 'a-former-list-stays',
        rule: 'F7',
        file: 'change-files.ts',
        find: 'name === LEFT_OUT || ',
        replace: '',
        why: 'leaves the list of a former plan beside a new one',
      },
      {
        id: 'unsayable-writes-are-lost',
        rule: 'F7',
        file: 'change-writer.ts',
        find: 'list.row([one.sync, one.side, one.id, one.field, words.causes[one.cause]]);',
        replace:
          'if (list.rows === 0) list.row([one.sync, one.side, one.id, one.field, words.causes[one.cause]]);',
        why: 'lists the first write no file can say and drops the others',
      },
    ],
  ),
  ...of(
    ['tests/formats/workbook.test.ts'],
    [
      {
        id: 'a-text-becomes-an-escape',
        rule: 'S198',
        file: 'workbook/cell-text.ts',
        find: '(?:_|${UNHELD}))',
        replace: '_)',
        why: 'leaves an underscore that the escape behind it makes one of its own',
      },
      {
        id: 'a-full-sheet-goes-on',
        rule: 'S197',
        file: 'workbook/workbook.ts',
        find: 'sheet.rows >= this.#most.rows ||',
        replace: 'sheet.rows > this.#most.rows ||',
        why: 'puts a row more into a sheet than a spreadsheet reads',
      },
      {
        id: 'the-last-long-cell-is-named',
        rule: 'S196',
        file: 'workbook/workbook.ts',
        find: 'this.#firstLong ??= {',
        replace: 'this.#firstLong = {',
        why: 'says that the last cell that is too long is the first',
      },
      {
        id: 'blanks-at-the-ends-of-a-cell',
        rule: 'S198',
        file: 'workbook/sheet.ts',
        find: "BLANKS.test(text) ? ' xml:space=\"preserve\"' : ''",
        replace: "''",
        why: 'lets a spreadsheet drop blanks and line ends of a cell',
      },
    ],
  ),
  ...of(
    ['tests/cli/plan.test.ts'],
    [
      {
        id: 'what-no-sheet-holds-is-lost',
        rule: 'S196',
        file: 'change-writer.ts',
        find: '      yield* fill(beside);\n',
        replace: '',
        why: 'begins the file beside the workbook and writes no row into it',
      },
    ],
  ),
  ...of(
    ['tests/formats/json-text.test.ts'],
    [
      {
        id: 'any-escape-is-fine',
        rule: 'F7',
        file: 'json-tokens.ts',
        find: "} else if (!'\"\\\\/bfnrt'.includes(escaped) || escaped === '') return null;",
        replace: '}',
        why: 'passes over an escape JSON does not have and names a place further on',
      },
      {
        id: 'a-digit-after-zero',
        rule: 'F7',
        file: 'json-tokens.ts',
        find: "end = text[end] === '0' ? end + 1 : endOfDigits(text, end);",
        replace: 'end = endOfDigits(text, end);',
        why: 'takes 01 for a number',
      },
    ],
  ),
];
