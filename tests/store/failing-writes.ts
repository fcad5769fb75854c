export interface Faults {
  /** Did a write fail? */
  readonly hit: boolean;
  stop(): void;
}

/**
 * Lets the nth put or add from now on run out of quota: `at once` the call throws; `at the end` the request succeeds and its
 * transaction aborts, as a browser does that finds out when it writes to the disk.
 */
export function failWrites(
  objectStore: typeof IDBObjectStore,
  nth: number,
  when: 'at once' | 'at the end',
): Faults {
  const { prototype } = objectStore;
  const originals = { put: prototype.put, add: prototype.add };
  const faults = {
    hit: false,
    stop: () => {
      Object.assign(prototype, originals);
    },
  };
  let calls = 0;
  for (const name of ['put', 'add'] as const) {
    const original = originals[name];
    prototype[name] = function (
      this: IDBObjectStore,
      value: unknown,
      key?: IDBValidKey,
    ): IDBRequest<IDBValidKey> {
      const write = (): IDBRequest<IDBValidKey> =>
        key === undefined ? original.call(this, value) : original.call(this, value, key);
      if (++calls !== nth) return write();
      faults.hit = true;
      const error = new DOMException('Quota exceeded.', 'QuotaExceededError');
      if (when === 'at once') throw error;
      const request = write();
      const { transaction } = this;
      request.addEventListener('success', () => {
        Object.defineProperty(transaction, 'error', { get: () => error });
        transaction.abort();
      });
      return request;
    };
  }
  return faults;
}
