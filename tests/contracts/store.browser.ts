import { describe } from 'vitest';
import { storeContract } from './store-suite.ts';

describe('the store over the browser’s IndexedDB', () => {
  storeContract({ idb: { indexedDB, IDBKeyRange }, locks: navigator.locks, objectStore: IDBObjectStore });
});
