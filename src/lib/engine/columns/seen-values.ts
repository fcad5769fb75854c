/** Numbers of a slot: the hash, value + 1 (0: free). */
const SLOT = 2;

/** The different values of a column that is being built, found by their bytes. */
export class SeenValues {
  #slots = new Int32Array(64 * SLOT);
  #count = 0;

  /**
   * The value that equals `bytes[from … to]`, or the next one, which it then is. The values known lie in `bytes` too, cut by
   * `offsets`; three bytes more can be read behind each.
   */
  valueOf(bytes: DataView, offsets: Uint32Array, from: number, to: number): number {
    const hash = hashOf(bytes, from, to);
    const slots = this.#slots;
    const mask = slots.length - SLOT;
    let slot = (hash * SLOT) & mask;
    for (;;) {
      const known = slots[slot + 1]!;
      if (known === 0) break;
      if (slots[slot] === hash && same(bytes, offsets[known - 1]!, offsets[known]!, from, to))
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

function same(bytes: DataView, start: number, end: number, from: number, to: number): boolean {
  const length = to - from;
  if (end - start !== length) return false;
  let at = 0;
  for (; at + 4 <= length; at += 4)
    if (bytes.getInt32(start + at, true) !== bytes.getInt32(from + at, true)) return false;
  const differ = bytes.getInt32(start + at, true) ^ bytes.getInt32(from + at, true);
  return (differ & TAIL[length - at]!) === 0;
}

/** The bytes that count of a word a cell ends in, by how many they are. */
const TAIL = Int32Array.of(0, 0xff, 0xffff, 0xff_ffff);

/** Word by word, stirred at the end so that its low bits serve as a slot. */
function hashOf(bytes: DataView, from: number, to: number): number {
  let hash = to - from;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    hash = Math.imul(hash ^ bytes.getInt32(at, true), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (bytes.getInt32(at, true) & TAIL[to - at]!), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
