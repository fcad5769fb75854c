import type { ErrorCategory, Outcome, Reason, Side, ToldFailures } from '../engine/index.ts';

/** Why records of the plan fail, by sync. */
export interface Health {
  readonly planKey: string;
  readonly failures: Readonly<Record<string, ToldFailures>>;
}

/** Which records of the plan are listed; empty and null pass all. */
export interface HealthFilter {
  readonly sync: string | null;
  readonly side: Side | null;
  readonly outcomes: readonly Outcome[];
  /** Changed in the last so many days, up to the day of the plan. */
  readonly days: number | null;
}

/** A list of records; rows are asked for by window. */
export interface HealthView {
  readonly total: number;
  /** Is a side of what is listed without a field that says when its records were changed? */
  readonly undated: boolean;
}

/** One record of a file as the plan sees it. */
export interface HealthRow {
  readonly subject: number;
  readonly sync: string;
  readonly side: Side;
  readonly id: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** The first thing that is said of it; null where it needs no reason. */
  readonly reason: Reason | null;
  /** Of a failing record. */
  readonly category: ErrorCategory | null;
  /** As its file says it; null where it does not. */
  readonly changed: string | null;
  /** Id of the record it is linked with. */
  readonly counterpart: string | null;
}

/** What is shown of a record, and in which order it stands in the file. */
export type HealthColumn =
  'record' | 'object' | 'side' | 'id' | 'state' | 'reason' | 'category' | 'changed' | 'counterpart';

/** A list as a file: for spreadsheets as text, or as a workbook. */
export type ListForm = 'csv' | 'xlsx';
