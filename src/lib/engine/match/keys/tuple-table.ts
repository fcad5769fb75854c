/** Factor that keeps both halves of a pair exact in one double: codes stay under 2^26. */
const SHIFT = 67_108_864;

/** Seeds are small numbers that open a tuple (a mask of keys, or 0). */
const SEEDS = 256;

/** Tuples of codes to codes, for composite keys and for signatures of several keys. Codes are unique, not dense. */
export class TupleTable {
  readonly #pairs = new Map<number, number>();
  readonly #below: TupleTable | null;

  /** `below`: a table that is read but not added to. */
  constructor(below: TupleTable | null = null) {
    this.#below = below;
  }

  /** All codes are under this. */
  get count(): number {
    return this.#pairs.size + (this.#below?.count ?? 0);
  }

  /** Code of a tuple, a new one where it was not seen yet. */
  code(seed: number, tuple: readonly number[]): number {
    let at = seed;
    for (const part of tuple) at = this.#pair(at * SHIFT + part);
    return at - SEEDS;
  }

  /** Code of a tuple, or -1 where it was not seen yet. */
  find(seed: number, tuple: readonly number[]): number {
    let at = seed;
    for (const part of tuple) {
      const known = this.#known(at * SHIFT + part);
      if (known === undefined) return -1;
      at = known;
    }
    return at - SEEDS;
  }

  #pair(key: number): number {
    const known = this.#known(key);
    if (known !== undefined) return known;
    const code = SEEDS + this.count;
    this.#pairs.set(key, code);
    return code;
  }

  #known(key: number): number | undefined {
    const below = this.#below === null ? undefined : this.#below.#known(key);
    return below ?? this.#pairs.get(key);
  }
}
