import type { TestedMutant } from './mutant.ts';

const RULES = ['tests/rules/turned-off.test.ts'];
const EDITED = ['tests/rules/turning-off.test.ts'];

/** A sync that is off (LI2). */
export const TURNED_OFF: readonly TestedMutant[] = [
  {
    id: 'a-sync-that-is-off-matches-on',
    rule: 'S411',
    room: 'engine',
    tests: RULES,
    file: 'model/turned-off.ts',
    find: `method: 'none', identifiers: {}, keys: [], idPair: null`,
    replace: 'idPair: null',
    why: 'binds children to parents that only a key finds',
  },
  {
    id: 'some-take-part-in-a-sync-that-is-off',
    rule: 'LI2',
    room: 'engine',
    tests: RULES,
    file: 'scope/off.ts',
    find: 'ofMissing: true,',
    replace: 'ofMissing: false,',
    why: 'does not say of a record whose counterpart is missing that its sync is off',
  },
  {
    id: 'turned-off-its-baseline-is-settled',
    rule: 'S412',
    room: 'engine',
    tests: RULES,
    file: 'plan/out/next-baseline.ts',
    find: 'if (isOff(sync.sync)) {',
    replace: 'if (isOff(sync.sync) && sync.matching.prior.links.count === 0) {',
    why: 'moves the lines of a sync nobody compared',
  },
  {
    id: 'turned-off-its-creates-are-looked-for',
    rule: 'S412',
    room: 'engine',
    tests: RULES,
    file: 'plan/plan-syncs.ts',
    find: 'choices: null, complete: PARTIAL };',
    replace: 'choices, complete: PARTIAL };',
    why: 'links what a person said in a sync that is off',
  },
  {
    id: 'an-edit-leaves-it-off',
    rule: 'S413',
    room: 'engine',
    tests: EDITED,
    file: 'design/edit/turn-off.ts',
    find: `if (valueAt(json, ['syncs', at, 'enabled']) !== false) return made;`,
    replace: `if (valueAt(json, ['syncs', at, 'enabled']) !== true) return made;`,
    why: 'edits a sync that stays off',
  },
  {
    id: 'a-deleted-sync-leaves-its-checks',
    rule: 'S413',
    room: 'engine',
    tests: EDITED,
    file: 'design/edit/turn-off.ts',
    find: `for (const list of ['checks', 'approval']) {`,
    replace: `for (const list of ['approval']) {`,
    why: 'leaves a design that plans nothing, since a check names a sync it has not',
  },
  {
    id: 'a-pass-reads-what-is-off',
    rule: 'S414',
    room: 'workers',
    tests: ['tests/session/live/sync-now.test.ts'],
    file: 'live/sync-now.ts',
    find: '.filter((sync) => !off.has(sync))',
    replace: '.filter(() => true)',
    why: 'reads an app for a sync that is off',
  },
];
