import type { TestedMutant } from './mutant.ts';

const NOTES: Pick<TestedMutant, 'room' | 'tests'> = {
  room: 'engine',
  tests: ['tests/suggest/mixed-types.test.ts'],
};
const VALUES: Pick<TestedMutant, 'room' | 'tests'> = {
  room: 'engine',
  tests: ['tests/suggest/values.test.ts'],
};
const LIFECYCLE: Pick<TestedMutant, 'room' | 'tests'> = {
  room: 'engine',
  tests: ['tests/rules/lifecycle.test.ts'],
};

const IDS: Pick<TestedMutant, 'room' | 'tests'> = {
  room: 'engine',
  tests: ['tests/suggest/ids-and-keys.test.ts'],
};

/** What a suggestion says of columns, and the lifecycle stages a sync is limited to. */
export const SUGGESTED: readonly TestedMutant[] = [
  {
    id: 'any-status-for-an-end',
    rule: 'S122',
    file: 'suggest/stages.ts',
    find: 'ENDS.has(foldText(sample))',
    replace: 'foldText(sample) !== String(ENDS.size)',
    why: 'offers a status of any words as the one that keeps won and lost',
    ...VALUES,
  },
  {
    id: 'stages-of-any-kind',
    rule: 'S122',
    file: 'suggest/stages.ts',
    find: 'const names = STAGES[kind] ?? [];',
    replace: "const names = STAGES[kind] ?? ['stage'];",
    why: 'offers a stage map where the kind has no stages',
    ...VALUES,
  },
  {
    id: 'mixed-from-any-cell',
    rule: 'S121',
    file: 'profile/profile.ts',
    find: 'fits < this.filled * MANY',
    replace: 'fits === 0',
    why: 'calls a column of texts with a number in it inconsistent',
    ...NOTES,
  },
  {
    id: 'mixed-unsaid',
    rule: 'FM7',
    file: 'suggest/notes.ts',
    find: 'if (evidence.mixed !== undefined && facts.listSign === null',
    replace: 'if (evidence.mixed !== undefined && facts.listSign !== null',
    why: 'does not say that a field is kept as text for its inconsistent values',
    ...NOTES,
  },
  {
    id: 'demoted-contacts',
    rule: 'ST5',
    file: 'model/default-stages.ts',
    find: "other.kind === 'leads' && sharesLifecycle",
    replace: 'sharesLifecycle',
    why: 'takes a stage of any sync for that of a lead',
    ...LIFECYCLE,
  },
  {
    id: 'stageless-records-in',
    rule: 'ST5',
    file: 'scope/lifecycle.ts',
    find: 'has: from(NONE)',
    replace: 'has: from(PROMOTED)',
    why: 'creates records without a lifecycle stage in every sync',
    ...LIFECYCLE,
  },
  {
    id: 'default-over-stages',
    rule: 'ST5',
    file: 'merge/transforms.ts',
    find: 'isPromoted(text) ? text : value',
    replace: 'text',
    why: 'writes the default stage over every other one',
    ...LIFECYCLE,
  },
  {
    id: 'stage-of-two-syncs',
    rule: 'ST5',
    file: 'design/check/check-lifecycle.ts',
    find: '.slice(0, index)',
    replace: '.slice(0, 0)',
    why: 'lets two syncs have one lifecycle stage',
    ...LIFECYCLE,
  },
  {
    id: 'ids-over-ids',
    rule: 'S475',
    file: 'suggest/suggest.ts',
    find: "(ids[side] === null && pair[side].meaning.senses[0]?.concept === 'record-id'),",
    replace: 'false,',
    why: 'maps the ids of one app onto those of the other where one is not the id field',
    ...IDS,
  },
  {
    id: 'one-row-takes-the-id',
    rule: 'S475',
    file: 'suggest/own-columns.ts',
    find: 'Math.max(1, evidence.rows * FEW_FAULTS)',
    replace: 'evidence.rows * 0',
    why: 'takes the id field from a file for one row without an id',
    ...IDS,
  },
  {
    id: 'any-faults-will-do',
    rule: 'S475',
    file: 'suggest/own-columns.ts',
    find: 'Math.max(1, evidence.rows * FEW_FAULTS)',
    replace: 'evidence.rows',
    why: 'takes a column for the id field however many rows repeat',
    ...IDS,
  },
];
