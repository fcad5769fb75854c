import type { Both, Side } from '../engine/index.ts';
import type { JobSizes } from '../connectors/app/jobs.ts';
import type { WriteAct } from '../connectors/app/write.ts';

/** Texts of a record by field name. */
export type Texts = ReadonlyMap<string, string>;

/** One record's writes on one side, as they were approved: what a push sends, or does not, is always a whole item. */
export interface PushItem {
  /** Names it in the journal and, where an app takes one, as the trace of its call; the same in every try. */
  readonly key: string;
  readonly sync: string;
  readonly side: Side;
  /** As the app's calls name it. */
  readonly object: string;
  readonly act: WriteAct;
  /** Null on a create. */
  readonly id: string | null;
  /** Texts expected to be there (L8), by field; nothing on a create. */
  readonly from: Texts;
  /** Texts that are written; `''` clears. */
  readonly values: Texts;
  /** Fields that get the id of a record this push creates (AS1): the key of that record's item. */
  readonly refs: ReadonlyMap<string, string>;
  /** The value by which the app keeps a second one out; null where no field does (F2). */
  readonly unique: { readonly field: string; readonly value: string } | null;
  /** Of a create without one, by what it is looked for after a doubt (S373); absent where nothing tells it from others. */
  readonly sought?: Sought;
  /** Its app can say of it afterwards what a job made of it (S310). */
  readonly inJob?: true;
  /** The subject of the plan; null on a side it is created on. */
  readonly subject: Both<string | null>;
}

/** A matching key of a create's sync, as the create writes it. */
export interface Sought {
  readonly texts: Texts;
  /** Ids of the records that had this key when the plan was made: they are nobody's new ones. */
  readonly known: readonly string[];
}

/** What a plan was made from, as hashes (push protocol 1). */
export interface Basis {
  readonly plan: string;
  readonly design: string;
  /** By name: a file, or what was read of a side. */
  readonly inputs: ReadonlyMap<string, string>;
  readonly baseline: string | null;
  /** Of the filters and lists that say who takes part. */
  readonly filter: string;
  /** The day the plan was made for, `YYYY-MM-DD`: with it, and the rest, it can be made once more. */
  readonly asOf?: string;
}

/** What a person let go: exactly these items, made from exactly this. */
export interface PushPlan {
  readonly id: string;
  readonly project: string;
  readonly kind: 'push' | 'rollback';
  readonly basis: Basis;
  readonly approval: {
    readonly by: string;
    /** ISO 8601. */
    readonly at: string;
    /** What was typed to let a guard through. */
    readonly confirmed: readonly string[];
    /** By rules alone, in continuous sync; `by` turned it on (S446). */
    readonly continuous?: true;
  };
  /** The account each side was read from; a push goes to no other. */
  readonly accounts: Both<string>;
  /** In the order they are sent: no item before one its `refs` name. */
  readonly items: readonly PushItem[];
  /** Keys of those that go first. */
  readonly canary: readonly string[];
  /** Keys of the items that are sent, where not all of them are (S372): the others stay approved. */
  readonly first?: readonly string[];
  /** Records of one call on each side when it was let go: its batches are told by it (S370). */
  readonly sizes?: Both<number>;
  /** Where a side takes many records as one job (S440). */
  readonly jobs?: Both<JobSizes | null>;
}
