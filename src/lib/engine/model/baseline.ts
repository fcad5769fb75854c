import type { Column } from './column.ts';
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
  /** Fields handed over but not read back, per side. */
  readonly sent: Both<readonly string[]>;
}

export type FieldTexts = ReadonlyMap<string, string>;

/** The links of one sync in file order, as columns: a link is a position, and a million of them are a few arrays. */
export interface LinkTable {
  readonly sync: string;
  readonly count: number;
  readonly ids: Both<Column>;
  /** Positions in `LINK_BYS`. */
  readonly by: Uint8Array;
  readonly values: Both<FieldColumns>;
  readonly sent: Both<NameLists>;
}

/** Texts of a side by field name. */
export interface FieldColumns {
  /** Fields a link has, in the order of its line. */
  readonly names: NameLists;
  /** `''` also where a link does not have the field: ask `names`. */
  readonly columns: ReadonlyMap<string, Column>;
}

/** A list of names for every link; equal lists are kept once. */
export interface NameLists {
  readonly lists: readonly (readonly string[])[];
  /** Position in `lists`, by link. */
  readonly of: Uint32Array;
}
