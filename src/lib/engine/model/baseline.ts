import type { Column } from './column.ts';
import type { HandOver } from './hand-over.ts';
import type { LinkBy } from './line.ts';
import type { Both } from './side.ts';

/** `baseline.jsonl` as read (FORMATS.md, Baseline). Values are file texts per side and field name. */
export interface Baseline {
  /** Hash of the design it was made with; information only. */
  readonly design: string;
  /** Data rows read by sync. */
  readonly rows: ReadonlyMap<string, Both<number>>;
  /** By sync, in the order the file first names them. */
  readonly links: ReadonlyMap<string, LinkTable>;
}

/** One link as a line of the file says it. */
export interface BaselineLink {
  readonly sync: string;
  readonly left: string;
  readonly right: string;
  readonly by: LinkBy;
  readonly values: Both<FieldTexts>;
  /** What was handed over to a side and is not settled, by field (BL2). */
  readonly sent: Both<HandOvers>;
}

export type FieldTexts = ReadonlyMap<string, string>;

export type HandOvers = ReadonlyMap<string, HandOver>;

/** The links of one sync in file order, as columns: a link is a position, and a million of them are a few arrays. */
export interface LinkTable {
  readonly sync: string;
  readonly count: number;
  readonly ids: Both<Column>;
  /** Positions in `LINK_BYS`. */
  readonly by: Uint8Array;
  readonly values: Both<FieldColumns>;
  readonly sent: Both<HandOverColumns>;
}

/** Texts of a side by field name. */
export interface FieldColumns {
  /** Fields a link has, in the order of its line. */
  readonly names: NameLists;
  /** `''` also where a link does not have the field: ask `names`. */
  readonly columns: ReadonlyMap<string, Column>;
}

/** Hand-overs of a side by field name. */
export interface HandOverColumns {
  /** Fields of which a link has one, in the order of its line. */
  readonly names: NameLists;
  readonly fields: ReadonlyMap<string, HandOverField>;
}

/** The hand-overs of one field, link by link. */
export interface HandOverField {
  readonly from: Column;
  readonly to: Column;
  readonly other: Column;
  /** What is no text of them, packed; 0 where a link has none. */
  readonly facts: Uint16Array;
}

/** A list of names for every link; equal lists are kept once. */
export interface NameLists {
  readonly lists: readonly (readonly string[])[];
  /** Position in `lists`, by link. */
  readonly of: Uint32Array;
}
