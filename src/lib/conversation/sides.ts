import type { Side, DateOrder, InferredType } from '../engine/index.ts';

export interface ReadingChoices {
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly headerLine: number | null;
}

/** How a file was read; stored + rejected + blank = rows. */
export interface Reading {
  readonly file: string;
  readonly size: number;
  readonly rows: number;
  readonly stored: number;
  readonly rejected: number;
  readonly blank: number;
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly headerLine: number;
  readonly columns: number;
  readonly sha256: string;
  readonly milliseconds: number;
  /** Sentences: what was dropped, warned about. */
  readonly notes: readonly string[];
  /** Sentences with line and reason, the first 200. */
  readonly setAside: readonly string[];
  readonly choices: ReadingChoices;
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
  /** What the whole column looks like, with its evidence in words; `ask` where a person must say. */
  readonly guess: string;
  readonly ask: boolean;
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
export interface Preview {
  readonly header: readonly string[];
  /** At most 200. */
  readonly rows: readonly (readonly string[])[];
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly headerLine: number;
  readonly notes: readonly string[];
}

export interface ImportRequest {
  readonly project: string;
  readonly sync: string;
  readonly side: Side;
  readonly file: File;
  readonly choices: ReadingChoices;
  /** The same number cancels it. */
  readonly token: number;
}
