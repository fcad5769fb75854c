import type { DateOrder, InferredType } from '../../engine/index.ts';

/** How a file was read; stored + rejected + blank = rows. */
export interface ShownReading {
  readonly file: string;
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
  /** Whole sentences. */
  readonly notes: readonly string[];
  readonly setAside: readonly string[];
}

export interface ShownColumn {
  readonly name: string;
  readonly inferred: InferredType;
  readonly guess: string;
  readonly ask: boolean;
  readonly dateOrder: DateOrder | null;
  readonly decimal: '.' | ',' | null;
  readonly rows: number;
  readonly filled: number;
  readonly distinct: number;
  readonly distinctExact: boolean;
  readonly repeats: number;
  readonly samples: readonly string[];
}

export interface ShownPreview {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly headerLine: number;
  readonly notes: readonly string[];
}

/** What a person says about the reading of a file; null: as found. */
export interface Choices {
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly headerLine: number | null;
}

export interface ShownJob {
  readonly what: string;
  readonly title: string;
  readonly done: number;
  readonly total: number;
  readonly left: number | null;
  readonly cancel: (() => void) | null;
}

/** One object of one side: its file, read or being read. */
export interface ShownObject {
  readonly sync: string;
  readonly name: string;
  readonly reading: ShownReading | null;
  /** When it was read, in words. */
  readonly when: string;
  readonly columns: readonly ShownColumn[];
  readonly load: {
    readonly file: { readonly name: string };
    readonly preview: ShownPreview | null;
    readonly job: ShownJob | null;
    readonly problem: { readonly title: string; readonly detail: string } | null;
    readonly running: boolean;
  } | null;
}
