import {
  openStore,
  type IndexedDb,
  type Locks,
  type Opened,
  type ReadOnlyEvent,
  type Store,
  type StoreOptions,
} from '../../src/lib/store/index.ts';
import { sha256Hex } from '../../src/lib/tools/hash.ts';
import { TabLocks } from './locks.ts';

/** An IndexedDB with Web Locks: fake ones in Node, a browser's own in the browser. */
export interface Platform {
  readonly idb: IndexedDb;
  readonly locks: Locks;
  readonly objectStore: typeof IDBObjectStore;
}

export interface Tab {
  readonly store: Store;
  readonly events: ReadOnlyEvent[];
  /** As a killed tab: locks and connection go, nothing is said to anyone. */
  kill(): Promise<void>;
}

let worlds = 0;

/** One database and the tabs on it. */
export class World {
  readonly platform: Platform;
  readonly name: string;
  readonly #open: Tab[] = [];
  #clock = Date.UTC(2026, 0, 1);

  constructor(platform: Platform) {
    this.platform = platform;
    this.name = `store-test-${String(worlds++)}-${String(performance.now())}`;
  }

  /** Every look at the clock is a second later. */
  readonly now = (): Date => new Date((this.#clock += 1000));

  async tryOpen(options: StoreOptions = {}): Promise<Opened & { events: ReadOnlyEvent[]; locks: TabLocks }> {
    const events: ReadOnlyEvent[] = [];
    const locks = new TabLocks(this.platform.locks);
    const opened = await openStore(this.name, { sha256: sha256Hex }, this.now, {
      idb: this.platform.idb,
      locks,
      storage: null,
      patience: 50,
      onReadOnly: (event) => events.push(event),
      ...options,
    });
    return { ...opened, events, locks };
  }

  async tab(options: StoreOptions = {}): Promise<Tab> {
    const opened = await this.tryOpen(options);
    if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
    const { store, events, locks } = opened;
    const tab = {
      store,
      events,
      kill: async () => {
        // The connection stays: nothing of it is used again, and a browser would only close it.
        await locks.kill();
      },
    };
    this.#open.push(tab);
    return tab;
  }

  /** Everything killed, and a fresh tab. */
  async restart(): Promise<Tab> {
    for (const tab of this.#open.splice(0)) await tab.kill();
    return this.tab();
  }

  /** Runs one transaction past the store, for damage. */
  async raw(table: string, work: (store: IDBObjectStore) => void): Promise<void> {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = this.platform.idb.indexedDB.open(this.name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error as Error);
    });
    await new Promise<void>((resolve, reject) => {
      const transaction = db.transaction(table, 'readwrite');
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error as Error);
      work(transaction.objectStore(table));
    });
    db.close();
  }

  /** Changes, or with null removes, every value of a table that `change` does not give back as it is. */
  rewrite<T>(table: string, change: (value: T, key: IDBValidKey) => T | null): Promise<void> {
    return this.raw(table, (store) => {
      store.openCursor().onsuccess = (event) => {
        const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
        if (cursor === null) return;
        const next = change(cursor.value as T, cursor.primaryKey);
        if (next === null) cursor.delete();
        else if (next !== cursor.value) cursor.update(next);
        cursor.continue();
      };
    });
  }

  async count(table: string): Promise<number> {
    let count = 0;
    await this.raw(table, (store) => {
      const request = store.count();
      request.onsuccess = () => {
        count = request.result;
      };
    });
    return count;
  }
}
