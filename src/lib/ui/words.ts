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
