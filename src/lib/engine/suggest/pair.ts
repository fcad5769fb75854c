import type { ColumnEvidence } from './evidence.ts';
import type { Meaning } from './meaning.ts';

/** Why two fields are taken for the same; the UI owns the words. */
export interface Because {
  readonly code:
    | 'same-name'
    | 'same-meaning'
    | 'near-meaning'
    | 'initials'
    | 'like-name'
    | 'no-vowels'
    | 'short-form'
    | 'word-order'
    | 'same-words'
    | 'like-form'
    | 'same-values'
    | 'same-frequent'
    | 'other-values'
    | 'other-type';
  readonly values: Readonly<Record<string, string | number>>;
}

/** A column of a side with all that is known of it. */
export interface Candidate {
  readonly index: number;
  readonly meaning: Meaning;
  readonly evidence: ColumnEvidence | undefined;
  /** Concepts of which this is the side's main column (see `mainColumns`). */
  readonly main: ReadonlySet<string>;
}

export interface PairScore {
  /** 0 to 1. */
  readonly sure: number;
  readonly why: readonly Because[];
}
