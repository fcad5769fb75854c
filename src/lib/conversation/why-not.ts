import type { Both, Outcome, Reason, Side, TriedChanges, WhyNot } from '../engine/index.ts';

/** A record as it is picked, and as it stands beside another. */
export interface AskedRecord {
  readonly side: Side;
  readonly id: string;
  readonly name: string;
  /** Data row of its file, from 0. */
  readonly row: number;
  readonly outcome: Outcome;
  /** Why it is there. */
  readonly reasons: readonly Reason[];
}

/** Why two records are not linked (S160). */
export interface WhyTold {
  readonly sync: string;
  readonly why: WhyNot;
  readonly records: Both<AskedRecord>;
  /** By side and id, the names of the records that are spoken of. */
  readonly names: Both<Readonly<Record<string, string>>>;
}

/** What would link them, and at which price; null where they are linked. */
export interface WhatWould {
  readonly changes: TriedChanges | null;
  /** Records of the sync, on both sides. */
  readonly records: number;
  readonly milliseconds: number;
}

/** Records with a word in their name or id, the first 20. */
export interface FoundRecords {
  readonly records: readonly AskedRecord[];
  readonly total: number;
}
