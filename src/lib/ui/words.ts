import type { Outcome, ReasonCode } from '../engine/index.ts';
import { numberFormat } from './formats.ts';

/** The words of the screen, one place. Numbers follow the reader's language; ids and file values never do. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, { readonly word: string; readonly says: string }>> = {
  create: { word: 'Create', says: 'no counterpart; would be made on the other side' },
  update: { word: 'Update', says: 'linked, fields would change' },
  delete: { word: 'Delete', says: 'the counterpart was deleted' },
  conflict: { word: 'Conflict', says: 'both have a value, nobody has decided' },
  'in-sync': { word: 'In sync', says: 'nothing to do' },
  excluded: { word: 'Excluded', says: 'kept out by e-mail, filter, stage or direction' },
  duplicate: { word: 'Duplicate', says: 'its key is taken by an earlier record' },
  failing: { word: 'Failing', says: 'the other side would refuse it' },
  ambiguous: { word: 'Ambiguous', says: 'hits two counterparts' },
  waits: { word: 'Waits', says: 'a key changes in this plan; next round' },
};

/** The one order of outcomes on every screen. */
export const OUTCOME_ORDER = Object.keys(OUTCOME_WORDS) as readonly Outcome[];

export const REASON_WORDS: Readonly<Record<ReasonCode, string>> = {
  'no-valid-email': 'no valid e-mail',
  'no-identifier': 'no key value',
  filtered: 'kept out by a filter',
  denied: 'on the deny list',
  'stage-not-mapped': 'stage not mapped',
  'lifecycle-not-in-sync': 'lifecycle stage not in sync',
  'duplicate-key': 'key already taken',
  'ambiguous-match': 'hits two counterparts',
  'counterpart-deleted': 'counterpart deleted',
  'not-in-this-export': 'counterpart not in this export',
  'required-blank': 'a required field would be blank',
  'too-long': 'a value is too long',
  'option-missing': 'a value is no option there',
  'bad-number': 'a value is no number',
  'bad-date': 'a value is no date',
  'bad-boolean': 'a value is no yes or no',
  'bad-email': 'a value is no e-mail address',
  'not-unique': 'a value must be unique',
  'read-only': 'a field is read-only',
  'unknown-stage': 'unknown stage',
  'parent-missing': 'its parent is missing',
  'waits-for-key-change': 'waits for a key to change',
  'direction-forbids-create': 'the direction forbids a create',
  'filter-would-exclude': 'a filter would keep it out later',
  'not-primary': 'further parents set aside',
};

/** A count in the reader's language. */
export const count = numberFormat();

/** `1 file`, `2 files`. */
export const counted = (value: number, one: string, many: string): string =>
  `${count(value)} ${value === 1 ? one : many}`;

const times = numberFormat({ maximumSignificantDigits: 2 });

/** A length of time a person has waited, in seconds. */
export const seconds = (milliseconds: number): string => `${times(milliseconds / 1000)} s`;

/** How sure a suggestion is, 0 to 1, in a word and a share. */
export function sureness(value: number): string {
  const word = value >= 0.9 ? 'sure' : value >= 0.7 ? 'likely' : 'to confirm';
  return `${word}, ${String(Math.round(value * 100))} %`;
}
