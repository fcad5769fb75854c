import type { Side } from '../engine/index.ts';
import type { ToldBy } from '../engine/suggest/index.ts';

/** What a file leaves open, or Drysync assumed of it, as long as no person has said how it is: answered by one click. */
export type OpenQuestion = { readonly sync: string; readonly side: Side } & (
  | { readonly is: 'decimal' | 'date-order' | 'misfits'; readonly column: string }
  /** RD12: the design was suggested with this sign. */
  | {
      readonly is: 'decimal-told';
      readonly column: string;
      readonly decimal: '.' | ',';
      readonly by: ToldBy;
    }
  /** RD14: cells are lists of words, parted by this sign; suggested as such where it is `;`. */
  | { readonly is: 'multi-select'; readonly column: string; readonly sign: ';' | ',' | '|' }
  /** `filled`: short rows are the habit of the file (RD3), else they were rejected. */
  | {
      readonly is: 'short';
      readonly count: number;
      readonly lines: readonly number[];
      readonly filled: boolean;
    }
  | {
      readonly is: 'apostrophes';
      readonly count: number;
      readonly lines: readonly number[];
      readonly field: string;
    }
  /** RD1: rows under the header that look like labels or types; `says`: the first of them, `others`: rows stored without them. */
  | {
      readonly is: 'labels';
      readonly count: number;
      readonly lines: readonly number[];
      readonly says: string;
      readonly others: number;
    }
  /** S170: several sheets of the workbook hold tables; `sheet`: the one that is read. */
  | { readonly is: 'sheet'; readonly sheet: string; readonly sheets: readonly string[] }
  /** Lines that are not UTF-8 were read as windows-1252. */
  | { readonly is: 'encoding'; readonly count: number; readonly lines: readonly number[] }
);

/** Which rows of a side are to be looked at: those on some lines, or those whose cell of a column is what it is taken for, or not. */
export type Look =
  | { readonly lines: readonly number[] }
  | { readonly column: string; readonly of: 'type' | 'others' | 'filled' };

/** Rows as they stand in the file, the first of `total`. */
export interface LookedRows {
  /** Where a column is looked at, that one and the first three others, else all. */
  readonly header: readonly string[];
  readonly total: number;
  readonly rows: readonly { readonly line: number; readonly texts: readonly string[] }[];
}
