import type { Phase } from './phases.ts';
import type { Steps } from './steps.ts';

/**
 * Results of phases kept from one plan to the next; `phases.ts` says what each depends on. A result is reused when its name and
 * everything it was made from are the same objects.
 */
export class Memo {
  readonly #entries = new Map<string, { from: readonly unknown[]; value: unknown; run: number }>();
  #run = 0;

  /** One that starts with what this knows and tells it nothing: for plans that are made beside another and dropped. */
  branch(): Memo {
    const own = new Memo();
    for (const [name, entry] of this.#entries) own.#entries.set(name, { ...entry, run: Infinity });
    return own;
  }

  /** Opens a run: what the last two runs did not use is forgotten. */
  open(): void {
    this.#run++;
    for (const [name, entry] of this.#entries) if (entry.run < this.#run - 2) this.#entries.delete(name);
  }

  /** The kept result, or undefined where there is none made from these. */
  find<T>({ name, from }: Phase): T | undefined {
    const entry = this.#entries.get(name);
    if (entry?.from.length !== from.length) return undefined;
    for (let i = 0; i < from.length; i++) if (entry.from[i] !== from[i]) return undefined;
    entry.run = this.#run;
    return entry.value as T;
  }

  /** Keeps a result; also how results of another worker come in. */
  keep({ name, from }: Phase, value: unknown): void {
    this.#entries.set(name, { from, value, run: this.#run });
  }

  /** The kept result, or a new one computed step by step. */
  *run<T>(phase: Phase, make: () => Steps<T>): Steps<T> {
    const known = this.find<T>(phase);
    if (known !== undefined) return known;
    const value = yield* make();
    this.keep(phase, value);
    return value;
  }
}
