import type { Both, ResultsReport, Side, SinceRecords, SinceValue, SinceWord } from '../engine/index.ts';
import type { RecordIds } from './plan.ts';

/** A change file of a hand-over. */
export interface HandedFile {
  readonly name: string;
  readonly rows: number;
}

/** What change files were made of and what apps said of it since. */
export interface HandOverHead {
  /** The last change files; null where none were made, or the project was taken in with a baseline of its own. */
  readonly last: {
    readonly madeAt: string;
    /** The number of the plan they were made of. */
    readonly plan: number;
    readonly files: readonly HandedFile[];
    /** The push that handed it over; null for change files. */
    readonly push: string | null;
    /** Does the plan know of it? From the first result file or newer export on (S115). */
    readonly counts: boolean;
  } | null;
  /** Is there a baseline result files can tell of? */
  readonly takesResults: boolean;
  /** In the order given. */
  readonly results: readonly ResultFileHead[];
}

export interface ResultFileHead {
  readonly id: string;
  readonly report: ResultsReport;
}

/** What apps refused of a sync, by their words; the most frequent first. */
export interface Refusal {
  readonly side: Side;
  readonly words: string;
  /** Subjects that fail with them. */
  readonly count: number;
}

/** What the plan of a sync knows since the last hand-over, beside its summary. */
export interface Since {
  readonly sync: string;
  /** Records of each side against the links of the baseline; null where the plan was made without one. */
  readonly records: Both<SinceRecords> | null;
  readonly counts: Readonly<Record<SinceWord, number>>;
  /** The first 200 of each. */
  readonly values: Readonly<Record<SinceWord, readonly ListedValue[]>>;
  /** The first 200 records that were in no link then. */
  readonly unlinked: readonly ListedRecord[];
  readonly refusals: readonly Refusal[];
}

/** A record as a list names it. */
export interface ListedRecord extends RecordIds {
  readonly side: Side;
  readonly name: string;
}

/** A value as it was seen last, handed over and read now. */
export interface ListedValue extends ListedRecord, Omit<SinceValue, 'subject'> {}
