import type { Database } from './database.ts';
import { takeLock, type HeldLock, type Locks } from './locks.ts';
import { Refusal, type Place } from './problem.ts';

/** Marks what is being written, so that no other tab sweeps chunks whose head is still to come. */
export class Writing {
  readonly #locks: Locks | null;
  readonly #name: string;

  constructor(locks: Locks | null, database: string) {
    this.#locks = locks;
    this.#name = `drysync/${database}/writing/`;
  }

  /** To be released when the head is written, or nothing will ever be. */
  async begin(id: string): Promise<HeldLock> {
    return (await this.#take(id)) ?? NOTHING;
  }

  /** Does nobody write it? */
  async isIdle(id: string): Promise<boolean> {
    if (this.#locks === null) return true;
    const lock = await this.#take(id);
    lock?.release();
    return lock !== null;
  }

  async #take(id: string): Promise<HeldLock | null> {
    if (this.#locks === null) return null;
    return takeLock(this.#locks, this.#name + id, false, () => undefined);
  }
}

const NOTHING: HeldLock = { release: () => undefined };

/** Inside the transaction that writes the head: without locks another tab may have swept the chunks meanwhile. */
export async function mustHaveChunks(db: Database, id: string, count: number, place: Place): Promise<void> {
  const there = await db.chunks.where(':id').between([id], [id, []]).count();
  if (there !== count) throw new Refusal({ code: 'missing', ...place });
}
