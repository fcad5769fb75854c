import type { Steps } from './steps.ts';

/**
 * Results of phases kept from one plan to the next (DESIGN, Phases). A result is reused when its name and everything it was
 * made from are the same objects; names hold the part of the design it depends on.
 */
export class Memo {
  readonly #entries = new Map<string, { deps: readonly unknown[]; value: unknown; run: number }>();
  #run = 0;

  /** Opens a run: what the last two runs did not use is forgotten. */
  open(): void {
    this.#run++;
    for (const [name, entry] of this.#entries) if (entry.run < this.#run - 2) this.#entries.delete(name);
  }

  /** The kept result, or undefined where there is none made from these. */
  find<T>(name: string, deps: readonly unknown[]): T | undefined {
    const entry = this.#entries.get(name);
    if (entry?.deps.length !== deps.length || !entry.deps.every((dep, i) => dep === deps[i]))
      return undefined;
    entry.run = this.#run;
    return entry.value as T;
  }

  /** Keeps a result; also how results of another worker come in. */
  keep(name: string, deps: readonly unknown[], value: unknown): void {
    this.#entries.set(name, { deps, value, run: this.#run });
  }

  /** The kept result, or a new one computed step by step. */
  *run<T>(name: string, deps: readonly unknown[], make: () => Steps<T>): Steps<T> {
    const known = this.find<T>(name, deps);
    if (known !== undefined) return known;
    const value = yield* make();
    this.keep(name, deps, value);
    return value;
  }
}
