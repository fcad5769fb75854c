import type { Gate } from './gate.ts';
import { Refusal, type Place, type Result } from './problem.ts';
import type { ChunkKey } from './rows.ts';

export interface Chunk {
  readonly key: ChunkKey;
  readonly bytes: Uint8Array;
}

/**
 * The bulk of the data, past Dexie: a part is read by one `getAll`. Nothing here counts until a head names it; what no head names is
 * swept. Written strictly, as all there is: a browser keeps a large value in a file of its own, and the strict write of the head would
 * not put that on the disk (S453).
 */
export class Chunks {
  readonly #gate: Gate;
  readonly #range: typeof IDBKeyRange;

  constructor(gate: Gate, range: typeof IDBKeyRange) {
    this.#gate = gate;
    this.#range = range;
  }

  /** One strict transaction for all. */
  put(place: Place, chunks: readonly Chunk[]): Promise<Result<void>> {
    return this.#run(place, 'readwrite', (store) => {
      for (const { key, bytes } of chunks) store.put(bytes, [...key]);
      return () => undefined;
    });
  }

  /** Every key of an owner in order; no value is read. */
  keys(place: Place, owner: string): Promise<Result<readonly ChunkKey[]>> {
    return this.#run(place, 'readonly', (store) => {
      const request = store.getAllKeys(this.range(owner));
      return () => request.result as unknown as ChunkKey[];
    });
  }

  /** All pieces of some parts, in order, in one transaction. */
  parts(place: Place, owner: string, parts: readonly number[]): Promise<Result<readonly Uint8Array[][]>> {
    return this.#run(place, 'readonly', (store) => {
      const requests = parts.map((part) => store.getAll(this.range(owner, part)));
      return () => requests.map((request) => request.result as Uint8Array[]);
    });
  }

  /** One value, undefined where it is not there. */
  get(place: Place, key: ChunkKey): Promise<Result<Uint8Array | undefined>> {
    return this.#run(place, 'readonly', (store) => {
      const request = store.get([...key]);
      return () => request.result as Uint8Array | undefined;
    });
  }

  /** Removes all of some owners. */
  drop(owners: readonly string[]): Promise<Result<void>> {
    return this.#run({ what: 'database', where: 'chunks' }, 'readwrite', (store) => {
      for (const owner of owners) store.delete(this.range(owner));
      return () => undefined;
    });
  }

  /** Everyone who has chunks: jumps from owner to owner. */
  async owners(): Promise<Result<readonly string[]>> {
    return this.#gate.run({ what: 'database', where: 'chunks' }, async () => {
      const owners: string[] = [];
      for (;;) {
        const last = owners.at(-1);
        const range = last === undefined ? null : this.#range.lowerBound([last, []], true);
        const [key] = await this.#transaction('readonly', (store) => {
          const request = store.getAllKeys(range, 1);
          return () => request.result as unknown as ChunkKey[];
        });
        if (key === undefined) return owners;
        owners.push(key[0]);
      }
    });
  }

  /** The keys of an owner, or of one part of it. */
  range(owner: string, part?: number): IDBKeyRange {
    const prefix = part === undefined ? [owner] : [owner, part];
    return this.#range.bound(prefix, [...prefix, []]);
  }

  #run<T>(
    place: Place,
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => () => T,
  ): Promise<Result<T>> {
    return this.#gate.run(place, () => this.#transaction(mode, work));
  }

  async #transaction<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => () => T): Promise<T> {
    const { stopped } = this.#gate;
    if (stopped !== null) throw new Refusal({ code: 'read-only', because: stopped, project: null });
    return new Promise((resolve, reject) => {
      const transaction = this.#gate.db.backendDB().transaction('chunks', mode, { durability: 'strict' });
      try {
        const take = work(transaction.objectStore('chunks'));
        transaction.oncomplete = () => {
          resolve(take());
        };
        transaction.onabort = () => {
          reject(transaction.error ?? new DOMException('The transaction was aborted.', 'AbortError'));
        };
      } catch (error) {
        transaction.abort();
        throw error;
      }
    });
  }
}
