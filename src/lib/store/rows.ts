import type { Both, Side } from '../engine/index.ts';

/** The rows of the tables. What is worth more than its counts is sealed: its text or bytes with their hash beside them. */

/** A project and what belongs to it, so that a thing that is gone is noticed. */
export interface ProjectRow {
  readonly id: string;
  readonly name: string;
  /** What the two sides are: `hubspot`, `salesforce`, `csv` … */
  readonly apps: Both<string>;
  readonly created: string;
  readonly opened: string;
  readonly sets: readonly SetReference[];
  readonly baseline: string | null;
  /** Result files of what the baseline hands over, in the order given; absent in what older versions wrote. */
  readonly results?: readonly string[];
  /** The baseline with what change files were made of since, and the result files of it (S115); absent in what older versions wrote. */
  readonly handedOver?: { readonly id: string; readonly results: readonly string[] } | null;
  readonly design: StepPointer | null;
  /** Syncs that have decisions. */
  readonly decisions: readonly string[];
  /** The apps its sides are read from, without any secret; absent in what older versions wrote. */
  readonly connections?: Both<ConnectionRow | null>;
  /** Sign-ins a person keeps on this machine (S420); absent in what older versions wrote. */
  readonly vault?: VaultRow | null;
}

/** An app's account that a side is read from, and what signing in to it again needs beside the secret. */
export interface ConnectionRow {
  readonly account: { readonly id: string; readonly name: string };
  readonly settings: Readonly<Record<string, string>>;
  /** When the app last said that it is this account; absent in what older versions wrote. */
  readonly checked?: string;
}

/** A vault: what signs in again to each side's account, sealed. `proof` holds nothing: it tells the right passphrase from a wrong one. */
export interface VaultRow extends Both<SealedText | null> {
  readonly proof: SealedText;
}

/** A text under AES-256-GCM, and what its key is derived with beside the passphrase. */
export interface SealedText {
  readonly iterations: number;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface SetReference {
  readonly sync: string;
  readonly side: Side;
  readonly id: string;
}

/** A place in a history: `first` … `last` are kept, `at` is where we are. */
export interface StepPointer {
  readonly first: number;
  readonly at: number;
  readonly last: number;
}

/** Who writes to a project. */
export interface OwnerRow {
  readonly project: string;
  readonly tab: string;
  readonly since: string;
}

export interface DesignRow {
  readonly project: string;
  readonly step: number;
  readonly label: string;
  readonly when: string;
  readonly text: string;
  readonly sha256: string;
}

/** The head of something made of chunks: a record set, a baseline, a kept plan. `text` is its JSON. */
export interface HeadRow {
  readonly id: string;
  readonly project: string;
  /** Records, links or subjects, for lists. */
  readonly rows: number;
  /** Of the chunks and the text together. */
  readonly bytes: number;
  readonly text: string;
  readonly sha256: string;
}

export interface DecisionRow {
  readonly project: string;
  readonly sync: string;
  /** The record sets whose rows the columns are by. Where the project has others by now, these are kept with them. */
  readonly basis: Both<string>;
  /** Columns of the sets that held the ids; absent in what older versions wrote. */
  readonly idFields?: Both<string | null>;
  readonly rows: Both<number>;
  readonly pointer: StepPointer;
  readonly snapshot: Snapshot;
  /** Bytes of the steps written since the snapshot. */
  readonly since: number;
  /** Counts the writes: who holds an older number has to read again. */
  readonly version: number;
}

/** The state at one step, as a chunk. The state at another is found by the steps between. */
export interface Snapshot {
  readonly id: string;
  readonly step: number;
  readonly seal: Seal;
}

/** What bytes must be when they are read back. */
export interface Seal {
  readonly length: number;
  /** Lower-case hex. */
  readonly sha256: string;
  /** Bytes of each piece, where the hash is of the pieces' hashes (`Sealing.inPieces`). */
  readonly piece?: number;
}

export interface StepRow {
  readonly project: string;
  readonly sync: string;
  readonly step: number;
  readonly label: string;
  readonly when: string;
  /** Rows, verdicts and choices changed. */
  readonly count: number;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Acts of a project that are remembered; older ones are forgotten. */
export const ACTS = 1_000;

/** One thing a person did on a project. */
export interface ActRow {
  readonly project: string;
  /** Counts the acts of the project, from 1. */
  readonly number: number;
  readonly at: string;
  readonly subject: 'design' | 'decisions' | 'records' | 'name';
  /** What it was about; empty for the design and the name. */
  readonly sync: string;
  /** Its step in the history of the design, or of the sync's decisions; -1 where there is none. */
  readonly step: number;
  readonly code: string;
  readonly values: Readonly<Record<string, string | number | null>>;
  /**
   * `undone`: can be done again. `dropped`: was undone, and something else was done since. `settled`: stands for good; a
   * file that was read, or decisions whose records were replaced.
   */
  readonly state: 'made' | 'undone' | 'dropped' | 'settled';
}

/** Owner, part, piece, and the length of the value: keys alone say whether everything is there. */
export type ChunkKey = readonly [owner: string, part: number, piece: number, length: number];

/** A push of a project, and how many texts its journal has: one that is gone is noticed. */
export interface PushRow {
  readonly project: string;
  readonly push: string;
  /** In the order they began, from 1. */
  readonly number: number;
  readonly count: number;
}

/** One text of a push's journal, with its hash. */
export interface JournalRow {
  readonly project: string;
  readonly push: string;
  readonly at: number;
  readonly text: string;
  readonly sha256: string;
}
