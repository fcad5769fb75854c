import type { Side } from './side.ts';

/** What a reason does to its subject: out of the sync, not written this time, refused by the target, or only said of it. */
export type ReasonGroup = 'scope' | 'aside' | 'refusal' | 'note';

export interface AboutReason {
  /** The rule of SYNC.md it carries out. */
  readonly rule: string;
  readonly group: ReasonGroup;
  /** Members a reason of this code has beside code and side. */
  readonly names: readonly ('field' | 'value' | 'rule' | 'ids')[];
}

/** Everything known of the codes, in the order reasons are listed (FORMATS.md, Plan). */
export const REASONS = {
  'no-valid-email': { rule: 'EM1', group: 'scope', names: ['field', 'value'] },
  'no-identifier': { rule: 'MA11', group: 'scope', names: [] },
  filtered: { rule: 'FI1', group: 'scope', names: [] },
  denied: { rule: 'FI6', group: 'scope', names: [] },
  'stage-not-mapped': { rule: 'ST1', group: 'scope', names: ['value'] },
  'lifecycle-not-in-sync': { rule: 'ST5', group: 'scope', names: ['field', 'value'] },
  'duplicate-key': { rule: 'MA6', group: 'aside', names: ['value', 'ids'] },
  'ambiguous-match': { rule: 'MA8', group: 'aside', names: ['value', 'ids'] },
  // `rule`: the direction that lets it not be created again, where that was asked for.
  'counterpart-deleted': { rule: 'DE1', group: 'refusal', names: ['field', 'rule', 'ids'] },
  'not-in-this-export': { rule: 'DE5', group: 'aside', names: ['ids'] },
  'required-blank': { rule: 'FM9', group: 'refusal', names: ['field', 'rule'] },
  'too-long': { rule: 'FM9', group: 'refusal', names: ['field', 'value', 'rule'] },
  'option-missing': { rule: 'FM9', group: 'refusal', names: ['field', 'value'] },
  'bad-number': { rule: 'FM9', group: 'refusal', names: ['field', 'value'] },
  'bad-date': { rule: 'FM9', group: 'refusal', names: ['field', 'value'] },
  'bad-boolean': { rule: 'FM9', group: 'refusal', names: ['field', 'value'] },
  'bad-email': { rule: 'FM9', group: 'refusal', names: ['field', 'value'] },
  'not-unique': { rule: 'FM9', group: 'refusal', names: ['field', 'value', 'ids'] },
  'read-only': { rule: 'FM9', group: 'refusal', names: [] },
  'unknown-stage': { rule: 'FM9', group: 'refusal', names: ['field', 'value'] },
  'parent-missing': { rule: 'AS6', group: 'refusal', names: ['field', 'value', 'ids'] },
  'waits-for-key-change': { rule: 'MA15', group: 'aside', names: ['ids'] },
  'direction-forbids-create': { rule: 'PH5', group: 'scope', names: [] },
  'filter-would-exclude': { rule: 'FI5', group: 'note', names: [] },
  'not-primary': { rule: 'AS3', group: 'note', names: ['field', 'value', 'ids'] },
  // `ids`, here and of the other two: of a delete the counterpart it follows (S469).
  'not-taken': { rule: 'BL3', group: 'note', names: ['field', 'value', 'ids'] },
  'came-back-different': { rule: 'BL3', group: 'note', names: ['field', 'value'] },
  'not-read-back': { rule: 'BL7', group: 'note', names: ['field', 'value', 'ids'] },
  'handed-over': { rule: 'BL6', group: 'note', names: ['ids'] },
  // `rule`: the line of the rejected row in its file.
  'counterpart-rejected': { rule: 'KW8', group: 'scope', names: ['value', 'rule'] },
  // `field` and `value`: what says so; `ids`: the record it was merged into.
  archived: { rule: 'DE5', group: 'aside', names: ['field', 'value', 'ids'] },
  'counterpart-archived': { rule: 'DE1', group: 'scope', names: ['value', 'ids'] },
  'links-merged': { rule: 'DE5', group: 'aside', names: ['ids'] },
  // `value`: the moment as it stands at its source.
  'other-day': { rule: 'TZ1', group: 'note', names: ['field', 'value'] },
  contested: { rule: 'KW1', group: 'note', names: ['field', 'value', 'ids'] },
  'nothing-in-common': { rule: 'KW2', group: 'note', names: ['field', 'value'] },
  'public-domain': { rule: 'KW3', group: 'note', names: ['field', 'value'] },
  'placeholder-key': { rule: 'KW4', group: 'note', names: ['field', 'value'] },
  'near-key': { rule: 'KW5', group: 'note', names: ['field', 'value', 'ids'] },
  'key-twice': { rule: 'KW6', group: 'note', names: ['field', 'ids'] },
  'maybe-recreated': { rule: 'KW7', group: 'note', names: ['field', 'value', 'ids'] },
  'one-of-several': { rule: 'KW13', group: 'note', names: ['field', 'value', 'ids'] },
  'crossed-keys': { rule: 'KW12', group: 'note', names: ['field', 'value', 'ids'] },
  // `value`: the app's words.
  'refused-by-app': { rule: 'BL7', group: 'refusal', names: ['value', 'ids'] },
  'sync-off': { rule: 'LI2', group: 'scope', names: [] },
  // `value`: the time of its last change, as it stands there.
  'not-changed-since': { rule: 'LI4', group: 'scope', names: ['field', 'value'] },
} as const satisfies Readonly<Record<string, AboutReason>>;

export type ReasonCode = keyof typeof REASONS;

export const REASON_CODES = Object.keys(REASONS) as readonly ReasonCode[];

/** Reasons that are only said: they change no outcome. */
export type NoteCode = {
  [Code in ReasonCode]: (typeof REASONS)[Code]['group'] extends 'note' ? Code : never;
}[ReasonCode];

/** Reasons that decide where a subject is. */
export type DecidingCode = Exclude<ReasonCode, NoteCode>;

const isNote = (code: ReasonCode): code is NoteCode => REASONS[code].group === 'note';

/** The codes of the two words a subject's reasons are kept in, by their bits: what decides, and what is only said. */
export const DECIDING_CODES = REASON_CODES.filter((code) => !isNote(code)) as readonly DecidingCode[];
export const NOTE_CODES: readonly NoteCode[] = REASON_CODES.filter(isNote);

/** A reason as a bit of 32, by its position among those that decide. */
export const reasonBit = (code: DecidingCode): number => BITS[code];

/** The same of one that is only said. */
export const noteBit = (code: NoteCode): number => BITS[code];

const BITS = Object.fromEntries(
  [DECIDING_CODES, NOTE_CODES].flatMap((codes: readonly ReasonCode[]) =>
    codes.map((code, position) => {
      if (position > 31) throw new Error('more reasons than a word has bits');
      return [code, 1 << position];
    }),
  ),
) as Readonly<Record<ReasonCode, number>>;

/** Why a subject is where it is. Members stand in this order in `plan.jsonl`, absent when not named for the code. */
export interface Reason {
  readonly code: ReasonCode;
  readonly side: Side;
  readonly field?: string;
  readonly value?: string | readonly string[];
  readonly rule?: string;
  readonly ids?: readonly string[];
  /** How many ids are not listed (at most 20 are). */
  readonly more?: number;
}
