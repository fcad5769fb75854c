import type { TestedMutant } from './mutant.ts';

const FAILURES: Pick<TestedMutant, 'room' | 'tests'> = {
  room: 'engine',
  tests: ['tests/rules/failures.test.ts', 'tests/engine/read/app-words.test.ts'],
};

/** Why records fail, by cause (HE, ER). */
export const HEALTH: readonly TestedMutant[] = [
  {
    id: 'every-record-is-a-cause',
    rule: 'HE5',
    file: 'plan/health/cause-of.ts',
    find: 'value !== undefined && OF_VALUE.includes(code) ? { value } : {}',
    replace: 'value !== undefined ? { value } : {}',
    why: 'tells every value that is too long as a cause of its own',
    ...FAILURES,
  },
  {
    id: 'reported-parents-fail',
    rule: 'ER5',
    file: 'plan/health/failures.ts',
    find: 'judged(on, source, rows[source]) !== PARENT.refused',
    replace: 'judged(on, source, rows[source]) === PARENT.there',
    why: 'counts a parent that is only reported as a cause of failing',
    ...FAILURES,
  },
  {
    id: 'all-are-freed',
    rule: 'HE5',
    file: 'plan/health/failures.ts',
    find: 'if (own.length === 1) group.only++;',
    replace: 'group.only++;',
    why: 'promises that fixing one cause frees a record that fails for two',
    ...FAILURES,
  },
  {
    id: 'row-numbers-are-causes',
    rule: 'HE5',
    file: 'read/app-words.ts',
    find: 'return isWord ? token : `…${sign}`;',
    replace: 'return token;',
    why: 'tells fifty thousand rows apart by the number in an app`s words',
    ...FAILURES,
  },
  {
    id: 'codes-are-all-alike',
    rule: 'ER9',
    file: 'read/app-words.ts',
    find: "about.by === 'code' ?",
    replace: 'true ?',
    why: 'takes two validation rules for one cause',
    ...FAILURES,
  },
  {
    id: 'a-lock-needs-a-person',
    rule: 'ER8',
    file: 'read/app-words.ts',
    find: "fixedBy: about.fixedBy ?? 'person'",
    replace: "fixedBy: 'person'",
    why: 'sends a person after what time fixes',
    ...FAILURES,
  },
  {
    id: 'rows-without-an-id-are-lost',
    rule: 'ER1',
    file: 'plan/health/structural.ts',
    find: "'no-id', ",
    replace: '',
    why: 'loses the rows that have no id',
    ...FAILURES,
  },
  {
    id: 'undated-is-recent',
    rule: 'HE1',
    file: 'plan/health/records.ts',
    find: '!((changed[one]?.[rows[one]] ?? NaN) >= since)',
    replace: '(changed[one]?.[rows[one]] ?? NaN) < since',
    why: 'lists records nobody knows the last change of as changed lately',
    room: 'engine',
    tests: ['tests/plan-desk/health.test.ts'],
  },
];
