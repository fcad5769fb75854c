/** Numbers of a slot: code + 1 (0: free), hash, where the first value of the code starts, its length and buffer. */
const SLOT = 4;

/** Length and buffer share a number: 24 bits and 8 bits. */
const LENGTH_BITS = 24;
const LENGTH_MASK = (1 << LENGTH_BITS) - 1;

/** Values whose memory is asked for ahead of their use. */
const BLOCK = 256;

interface Buffer {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/**
 * Values to integer codes: equal bytes get one code, in the order first seen. Open addressing; the hash finds, the
 * bytes decide. Values live in the buffers they came from. With millions of values the time goes into waiting for memory: all
 * that is known of a value stands in its slot, and a block of values is hashed and its lines touched before it is looked up.
 */
export class CodeTable {
  #slots: Int32Array;
  #mask: number;
  readonly #buffers: Buffer[] = [];
  #count = 0;
  readonly #hashes = new Int32Array(BLOCK);
  /** Where what was touched goes, so that no compiler drops the touching. */
  readonly #sink = new Int32Array(1);

  constructor(expected: number) {
    let size = 16;
    while (size * 3 < expected * 4) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * SLOT);
  }

  get count(): number {
    return this.#count;
  }

  /** Names a buffer whose values will be coded; give the result to `code`. At most 256 buffers. */
  addBuffer(bytes: Uint8Array): number {
    return this.#buffers.push(bufferOf(bytes)) - 1;
  }

  /** Code of `bytes[from … to]` of the buffer, a new one where it was not seen yet. */
  code(buffer: number, from: number, to: number): number {
    const own = this.#buffers[buffer]!;
    return this.#enter(buffer, own, from, to, hashOf(own.view, from, to));
  }

  /** Codes of the values `from … to` of a buffer cut by `offsets`; an empty value has none (-1). */
  codeValues(buffer: number, offsets: Uint32Array, from: number, to: number, out: Int32Array): void {
    const own = this.#buffers[buffer]!;
    const hashes = this.#hashes;
    for (let start = from; start < to; start += BLOCK) {
      const end = Math.min(to, start + BLOCK);
      for (let i = start; i < end; i++) hashes[i - start] = hashOf(own.view, offsets[i]!, offsets[i + 1]!);
      this.#touch(end - start);
      for (let i = start; i < end; i++) {
        const a = offsets[i]!;
        const b = offsets[i + 1]!;
        out[i] = a === b ? -1 : this.#enter(buffer, own, a, b, hashes[i - start]!);
      }
    }
  }

  /** Code of these bytes, or -1 where they were not seen. */
  find(bytes: Uint8Array): number {
    const own = bufferOf(bytes);
    return this.#slots[this.#slotOf(own, 0, bytes.length, hashOf(own.view, 0, bytes.length))]! - 1;
  }

  /** Loads the slots of the hashed block, and the first bytes of the values they hold. */
  #touch(count: number): void {
    const slots = this.#slots;
    const mask = this.#mask;
    const hashes = this.#hashes;
    let touched = 0;
    for (let i = 0; i < count; i++) touched ^= slots[(hashes[i]! & mask) * SLOT]!;
    const first = this.#buffers[0]!.bytes;
    for (let i = 0; i < count; i++) {
      const slot = (hashes[i]! & mask) * SLOT;
      if (slots[slot + 1] === hashes[i]) touched ^= first[slots[slot + 2]! >>> 0]!;
    }
    this.#sink[0] = touched;
  }

  #enter(buffer: number, own: Buffer, from: number, to: number, hash: number): number {
    const slot = this.#slotOf(own, from, to, hash);
    const known = this.#slots[slot]!;
    if (known !== 0) return known - 1;
    const code = this.#count++;
    this.#slots[slot] = code + 1;
    this.#slots[slot + 1] = hash;
    this.#slots[slot + 2] = from;
    this.#slots[slot + 3] = (buffer << LENGTH_BITS) | (to - from);
    if (this.#count * 4 > (this.#mask + 1) * 3) this.#grow();
    return code;
  }

  /** The slot that holds these bytes, or the free one where they would go. */
  #slotOf(own: Buffer, from: number, to: number, hash: number): number {
    const slots = this.#slots;
    const length = to - from;
    if (length > LENGTH_MASK) throw new RangeError('a key value of 16 MiB or more');
    let index = hash & this.#mask;
    for (;;) {
      const slot = index * SLOT;
      if (slots[slot] === 0) return slot;
      if (slots[slot + 1] === hash) {
        const place = slots[slot + 3]!;
        const other = this.#buffers[place >>> LENGTH_BITS]!;
        if ((place & LENGTH_MASK) === length && same(own, from, other, slots[slot + 2]! >>> 0, length))
          return slot;
      }
      index = (index + 1) & this.#mask;
    }
  }

  #grow(): void {
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

const bufferOf = (bytes: Uint8Array): Buffer => ({
  bytes,
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
});

function same(own: Buffer, from: number, other: Buffer, start: number, length: number): boolean {
  let i = 0;
  for (; i + 4 <= length; i += 4) {
    if (own.view.getInt32(from + i, true) !== other.view.getInt32(start + i, true)) return false;
  }
  for (; i < length; i++) if (own.bytes[from + i] !== other.bytes[start + i]) return false;
  return true;
}

/** Four bytes at a time, mixed like MurmurHash3; a signed 32-bit number. */
function hashOf(view: DataView, from: number, to: number): number {
  let hash = to - from;
  let i = from;
  for (; i + 4 <= to; i += 4) {
    hash ^= Math.imul(view.getInt32(i, true), 0x1b873593);
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0x6b64;
  }
  let rest = 0;
  for (; i < to; i++) rest = (rest << 8) | view.getUint8(i);
  hash ^= Math.imul(rest, 0xcc9e2d51 | 0);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b | 0);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35 | 0);
  return hash ^ (hash >>> 16);
}
