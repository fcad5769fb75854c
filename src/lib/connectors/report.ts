import type { HashStream, RecordSet, Segment, Spare } from '../engine/index.ts';
import type { AnotherKind } from './another-kind.ts';
import { lineOf, type LineBreaks } from './table/lines.ts';

/**
 * A data row that was not stored (RD2, RD3), with its cells (RD15). Rows without a usable id are stored and set aside by
 * `openRecords`: the set has their cells (`textsOfRow`).
 */
export interface Rejection {
  /** Line of the file the row starts on, from 1. */
  readonly line: number;
  /** Data row from 0, counting blank and rejected ones. */
  readonly fileRow: number;
  readonly code: 'too-many-cells' | 'too-few-cells';
  /** How many the row has. */
  readonly cells: number;
  readonly columns: number;
  /** The cells as in the file; none of rows after the first 32 Mi characters of a file's rejected rows. */
  readonly texts: readonly string[];
}

/** Lines of the file that are no data rows, and why. They are not part of `rows`. */
export interface Dropped {
  readonly kind: 'sep-line' | 'preamble' | 'labels' | 'footer' | 'second-table';
  readonly fromLine: number;
  readonly toLine: number;
  /** The first texts, cut, for showing. */
  readonly texts: readonly string[];
}

export interface ReadWarning {
  readonly code:
    | 'assumed-windows-1252'
    | 'mixed-encoding'
    /** RD6 */
    | 'bad-bytes'
    | 'unclosed-quote'
    | 'stray-quote'
    /** RD4 */
    | 'quote-over-line-end'
    /** RD17 */
    | 'blanks-before-quotes'
    | 'apostrophes-as-quotes'
    | 'quotes-after-blank'
    | 'quote-inside-cell'
    /** RD1: rows equal to the header, left out. */
    | 'repeated-header'
    /** RD1: rows of labels or types under the header, read as records; `value`: what the first says. */
    | 'labels-row'
    | 'mixed-newlines'
    | 'nul-characters'
    /** RD9, `value`: the column. */
    | 'apostrophes-dropped'
    | 'apostrophes-kept'
    /** RD9: `="00123"` read as the text 00123. */
    | 'text-formulas'
    | 'mojibake'
    /** U+FFFD (RD6, RD20) */
    | 'lost-letters'
    /** U+0080–U+009F (RD20) */
    | 'control-characters'
    /** RD3 */
    | 'short-rows'
    /** RD2 */
    | 'blank-ends'
    /** RD3 */
    | 'cut-off'
    /** RD22, `value`: the sign that may part its cells, a blank for words. */
    | 'one-column'
    /** S173: what a workbook has that a table of texts has not. `value` of `error-cells`: what they say. */
    | 'formulas'
    | 'formulas-without-value'
    | 'error-cells'
    | 'merged-cells'
    | 'hidden-rows'
    | 'hidden-columns'
    /** `value`: their names. */
    | 'hidden-sheets'
    | 'other-sheets'
    | 'no-rows';
  /** Lines, rows or characters concerned, after the code. */
  readonly count: number;
  /** First lines concerned, at most 20. */
  readonly lines: readonly number[];
  /** What it is about, where lines do not say it: a column, a text. */
  readonly value?: string;
}

/** What every reader of a side accounts for, complete: stored + rejected + blank = rows. Plain data, kept with the records. */
export interface SideReport {
  /** What was read: the file's name. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** Of the bytes as read, lower-case hex. */
  readonly sha256: string;
  readonly headerLine: number;
  /** As in the file; a design addresses them as in the set's header. */
  readonly header: readonly string[];
  readonly rows: number;
  readonly stored: number;
  readonly blank: number;
  readonly rejected: readonly Rejection[];
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly ReadWarning[];
  /** Where the data rows stand: ask `placeOf`. */
  readonly lineBreaks: LineBreaks;
}

/** Where a record stands in its source, for a person to find it there. */
export interface Place {
  readonly kind: 'line';
  /** From 1. */
  readonly line: number;
}

/** Where a data row starts; `fileRow` from 0, blank and rejected rows counted. */
export const placeOf = ({ lineBreaks }: Pick<SideReport, 'lineBreaks'>, fileRow: number): Place => ({
  kind: 'line',
  line: lineOf(lineBreaks, fileRow),
});

/** Why a source cannot be read. The catalogue has the words. */
export type ReadProblem = { readonly file: string } & (
  | { readonly code: 'empty-file' | 'cancelled' | 'changed-while-read' }
  /** `because`: what the machine said, in its words. */
  | { readonly code: 'unreadable'; readonly because: string }
  /** RD7: bytes of another kind of file. */
  | { readonly code: 'another-kind'; readonly kind: AnotherKind }
  | { readonly code: 'no-header'; readonly line: number }
  /** `rows` rows, nearly all, have `cells` cells each under a header of `columns` (RD3). */
  | {
      readonly code: 'header-width';
      readonly line: number;
      readonly columns: number;
      readonly cells: number;
      readonly rows: number;
    }
  | { readonly code: 'unknown-encoding'; readonly encoding: string }
  | { readonly code: 'bad-delimiter'; readonly delimiter: string }
  | { readonly code: 'not-in-encoding'; readonly encoding: string; readonly line: number }
  | { readonly code: 'row-too-long'; readonly line: number }
  /** `part`: of the workbook, as its archive names it. */
  | { readonly code: 'broken-workbook'; readonly part: string }
  /** `most`: bytes of the file or of a part once it is unpacked, parts, or characters of all cells. */
  | {
      readonly code: 'workbook-too-large';
      readonly what: 'file' | 'parts' | 'unpacked' | 'characters';
      readonly most: number;
    }
  | { readonly code: 'no-such-sheet'; readonly sheet: string; readonly sheets: readonly string[] }
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
  /** What was handed on before counts no more: the file is read again from its first row. */
  readonly onRestart?: () => void | Promise<void>;
  /** Asked between chunks. */
  readonly cancelled?: () => boolean;
  /** SHA-256; without it a portable one is used. */
  readonly hash?: () => HashStream;
  readonly segmentRows?: number;
  /** So many rows are enough, where a file has to be opened whole to read its start. */
  readonly firstRows?: number;
  /** Where memory is taken from; segments are lent then (`giveBack`). */
  readonly spare?: Spare;
}

/** What a reader answers: records and their account, or why there are none. */
export type ReadResultOf<R extends SideReport> =
  | { readonly ok: true; readonly set: RecordSet; readonly report: R }
  | { readonly ok: false; readonly problem: ReadProblem };
