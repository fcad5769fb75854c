import type { LiveSource } from '../connectors/app/live-source.ts';
import type { FileChoices, FileReport, WorkbookFacts } from '../connectors/read-file.ts';
import type { ChangedInput, Side, ColumnGuess, DateOrder, InferredType } from '../engine/index.ts';

export type { Dropped, ReadProblem, ReadWarning, Rejection } from '../connectors/report.ts';
export type { ColumnGuess, WorkbookFacts };

/** What a person says about the reading of a file; null: as found. */
export type ReadingChoices = FileChoices;

/** What is unusual about how a file was read. */
export type Account = Pick<FileReport, 'file' | 'warnings' | 'dropped' | 'rejected' | 'blank' | 'workbook'>;

/** How a file was read; stored + rejected + blank = rows. */
export interface Reading extends Pick<FileReport, 'warnings' | 'dropped' | 'byteOrderMark'> {
  readonly file: string;
  readonly size: number;
  readonly rows: number;
  readonly stored: number;
  readonly rejected: number;
  readonly blank: number;
  /** Null for a workbook. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly workbook?: WorkbookFacts;
  readonly headerLine: number;
  readonly columns: number;
  readonly sha256: string;
  readonly milliseconds: number;
  /** In the order of their lines, the first 200. */
  readonly setAside: readonly SetAside[];
  readonly choices: ReadingChoices;
  /** Exports of only what changed that were put into it (PH6), in their order: what else is said is of all together. */
  readonly changed: readonly ChangedInput[];
  /** Where the records were read from an app: there is no file, and a line is a record by its number. */
  readonly live?: LiveSource;
  /** The app itself tells who is archived and who was merged, so nobody says it of the design (S456). */
  readonly presenceTold?: true;
}

/** A row that is not stored, or not opened under the design's id field. */
export type SetAside = { readonly line: number } & (
  | { readonly code: 'too-many-cells' | 'too-few-cells'; readonly cells: number; readonly columns: number }
  | { readonly code: 'no-id' }
  | { readonly code: 'repeated-id'; readonly id: string }
);

/** A row that was set aside, with its cells as they stand in the file. */
export interface RejectedRow {
  readonly why: SetAside;
  readonly texts: readonly string[];
}

/** The rows of a side that were set aside, in the order of their lines, the first 200 of `total`. */
export interface RejectedRows {
  /** As in the file. */
  readonly header: readonly string[];
  readonly total: number;
  readonly rows: readonly RejectedRow[];
  /** All of them by reason, with their first 20 lines. */
  readonly groups: readonly {
    readonly code: SetAside['code'];
    readonly count: number;
    readonly lines: readonly number[];
  }[];
}

export interface SideHead {
  readonly setId: string;
  readonly reading: Reading;
  readonly importedAt: string;
  readonly columns: readonly ColumnRow[];
}

export interface ColumnRow {
  readonly name: string;
  readonly inferred: InferredType;
  /** What the whole column looks like, with its evidence; the row of a witness is its line in the file. */
  readonly guess: ColumnGuess;
  readonly dateOrder: DateOrder | null;
  readonly decimal: '.' | ',' | null;
  readonly rows: number;
  readonly filled: number;
  readonly distinct: number;
  /** False: at least so many. */
  readonly distinctExact: boolean;
  /** Rows whose value an earlier row has. */
  readonly repeats: number;
  readonly samples: readonly string[];
}

/** The first rows of a file under some choices, before or while the rest is read. */
export interface Preview extends Account {
  readonly header: readonly string[];
  /** At most 200. */
  readonly rows: readonly (readonly string[])[];
  /** Of the whole file; null where only its start was read. */
  readonly sum: Pick<Reading, 'rows' | 'stored' | 'rejected' | 'blank'> | null;
  /** Null for a workbook. */
  readonly encoding: string | null;
  readonly byteOrderMark: boolean;
  readonly delimiter: string | null;
  readonly headerLine: number;
}

export interface ImportRequest {
  readonly project: string;
  readonly sync: string;
  readonly side: Side;
  readonly file: File;
  readonly choices: ReadingChoices;
  /** The same number cancels it. */
  readonly token: number;
  /** Absent or null: the file takes the place of the side's. */
  readonly into?: PutInto | null;
}

/** PH6: the file holds only what changed since the records of this set were exported, and is put into them by id. */
export interface PutInto {
  readonly setId: string;
  readonly idField: string;
  /** Kind of the side's app: how its ids are told to be one (S24). */
  readonly app: string;
}
