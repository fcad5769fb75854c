import type { Outcome, ReasonCode } from '../../engine/index.ts';
import type { Speech } from '../speech.ts';

/** The field's terms, and the acts that are called the same on every screen. */
export const terms = ({ plural, signed, count }: Speech) => ({
  undo: 'Undo',
  close: 'Close',
  blank: 'blank',
  outcomes: {
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
  } satisfies Record<Outcome, { word: string; says: string }>,
  /** An outcome where the count is of what is still open. */
  openConflict: 'Conflict, open',
  /** A record's outcome with its conflicts nobody has decided. */
  outcomeWithOpen: (word: string, open: number) => `${word}, ${count(open)} open`,
  /** `2 creates`: an outcome counted in a sentence. */
  counted: (outcome: Outcome, many: number) => plural(many, COUNTED[outcome]),
  /** `+312 updates`, `−1 conflict`: how a count moved. */
  moved: (outcome: Outcome, by: number) =>
    plural(Math.abs(by), COUNTED[outcome]).replace(count(Math.abs(by)), signed(by)),
  reasons: {
    'no-valid-email': 'No valid e-mail',
    'no-identifier': 'No key value',
    filtered: 'Kept out by a filter',
    denied: 'On the deny list',
    'stage-not-mapped': 'Stage not mapped',
    'lifecycle-not-in-sync': 'Lifecycle stage not in sync',
    'duplicate-key': 'Key already taken',
    'ambiguous-match': 'Hits two counterparts',
    'counterpart-deleted': 'Counterpart deleted',
    'not-in-this-export': 'Counterpart not in this export',
    'required-blank': 'A required field would be blank',
    'too-long': 'A value is too long',
    'option-missing': 'A value is no option there',
    'bad-number': 'A value is no number',
    'bad-date': 'A value is no date',
    'bad-boolean': 'A value is no yes or no',
    'bad-email': 'A value is no e-mail address',
    'not-unique': 'A value must be unique',
    'read-only': 'A field is read-only',
    'unknown-stage': 'Unknown stage',
    'parent-missing': 'Its parent is missing',
    'waits-for-key-change': 'Waits for a key to change',
    'direction-forbids-create': 'The direction forbids a create',
    'filter-would-exclude': 'A filter would keep it out later',
    'not-primary': 'Further parents set aside',
    'not-taken': 'A value handed over was not taken',
    'came-back-different': 'A value came back different',
    'handed-over': 'May have been created already',
    'counterpart-rejected': 'Its counterpart’s row could not be read',
    contested: 'Shares its key, and is overwritten',
    'nothing-in-common': 'Nothing in common but the key',
    'public-domain': 'Matched by a public mail domain',
    'placeholder-key': 'Matched by a word for nothing',
    'near-key': 'Its key is nearly there already',
    'key-twice': 'Gets a key that another has',
    'maybe-recreated': 'Perhaps made again under another id',
  } satisfies Record<ReasonCode, string>,
  toSide: (app: string) => `to ${app}`,
  toBoth: 'to both',
});

const COUNTED = {
  create: { one: '# create', other: '# creates' },
  update: { one: '# update', other: '# updates' },
  delete: { one: '# delete', other: '# deletes' },
  conflict: { one: '# conflict', other: '# conflicts' },
  'in-sync': { other: '# in sync' },
  excluded: { other: '# excluded' },
  duplicate: { one: '# duplicate', other: '# duplicates' },
  failing: { other: '# failing' },
  ambiguous: { other: '# ambiguous' },
  waits: { other: '# waiting' },
} satisfies Record<Outcome, { one?: string; other: string }>;
