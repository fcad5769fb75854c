import type { Store } from '../../src/lib/store/index.ts';
import type { Problem } from '../../src/lib/conversation/index.ts';

/** The first plan comes first (milliseconds). */
const AFTER = 4000;

/** Checks the hashes of every chunk of some sets in the background, one set after the other. */
export class Verifier {
  readonly #store: Store;
  readonly #onDamage: (set: string, problem: Problem) => void;
  readonly #after: number;
  readonly #checked = new Set<string>();
  #run = 0;

  constructor(store: Store, onDamage: (set: string, problem: Problem) => void, after: number = AFTER) {
    this.#store = store;
    this.#onDamage = onDamage;
    this.#after = after;
  }

  /** Begins with these sets; what ran before stops. A set that was checked once is not checked again. */
  async check(sets: readonly string[]): Promise<void> {
    const own = ++this.#run;
    const stale = (): boolean => own !== this.#run;
    await new Promise((resolve) => setTimeout(resolve, this.#after));
    for (const set of sets) {
      if (stale()) return;
      if (this.#checked.has(set)) continue;
      const verified = await this.#store.sets.verify(set, () => undefined, stale);
      if (verified.ok) this.#checked.add(set);
      else if (!stale() && verified.problem.code === 'damaged') this.#onDamage(set, verified.problem);
    }
  }

  stop(): void {
    this.#run++;
  }
}
