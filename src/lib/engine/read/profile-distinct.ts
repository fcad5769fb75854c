/** Different values of a column over all its segments, compared by bytes. */

/** Values told apart at most; a column with more says so. */
export const DISTINCT_LIMIT = 2_000_000;

export class DistinctValues {
  readonly #limit: number;
  #slots = new Int32Array(1024).fill(-1);
  #hashes = new Uint32Array(512);
  #from = new Uint32Array(512);
  #to = new Uint32Array(512);
  #segment = new Uint32Array(512);
  #counts = new Uint32Array(512);
  #size = 0;
  readonly #bytes: Uint8Array[] = [];
  /** False once a value came that was not added for lack of room. */
  exact = true;

  constructor(limit: number = DISTINCT_LIMIT) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#size;
  }

  /** Values of the next segment follow. */
  open(bytes: Uint8Array): void {
    this.#bytes.push(bytes);
  }

  /** Counts a value of the open segment `times` more; the entry it is, or -1 where there was no room. */
  add(from: number, to: number, times: number): number {
    const segment = this.#bytes.length - 1;
    const bytes = this.#bytes[segment]!;
    const hash = hashOf(bytes, from, to);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const entry = this.#slots[slot]!;
      if (entry === -1) break;
      if (this.#hashes[entry] === hash && this.#same(entry, bytes, from, to)) {
        this.#counts[entry]! += times;
        return entry;
      }
      slot = (slot + 1) & mask;
    }
    if (this.#size >= this.#limit) {
      this.exact = false;
      return -1;
    }
    const entry = this.#size++;
    if (entry === this.#hashes.length) this.#grow();
    this.#hashes[entry] = hash;
    this.#from[entry] = from;
    this.#to[entry] = to;
    this.#segment[entry] = segment;
    this.#counts[entry] = times;
    this.#slots[slot] = entry;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return entry;
  }

  count(entry: number): number {
    return this.#counts[entry]!;
  }

  /** Values found more than once, and the rows they take. */
  repeats(): { readonly values: number; readonly rows: number } {
    let values = 0;
    let rows = 0;
    for (let entry = 0; entry < this.#size; entry++) {
      if (this.#counts[entry]! < 2) continue;
      values++;
      rows += this.#counts[entry]!;
    }
    return { values, rows };
  }

  #same(entry: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#from[entry]!;
    if (this.#to[entry]! - start !== to - from) return false;
    const other = this.#bytes[this.#segment[entry]!]!;
    for (let i = from; i < to; i++) if (bytes[i] !== other[start + i - from]) return false;
    return true;
  }

  #grow(): void {
    const double = (old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
      const larger = new Uint32Array(old.length * 2);
      larger.set(old);
      return larger;
    };
    this.#hashes = double(this.#hashes);
    this.#from = double(this.#from);
    this.#to = double(this.#to);
    this.#segment = double(this.#segment);
    this.#counts = double(this.#counts);
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 4).fill(-1);
    const mask = slots.length - 1;
    for (let entry = 0; entry < this.#size; entry++) {
      let slot = this.#hashes[entry]! & mask;
      while (slots[slot] !== -1) slot = (slot + 1) & mask;
      slots[slot] = entry;
    }
    this.#slots = slots;
  }
}

/** FNV-1a, stirred at the end so that its low bits serve as a slot. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
