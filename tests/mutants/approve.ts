import type { TestedMutant } from './mutant.ts';

const RULES = ['tests/plan-desk/approval-rules.test.ts'];
const TESTS = ['tests/engine/approve/approved-lines.test.ts'];

/** What is approved. */
export const APPROVE: readonly TestedMutant[] = [
  {
    id: 'the-first-decision-counts',
    rule: 'S41',
    room: 'engine',
    tests: TESTS,
    file: 'approve/approved-lines.ts',
    find: 'const decisions = new Map(choices.decisions.map((decision) => [subjectKey(decision), decision]));',
    replace:
      'const decisions = new Map([...choices.decisions].reverse().map((decision) => [subjectKey(decision), decision]));',
    why: 'lets a decision stand that a person took back',
  },
  {
    id: 'approved-whatever-is-written',
    rule: 'L3',
    room: 'engine',
    tests: TESTS,
    file: 'approve/approved-lines.ts',
    find: "decision?.decision !== 'approved' || decision.writes !== writesHash(line, tools)",
    replace: "decision?.decision !== 'approved'",
    why: 'writes what nobody has approved',
  },
  {
    id: 'the-last-rule-that-fits',
    rule: 'S405',
    room: 'engine',
    tests: RULES,
    file: 'approve/rule-decisions.ts',
    find: 'if (first[subject] === 0) first[subject] = at + 1;',
    replace: 'first[subject] = at + 1;',
    why: 'approves what an earlier rule holds',
  },
  {
    id: 'a-rule-over-a-person',
    rule: 'S406',
    room: 'engine',
    tests: RULES,
    file: 'approve/rule-decisions.ts',
    find: 'if (own[subject] !== OPEN || first[subject] === 0) continue;',
    replace: 'if (own[subject] === 0 || first[subject] === 0) continue;',
    why: 'approves what a person rejected',
  },
  {
    id: 'a-rule-approves-what-was-refused',
    rule: 'S406',
    room: 'engine',
    tests: RULES,
    file: 'approve/rule-decisions.ts',
    find: '(!mayApprove || doubted[subject] === 1)',
    replace: '!mayApprove',
    why: 'approves a record that somebody said no to, since one of its writes is another',
  },
  {
    id: 'a-rule-over-a-broken-check',
    rule: 'S407',
    room: 'engine',
    tests: RULES,
    file: 'approve/rule-decisions.ts',
    find: '(!mayApprove || doubted[subject] === 1)',
    replace: 'doubted[subject] === 1',
    why: 'approves while a check stands in the way',
  },
  {
    id: 'rules-name-the-plan',
    rule: 'S408',
    room: 'formats',
    tests: RULES,
    file: 'plan-key.ts',
    find: "['checks', 'toDos', 'approval']",
    replace: "['checks', 'toDos']",
    why: 'makes another plan of a changed rule',
  },
];
