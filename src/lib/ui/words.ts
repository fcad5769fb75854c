import type { Outcome } from '../engine/index.ts';
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
