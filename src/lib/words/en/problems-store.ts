import type { Kept, ReadOnlyBecause } from '../../conversation/index.ts';

const KEPT: Readonly<Record<Exclude<Kept, 'record-set'>, string>> = {
  database: 'the storage of this browser',
  project: 'the project',
  design: 'the design',
  baseline: 'the baseline',
  plan: 'the kept plan',
  decisions: 'the decisions',
  journal: 'the journal of a push',
};

/** What the store was reading or writing. */
export const keptThing = ({ what, where }: { readonly what: Kept; readonly where: string }): string =>
  what === 'record-set' ? `the records of ${where}` : KEPT[what];

/** Why nothing can be written. */
export const readOnly: Readonly<Record<ReadOnlyBecause, string>> = {
  'other-tab': 'Another tab works on this project, so nothing is saved from here.',
  'taken-over': 'Another tab took this project over, so nothing is saved from here any more.',
  'newer-version':
    'Another tab runs a newer version of Drysync, so nothing is saved from here. Load this page again.',
  'storage-cleared':
    'The browser cleared the storage of this page, so nothing can be saved. Load the page again.',
  closed: 'The storage was closed, so nothing can be saved. Load the page again.',
};

export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
