import type { Column } from './column.ts';
import type { HandOver, Removal } from './hand-over.ts';
import type { LinkBy } from './link-by.ts';
import type { Both, Side } from './side.ts';

/** `baseline.jsonl` as read (FORMATS.md, Baseline). Values are file texts per side and field name. */
export interface Baseline {
  /** Hash of the design it was made with; information only. */
  readonly design: string;
  /** Data rows read by sync. */
  readonly rows: ReadonlyMap<string, Both<number>>;
  /** By sync, the mappings there were, as `mappedPair` names them (FM13); a sync it does not say it of had those there are now. */
  readonly mapped: ReadonlyMap<string, ReadonlySet<string>>;
  /** By sync, in the order the file first names them. */
  readonly links: ReadonlyMap<string, LinkTable>;
  /** By sync: the unlinked records of a side when the oldest create open towards it was handed over (BL6). */
  readonly there: ReadonlyMap<string, Both<Column>>;
}

/** The ids of one such list, in parts as lines of the file hold them. */
export interface ThereIds {
  readonly sync: string;
  readonly there: Side;
  readonly ids: readonly string[];
}

/** One link as a line of the file says it; null on the side a record was handed over to be created on (BL6). */
export interface BaselineLink {
  readonly sync: string;
  readonly left: string | null;
  readonly right: string | null;
  readonly by: LinkBy;
  readonly values: Both<FieldTexts>;
  /** What was handed over to a side and is not settled, by field (BL2). */
  readonly sent: Both<HandOvers>;
  /** Its row in the change file of each side it was last handed over with, from 1 (BL7); absent where none says. */
  readonly rows?: Partial<Both<number>>;
  /** Mappings that came after it and wait for a change of its records (FM13), as `mappedPair` names them. */
  readonly later?: readonly string[];
  /** One of its records was handed over to be deleted (S468). */
  readonly removal?: Removal;
}

export type FieldTexts = ReadonlyMap<string, string>;

export type HandOvers = ReadonlyMap<string, HandOver>;

/** The links of one sync in file order, as columns: a link is a position, and a million of them are a few arrays. */
export interface LinkTable {
  readonly sync: string;
  readonly count: number;
  readonly ids: Both<Column>;
  /** Creates that were handed over and have no counterpart yet, in the order of their positions (BL6). */
  readonly open: readonly OpenLink[];
  /** Positions in `LINK_BYS`. */
  readonly by: Uint8Array;
  readonly values: Both<FieldColumns>;
  readonly sent: Both<HandOverColumns>;
  /** Rows in the change file of a side, by link; 0 where none is known. */
  readonly rows: Both<Uint32Array>;
  /** Mappings that came after a link and were not applied to it yet (FM13). */
  readonly later: NameLists;
  /** Links of which an app refused something, by the side it was handed over to, ascending (BL7). */
  readonly refused: Both<readonly number[]>;
  /** Deletes that were handed over, by link (S468). */
  readonly removals: ReadonlyMap<number, Removal>;
}

export interface OpenLink {
  readonly position: number;
  /** The side of the record it was to be created from. */
  readonly source: Side;
  /** What a result file says of it (BL7). */
  readonly answer: CreateAnswer;
}

/** Refused: there is no such record. Written: there is one, though its id is not known. */
export type CreateAnswer = 'none' | 'written' | 'refused';

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
  /** The words an app refused them with (BL7). */
  readonly refused: Column;
  /** What an app had right after a push (S462). */
  readonly seen: Column;
  /** What is no text of them, packed; 0 where a link has none. */
  readonly facts: Uint32Array;
}

/** A list of names for every link; equal lists are kept once. */
export interface NameLists {
  readonly lists: readonly (readonly string[])[];
  /** Position in `lists`, by link. */
  readonly of: Uint32Array;
}
