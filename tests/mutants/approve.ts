import type { TestedMutant } from './mutant.ts';

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
];
