import type { Because } from './line.ts';
import type { Side } from './side.ts';

/** A write that was handed over, to a file or to an app, and of which nobody knows yet what became of it (BL2). */
export interface HandOver {
  /** The text found; null where that is not known (a baseline of the first format). */
  readonly from: string | null;
  readonly to: string;
  /** The text of the other side then; null: what the entry of that side says (a baseline of the first format). */
  readonly other: string | null;
  readonly because: Because;
  /** How often the field was handed over since the sides were read equal or a person decided. */
  readonly tries: number;
  /** Was once read as not taken (BL3c); of a `form`, as taken in a form of the app's own. */
  readonly missed: boolean;
  /** A result file says that the app took it (BL7); `waited`: something was handed over since, and no export showed it yet. */
  readonly written?: 'yes' | 'waited';
  /** What the app had of it right after a push wrote it (S462). */
  readonly seen?: string;
  /** Another row was handed over to its side since, without it (BL7). */
  readonly earlier?: true;
  /** A result file says that the app refused it, in these words (BL7). */
  readonly refused?: string;
}

/** A delete that was handed over (S468). */
export interface Removal {
  /** The side of the record to be deleted; the other one was deleted before it (DE4). */
  readonly side: Side;
  /** How often it was handed over. */
  readonly tries: number;
  /** A result file says that the app deleted the record. */
  readonly written?: true;
  /** A result file says that the app refused it, in these words. */
  readonly refused?: string;
}
