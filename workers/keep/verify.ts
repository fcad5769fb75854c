import type { Store } from '../../src/lib/store/index.ts';
import type { Problem } from '../../src/lib/conversation/index.ts';

/** A person's work comes first: how long it must not have run, or is waited for once more (milliseconds). */
const AFTER = 4000;

/** Checks the hashes of every chunk of some sets in the background, one set after the other. */
export class Verifier {
  readonly #store: Store;
  readonly #onDamage: (set: string, problem: Problem) => void;
  readonly #busy: () => boolean;
  readonly #after: number;
  readonly #checked = new Set<string>();
  #run = 0;

  /** `busy`: does something run that a person waits for? */
  constructor(
    store: Store,
    onDamage: (set: string, problem: Problem) => void,
    busy: () => boolean,
    after: number = AFTER,
  ) {
    this.#store = store;
    this.#onDamage = onDamage;
    this.#busy = busy;
    this.#after = after;
  }

  /** Begins with these sets; what ran before stops. A set that was checked once is not checked again. */
  async check(sets: readonly string[]): Promise<void> {
    const own = ++this.#run;
    const stale = (): boolean => own !== this.#run;
    for (const set of sets) {
      if (this.#checked.has(set)) continue;
      do await new Promise((resolve) => setTimeout(resolve, this.#after));
      while (this.#busy() && !stale());
      if (stale()) return;
      const verified = await this.#store.sets.verify(set, () => undefined, stale);
      if (verified.ok) this.#checked.add(set);
      else if (!stale() && verified.problem.code === 'damaged') this.#onDamage(set, verified.problem);
    }
  }

  stop(): void {
    this.#run++;
  }
}
