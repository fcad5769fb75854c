import type { TestedMutant } from './mutant.ts';

const SINCE = ['tests/engine/plan/totals/since.test.ts'];
const TESTS = ['tests/session/hand-over.test.ts'];

/** What the workbench keeps of a hand-over (S115). */
export const HANDED_OVER: readonly TestedMutant[] = [
  {
    id: 'hand-over-counts-at-once',
    rule: 'S115',
    room: 'workers',
    file: 'keep/hand-over.ts',
    find: 'of[place] !== undefined && of[place] !== sha256',
    replace: 'of[place] !== undefined && sha256 !== null',
    why: 'reads everything as not taken as soon as its change files were made',
    tests: TESTS,
  },
  {
    id: 'results-count-for-nothing',
    rule: 'S115',
    room: 'workers',
    file: 'keep/hand-over.ts',
    find: "  if (resultsOf(row, 'handed-over').length > 0) return true;\n",
    replace: '',
    why: 'waits for newer exports though a result file was given',
    tests: TESTS,
  },
  {
    id: 'last-hand-over-is-lost',
    rule: 'S115',
    room: 'store',
    file: 'baselines.ts',
    find: 'if (last === null || last.id !== on) return',
    replace: 'if (last === null || last.id !== null) return',
    why: 'forgets the hand-over a plan knew of where the next one is made',
    tests: TESTS,
  },
  {
    id: 'named-without-its-results',
    rule: 'S115',
    room: 'workers',
    file: 'plan/plan-about.ts',
    find: '      results: results.map(({ sha256 }) => sha256),\n',
    replace: '',
    why: 'gives a plan that knows of result files the name of the one that does not',
    tests: TESTS,
  },
  {
    id: 'what-travelled-changed-since',
    rule: 'S116',
    room: 'engine',
    file: 'plan/totals/since.ts',
    find: '      if (!this.#isSince(position, pair, side)) continue;\n',
    replace: '',
    why: 'takes the very change that was handed over for one of since then',
    tests: SINCE,
  },
  {
    id: 'gone-is-forgotten',
    rule: 'S116',
    room: 'engine',
    file: 'plan/totals/since.ts',
    find: '    if (row < 0) gone++;\n',
    replace: '    if (row < 0) continue;\n',
    why: 'does not say which links have no record in this export',
    tests: SINCE,
  },
  {
    id: 'came-back-is-no-change',
    rule: 'S116',
    room: 'engine',
    file: 'plan/totals/since.ts',
    find: '      if (word !== null && handedTo(code) === side) continue;\n',
    replace: '',
    why: 'tells what came back as a change that was made there too',
    tests: SINCE,
  },
];
