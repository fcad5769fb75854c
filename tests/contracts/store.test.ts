import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { describe } from 'vitest';
import { MemoryLocks } from '../store/locks.ts';
import { storeContract } from './store-suite.ts';

describe('the store over an IndexedDB in memory', () => {
  storeContract({
    idb: { indexedDB: new IDBFactory(), IDBKeyRange },
    locks: new MemoryLocks(),
    objectStore: IDBObjectStore,
  });
});
