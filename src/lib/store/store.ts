import { Baselines } from './baselines.ts';
import { Chunks } from './chunks.ts';
import { openDatabase, type IndexedDb } from './database.ts';
import { Decisions } from './decisions/decisions.ts';
import { Designs } from './designs.ts';
import { Gate, type ReadOnlyEvent } from './gate.ts';
import { History } from './history.ts';
import { ProjectJournals } from './journal/journals.ts';
import type { Locks } from './locks.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { Ownership } from './ownership.ts';
import type { StoreParts } from './parts.ts';
import { KeptPlans } from './plans.ts';
import type { ReadOnlyBecause, Result, StoreProblem } from './problem.ts';
import { Projects } from './projects.ts';
import { Sealing, type StoreTools } from './sealing.ts';
import { RecordSets } from './sets/sets.ts';
import { sweep } from './sweep.ts';
import { persist, storageState, type BrowserStorage, type StorageState } from './usage.ts';
import { Writing } from './writing.ts';

/** Everything that is kept in this browser. Owned by workers; the page never imports it. */
export interface Store {
  readonly projects: Projects;
  readonly designs: Designs;
  readonly sets: RecordSets;
  readonly baselines: Baselines;
  readonly plans: KeptPlans;
  readonly decisions: Decisions;
  /** Everything a person did on a project, in order. */
  readonly history: History;
  /** What was written down of a project's pushes. */
  readonly journals: (project: string) => ProjectJournals;
  /** Why nothing can be written any more, or null. */
  readonly readOnly: ReadOnlyBecause | null;
  /** Owners of chunks removed at opening: what killed imports had left. */
  readonly swept: readonly string[];
  storage(): Promise<Result<StorageState>>;
  persist(): Promise<'granted' | 'refused' | 'page-only'>;
  /** Lets go of projects, locks and database. */
  close(): Promise<void>;
}

export interface StoreOptions {
  /** The same for all workers of a tab, another for each tab. */
  readonly tab?: string;
  readonly onReadOnly?: (event: ReadOnlyEvent) => void;
  /** Null: there are none. The browser's own where absent. */
  readonly locks?: Locks | null;
  readonly storage?: BrowserStorage | null;
  readonly idb?: IndexedDb;
  readonly migrations?: readonly Migration[];
  /** Milliseconds another tab may block an upgrade. */
  readonly patience?: number;
  readonly newId?: () => string;
}

export type Opened =
  { readonly ok: true; readonly store: Store } | { readonly ok: false; readonly problem: StoreProblem };

const PATIENCE = 3000;

/** Opens (makes, upgrades) the store and sweeps what nothing names. */
export async function openStore(
  name: string,
  tools: StoreTools,
  now: () => Date,
  options: StoreOptions = {},
): Promise<Opened> {
  const newId = options.newId ?? randomId;
  const idb = options.idb ?? { indexedDB, IDBKeyRange };
  const locks = options.locks === undefined ? browserLocks() : options.locks;
  const storage = options.storage === undefined ? browserStorage() : options.storage;
  const db = await openDatabase(name, idb, options.migrations ?? MIGRATIONS, options.patience ?? PATIENCE);
  if (!db.ok) return db;

  const gate = new Gate(db.value, options.tab ?? newId(), options.onReadOnly ?? (() => undefined));
  const chunks = new Chunks(gate, idb.IDBKeyRange);
  const sealing = new Sealing(tools);
  const writing = new Writing(locks, name);
  const ownership = new Ownership(gate, locks, now);
  const swept = await sweep(gate, chunks, writing);
  if (!swept.ok && swept.problem.code !== 'quota') {
    gate.stop('closed');
    return swept;
  }
  const parts: StoreParts = { gate, chunks, sealing, writing, now, newId };
  const store: Store = {
    projects: new Projects(gate, chunks, ownership, now, newId),
    designs: new Designs(gate, sealing, now),
    sets: new RecordSets(parts),
    baselines: new Baselines(parts),
    plans: new KeptPlans(parts),
    decisions: new Decisions(parts),
    history: new History(gate),
    journals: (project) => new ProjectJournals(gate, sealing, project),
    get readOnly() {
      return gate.stopped;
    },
    swept: swept.ok ? swept.value : [],
    storage: () => storageState(gate, storage),
    persist: () => persist(storage),
    async close() {
      await ownership.releaseAll();
      gate.stop('closed');
    },
  };
  return { ok: true, store };
}

/** 96 bits; `randomUUID` is only there in secure contexts. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const browserLocks = (): Locks | null =>
  typeof navigator === 'undefined' ? null : ((navigator as { readonly locks?: Locks }).locks ?? null);

const browserStorage = (): BrowserStorage | null =>
  typeof navigator === 'undefined'
    ? null
    : ((navigator as { readonly storage?: BrowserStorage }).storage ?? null);
