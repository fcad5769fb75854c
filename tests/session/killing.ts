import { IDBDatabase } from 'fake-indexeddb';

/** A machine whose browser can be killed. Made before any database is opened: Dexie keeps the function it finds then. */
export class Killer {
  /** Transactions that write, begun since `arm`: which of them was the last is all a kill decides. */
  writes = 0;
  #left = Infinity;

  constructor() {
    const { prototype } = IDBDatabase as unknown as { prototype: globalThis.IDBDatabase };
    const { transaction } = Object.getOwnPropertyDescriptors(prototype);
    const original = transaction.value as globalThis.IDBDatabase['transaction'];
    const begin = (mode: IDBTransactionMode | undefined): void => {
      if (mode === 'readwrite') this.writes++;
      if (this.writes > this.#left) throw new DOMException('the browser was killed', 'AbortError');
    };
    prototype.transaction = function (this: globalThis.IDBDatabase, names, mode, options) {
      begin(mode);
      return original.call(this, names, mode, options);
    };
  }

  /** From now on so many writes are begun; with the next the browser is gone, and nothing reaches the disk any more. */
  arm(writes: number): void {
    this.writes = 0;
    this.#left = writes;
  }

  /** A new browser runs on what the old one left. */
  disarm(): void {
    this.#left = Infinity;
  }
}
