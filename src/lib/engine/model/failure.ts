import type { REASONS, ReasonCode } from './reason.ts';
import type { Side } from './side.ts';

/** What kind of error keeps a record from being written, and the rule of each (ER). */
export const ERROR_CATEGORIES = {
  structural: 'ER1',
  mapping: 'ER2',
  'property-value': 'ER3',
  duplicate: 'ER4',
  association: 'ER5',
  permission: 'ER6',
  deleted: 'ER7',
  transport: 'ER8',
  automation: 'ER9',
} as const;

export type ErrorCategory = keyof typeof ERROR_CATEGORIES;

/** Who takes a cause away: somebody who changes something, or the next try, later. */
export type FixedBy = 'person' | 'time';

/** Reasons that make a subject failing. */
export type FailureCode = {
  [Code in ReasonCode]: (typeof REASONS)[Code]['group'] extends 'refusal' ? Code : never;
}[ReasonCode];

/** The category of every failure a plan foresees: each is there until a person changes something. */
export const FAILURE_CATEGORIES: Readonly<Record<Exclude<FailureCode, 'refused-by-app'>, ErrorCategory>> = {
  'counterpart-deleted': 'deleted',
  'required-blank': 'property-value',
  'too-long': 'property-value',
  'option-missing': 'property-value',
  'bad-number': 'property-value',
  'bad-date': 'property-value',
  'bad-boolean': 'property-value',
  'bad-email': 'property-value',
  'not-unique': 'duplicate',
  'read-only': 'permission',
  'unknown-stage': 'property-value',
  'parent-missing': 'association',
};

/** Why records fail; what is equal in all of these is one cause (HE5). */
export interface FailureCause {
  readonly code: FailureCode;
  /** The side that would refuse them; of a deleted counterpart the side that is left. */
  readonly side: Side;
  /** Null where it is told by an app in words nobody knows. */
  readonly category: ErrorCategory | null;
  readonly fixedBy: FixedBy | null;
  readonly field?: string;
  /** The limit, the conditions, or the direction that lets a deleted record not be created again. */
  readonly rule?: string;
  /** The option or stage that is missing. */
  readonly value?: string;
  /** An app's words without what differs from row to row. */
  readonly words?: string;
}

/** Records of one cause. */
export interface FailureGroup extends FailureCause {
  /** Its name among the groups of its sync; the same in every plan. */
  readonly id: string;
  /** Subjects that fail for it (a pair is one). */
  readonly count: number;
  /** Those of them that fail for nothing else: fixing the cause frees them. */
  readonly only: number;
  /** The same subjects as records of a side. */
  readonly left: number;
  readonly right: number;
  /** What the first of them has: a value, or an app's words as it gave them. */
  readonly first?: string;
  /** How many values this row puts together, where the frequent ones have rows of their own (S181). */
  readonly values?: number;
}

/** Why the records of a sync fail. `only` of all groups and `several` are `failing`. */
export interface Failures {
  readonly failing: number;
  /** Subjects that fail for more than one cause. */
  readonly several: number;
  /** The largest first. */
  readonly groups: readonly FailureGroup[];
}

/** Rows of a file that could not be read as records: they are no part of the records read (ER1). */
export interface StructuralFailure {
  readonly category: 'structural';
  readonly sync: string;
  readonly side: Side;
  /** Of the note of the reading. */
  readonly code: string;
  readonly count: number;
  /** The first 20, from 1. */
  readonly lines: readonly number[];
}
