/** Numbers of a slot: both halves of a pair, code + 1 (0: free). */
const SLOT = 3;

/** Slots of a table that became too small that move with each new pair: no growth keeps the page waiting. */
const MOVED = 4;

/** Seeds are small numbers that open a tuple (a mask of keys, or 0). */
const SEEDS = 256;

/**
 * Tuples of codes to codes, for composite keys and for signatures of several keys: pair by pair, what is known so far with the
 * next part. Codes are unique, not dense. Open addressing.
 */
export class TupleTable {
  #slots: Int32Array;
  #mask: number;
  /** The table before, while its pairs move; they are read there too until all have. */
  #old: Int32Array | null = null;
  #moved = 0;
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
    const stored = this.#stored(first, second);
    if (stored !== 0) return stored - 1;
    const code = SEEDS + this.count;
    this.#put(first, second, code + 1);
    if (this.#old !== null) this.#move(this.#old);
    if (++this.#pairs * 2 > this.#mask) this.#grow();
    return code;
  }

  #find(first: number, second: number): number {
    const known = this.#below === null ? -1 : this.#below.#find(first, second);
    return known >= 0 ? known : this.#stored(first, second) - 1;
  }

  /** Code + 1 of a pair, 0 where it is not here. */
  #stored(first: number, second: number): number {
    const stored = this.#slots[slotOf(this.#slots, this.#mask, first, second) + 2]!;
    if (stored !== 0 || this.#old === null) return stored;
    return this.#old[slotOf(this.#old, this.#mask >> 1, first, second) + 2]!;
  }

  #put(first: number, second: number, stored: number): void {
    const slot = slotOf(this.#slots, this.#mask, first, second);
    this.#slots[slot] = first;
    this.#slots[slot + 1] = second;
    this.#slots[slot + 2] = stored;
  }

  #grow(): void {
    // Half of the slots are filled before it is too small again: all have moved long before.
    this.#old = this.#slots;
    this.#moved = 0;
    const size = (this.#mask + 1) * 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * SLOT);
  }

  #move(old: Int32Array): void {
    const to = Math.min(old.length, this.#moved + MOVED * SLOT);
    for (let from = this.#moved; from < to; from += SLOT) {
      if (old[from + 2] !== 0) this.#put(old[from]!, old[from + 1]!, old[from + 2]!);
    }
    this.#moved = to;
    if (to === old.length) this.#old = null;
  }
}

/** The slot that holds the pair, or the free one where it would go. */
function slotOf(slots: Int32Array, mask: number, first: number, second: number): number {
  let hash = Math.imul(first, 0x85ebca6b) ^ Math.imul(second, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
  let index = (hash ^ (hash >>> 13)) & mask;
  for (;;) {
    const slot = index * SLOT;
    if (slots[slot + 2] === 0 || (slots[slot] === first && slots[slot + 1] === second)) return slot;
    index = (index + 1) & mask;
  }
}

/** Without a seed the first part opens the tuple, as a number below zero, which no code is. */
const opening = (seed: number, tuple: readonly number[]): { at: number; next: number } =>
  seed === 0 && tuple.length > 1 ? { at: ~tuple[0]!, next: 1 } : { at: seed, next: 0 };
