import type { HeldUpdates, Unsayable } from './change-rows.ts';

/** How the files say what they cannot hold. */
export interface ChangeWords {
  /** Why a file cannot say a write, as the list of those says it. */
  readonly causes: Readonly<Record<Unsayable['cause'], string>>;
  /** What to know of the files, a sentence. */
  readonly says: (note: ChangeNote) => string;
}

/** What to know of the change files beside them. */
export type ChangeNote =
  /** No file of updates (RD10). */
  | ({ readonly code: 'updates-held' } & HeldUpdates)
  /** Records to be deleted, by their ids; `app`: the kind whose import is to do it. */
  | { readonly code: 'deletes'; readonly name: string; readonly app: string; readonly count: number }
  /** How to load a file whose cells clear fields by a word. */
  | { readonly code: 'clears'; readonly name: string; readonly clear: string; readonly count: number }
  /** Writes no cell can say, listed in a file of their own. */
  | { readonly code: 'unsaid'; readonly count: number; readonly first: Unsayable; readonly list: string }
  /** More rows than a sheet holds: they go on in the next of these (S197). `rows` are all of them. */
  | { readonly code: 'sheet-goes-on'; readonly sheets: readonly string[]; readonly rows: number }
  /** A table no sheet can hold is this file beside the workbook (S196). */
  | ({ readonly code: 'not-in-workbook'; readonly file: string } & Unsheeted);

/** Why a table stands in no sheet. `row`: below the names, from 1; 0 is a name. */
export type Unsheeted =
  | {
      readonly why: 'cells';
      readonly count: number;
      readonly first: { readonly row: number; readonly column: string; readonly characters: number };
    }
  | { readonly why: 'columns'; readonly count: number };
