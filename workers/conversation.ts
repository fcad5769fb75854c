import type { ReadResult } from '../src/lib/connectors/csv/index.ts';
import type { Because } from '../src/lib/engine/design/suggest/index.ts';
import type { Both, NormalColumn, PlanSummary, Progress, Task } from '../src/lib/engine/index.ts';

/** Everything the page and the engine workers say to each other. Plain data, so it survives a structured clone. */

/** A file a person gave; `token` names it in the worker, so that it is read once. */
export interface GivenFile {
  readonly token: number;
  readonly file: File;
}

/** What is planned: the sample project under `base`, or two files with a suggested design. */
export type PlanSource =
  | { readonly kind: 'sample'; readonly base: string }
  | { readonly kind: 'files'; readonly left: GivenFile; readonly right: GivenFile };

export interface PlanOptions {
  /** The day the plan is made for, `YYYY-MM-DD`; workers have no say in it. */
  readonly asOf: string;
  /** How many engine workers share the job. The result does not depend on it (MA16). */
  readonly workers: 1 | 2;
}

/** What is wrong, and what to do: two sentences. */
export interface Problem {
  readonly title: string;
  readonly detail: string;
}

/** How a file was read; stored + rejected + blank = rows. */
export interface Reading {
  readonly file: string;
  readonly rows: number;
  readonly stored: number;
  readonly rejected: number;
  readonly blank: number;
  readonly encoding: string;
  readonly delimiter: string;
  readonly columns: number;
  readonly sha256: string;
  readonly notes: readonly string[];
  readonly setAside: readonly string[];
}

/** A key or a mapping the names and values speak for. `sure` is from 0 to 1; the page owns the words of `why`. */
export interface Suggested {
  readonly left: string;
  readonly right: string;
  readonly why: readonly Because[];
  readonly sure: number;
}

/** What `suggest` found for two files. */
export interface SuggestedForPage {
  /** Null: every row gets an id of its own. */
  readonly ids: Both<string | null>;
  readonly keys: readonly Suggested[];
  readonly mappings: readonly Suggested[];
}

export interface PlannedSync {
  readonly id: string;
  readonly kind: string;
  readonly objects: Both<string>;
  readonly readings: Both<Reading>;
  /** Null where the design was given. */
  readonly suggested: SuggestedForPage | null;
}

export interface Planned {
  readonly name: string;
  readonly apps: Both<string>;
  readonly syncs: readonly PlannedSync[];
  readonly summary: PlanSummary;
  /** Milliseconds from the first byte read to the counts. */
  readonly took: number;
}

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export type OnProgress = (progress: Progress) => void;

/** What the page asks of an engine worker. */
export interface EngineWorker {
  /** Reads a file and keeps its records under its token. */
  read(given: GivenFile, onProgress: OnProgress): Promise<Answer<Reading>>;
  plan(source: PlanSource, options: PlanOptions, onProgress: OnProgress): Promise<Answer<Planned>>;
  /** Two workers that share a plan get the two ends of a channel: `helper` serves on its own, `main` asks on its own. */
  connect(port: MessagePort, as: 'main' | 'helper'): void;
}

/** What a second engine worker does for the first. */
export interface EngineHelper {
  /** Reads a file of this app by its address; the records are handed over, not copied. */
  readAddress(address: string, name: string): Promise<ReadResult>;
  /** Does a part of a plan that can be done apart; the result is handed over. */
  runTask(task: Task): Promise<NormalColumn | Uint8Array>;
}
