import type { Both, Records } from '../../src/lib/engine/index.ts';
import type { Store } from '../../src/lib/store/index.ts';

/** How a side's ids are read. */
export interface IdReading {
  /** Null: a record's id is its row. */
  readonly field: string | null;
  readonly salesforce: boolean;
}

/** Where the decisions of a sync are kept, and over which rows: data rows of the files. */
export interface DecisionPlace {
  readonly store: Store;
  readonly project: string;
  readonly sync: string;
  readonly sets: Both<string>;
  readonly rows: Both<number>;
  readonly records: Both<Records>;
  readonly ids: Both<IdReading>;
}

export const sameSets = (a: Both<string>, b: Both<string>): boolean =>
  a.left === b.left && a.right === b.right;
