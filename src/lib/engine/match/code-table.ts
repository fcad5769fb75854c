/** Numbers of a slot: code + 1 (0: free), hash, where the first value of the code starts, its length and buffer. */
const SLOT = 4;

/** Length and buffer share a number: 24 bits and 8 bits. */
const LENGTH_BITS = 24;
const LENGTH_MASK = (1 << LENGTH_BITS) - 1;

/**
 * Values to integer codes: equal bytes get one code, in the order first seen. Open addressing; the hash finds, the
 * bytes decide. Values live in the buffers they came from. All that is known of a value stands in its slot, so that a look-up
 * touches one line of memory and the bytes themselves: with millions of values this is what it costs.
 */
export class CodeTable {
  #slots: Int32Array;
  #mask: number;
  readonly #buffers: Uint8Array[] = [];
  /** Where the bytes of each code are; its slot moves when the table grows. */
  #from: Uint32Array;
  #place: Uint32Array;
  #count = 0;

  constructor(expected: number) {
    let size = 16;
    while (size * 3 < expected * 4) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * SLOT);
    this.#from = new Uint32Array(Math.max(16, expected));
    this.#place = new Uint32Array(Math.max(16, expected));
  }

  get count(): number {
    return this.#count;
  }

  /** Names a buffer whose values will be coded; give the result to `code`. At most 256 buffers. */
  addBuffer(bytes: Uint8Array): number {
    return this.#buffers.push(bytes) - 1;
  }

  /** Code of `bytes[from … to]` of the buffer, a new one where it was not seen yet. */
  code(buffer: number, from: number, to: number): number {
    const bytes = this.#buffers[buffer]!;
    const hash = hashBytes(bytes, from, to);
    const slot = this.#slotOf(bytes, from, to, hash);
    const known = this.#slots[slot]!;
    if (known !== 0) return known - 1;
    const code = this.#count++;
    if (code === this.#from.length) this.#growCodes();
    const place = ((buffer << LENGTH_BITS) | (to - from)) >>> 0;
    this.#from[code] = from;
    this.#place[code] = place;
    this.#slots[slot] = code + 1;
    this.#slots[slot + 1] = hash;
    this.#slots[slot + 2] = from;
    this.#slots[slot + 3] = place;
    if (this.#count * 4 > (this.#mask + 1) * 3) this.#growSlots();
    return code;
  }

  /** Code of these bytes, or -1 where they were not seen. */
  find(bytes: Uint8Array): number {
    return this.#slots[this.#slotOf(bytes, 0, bytes.length, hashBytes(bytes, 0, bytes.length))]! - 1;
  }

  /** The bytes of a code. */
  bytesOf(code: number): Uint8Array {
    const place = this.#place[code]!;
    const from = this.#from[code]!;
    return this.#buffers[place >>> LENGTH_BITS]!.subarray(from, from + (place & LENGTH_MASK));
  }

  /** The slot that holds these bytes, or the free one where they would go. */
  #slotOf(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const slots = this.#slots;
    const length = to - from;
    if (length > LENGTH_MASK) throw new RangeError('a key value of 16 MiB or more');
    let index = hash & this.#mask;
    for (;;) {
      const slot = index * SLOT;
      if (slots[slot] === 0) return slot;
      if (slots[slot + 1] === hash) {
        const place = slots[slot + 3]!;
        if ((place & LENGTH_MASK) === length) {
          const other = this.#buffers[place >>> LENGTH_BITS]!;
          const start = slots[slot + 2]! >>> 0;
          let i = 0;
          while (i < length && other[start + i] === bytes[from + i]) i++;
          if (i === length) return slot;
        }
      }
      index = (index + 1) & this.#mask;
    }
  }

  #growCodes(): void {
    const length = this.#from.length * 2;
    this.#from = copied(new Uint32Array(length), this.#from);
    this.#place = copied(new Uint32Array(length), this.#place);
  }

  #growSlots(): void {
    const old = this.#slots;
    const size = (this.#mask + 1) * 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * SLOT);
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from] === 0) continue;
      let index = old[from + 1]! & this.#mask;
      while (this.#slots[index * SLOT] !== 0) index = (index + 1) & this.#mask;
      this.#slots.set(old.subarray(from, from + SLOT), index * SLOT);
    }
  }
}

/** FNV-1a with a final mix, as a signed 32-bit number. */
function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

function copied(into: Uint32Array, from: Uint32Array): Uint32Array {
  into.set(from);
  return into;
}
