import type { LinkBy } from './link-by.ts';
import type { Outcome } from './outcome.ts';
import type { Reason } from './reason.ts';
import type { Both, Side } from './side.ts';
import type { NormalizerName } from './design.ts';

/** One subject of a plan as a person reads it: a line of `plan.jsonl`. Member order is the file's. */
export interface PlanLine {
  readonly sync: string;
  readonly outcome: Outcome;
  readonly left: RecordRef | null;
  readonly right: RecordRef | null;
  readonly link: LinkEvidence | null;
  readonly writes: readonly FieldWrite[];
  readonly conflicts: readonly Conflict[];
  readonly reasons: readonly Reason[];
}

export interface RecordRef {
  readonly id: string;
  /** Data row from 0 in reading order; blank and rejected rows count. */
  readonly row: number;
}

export interface LinkEvidence {
  readonly by: LinkBy;
  readonly key: number | null;
  readonly value: string | readonly string[] | null;
  readonly normalizers: readonly NormalizerName[];
}

/** Why a field is written. */
export const BECAUSES = [
  'create',
  'fill-blank',
  'winner',
  'form',
  'left-changed',
  'right-changed',
  'cleared',
  'most-recent',
  'always',
  'person',
  'restore',
  'rollback',
  'deleted',
] as const;
export type Because = (typeof BECAUSES)[number];

export interface FieldWrite {
  readonly side: Side;
  /** Null where the record itself is deleted (DE4). */
  readonly field: string | null;
  /** The text expected to be there; null on a create and a delete (L8). */
  readonly from: string | null;
  /** Null where it is the id of a record this plan creates: `ref`. */
  readonly to: string | null;
  /** AS1: the record that one is created from. */
  readonly ref?: CreatedFrom;
  readonly because: Because;
}

/** A write into a field. */
export type OfField = FieldWrite & { readonly field: string };

/** What is written into fields: all but a delete. */
export const ofFields = (writes: readonly FieldWrite[]): readonly OfField[] =>
  writes.filter((write): write is OfField => write.field !== null);

/** A record this plan creates, by the record of the other side it is created from. */
export interface CreatedFrom {
  readonly sync: string;
  readonly side: Side;
  readonly id: string;
}

/** A rule of the mapping, the direction or a person; the last three under the profile `salesforce` (SF). */
export type DecidedBy =
  | 'winner'
  | 'left'
  | 'right'
  | 'most-recent'
  | 'fill-blank'
  | 'direction'
  | 'person'
  | 'prefer-unless-blank'
  | 'always'
  | 'two-way';

export interface Conflict {
  readonly left: string;
  readonly right: string;
  readonly leftValue: string;
  readonly rightValue: string;
  readonly baseline: Both<string> | null;
  /** Null while open (CO8). */
  readonly decidedBy: DecidedBy | null;
  readonly winner: Side | null;
}
