import { describe, expect, it } from 'vitest';
import type { DesignFault, Warning } from '../../src/lib/engine/index.ts';
import { IN_FILES } from '../../src/lib/words/in-files.ts';
import { said } from '../support/english.ts';

const pair = { left: 'A', right: 'B' };
const types = { left: 'number', right: 'text' } as const;

/** Word for word what the command line said before the sentences were made outside the engine. */
const FAULTS: readonly (readonly [at: string, fault: DesignFault, says: string])[] = [
  ['', { is: 'no-object', found: '[]' }, 'A design file holds one JSON object; this one holds [].'],
  [
    'format',
    { is: 'other-version', found: 'drysync/design@2', reads: 'drysync/design@1' },
    'This design has the format drysync/design@2 and this version reads drysync/design@1: use the version of Drysync that wrote it, or a newer one.',
  ],
  [
    'format',
    { is: 'other-format', found: '"x"', reads: 'drysync/design@1' },
    'The format is "x", which is no design of Drysync: choose a *.drysync.json file, whose format is drysync/design@1.',
  ],
  ['', { is: 'wrong-value', expected: 'object', found: '1' }, 'The design must be an object; it is 1.'],
  ['a.name', { is: 'wrong-value', expected: 'text', found: null }, 'name must be a text; it is missing.'],
  [
    'syncs[0].winner',
    { is: 'wrong-value', expected: { oneOf: ['left', 'right'] }, found: '"x"' },
    'winner must be one of "left", "right"; it is "x".',
  ],
  [
    'format',
    { is: 'wrong-value', expected: { oneOf: ['drysync/design@1'] }, found: null },
    'format must be "drysync/design@1"; it is missing.',
  ],
  [
    'a.keys',
    { is: 'wrong-value', expected: { keysUpTo: 8 }, found: '[]' },
    'keys must be a list of at most 8 keys; it is [].',
  ],
  [
    'x',
    { is: 'half-character' },
    'The text holds half of a surrogate pair, which no UTF-8 file can hold; type it again.',
  ],
  ['x', { is: 'id-twice', id: '"c"' }, 'Two syncs have the id "c"; give each its own.'],
  ['x', { is: 'declared-twice', field: 'F' }, 'The field F is declared twice; keep one of the two.'],
  [
    'x',
    { is: 'no-column', side: 'left', sync: 'c', field: 'F', like: null },
    'The left file of c has no column "F".',
  ],
  [
    'x',
    { is: 'no-column', side: 'left', sync: 'c', field: 'F', like: 'f' },
    'The left file of c has no column "F"; it has "f".',
  ],
  [
    'x',
    { is: 'both-read-only', ...pair },
    'Field A is not compatible with field B: both are read-only, so nothing can flow.',
  ],
  [
    'x',
    {
      is: 'no-direction',
      ...pair,
      sync: 'left-to-right',
      mapping: 'right-to-left',
      readOnly: { field: 'B', leaves: 'right-to-left' },
      transform: null,
    },
    'No direction is left for A and B: the sync is left-to-right, the mapping is right-to-left, B is read-only, which leaves right-to-left.',
  ],
  [
    'x',
    { is: 'mapped-twice', ...pair, side: 'right', by: 0 },
    'Field A is not compatible with field B: the right field B is already mapped by mapping 1.',
  ],
  [
    'x',
    { is: 'several-values', ...pair, field: 'B' },
    'Field A is not compatible with field B: B holds several values.',
  ],
  [
    'x',
    { is: 'other-types', ...pair, types },
    'Field A is not compatible with field B: their types are number and text.',
  ],
  [
    'x',
    { is: 'one-way-types', ...pair, types, flows: 'right-to-left' },
    'Field A is not compatible with field B: of the types number and text values can only flow from B to A, so make the mapping right-to-left.',
  ],
  ['x', { is: 'no-keys', sync: 'c' }, 'The sync c matches by keys and names none.'],
  [
    'x',
    { is: 'custom-without-keys', sync: 'c' },
    'A custom object has no default identifier; name the keys of c.',
  ],
  [
    'x',
    { is: 'no-identifier', sync: 'c', kind: 'companies', wanted: ['name', 'domain'] },
    'The sync c of companies names no identifier; name the fields of name or domain.',
  ],
  [
    'x',
    { is: 'none-required-mapped', side: 'right', fields: ['A', 'B'] },
    'A custom object needs one of its required right fields mapped (A, B).',
  ],
  [
    'x',
    { is: 'stage-twice', side: 'left', stage: '["a",null]' },
    'The left stage ["a",null] stands in two pairs; in a two-way sync a stage map is one-to-one.',
  ],
  [
    'x',
    { is: 'salesforce-apps', count: 0 },
    'The profile salesforce needs exactly one app of kind salesforce; neither app is.',
  ],
  [
    'x',
    { is: 'salesforce-apps', count: 2 },
    'The profile salesforce needs exactly one app of kind salesforce; both are.',
  ],
  [
    'x',
    { is: 'no-such-sync', sync: '"c"' },
    'The design has no sync "c"; an association names one of its syncs.',
  ],
  [
    'x',
    { is: 'invoice-parents', sync: 'c' },
    'Invoices are associated with contacts and with nothing else; this association leads to c.',
  ],
  [
    'x',
    { is: 'parents-without-id', side: 'left', sync: 'c' },
    'The left records of c have no id field, so say which of their fields names them.',
  ],
  [
    'x',
    { is: 'parents-not-here', sync: 'c' },
    'An association leads to c, whose two files are not here yet: give them, or take the association out.',
  ],
  [
    'x',
    { is: 'not-carried-out', what: 'delete-rule', rule: 'DE4' },
    'Deleting on one side what was deleted on the other, but under the profile salesforce, is not carried out by this version (rule DE4); nothing is planned without it, so take it out or wait for a version that has it.',
  ],
];

const WARNINGS: readonly (readonly [warning: Warning, says: string])[] = [
  [
    { code: 'doubles', sync: 'c', count: 1 },
    'c: nothing identifies these records, so 1 record would be created beside what the other app already has.',
  ],
  [
    { code: 'no-email-creates', sync: 'c', count: 1234 },
    'c: 1234 records without an e-mail address would be created.',
  ],
  [
    { code: 'waits', sync: 'c', count: 1 },
    'c: 1 record waits for a key that this plan changes; plan again after it was pushed.',
  ],
  [
    { code: 'no-key-written', sync: 'c', count: 2 },
    'c: 2 creates without a key: only their values tell the next plan which records they became.',
  ],
  [
    { code: 'sync-off', sync: 'c', count: 2 },
    'c: this sync is off: its 2 records were read, and nothing is planned for them.',
  ],
  [{ code: 'empty-create', sync: 'c', count: 1 }, 'c: 1 create with nothing to write.'],
  [
    { code: 'choices-void', sync: 'c', count: 2 },
    'c: 2 choices no longer apply: the values or records are not as they were.',
  ],
  [
    { code: 'by-hand', sync: 'c', field: 'Parent', count: 1 },
    'c: 1 record names its parent in Parent; this profile keeps no associations of custom objects, set it by hand.',
  ],
  [
    { code: 'createsPerMatch', sync: 'c', count: 5000, of: 3, limit: 1.5 },
    'c: 5000 creates for 3 linked pairs; the guard allows 1.5 per pair.',
  ],
  [
    { code: 'maxCleared', sync: 'c', count: 200, of: 1000, limit: { share: 0.125, count: 100 } },
    'c: 200 records would have a value cleared; the guard allows 100 records or 12.5 % of the linked ones.',
  ],
  [
    { code: 'maxChanged', sync: 'c', count: 40, of: 50, limit: 0.5 },
    'c: 40 of 50 linked records would change; the guard allows 50 %.',
  ],
  [
    { code: 'minMatched', sync: 'c', count: 1, of: 100, limit: 0.2 },
    "c: 1 of the smaller side's 100 records are matched; the guard asks for 20 %. Check the key fields.",
  ],
  [
    { code: 'maxShrunk', sync: 'c', count: 5, side: 'left', of: 100, limit: 0.2 },
    'c: the left file has 5 rows, 100 last time; the guard allows 20 % fewer.',
  ],
  [
    { code: 'maxRejected', sync: 'c', count: 50, side: 'right', of: 100, limit: 0.02 },
    'c: 50 of 100 rows of the right file could not be read as records; the guard allows 2 %. The notes name them.',
  ],
  [
    { code: 'maxOverwritten', sync: 'c', count: 60, of: 100, limit: 0.5 },
    'c: 60 of 100 pairs linked for the first time would have a value overwritten; the guard allows 50 %.',
  ],
];

describe('what files and the command line say', () => {
  it.each(FAULTS)('a design error at %j: %j', (at, fault, says) => {
    expect(IN_FILES.designError({ at, fault })).toBe(says);
  });
  it.each(WARNINGS)('[S37] [S38] a warning: %j', (warning, says) => {
    expect(IN_FILES.planWarning(warning)).toBe(says);
  });
  it('numbers have marks on the screen only', () => {
    const warning: Warning = { code: 'empty-create', sync: 'c', count: 1234 };
    expect(IN_FILES.planWarning(warning)).toContain('1234 creates');
    expect(said('errors').planWarning(warning)).toContain('1,234 creates');
  });
});
