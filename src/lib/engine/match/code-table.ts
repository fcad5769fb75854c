/**
 * Values to integer codes: equal bytes get one code, in the order first seen. Open addressing; the hash finds, the
 * bytes decide. Values live in the buffers they came from.
 */
export class CodeTable {
  #slots: Int32Array;
  #mask: number;
  #hashes: Uint32Array;
  /** Where the first value of a code stands: buffer, from, to. */
  readonly #buffers: Uint8Array[] = [];
  #buffer: Uint8Array;
  #from: Uint32Array;
  #to: Uint32Array;
  #count = 0;

  constructor(expected: number) {
    let size = 16;
    while (size < expected * 2) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * 2);
    this.#hashes = new Uint32Array(Math.max(16, expected));
    this.#buffer = new Uint8Array(Math.max(16, expected));
    this.#from = new Uint32Array(Math.max(16, expected));
    this.#to = new Uint32Array(Math.max(16, expected));
  }

  get count(): number {
    return this.#count;
  }

  /** Names a buffer whose values will be coded; give the result to `code`. At most 255 buffers. */
  addBuffer(bytes: Uint8Array): number {
    return this.#buffers.push(bytes) - 1;
  }

  /** Code of `bytes[from … to]` of the buffer, a new one where it was not seen yet. */
  code(buffer: number, from: number, to: number): number {
    const bytes = this.#buffers[buffer]!;
    const hash = hashBytes(bytes, from, to);
    const slot = this.#slotOf(bytes, from, to, hash);
    const entry = this.#slots[slot * 2]!;
    if (entry !== 0) return entry - 1;
    const code = this.#count++;
    if (code === this.#hashes.length) this.#growCodes();
    this.#hashes[code] = hash;
    this.#buffer[code] = buffer;
    this.#from[code] = from;
    this.#to[code] = to;
    this.#slots[slot * 2] = code + 1;
    this.#slots[slot * 2 + 1] = hash | 0;
    if (this.#count * 2 > this.#mask + 1) this.#growSlots();
    return code;
  }

  /** Code of these bytes, or -1 where they were not seen. */
  find(bytes: Uint8Array): number {
    return this.#slots[this.#slotOf(bytes, 0, bytes.length, hashBytes(bytes, 0, bytes.length)) * 2]! - 1;
  }

  /** The bytes of a code. */
  bytesOf(code: number): Uint8Array {
    return this.#buffers[this.#buffer[code]!]!.subarray(this.#from[code]!, this.#to[code]!);
  }

  /** The slot that holds these bytes, or the free one where they would go. */
  #slotOf(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const slots = this.#slots;
    let slot = hash & this.#mask;
    for (;;) {
      const entry = slots[slot * 2]!;
      if (entry === 0) return slot;
      if (slots[slot * 2 + 1]! === (hash | 0) && this.#same(entry - 1, bytes, from, to)) return slot;
      slot = (slot + 1) & this.#mask;
    }
  }

  #same(code: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#from[code]!;
    const length = to - from;
    if (this.#to[code]! - start !== length) return false;
    const other = this.#buffers[this.#buffer[code]!]!;
    for (let i = 0; i < length; i++) if (other[start + i] !== bytes[from + i]) return false;
    return true;
  }

  #growCodes(): void {
    const length = this.#hashes.length * 2;
    this.#hashes = copied(new Uint32Array(length), this.#hashes);
    this.#from = copied(new Uint32Array(length), this.#from);
    this.#to = copied(new Uint32Array(length), this.#to);
    this.#buffer = copied(new Uint8Array(length), this.#buffer);
  }

  #growSlots(): void {
    const size = (this.#mask + 1) * 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * 2);
    for (let code = 0; code < this.#count; code++) {
      const hash = this.#hashes[code]!;
      let slot = hash & this.#mask;
      while (this.#slots[slot * 2] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot * 2] = code + 1;
      this.#slots[slot * 2 + 1] = hash | 0;
    }
  }
}

/** FNV-1a with a final mix. */
function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return hash >>> 0;
}

function copied<T extends Uint8Array | Uint32Array>(into: T, from: T): T {
  into.set(from);
  return into;
}
