import type { TestedMutant } from './mutant.ts';

/** Why values differ. */
export const DIFFER: readonly TestedMutant[] = [
  {
    id: 'damage-has-no-worse-side',
    rule: 'DX3',
    file: 'differ/value-class.ts',
    find: "if (isDamageOf(r, l)) return { is: 'damaged', worse: 2, forms: [] };",
    replace: "if (isDamageOf(r, l)) return { is: 'damaged', worse: 1, forms: [] };",
    why: 'takes the good value for the damaged one',
    room: 'engine',
    tests: ['tests/rules/differences.test.ts'],
  },
  {
    id: 'few-pairs-of-any-class',
    rule: 'DX3',
    file: 'plan/totals/differences.ts',
    find: "count === filled && classes.length === 1 && most.is !== 'other'",
    replace: 'count === filled',
    why: 'warns of three pairs that have nothing in common',
    room: 'engine',
    tests: ['tests/rules/differences.test.ts'],
  },
  {
    id: 'no-summer-time',
    rule: 'DX1',
    file: 'differ/steady.ts',
    find: '[[hours], [hours, hours + 1]],',
    replace: '[[hours]],',
    why: 'sees no shift where a year has two offsets',
    room: 'engine',
    tests: ['tests/rules/differences.test.ts'],
  },
];
