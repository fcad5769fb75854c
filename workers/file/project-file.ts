import type { WhichBaseline } from '../../src/lib/store/index.ts';
import type { HandedAbout } from '../keep/hand-over.ts';

/** The project file: a zip of files that can each be read by a person (FORMATS.md names the design, choices and baseline). */
export const PROJECT_FORMAT = 'drysync/project@1';
export const DECISIONS_FORMAT = 'drysync/decisions@1';
export const HAND_OVER_FORMAT = 'drysync/hand-over@1';
export const RECORDS_FORMAT = 'drysync/records@1';

export const PROJECT_ENTRY = 'project.json';
export const DESIGN_ENTRY = 'design.drysync.json';
export const CHOICES_ENTRY = 'choices.json';
export const BASELINE_ENTRY = 'baseline.jsonl';
/** The baseline with what change files were made of since (S115). */
export const HANDED_ENTRY = 'handed-over.jsonl';
/** What is known of both. */
export const HAND_OVER_ENTRY = 'hand-over.json';
/** A result file as it was given (BL7). */
export const resultEntry = (which: WhichBaseline, at: number): string => `results/${which}-${String(at)}.csv`;
export const DECISIONS_ENTRY = 'decisions.jsonl';
/** SHA-256 of every other entry, by name. */
export const HASHES_ENTRY = 'sha256.json';
export const recordsEntry = (at: number): string => `records/${String(at)}.jsonl`;

/** `hand-over.json`. */
export interface HandOverEntryFile {
  readonly format: string;
  /** Null where no change files were made. */
  readonly last: HandedAbout | null;
  /** Names of the result files of each baseline, in the order given. */
  readonly results: Readonly<Record<WhichBaseline, readonly string[]>>;
}

/** `project.json`. */
export interface ProjectEntryFile {
  readonly format: string;
  readonly name: string;
  /** Record sets in the file, `records/0.jsonl` … */
  readonly records: number;
}

/** First line of `records/<n>.jsonl`; a row is a line `[data row of the file, cell, cell, …]`. */
export interface RecordsHead {
  readonly format: string;
  readonly sync: string;
  readonly side: 'left' | 'right';
  readonly file: string;
  readonly choices: unknown;
  readonly header: readonly string[];
  readonly report: unknown;
}
