import type { ErrorCategory } from '../../engine/index.ts';
import type { AppFault, FaultCode } from './fault.ts';

export type WriteAct = 'create' | 'update' | 'remove' | 'restore';

/** One record's writes. Values are texts as a plan has them, in the app's own form; `''` clears. */
export interface WriteItem {
  /** The caller's name for it, the same in every try: receipts come back under it, and it travels as the item's trace where an app takes one. */
  readonly key: string;
  /** Null on a create. */
  readonly id: string | null;
  /** On a create the value by which the app itself keeps a second one out; null where no field does. */
  readonly unique: { readonly field: string; readonly value: string } | null;
  /** By field name. A lookup holds the other record's id. */
  readonly values: ReadonlyMap<string, string>;
}

export interface WriteBatch {
  readonly object: string;
  readonly act: WriteAct;
  readonly items: readonly WriteItem[];
}

/** What became of one item. */
export type Receipt = { readonly key: string } &
  /** `created`: false where an upsert found the record there. Null where the app does not say. */
  (
    | { readonly kind: 'written'; readonly id: string; readonly created: boolean | null }
    | { readonly kind: 'refused'; readonly refusal: Refusal }
    /** The answer says nothing that can be trusted of this one: it is read back. */
    | { readonly kind: 'unknown'; readonly because: DoubtCode }
  );

/** Why an answer leaves open what became of an item. The catalogue has the words. */
export type DoubtCode =
  | FaultCode
  | 'not-told'
  | 'told-twice'
  | 'told-both-ways'
  /** The app says that something went wrong on its own side. */
  | 'doubtful'
  /** It answered of other records than were sent. */
  | 'another-answer'
  /** The id it answers with is another one: merged, perhaps. */
  | 'another-record'
  /** The app's job ended before it came to the record. */
  | 'unprocessed'
  | 'field-not-kept'
  | 'lifecycle-stage'
  | 'association';

/** The app's no to one record. */
export interface Refusal {
  /** Null where nobody knows the app's code: its words are shown as they are. */
  readonly category: ErrorCategory | null;
  /** The app's own code; `''` where it gave none. */
  readonly code: string;
  readonly field: string | null;
  readonly said: string;
  /** The record that is there already, where the app names it. */
  readonly existing: string | null;
}

/**
 * What became of a batch. `receipts`: one for every item, in any order. `not-done`: none of it was, for certain, and it may be sent again
 * (rate limit, signed out, overloaded before it began). `refused`: none of it was; which item is to blame is not said (halves are tried).
 * `unknown`: any of it may have been done.
 */
export type WriteAnswer =
  | { readonly kind: 'receipts'; readonly receipts: readonly Receipt[] }
  | { readonly kind: 'not-done'; readonly fault: AppFault }
  /** `blamed`: those of them that the app names; the rest may go again without them. */
  | {
      readonly kind: 'refused';
      readonly fault: AppFault;
      readonly blamed?: readonly (Receipt & { readonly kind: 'refused' })[];
    }
  | { readonly kind: 'unknown'; readonly fault: AppFault };
