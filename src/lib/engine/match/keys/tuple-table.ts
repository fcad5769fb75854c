/** Numbers of a slot: both halves of a pair, code + 1 (0: free). */
const SLOT = 3;

/** Seeds are small numbers that open a tuple (a mask of keys, or 0). */
const SEEDS = 256;

/**
 * Tuples of codes to codes, for composite keys and for signatures of several keys: pair by pair, what is known so far with the
 * next part. Codes are unique, not dense. Open addressing.
 */
export class TupleTable {
  #slots: Int32Array;
  #mask: number;
  #pairs = 0;
  readonly #below: TupleTable | null;

  /** `expected`: pairs it has room for at once. `below`: a table that is read but not added to. */
  constructor(expected = 0, below: TupleTable | null = null) {
    let size = 16;
    while (size < expected * 2) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * SLOT);
    this.#below = below;
  }

  /** All codes are under this. */
  get count(): number {
    return this.#pairs + (this.#below?.count ?? 0);
  }

  /** Code of a tuple, a new one where it was not seen yet. */
  code(seed: number, tuple: readonly number[]): number {
    let { at, next } = opening(seed, tuple);
    for (; next < tuple.length; next++) at = this.#enter(at, tuple[next]!);
    return at - SEEDS;
  }

  /** Code of a tuple, or -1 where it was not seen yet. */
  find(seed: number, tuple: readonly number[]): number {
    let { at, next } = opening(seed, tuple);
    for (; next < tuple.length; next++) {
      at = this.#find(at, tuple[next]!);
      if (at < 0) return -1;
    }
    return at - SEEDS;
  }

  #enter(first: number, second: number): number {
    const known = this.#below === null ? -1 : this.#below.#find(first, second);
    if (known >= 0) return known;
    const slot = this.#slotOf(first, second);
    const stored = this.#slots[slot + 2]!;
    if (stored !== 0) return stored - 1;
    const code = SEEDS + this.count;
    this.#put(slot, first, second, code + 1);
    if (++this.#pairs * 2 > this.#mask) this.#grow();
    return code;
  }

  #find(first: number, second: number): number {
    const known = this.#below === null ? -1 : this.#below.#find(first, second);
    return known >= 0 ? known : this.#slots[this.#slotOf(first, second) + 2]! - 1;
  }

  #put(slot: number, first: number, second: number, stored: number): void {
    this.#slots[slot] = first;
    this.#slots[slot + 1] = second;
    this.#slots[slot + 2] = stored;
  }

  /** The slot that holds the pair, or the free one where it would go. */
  #slotOf(first: number, second: number): number {
    const slots = this.#slots;
    let hash = Math.imul(first, 0x85ebca6b) ^ Math.imul(second, 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
    let index = (hash ^ (hash >>> 13)) & this.#mask;
    for (;;) {
      const slot = index * SLOT;
      if (slots[slot + 2] === 0 || (slots[slot] === first && slots[slot + 1] === second)) return slot;
      index = (index + 1) & this.#mask;
    }
  }

  #grow(): void {
    const old = this.#slots;
    const size = (this.#mask + 1) * 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * SLOT);
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + 2] === 0) continue;
      this.#put(this.#slotOf(old[from]!, old[from + 1]!), old[from]!, old[from + 1]!, old[from + 2]!);
    }
  }
}

/** Without a seed the first part opens the tuple, as a number below zero, which no code is. */
const opening = (seed: number, tuple: readonly number[]): { at: number; next: number } =>
  seed === 0 && tuple.length > 1 ? { at: ~tuple[0]!, next: 1 } : { at: seed, next: 0 };
