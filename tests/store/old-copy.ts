import { MIGRATIONS } from '../../src/lib/store/migrations.ts';
import { World } from './world.ts';

const TABLES: Readonly<Record<string, string | string[] | null>> = {
  ...{
    projects: 'id',
    owners: 'project',
    designs: ['project', 'step'],
    sets: 'id',
    baselines: 'id',
    plans: 'id',
  },
  ...{ decisions: ['project', 'sync'], steps: ['project', 'sync', 'step'], chunks: null },
};

/** Everything a world holds, in a database as version 1 made it: what a browser has that ran an older Drysync. */
export async function oldCopy(world: World, version: 1): Promise<World> {
  const stores = MIGRATIONS[version - 1]!.stores;
  const copy = new World(world.platform);
  const { indexedDB } = world.platform.idb;
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(copy.name, version * 10);
    request.onupgradeneeded = () => {
      for (const name of Object.keys(stores)) {
        const keyPath = TABLES[name] ?? null;
        const made = request.result.createObjectStore(name, keyPath === null ? {} : { keyPath });
        if (stores[name]!.includes(', project')) made.createIndex('project', 'project');
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
  for (const name of Object.keys(stores)) {
    const found: (readonly [IDBValidKey, unknown])[] = [];
    await world.raw(name, (store) => {
      store.openCursor().onsuccess = (event) => {
        const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
        if (cursor === null) return;
        found.push([cursor.primaryKey, cursor.value]);
        cursor.continue();
      };
    });
    await new Promise<void>((resolve, reject) => {
      const transaction = db.transaction(name, 'readwrite');
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error as Error);
      const store = transaction.objectStore(name);
      for (const [key, row] of found) {
        if (store.keyPath === null) store.put(row, key);
        else store.put(row);
      }
    });
  }
  db.close();
  return copy;
}
