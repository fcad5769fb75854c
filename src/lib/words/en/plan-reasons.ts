import type { Speech } from '../speech.ts';

/** Why a record or a value is as it is, with the names and values it is about; those stay as they are in the file. */
export const planReasons = (_speech: Speech) => ({
  aField: 'a field',
  /** LI2 */
  syncOff: 'This sync is off: nothing of it is planned or pushed.',
  quoted: (text: string) => `“${text}”`,
  emailBlank: (field: string, app: string) =>
    `${field} is blank in ${app}; only contacts with one take part.`,
  noEmail: (value: string, app: string) =>
    `${value} is no e-mail address in ${app}; only contacts with one take part.`,
  noIdentifier: (app: string) => `Every key is blank in ${app}, so nothing could find it again.`,
  duplicateKey: (value: string, ids: string | null) =>
    `${value} is taken by an earlier record${inBrackets(ids)}.`,
  ambiguous: (there: string, ids: string | null) =>
    `Its keys point at more than one record of ${there}${inBrackets(ids)}. Nothing is written until you say which.`,
  missing: (there: string, ids: string | null) =>
    `Its counterpart is not in the file of ${there}${inBrackets(ids)}.`,
  deleted: (there: string, ids: string | null) =>
    `Its counterpart was deleted or archived in ${there}${inBrackets(ids)}.`,
  changedSince: (there: string, field: string, ids: string | null) =>
    `Its counterpart was deleted in ${there}${inBrackets(ids)}, and ${field} changed here since: it is not deleted by itself.`,
  waits: (ids: string | null) =>
    `This plan changes a key of another record${inBrackets(ids)}; it is judged again in the next round.`,
  noCreate: (there: string) => `It has no counterpart, and the direction allows no new record in ${there}.`,
  /** KW8 */
  counterpartRejected: (there: string, value: string, line: string) =>
    `${value} is in line ${line} of the file of ${there}, a row that could not be read as a record; a new record would be its double. Correct the row and read the file again.`,
  /** S430 */
  archived: (app: string, field: string, value: string) =>
    `${app} says that it is archived: ${field} is ${value}.`,
  mergedAway: (app: string, field: string, into: string) =>
    `${app} says that it was merged into ${into} (${field}).`,
  /** S431 */
  counterpartArchived: (there: string, value: string, ids: string | null) =>
    `${value} is the key of a record that is archived in ${there}${inBrackets(ids)}. It was deleted there, so it is not created again: restore it there, or let the design create again what was deleted.`,
  /** S433 */
  linksMerged: (there: string, ids: string | null) =>
    `Records were merged, and more than one link leads here: ${ids ?? `records of ${there}`}. Nothing is written until you say which of them it is linked with.`,
  /** TZ1 */
  otherDay: (field: string, app: string, value: string) =>
    `${value} would be written to ${field} of ${app} as another day than it is at its source: a day is a day in the time zone of the side it stands on.`,
  /** KW1 */
  contested: (field: string, app: string, value: string, ids: string | null) =>
    `${value} in ${field} is also the key of other records of ${app}${inBrackets(ids)}, and values would be overwritten by it.`,
  /** KW2 */
  nothingInCommon: (field: string, value: string) =>
    `Only ${field} (${value}) says that these are the same; every other field that both have differs.`,
  /** KW5 */
  nearKey: (there: string, value: string, ids: string | null) =>
    `${value} is in ${there} already but for case, spaces or punctuation${inBrackets(ids)}: a new record may be its double.`,
  /** KW6 */
  keyTwice: (field: string, app: string, ids: string | null) =>
    `This plan gives it a key in ${field} that another record of ${app} has too${inBrackets(ids)}.`,
  /** KW7 */
  maybeRecreated: (there: string, value: string, ids: string | null) =>
    `${value} is in ${there} again under another id${inBrackets(ids)}: it may be the same record, made anew.`,
  /** KW13 */
  oneOfSeveral: (there: string, value: string, ids: string | null) =>
    `${value} and a record of ${there}${inBrackets(ids)} share one address of several in a cell: a new record may be its double.`,
  /** KW12 */
  crossedKeys: (there: string, value: string, ids: string | null) =>
    `Its key ${value} is that of ${ids ?? 'another record'} in ${there}, which is linked to a record with another key: ids may have been given anew.`,
  /** KW3 */
  publicDomain: (field: string, value: string) =>
    `${field} is ${value}, where anybody has an address: it does not say that these are the same.`,
  /** KW4 */
  placeholderKey: (field: string, value: string) =>
    `${field} is ${value}, a word for nothing: it does not say that these are the same.`,
  /** BL3c */
  notReadBack: (field: string, app: string, value: string) =>
    `${app} says that ${field} was written as ${value}; this export does not show it yet. Nothing more is written.`,
  refusedByApp: (app: string, words: string) =>
    `${app} refused this row: ${words} It is tried again when the record or its mapping changes.`,
  notTaken: (field: string, app: string, value: string) =>
    value === ''
      ? `Clearing ${field} was handed over to ${app} and was not done there.`
      : `${value} was handed over for ${field} in ${app} and is not there: it was refused, not loaded, or undone.`,
  /** BL3d */
  cameBack: (field: string, app: string, value: string) =>
    value === ''
      ? `${field} in ${app} was to be cleared, and has another value now.`
      : `${value} was handed over for ${field} in ${app}, and another value came back. Nothing is written until you say which stands.`,
  /** BL3c, of a create */
  createNotTaken: (app: string) =>
    `It was handed over to be created in ${app} and is not there: it was refused, not loaded, or undone.`,
  /** S469 */
  deleteNotTaken: (app: string) =>
    `It was handed over to be deleted in ${app} and is there still: it was refused, not loaded, or undone.`,
  /** S469 */
  deleteNotReadBack: (app: string) =>
    `${app} says that it was deleted, and it was read there: what was read is older, or somebody took it back. It is not deleted again.`,
  /** S469 */
  deleteRefused: (app: string, words: string) =>
    `${app} refused to delete it: ${words} It is not asked for again as long as nothing else becomes of it.`,
  /** BL6 */
  handedOver: (app: string, ids: string | null) =>
    ids === null
      ? `It may be in ${app} already.`
      : `What was handed over may be in ${app} already, as ${ids}. Nothing is created until you approve it or link the two.`,
  required: (field: string, app: string) => `${field} is required in ${app} and would be blank.`,
  requiredWhen: (field: string, app: string, conditions: string) =>
    `${field} is required in ${app} where ${conditions}, and would be blank.`,
  tooLong: (field: string, app: string, value: string, limit: string | null) =>
    `${field} in ${app} takes fewer characters than ${value}${inBrackets(limit)}.`,
  noOption: (value: string, field: string, app: string) => `${value} is not an option of ${field} in ${app}.`,
  noNumber: (value: string, field: string, app: string) =>
    `${value} does not fit ${field} in ${app}: it is no number.`,
  noDate: (value: string, field: string, app: string) =>
    `${value} does not fit ${field} in ${app}: it is no date.`,
  noBoolean: (value: string, field: string, app: string) =>
    `${value} does not fit ${field} in ${app}: it is no yes or no.`,
  noEmailAddress: (value: string, field: string, app: string) =>
    `${value} does not fit ${field} in ${app}: it is no e-mail address.`,
  notUnique: (field: string, app: string, value: string, ids: string | null) =>
    `${field} must be unique in ${app}; ${value} is held by another record${inBrackets(ids)}.`,
  /** AS6 */
  noParent: (field: string, app: string) =>
    `${field} in ${app} must name its parent, and none is named here.`,
  parentMissing: (field: string, app: string, value: string, there: string, ids: string | null) =>
    ids === null
      ? `${field} in ${app} stays as it is: its parent, ${value}, is no record of ${there}.`
      : `${field} in ${app} stays as it is: its parent, ${value} (${ids} of ${there}), is not linked and not created by this plan.`,
  /** AS3 */
  notPrimary: (field: string, app: string, value: string) =>
    `${field} in ${app} also names ${value}; only the first parent is synced.`,
  readOnly: (field: string, app: string) => `${field} is read-only in ${app}.`,
  /** What has only its name to say, with the value it is about. */
  named: (reason: string, value: string | null, ids: string | null) =>
    value === null ? `${reason}${inBrackets(ids)}.` : `${reason}: ${value}${inBrackets(ids)}.`,
});

const inBrackets = (text: string | null): string => (text === null ? '' : ` (${text})`);
