import type { TestedMutant } from './mutant.ts';

const BY_RULES = { rule: 'S222', room: 'engine', tests: ['tests/rules/joined.test.ts'] } as const;

/** Fields that are joined (S222). */
export const JOINED: readonly TestedMutant[] = [
  {
    id: 'blank-parts-leave-separators',
    file: 'merge/joined.ts',
    find: 'if (!isBlankValue(column, value)) parts',
    replace: 'parts',
    why: 'leaves a separator where a field is blank',
    ...BY_RULES,
  },
  {
    id: 'parts-as-they-stand',
    file: 'merge/joined.ts',
    find: 'valueText(column, value).trim()',
    replace: 'valueText(column, value)',
    why: 'keeps the white space around a part',
    ...BY_RULES,
  },
  {
    id: 'joined-under-the-first-field',
    file: 'model/transform.ts',
    find: '? joinedName(fields, transform.separator)',
    replace: '? mapping[side]',
    why: 'remembers the joined text as if it were that of the first field',
    ...BY_RULES,
  },
  {
    id: 'joined-is-the-first-field',
    file: 'merge/compiled.ts',
    find: 'own === transform?.source ? transform.cells : records[own].column(mapping[own]),',
    replace: 'records[own].column(mapping[own]),',
    why: 'takes a change of the other joined fields for none',
    ...BY_RULES,
  },
  {
    id: 'any-separator-is-one-text',
    file: 'model/transform.ts',
    find: 'JSON.stringify([separator, ...fields])',
    replace: "JSON.stringify(['', ...fields])",
    why: 'takes another separator for an edit of the record',
    ...BY_RULES,
  },
  {
    id: 'columns-that-are-joined-unchecked',
    file: 'design/check/check-headers.ts',
    find: 'for (const [j, field] of joined.entries())',
    replace: 'for (const [j, field] of joined.slice(1).entries())',
    why: 'plans a join of a column that is not in the file',
    ...BY_RULES,
    tests: ['tests/engine/design/read-transform.test.ts'],
  },
  {
    id: 'joined-texts-shown-last',
    file: 'plan/totals/transform-facts.ts',
    find: " && sample.parts.filter((part) => part !== '').length < 2",
    replace: '',
    why: 'shows records of which nothing is joined before those of which something is',
    ...BY_RULES,
    tests: ['tests/engine/plan/totals/transform-facts.test.ts'],
  },
];
