import { Dexie, type Table } from 'dexie';
import type { Migration } from './migrations.ts';
import { attempt, done, failed, type Place, type Result } from './problem.ts';
import type {
  ActRow,
  ChunkKey,
  DecisionRow,
  DesignRow,
  HeadRow,
  JournalRow,
  OwnerRow,
  ProjectRow,
  PushRow,
  StepRow,
} from './rows.ts';

/** IndexedDB itself, so that tests can bring another. */
export interface IndexedDb {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/** The tables. Every transaction is strict (F1); chunks are written past Dexie, see `chunks.ts`. */
export class Database extends Dexie {
  declare readonly projects: Table<ProjectRow, string>;
  declare readonly owners: Table<OwnerRow, string>;
  declare readonly designs: Table<DesignRow, [string, number]>;
  declare readonly sets: Table<HeadRow, string>;
  declare readonly baselines: Table<HeadRow, string>;
  declare readonly plans: Table<HeadRow, string>;
  declare readonly decisions: Table<DecisionRow, [string, string]>;
  declare readonly steps: Table<StepRow, [string, string, number]>;
  declare readonly acts: Table<ActRow, [string, number]>;
  declare readonly pushes: Table<PushRow, [string, string]>;
  declare readonly journal: Table<JournalRow, [string, string, number]>;
  declare readonly chunks: Table<Uint8Array, ChunkKey>;

  constructor(name: string, idb: IndexedDb, migrations: readonly Migration[]) {
    // autoOpen would bring back an emptied database without a word (F4).
    super(name, { ...idb, autoOpen: false, chromeTransactionDurability: 'strict', cache: 'disabled' });
    for (const { version, stores, upgrade } of migrations) {
      const declared = this.version(version).stores({ ...stores });
      if (upgrade !== undefined) declared.upgrade(upgrade);
    }
  }
}

const DATABASE: Place = { what: 'database', where: '' };

/** Dexie's version n is the browser's n × 10. */
const NATIVE = 10;

/**
 * Opens the database and upgrades it where it is older. One that is newer stays untouched: Dexie alone would open it,
 * or even change it. Another tab that holds an old version open blocks; after `patience` milliseconds we give up.
 */
export async function openDatabase(
  name: string,
  idb: IndexedDb,
  migrations: readonly Migration[],
  patience: number,
): Promise<Result<Database>> {
  const known = migrations.at(-1)?.version ?? 0;
  const found = await attempt(DATABASE, () => installedVersion(name, idb.indexedDB));
  if (!found.ok) return found;
  if (found.value > known * NATIVE) {
    return failed({ code: 'newer-schema', found: Math.floor(found.value / NATIVE), known });
  }
  const db = new Database(name, idb, migrations);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const blocked = new Promise<'blocked'>((resolve) => {
    db.on('blocked', () => {
      timer ??= setTimeout(() => {
        resolve('blocked');
      }, patience);
      return false;
    });
  });
  const opening = attempt(DATABASE, async () => {
    await db.open();
  });
  const first = await Promise.race([opening, blocked]);
  clearTimeout(timer);
  if (first === 'blocked') {
    db.close();
    return failed({ code: 'blocked-by-other-tab' });
  }
  return first.ok ? done(db) : first;
}

/** The browser's version number of the database, 0 where there is none; makes none. */
function installedVersion(name: string, indexedDB: IDBFactory): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const { version } = request.result;
      request.result.close();
      resolve(version);
    };
    request.onerror = (event) => {
      event.preventDefault();
      if (isNew) resolve(0);
      else reject(request.error ?? new Error('the database cannot be opened'));
    };
  });
}
