import type { CheckResult } from './check.ts';
import type { ApartCause, DifferClass } from './differ.ts';
import type { Failures, StructuralFailure } from './failure.ts';
import type { Outcome } from './outcome.ts';
import type { ReasonCode } from './reason.ts';
import type { ResultsReport } from './results.ts';
import type { Both, Side } from './side.ts';

/** `summary.json` (FORMATS.md, Plan), its warnings as what they are: their sentences are made where the file is. */
export interface PlanSummary {
  readonly format: 'drysync/plan@1';
  readonly asOf: string;
  readonly planKey: string;
  /** Null until the plan is serialised (only an export or an approval pays for it). */
  readonly planHash: string | null;
  readonly designHash: string;
  readonly tlds: string;
  readonly inputs: readonly InputReport[];
  /** Result files (BL7); absent where none was given. */
  readonly results?: readonly ResultsReport[];
  readonly counts: Readonly<Record<string, SyncCounts>>;
  /** Why records fail, by sync (HE5); absent where a plan was not asked. */
  readonly failures?: Readonly<Record<string, ToldFailures>>;
  readonly warnings: readonly Warning[];
  /** Every guard that was looked at (S415); those that stop are warnings too. */
  readonly guards: readonly GuardMeasure[];
  /** S400, in the order of the design; absent where it has none, or they were not asked. */
  readonly checks?: readonly CheckResult[];
}

/** Why the records of a sync fail, and the rows of its files that could not be read as records (ER1). */
export interface ToldFailures extends Failures {
  readonly structural: readonly StructuralFailure[];
}

export interface InputReport {
  readonly side: Side;
  readonly sync: string;
  readonly file: string;
  readonly rows: number;
  readonly stored: number;
  readonly rejected: number;
  readonly blank: number;
  readonly sha256: string;
  /** A person calls the file complete: what it lacks was deleted (DE5); absent where not. */
  readonly complete?: boolean;
  /** S462: was its app read after the last push to it? Absent: a file, or no push saw anything there. */
  readonly readAfter?: boolean;
  /** Lines of the file that are no data rows: not part of `rows`. */
  readonly dropped: number;
  /** Rows that were rejected, or dropped though they could be records. */
  readonly lost: number;
  /** What reading said, one entry a code and value. */
  readonly notes: readonly InputNote[];
  /** How the file was read: what was found or chosen, by the names of the reader's choices. */
  readonly reading: Readonly<Record<string, unknown>>;
  /** Exports of only what changed that were put into it (PH6), in their order; the counts above are those of all together. */
  readonly changed?: readonly ChangedInput[];
}

/** An export of only what changed: how it was read, and what became of its stored rows. */
export interface ChangedInput {
  readonly file: string;
  readonly sha256: string;
  /** The id field by which its records were found (S207). */
  readonly by: string;
  readonly rows: number;
  readonly stored: number;
  readonly rejected: number;
  readonly blank: number;
  /** added + replaced + same = stored. */
  readonly added: number;
  readonly replaced: number;
  readonly same: number;
}

/** A note of a reading; the codes are the reader's (FORMATS.md, Plan). */
export interface InputNote {
  readonly code: string;
  readonly count: number;
  /** The first 20, from 1. */
  readonly lines: readonly number[];
  /** What it is about, where lines do not say it. */
  readonly value?: string;
}

export type SideCounts = Readonly<Record<Outcome | 'read', number>>;

export interface SyncCounts {
  readonly left: SideCounts;
  readonly right: SideCounts;
  readonly writes: Both<{ readonly create: number; readonly update: number; readonly delete: number }>;
  readonly fields: readonly FieldCounts[];
  /** Updates that change nothing but the form of values (DX1); absent where a plan was not asked why values differ. */
  readonly onlyForm?: number;
  readonly reasons: Readonly<Partial<Record<ReasonCode, number>>>;
  /** The sync is off (LI2). */
  readonly off?: true;
  /** What became of creates that were handed over, where some were (BL6). */
  readonly created?: CreatedCounts;
  /** What became of deletes that were handed over, where some were (S469). */
  readonly deleted?: DeletedCounts;
  /** ST2: places no pair of the stage map names, the most frequent first; absent without a stage map. */
  readonly stages?: Both<readonly UnmappedStage[]>;
}

export interface UnmappedStage {
  /** `pipeline / stage`. */
  readonly value: string;
  /** Records of its side that have it. */
  readonly count: number;
}

/** Together they are the creates that had no counterpart when they were last looked for. */
export interface CreatedCounts {
  /** Has a counterpart now. */
  readonly found: number;
  /** Is offered again: nothing is new there. */
  readonly notTaken: number;
  /** Is held: what is new there may be it. */
  readonly handedOver: number;
  /** Its texts fit what is new, but not one to one. */
  readonly ambiguous: number;
  /** Is not offered: its record is missing, excluded, failing or set aside. */
  readonly aside: number;
  /** The app refused it (BL7); absent where none was. */
  readonly refused?: number;
}

/** Together they are the deletes that were handed over and not settled when they were last looked for. */
export interface DeletedCounts {
  /** The record is gone: its app said so, or what was read of it is complete. */
  readonly taken: number;
  /** It is there, and offered again. */
  readonly notTaken: number;
  /** The app refused it (BL7). */
  readonly refused: number;
  /** The app says it is gone, and it is there. */
  readonly notReadBack: number;
  /** It is not in this export, which nobody called complete: nobody knows. */
  readonly open: number;
  /** It is there and not asked for any more: it changed, is wanted back, or its counterpart is back. */
  readonly aside: number;
}

export const DELETED_ENDS = [
  'taken',
  'notTaken',
  'refused',
  'notReadBack',
  'open',
  'aside',
] as const satisfies readonly (keyof DeletedCounts)[];

export interface FieldCounts {
  readonly left: string;
  readonly right: string;
  readonly fills: number;
  readonly overwrites: number;
  readonly clears: number;
  readonly same: number;
  /** Of these the pairs that are the same only in a form the mapping names (SA1); absent where it names none. */
  readonly sameInForm?: number;
  /** DX1: pairs whose two values are filled and different, by class; absent where a plan was not asked why. */
  readonly differ?: Readonly<Partial<Record<DifferClass, number>>>;
  /** DX4. */
  readonly apart?: Readonly<Partial<Record<ApartCause, number>>>;
  /** What became of what was handed over, where something was (BL3). */
  readonly handOver?: HandOverCounts;
}

export interface HandOverCounts {
  readonly taken: number;
  readonly ownForm: number;
  readonly notTaken: number;
  readonly cameBack: number;
  /** The app says it was written, this export does not show it (BL7); absent where none is so. */
  readonly notReadBack?: number;
}

export type WarningCode =
  | 'sync-off'
  | 'doubles'
  | 'no-email-creates'
  | 'filter-would-exclude'
  | 'waits'
  | 'no-key-written'
  | 'will-not-settle'
  | 'empty-create'
  | 'choices-void'
  | 'public-domain'
  | 'placeholder-key'
  | 'came-back-different'
  | 'not-taken'
  | 'handed-over'
  | 'other-day'
  | 'by-hand'
  | 'mapped-waits'
  | 'mapped-applies'
  | KeyWarningCode;

/** Keys that mislead though the match stands (KW1, KW2, KW5–KW7, KW12, KW13). */
export type KeyWarningCode =
  | 'contested'
  | 'nothing-in-common'
  | 'near-key'
  | 'key-twice'
  | 'maybe-recreated'
  | 'one-of-several'
  | 'crossed-keys';

/** What is worth a look in the plan of a sync; `count` is the number it is about. */
export interface PlanWarning {
  readonly code: WarningCode;
  readonly sync: string;
  /** The left field, where it is of one. */
  readonly field?: string;
  readonly count: number;
}

/** A guard that stops the plan (S37): `count` is the number it looked at, `of` what that is a share of, `limit` what the design allows. */
export type GuardWarning = { readonly sync: string; readonly count: number; readonly of: number } & (
  | {
      readonly code: 'maxMissing' | 'maxShrunk' | 'maxRejected';
      readonly side: Side;
      readonly limit: number;
    }
  | {
      readonly code: 'createsPerMatch' | 'maxChanged' | 'minMatched' | 'maxOverwritten';
      readonly limit: number;
    }
  | { readonly code: 'maxCleared'; readonly limit: { readonly share: number; readonly count: number } }
);

/** What a guard measured, whether it stops or not (S415). */
export type GuardMeasure = GuardWarning & { readonly stops: boolean };

/** A column that is not what it seems: `sample` is the first such text, `count` its values. */
export interface ColumnWarning {
  readonly code: 'damaged-ids' | 'lost-zeros' | 'decimal-unknown' | 'date-order-unknown' | 'not-of-type';
  readonly sync: string;
  readonly side: Side;
  readonly field: string;
  readonly count: number;
  readonly sample: string;
  /** Of an open decimal sign: the one under which linked records agree (RD12). */
  readonly told?: SignByPairs;
}

/** How many pairs of records agree under a decimal sign, of those whose reading it decides. */
export interface SignByPairs {
  readonly decimal: '.' | ',';
  readonly agree: number;
  readonly of: number;
}

/** What differs nearly everywhere, and writes that make data worse (DX3). `field`: the mapping's left one. */
export type DifferWarning = { readonly sync: string; readonly field: string; readonly count: number } & (
  | {
      readonly code: 'differs-mostly';
      /** Pairs filled on both sides. */
      readonly pairs: number;
      /** The class that explains most. */
      readonly is: DifferClass;
      /** Of `shift`: right less left. */
      readonly hours?: readonly number[];
    }
  | { readonly code: 'worse-overwrites-better' }
);

export type Warning = PlanWarning | ColumnWarning | DifferWarning | GuardWarning;
