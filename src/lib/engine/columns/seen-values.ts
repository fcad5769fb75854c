import { hashOf, sameAt } from '../bytes/bytes-at.ts';

/** Numbers of a slot: the hash, value + 1 (0: free). */
const SLOT = 2;

/** The different values of a column that is being built, found by their bytes. */
export class SeenValues {
  #slots = new Int32Array(8 * SLOT);
  #count = 0;

  /**
   * The value that equals `bytes[from … to]`, or the next one, which it then is. The values known lie in `bytes` too, cut by
   * `offsets`.
   */
  valueOf(bytes: DataView, offsets: Uint32Array, from: number, to: number): number {
    const hash = hashOf(bytes, from, to);
    const slots = this.#slots;
    const mask = slots.length - SLOT;
    let slot = (hash * SLOT) & mask;
    for (;;) {
      const known = slots[slot + 1]!;
      if (known === 0) break;
      const start = offsets[known - 1]!;
      const length = offsets[known]! - start;
      if (slots[slot] === hash && length === to - from && sameAt(bytes, start, bytes, from, length))
        return known - 1;
      slot = (slot + SLOT) & mask;
    }
    slots[slot] = hash;
    slots[slot + 1] = ++this.#count;
    if (this.#count * SLOT * 2 > slots.length) this.#grow();
    return this.#count - 1;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - SLOT;
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + 1] === 0) continue;
      let slot = (old[from]! * SLOT) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + SLOT) & mask;
      slots[slot] = old[from]!;
      slots[slot + 1] = old[from + 1]!;
    }
    this.#slots = slots;
  }
}
