import type { Phase } from './phases.ts';
import { saysSame } from './says-same.ts';
import type { Steps } from './steps.ts';

interface Entry extends Phase {
  readonly value: unknown;
  run: number;
}

/**
 * Results of phases kept from one plan to the next; `phases.ts` says what each depends on. A result is reused when it was made of the
 * same part of the design and from the same objects.
 */
export class Memo {
  /** By kind: one entry for each sync and part of the design. */
  readonly #entries = new Map<string, Entry[]>();
  #run = 0;

  /** One that starts with what this knows and tells it nothing: for plans that are made beside another and dropped. */
  branch(): Memo {
    const own = new Memo();
    for (const [kind, entries] of this.#entries)
      own.#entries.set(
        kind,
        entries.map((entry) => ({ ...entry, run: Infinity })),
      );
    return own;
  }

  /** Opens a run: what the last two runs did not use is forgotten. */
  open(): void {
    this.#run++;
    for (const [kind, entries] of this.#entries)
      this.#entries.set(
        kind,
        entries.filter(({ run }) => run >= this.#run - 2),
      );
  }

  /** The kept result, or undefined where there is none made from these. */
  find<T>(phase: Phase): T | undefined {
    const entry = this.#entries.get(phase.kind)?.find((one) => isOf(one, phase));
    const { from } = phase;
    if (entry?.from.length !== from.length) return undefined;
    for (let i = 0; i < from.length; i++) if (entry.from[i] !== from[i]) return undefined;
    entry.run = this.#run;
    return entry.value as T;
  }

  /** Keeps a result; also how results of another worker come in. */
  keep(phase: Phase, value: unknown): void {
    const entry = { ...phase, value, run: this.#run };
    const entries = this.#entries.get(phase.kind) ?? [];
    this.#entries.set(phase.kind, entries);
    const at = entries.findIndex((one) => isOf(one, phase));
    if (at < 0) entries.push(entry);
    else entries[at] = entry;
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

const isOf = (entry: Entry, { sync, of }: Phase): boolean => entry.sync === sync && saysSame(entry.of, of);
