import type { Side } from './side.ts';

/** A change file, by what it changes (FORMATS.md, Change files). */
export interface ChangePlace {
  readonly sync: string;
  readonly side: Side;
  readonly kind: 'creates' | 'updates' | 'deletes';
}

/** A result file as read: what an app says of the rows of a change file (BL7). */
export interface ResultTable {
  /** The change file it is said to be about; null where that is told by its rows. */
  readonly about: ChangePlace | null;
  readonly rows: readonly ResultRow[];
  /** The cell a row has of a field the change file has; null where the file has no such column. */
  readonly cell: (row: ResultRow, field: string) => string | null;
  /** S462: what the app had of a field right after the row was written; null where nobody looked, or it was not what was sent. */
  readonly seen?: (row: ResultRow, field: string) => string | null;
}

export interface ResultRow {
  /** Of its file, from 1. */
  readonly line: number;
  /** Its place among the file's records; -1 where it could not be read as one. */
  readonly at: number;
  /** What its id columns hold, blank ones left out. */
  readonly ids: readonly string[];
  /** The row of the change file, from 1; null where it names none. */
  readonly row: number | null;
  /** Null where it says nothing. A push also tells what it could not find out, and what it did not send (S374). */
  readonly says: 'written' | 'refused' | 'unknown' | 'not-sent' | null;
  /** The app's words for a refusal. */
  readonly words: string;
}

/** Why a row says nothing of a hand-over. */
export const UNCLEAR = ['says-nothing', 'which-file', 'not-handed-over', 'other-values', 'id-taken'] as const;

export type UnclearCause = (typeof UNCLEAR)[number];

/** What a result file told: its rows are those written, refused, unknown, not sent and not understood. */
export interface ResultsTold {
  /** Null where its rows do not tell. */
  readonly about: ChangePlace | null;
  readonly rows: number;
  readonly written: number;
  readonly refused: number;
  readonly unknown: number;
  readonly notSent: number;
  readonly unclear: readonly { readonly line: number; readonly cause: UnclearCause }[];
}

/** The same in `summary.json`. */
export interface ResultsReport {
  readonly file: string;
  readonly sha256: string;
  /** The change file; null where its rows do not tell. */
  readonly sync: string | null;
  readonly side: Side | null;
  readonly kind: ChangePlace['kind'] | null;
  readonly rows: number;
  readonly written: number;
  readonly refused: number;
  /** Of a push's own files (S374); absent: none. */
  readonly unknown?: number;
  readonly notSent?: number;
  readonly notUnderstood: number;
  /** The first 20 lines not understood. */
  readonly lines: readonly number[];
  readonly causes: Readonly<Partial<Record<UnclearCause, number>>>;
}
