import type { Locks } from '../../src/lib/store/index.ts';

type Hold = (lock: unknown) => Promise<void>;

/** Web Locks in memory: as much of them as the store uses. One for all tabs of a test. */
export class MemoryLocks implements Locks {
  readonly #held = new Map<string, (reason: Error) => void>();

  async request(
    name: string,
    options: { ifAvailable?: boolean; steal?: boolean },
    hold: Hold,
  ): Promise<unknown> {
    await Promise.resolve();
    const holder = this.#held.get(name);
    if (holder !== undefined) {
      if (options.steal !== true) return hold(null);
      this.#held.delete(name);
      holder(new DOMException('stolen', 'AbortError'));
    }
    let lose: (reason: Error) => void = () => undefined;
    const stolen = new Promise<void>((_, reject) => {
      lose = reject;
    });
    this.#held.set(name, lose);
    try {
      return await Promise.race([hold({ name }), stolen]);
    } finally {
      if (this.#held.get(name) === lose) this.#held.delete(name);
    }
  }
}

/** The locks of one tab, which all go when it is killed. */
export class TabLocks implements Locks {
  readonly #locks: Locks;
  readonly #killed: Promise<void>;
  #end: () => void = () => undefined;

  constructor(locks: Locks) {
    this.#locks = locks;
    this.#killed = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  request(name: string, options: { ifAvailable?: boolean; steal?: boolean }, hold: Hold): Promise<unknown> {
    return this.#locks.request(name, options, (lock) =>
      lock === null ? hold(null) : Promise.race([hold(lock), this.#killed]),
    );
  }

  async kill(): Promise<void> {
    this.#end();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
