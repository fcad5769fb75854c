import type { Mutant, TestedMutant } from './mutant.ts';

/** Of merging what changed (PH6): judged by the law that says so. */
const changed = (
  mutants: readonly Omit<TestedMutant, 'room' | 'tests' | 'rule' | 'file'>[],
): readonly TestedMutant[] =>
  mutants.map((mutant) => ({
    ...mutant,
    rule: 'L18',
    room: 'engine',
    file: 'columns/merge-changed.ts',
    tests: ['tests/laws/changed.property.test.ts'],
  }));

/** Of leaving out what is gone at an app (S360). */
const leavesOut = (
  mutants: readonly Omit<TestedMutant, 'room' | 'tests' | 'rule' | 'file'>[],
): readonly TestedMutant[] =>
  mutants.map((mutant) => ({
    ...mutant,
    rule: 'S360',
    room: 'engine',
    file: 'columns/leave-out.ts',
    tests: ['tests/engine/columns/leave-out.test.ts'],
  }));

/** How records are held: segments, dictionaries, ids (MA16, PH3). */
export const COLUMNS: readonly Mutant[] = [
  {
    id: 'blank-bit-of-the-row',
    rule: 'MA16',
    file: 'columns/column-builder.ts',
    find: 'if (((blank[value >> 3]! >> (value & 7)) & 1) === 1) this.#blank',
    replace: 'if (((blank[row >> 3]! >> (row & 7)) & 1) === 1) this.#blank',
    why: 'loses what is blank where a dictionary is given up',
  },
  {
    id: 'last-segment-infers',
    rule: 'MA16',
    file: 'columns/flat.ts',
    find: '    kinds &= part.kinds;\n    if (part.codes === null)',
    replace: '    kinds = part.kinds;\n    if (part.codes === null)',
    why: 'infers the type of a column from its last segment',
  },
  {
    id: 'dictionaries-not-joined',
    rule: 'MA16',
    file: 'columns/flat.ts',
    find: 'codes[before + i] = map[own[i]!]!;',
    replace: 'codes[before + i] = own[i]!;',
    why: "reads a segment's codes in the dictionary of the first",
  },
  {
    id: 'blank-lost-in-joining',
    rule: 'MA16',
    file: 'columns/flat.ts',
    find: 'if (isBlankValue(part, value)) blank[here >> 3]! |= 1 << (here & 7);',
    replace: 'if (isBlankValue(part, value)) blank[i >> 3]! |= 1 << (i & 7);',
    why: 'marks blanks by their place in the segment',
  },
  {
    id: 'every-id-is-salesforce',
    rule: 'S24',
    file: 'columns/id-index.ts',
    find: 'this.#salesforce ? salesforceIdEnd(bytes, start, stop) : stop',
    replace: 'salesforceIdEnd(bytes, start, stop)',
    why: 'takes 18-character ids of any app for repeated ones',
  },
  {
    id: 'fifteen-is-not-eighteen',
    rule: 'S24',
    file: 'columns/id-index.ts',
    find: 'const last = this.#salesforce ? salesforceIdEnd(bytes, start, end) : end;',
    replace: 'const last = end;',
    why: 'does not find a record by the long form of its id',
  },
  {
    id: 'ids-not-trimmed',
    rule: 'S49',
    file: 'columns/id-index.ts',
    find: '? [from, to] : trimmedRange(column.bytes, from, to)',
    replace: '? [from, to] : [from, to]',
    why: 'does not find an id that stands with white space in the file',
  },
  {
    id: 'rows-without-id-stay',
    rule: 'PH3',
    file: 'columns/records.ts',
    find: 'if (is === STANDING.new) standing[count++] = row;',
    replace: 'if (is !== STANDING.repeated) standing[count++] = row;',
    why: 'keeps records without an id',
  },
  {
    id: 'row-ids-by-position',
    rule: 'PH3',
    file: 'columns/records.ts',
    find: 'idField === null ? rowId(fileRows[row]!)',
    replace: 'idField === null ? rowId(row)',
    why: 'numbers records by their place among the stored ones',
  },
  {
    id: 'pairs-of-values-mixed-up',
    rule: 'CO5',
    file: 'merge/compare-pairs.ts',
    find: '* width + rightCodes[pairs.right[pair]!]!;',
    replace: '* valueCount(input.columns.left) + rightCodes[pairs.right[pair]!]!;',
    why: 'remembers a comparison under the place of another',
  },
  {
    id: 'equal-with-form-overlooked',
    rule: 'CO5',
    file: 'merge/own-form.ts',
    find: 'if (byte === 13 || (byte >= 0xc0 && (byte < 0xc3 || byte > 0xc5))) return false;',
    replace: 'if (byte === 13) return false;',
    why: 'takes decomposed letters for their own comparison text',
  },
  {
    id: 'table-forgets-when-it-grows',
    rule: 'MA16',
    file: 'columns/code-table.ts',
    find: 'let index = old[from]! & mask;',
    replace: 'let index = old[from]! & (mask >> 1);',
    why: 'puts codes where they are not looked for once the table is larger',
  },
  ...changed([
    {
      id: 'changed-columns-by-place',
      find: 'const order = kept.header.map((name) => changed.header.indexOf(name));',
      replace: 'const order = kept.header.map((_, at) => at);',
      why: 'reads the cells of an export of changes by the places of the full one',
    },
    {
      id: 'new-records-are-left-out',
      find: '        behind.add(cells, keptRows + appended.length);\n',
      replace: '',
      why: 'forgets records that are new',
    },
    {
      id: 'same-where-one-cell-is',
      find: 'segment.columns.some((column, at) => textAt(column, row) !== cells[at])',
      replace: 'segment.columns.every((column, at) => textAt(column, row) !== cells[at])',
      why: 'keeps a record of which one cell is as before',
    },
    {
      id: 'added-rows-count-from-none',
      find: 'behind.add(cells, keptRows + appended.length);',
      replace: 'behind.add(cells, appended.length);',
      why: 'gives new records the places of kept ones',
    },
    {
      id: 'changed-ids-exactly',
      find: 'const found = before.rowOf(now.id(row));',
      replace: 'const found = before.idForm(now.id(row)) === now.id(row) ? before.rowOf(now.id(row)) : -1;',
      why: 'does not know a record by the other form of its id (S24)',
    },
  ]),
  ...leavesOut([
    {
      id: 'gone-stay-beside-others',
      find: 'if (gone.has(fileRow)) continue;',
      replace: 'if (gone.has(fileRow) && segment.rows === 1) continue;',
      why: 'keeps a record that is gone where another one stands beside it',
    },
    {
      id: 'numbers-of-each-segment',
      find: 'fileRows: segment.fileRows.map((_, at) => first + at)',
      replace: 'fileRows: segment.fileRows.map((_, at) => at)',
      why: 'numbers the records of every segment from nought',
    },
    {
      id: 'gone-are-counted-as-told',
      find: 'if (row !== -1) gone.add(records.fileRows[row]!);',
      replace: 'gone.add(row === -1 ? row : records.fileRows[row]!);',
      why: 'counts as gone what never was there',
    },
  ]),
];
