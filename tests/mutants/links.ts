import type { Mutant, TestedMutant } from './mutant.ts';

/** Links that stand before any key is asked: by a person, by the baseline, by ids (MA5, S22, S41). */
export const LINKS: readonly Mutant[] = [
  {
    id: 'same-leaves-the-right-link',
    rule: 'MA5',
    file: 'match/links/prior-links.ts',
    find: ' || (right >= 0 && by.right[right] === BY.person);',
    replace: ';',
    why: "keeps the right record's old link beside the one a person made",
  },
  {
    id: 'different-leaves-the-link',
    rule: 'MA5',
    file: 'match/links/prior-links.ts',
    find: '(taken && !samePair) || (left >= 0 && forbidden.left.get(left)?.includes(right) === true)',
    replace: 'taken && !samePair',
    why: 'keeps a link of the baseline that a person called wrong',
  },
  {
    id: 'different-needs-both-in-the-files',
    rule: 'S22',
    file: 'match/links/prior-links.ts',
    find: "if (verdict.verdict === 'different') absent.add(nameOf(records, verdict.left, verdict.right));",
    replace: '',
    why: 'keeps a link that a person called wrong while one of its records is not in this export',
  },
  {
    id: 'missing-left-forgotten',
    rule: 'MA5',
    file: 'match/links/prior-links.ts',
    find: "else if (right >= 0) [partner.right[right], by.right[right]] = [awayAs('left', position), BY.baseline];",
    replace: '',
    why: 'matches a right record again whose linked left record is not in the file',
  },
  {
    id: 'id-pair-takes-a-linked-record',
    rule: 'MA5',
    file: 'match/links/prior-links.ts',
    find: 'if (named < 0 || partner[other][named] !== UNBOUND) continue;',
    replace: 'if (named < 0) continue;',
    why: 'lets an id field take a record away from its link',
  },
  {
    id: 'id-pair-against-a-person',
    rule: 'MA5',
    file: 'match/links/prior-links.ts',
    find: 'if (forbidden[own].get(row)?.includes(named) === true) continue;',
    replace: '',
    why: 'binds by id field what a person called different',
  },
];

/** What tests of rules tell. */
export const TOLD_LINKS: readonly TestedMutant[] = [
  {
    id: 'an-absent-pair-is-void',
    rule: 'S41',
    file: 'match/links/prior-links.ts',
    find: 'voidVerdicts--;',
    replace: '',
    why: 'says of a verdict that undid a link that it did nothing',
    room: 'engine',
    tests: ['tests/rules/link-verdicts.test.ts'],
  },
];
