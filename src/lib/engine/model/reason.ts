import type { Side } from './side.ts';

/** In the order reasons are listed (FORMATS.md, Plan). */
export type ReasonCode =
  | 'no-valid-email'
  | 'no-identifier'
  | 'filtered'
  | 'denied'
  | 'stage-not-mapped'
  | 'lifecycle-not-in-sync'
  | 'duplicate-key'
  | 'ambiguous-match'
  | 'counterpart-deleted'
  | 'not-in-this-export'
  | 'required-blank'
  | 'too-long'
  | 'option-missing'
  | 'bad-number'
  | 'bad-date'
  | 'bad-boolean'
  | 'bad-email'
  | 'not-unique'
  | 'read-only'
  | 'unknown-stage'
  | 'parent-missing'
  | 'waits-for-key-change'
  | 'direction-forbids-create'
  | 'filter-would-exclude'
  | 'not-primary';

export const REASON_CODES: readonly ReasonCode[] = [
  'no-valid-email',
  'no-identifier',
  'filtered',
  'denied',
  'stage-not-mapped',
  'lifecycle-not-in-sync',
  'duplicate-key',
  'ambiguous-match',
  'counterpart-deleted',
  'not-in-this-export',
  'required-blank',
  'too-long',
  'option-missing',
  'bad-number',
  'bad-date',
  'bad-boolean',
  'bad-email',
  'not-unique',
  'read-only',
  'unknown-stage',
  'parent-missing',
  'waits-for-key-change',
  'direction-forbids-create',
  'filter-would-exclude',
  'not-primary',
];

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
