import type { Phase } from './phases.ts';
import { saysSame } from './says-same.ts';
import type { Steps } from './steps.ts';

interface Entry {
  readonly of: readonly unknown[];
  readonly from: readonly unknown[];
  readonly value: unknown;
  run: number;
}

/**
 * Results of phases kept from one plan to the next; `phases.ts` says what each depends on. A result is reused when it was made of the
 * same part of the design and from the same objects.
 */
export class Memo {
  /** By kind, then by sync: one entry for each part of the design. */
  readonly #entries = new Map<string, Map<string, Entry[]>>();
  #run = 0;

  /** One that starts with what this knows and tells it nothing: for plans that are made beside another and dropped. */
  branch(): Memo {
    const own = new Memo();
    for (const [kind, sync, entries] of this.#all())
      own.#put(
        kind,
        sync,
        entries.map((entry) => ({ ...entry, run: Infinity })),
      );
    return own;
  }

  /** Opens a run: what the last two runs did not use is forgotten. */
  open(): void {
    this.#run++;
    for (const [kind, sync, entries] of this.#all())
      this.#put(
        kind,
        sync,
        entries.filter(({ run }) => run >= this.#run - 2),
      );
  }

  /** The kept result, or undefined where there is none made from these. */
  find<T>(phase: Phase): T | undefined {
    const entry = this.#of(phase)?.find(({ of }) => saysSame(of, phase.of));
    const { from } = phase;
    if (entry?.from.length !== from.length) return undefined;
    for (let i = 0; i < from.length; i++) if (entry.from[i] !== from[i]) return undefined;
    entry.run = this.#run;
    return entry.value as T;
  }

  /** Keeps a result; also how results of another worker come in. */
  keep(phase: Phase, value: unknown): void {
    const { kind, sync, of, from } = phase;
    const entry = { of, from, value, run: this.#run };
    const entries = this.#of(phase);
    if (entries === undefined) {
      this.#put(kind, sync, [entry]);
      return;
    }
    const at = entries.findIndex((one) => saysSame(one.of, of));
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

  #of({ kind, sync }: Phase): Entry[] | undefined {
    return this.#entries.get(kind)?.get(sync);
  }

  #put(kind: string, sync: string, entries: Entry[]): void {
    let bySync = this.#entries.get(kind);
    if (bySync === undefined) this.#entries.set(kind, (bySync = new Map()));
    if (entries.length > 0) bySync.set(sync, entries);
    else bySync.delete(sync);
  }

  *#all(): Generator<readonly [kind: string, sync: string, entries: Entry[]]> {
    for (const [kind, bySync] of this.#entries)
      for (const [sync, entries] of bySync) yield [kind, sync, entries];
  }
}
