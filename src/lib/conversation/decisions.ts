import type { Decision, Side } from '../engine/index.ts';

export interface DecisionCounts {
  readonly approved: number;
  readonly held: number;
  readonly rejected: number;
  /** Subjects with writes nobody has decided on. */
  readonly open: number;
}

export type DecisionWord = Decision | 'open';

/** What a decision is about: one subject, some, or the whole filtered list. */
export type Target =
  { readonly kind: 'subjects'; readonly subjects: readonly number[] } | { readonly kind: 'view' };

/** What the rules of approval come to on the plan (S405). */
export interface RulesTold {
  /** In the order of the design, over every sync. */
  readonly rules: readonly RuleTold[];
  /** Names of the checks that are broken: until they hold no rule approves anything (S407). */
  readonly broken: readonly string[];
}

export interface RuleTold {
  readonly id: string;
  /** Subjects with writes that it fits. */
  readonly fits: number;
  /** Those of them that it decides: none before it does, and no person. */
  readonly decides: number;
}

export interface Decided {
  readonly count: number;
  readonly decisions: DecisionCounts;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** A choice that changes the plan: the plan is made again and answered. */
export type Choice =
  | {
      readonly kind: 'conflict';
      readonly subject: number;
      readonly field: string | null;
      readonly take: Side | 'none' | 'machine';
    }
  | {
      /** A single write of a linked pair waits (S480), or no longer. */
      readonly kind: 'hold';
      readonly subject: number;
      readonly field: string;
      readonly held: boolean;
    }
  | {
      /** Every conflict of these that nobody has decided; `machine` takes back what was chosen on them. */
      readonly kind: 'open-conflicts';
      readonly target: Target;
      readonly take: Side | 'none' | 'machine';
    }
  | {
      readonly kind: 'link';
      readonly left: string;
      readonly right: string;
      readonly verdict: 'same' | 'different' | 'forget';
    }
  | {
      /** Records whose counterpart was deleted there are created again there (DE2), or no longer. `subjects`: null for all. */
      readonly kind: 'restore';
      readonly to: Side;
      readonly subjects: readonly number[] | null;
      readonly take: 'restore' | 'restore-not';
    };

/** Linked records of which a complete file of one side says that they were deleted there. */
export interface DeletedSide {
  /** The side they were deleted on, and would be created on. */
  readonly to: Side;
  /** Why none of them can be created there (DE3): the direction lets nothing be written. */
  readonly refused: boolean;
  /** Those nobody has asked to be created again. */
  readonly count: number;
  /** The first of them, in reading order. */
  readonly listed: readonly DeletedRecord[];
  /** Chosen to be created again. */
  readonly chosen: number;
}

export interface DeletedRecord {
  readonly subject: number;
  readonly id: string;
  readonly name: string;
  /** The id of its counterpart that is gone. */
  readonly gone: string;
}
