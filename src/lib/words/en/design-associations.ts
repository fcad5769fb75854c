import type { Speech } from '../speech.ts';

/** Associations (AS), on the design's screen. */
export const designAssociations = ({ count }: Speech) => ({
  caption: 'each record is written with its parent, which is written before it',
  none: 'Records are written without their parents.',
  add: 'Add association',
  draft: 'Choose the parents and the field of each side that names them.',
  parents: 'Parents',
  parentsOf: (at: number) => `Parents of association ${count(at)}`,
  /** Before the field and before what it holds. */
  namedIn: 'named in',
  holds: 'holds',
  field: (app: string) => `Field in ${app} that names the parent`,
  by: (app: string) => `What that field in ${app} holds of the parent`,
  noField: 'choose a field',
  id: 'its id',
  primary: 'only the first of several',
  primaryIn: (app: string) => `Only the first of several parents in ${app}`,
  required: 'Required',
  requiredSays: 'A record whose parent is missing is not written.',
  byHand:
    'Data Sync keeps no associations of custom objects: this one is counted in the plan, and set by hand.',
  remove: (at: number) => `Remove association ${count(at)}`,
});
