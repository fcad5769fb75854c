import type { HashStream, RecordSet, Segment } from '../../engine/index.ts';
import type { LineBreaks } from './lines.ts';

/** How a file is to be read; null is "find out". What was used stands in the report. */
export interface ReadingChoices {
  /** `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`, `mixed` (line by line), or any label TextDecoder knows. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** Line of the file, from 1, on which the header row starts. */
  readonly headerLine: number | null;
}

/** A data row that was not stored. Rows without a usable id are set aside later, by `openRecords`. */
export interface Rejection {
  /** Line of the file the row starts on, from 1. */
  readonly line: number;
  /** Data row from 0, counting blank and rejected ones. */
  readonly fileRow: number;
  readonly code: 'too-many-cells';
  readonly cells: number;
  readonly columns: number;
}

/** Lines of the file that are no data rows, and why. They are not part of `rows`. */
export interface Dropped {
  readonly kind: 'sep-line' | 'preamble' | 'footer' | 'second-table';
  readonly fromLine: number;
  readonly toLine: number;
  /** The first texts, cut, for showing. */
  readonly texts: readonly string[];
}

export interface ReadWarning {
  readonly code:
    | 'assumed-windows-1252'
    | 'mixed-encoding'
    | 'unclosed-quote'
    | 'stray-quote'
    | 'mixed-newlines'
    | 'nul-characters'
    | 'mojibake'
    | 'no-rows';
  /** Lines, rows or characters concerned; the sentence says which. */
  readonly count: number;
  /** First lines concerned, at most 20. */
  readonly lines: readonly number[];
}

/** What was read, complete: stored + rejected + blank = rows. */
export interface ReadingReport {
  readonly file: string;
  readonly size: number;
  /** Of the bytes as read, lower-case hex. */
  readonly sha256: string;
  readonly encoding: string;
  readonly encodingBy: 'byte-order-mark' | 'detected' | 'chosen';
  readonly byteOrderMark: boolean;
  /** Null: one column, no delimiter found. */
  readonly delimiter: string | null;
  readonly delimiterBy: 'sep-line' | 'detected' | 'chosen';
  /** What ends the rows; null in a file of one line. */
  readonly newline: '\n' | '\r\n' | '\r' | 'mixed' | null;
  readonly headerLine: number;
  /** As in the file; a design addresses them as in the set's header. */
  readonly header: readonly string[];
  readonly rows: number;
  readonly stored: number;
  readonly blank: number;
  readonly rejected: readonly Rejection[];
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly ReadWarning[];
  /** Finds a data row's line: `lineOf(report.lineBreaks, fileRow)`. */
  readonly lineBreaks: LineBreaks;
  /** What was used: reading again with these gives the same. */
  readonly choices: ReadingChoices;
}

/** Why a file cannot be read. `sentences.ts` has the words. */
export type ReadProblem = { readonly file: string } & (
  | { readonly code: 'empty-file' | 'cancelled' | 'changed-while-read' }
  | { readonly code: 'unreadable'; readonly because: string }
  | { readonly code: 'no-header'; readonly line: number }
  | { readonly code: 'unknown-encoding'; readonly encoding: string }
  | { readonly code: 'bad-delimiter'; readonly delimiter: string }
  | { readonly code: 'not-in-encoding'; readonly encoding: string; readonly line: number }
  | { readonly code: 'row-too-long'; readonly line: number }
);

export interface ReadProgress {
  readonly what: 'scan' | 'read';
  /** Bytes. */
  readonly done: number;
  readonly total: number;
  /** Data rows so far. */
  readonly rows: number;
}

export interface ReadHooks {
  /** Takes closed segments while the rest is read; the set returned then holds none. */
  readonly onSegments?: (segments: readonly Segment[], header: readonly string[]) => void | Promise<void>;
  /** Asked between chunks. */
  readonly cancelled?: () => boolean;
  /** SHA-256; without it a portable one is used. */
  readonly hash?: () => HashStream;
  readonly segmentRows?: number;
}

export type ReadResult =
  | { readonly ok: true; readonly set: RecordSet; readonly report: ReadingReport }
  | { readonly ok: false; readonly problem: ReadProblem };
