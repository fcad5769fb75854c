import type { TestedMutant } from './mutant.ts';

const RULES = ['tests/rules/checks.test.ts'];
const CALLS = ['tests/cli/checks.test.ts'];

/** Written checks. */
export const CHECKS: readonly TestedMutant[] = [
  {
    id: 'a-check-breaks-at-its-bound',
    rule: 'S400',
    room: 'engine',
    tests: RULES,
    file: 'checks/check-plan.ts',
    find: 'if (atMost !== null && own > atMost * per) return 1;',
    replace: 'if (atMost !== null && own >= atMost * per) return 1;',
    why: 'stops a plan that is just what was agreed',
  },
  {
    id: 'a-create-moves-backwards-too',
    rule: 'S401',
    room: 'engine',
    tests: RULES,
    file: 'checks/write-test.ts',
    find: 'return before !== null && after !== null && after < before;',
    replace: 'return after !== null && (before === null || after < before);',
    why: 'counts values that are in no order',
  },
  {
    id: 'blank-fields-of-every-lone-record',
    rule: 'S401',
    room: 'engine',
    tests: RULES,
    file: 'checks/write-members.ts',
    find: 'if (plan.acts[subject] !== create) continue;',
    replace: 'if (plan.acts[subject] === create) members[subject] = 0;',
    why: 'counts records that are not created at all',
  },
  {
    id: 'other-records-are-looked-at',
    rule: 'S402',
    room: 'engine',
    tests: RULES,
    file: 'checks/count-check.ts',
    find: 'if (counted.writes.length > 0) and(looked, filtered);',
    replace: 'and(looked, filtered);',
    why: 'takes a share of what is counted itself',
  },
  {
    id: 'a-waiver-for-every-plan',
    rule: 'S404',
    room: 'engine',
    tests: CALLS,
    file: 'checks/check-plan.ts',
    find: 'one.planHash === own && covers',
    replace: 'covers',
    why: 'lets through a plan that nobody looked at',
  },
  {
    id: 'a-waiver-for-any-number',
    rule: 'S404',
    room: 'engine',
    tests: CALLS,
    file: 'checks/check-plan.ts',
    find: 'out === 1 ? number <= waiver.number : number >= waiver.number;',
    replace: 'out === 1 || number >= waiver.number;',
    why: 'lets more through than was seen',
  },
  {
    id: 'checks-name-the-plan',
    rule: 'S403',
    room: 'formats',
    tests: CALLS,
    file: 'plan-key.ts',
    find: "['checks', 'toDos', 'approval']",
    replace: "['toDos', 'approval']",
    why: 'makes another plan of a changed check',
  },
];
