import { hashOf, sameAt, viewOf } from '../bytes/bytes-at.ts';
import { BLOCK, type Spans } from '../bytes/spans.ts';

/** Numbers of a slot: the hash, code + 1 (0: free). */
const SLOT = 2;

/** Numbers of a value: where the first one of a code starts, its length, its buffer. Number 0 stands for no code. */
const PLACE = 3;

/** Bytes of the first piece of kept values, and the most; each is twice the one before it, a longer value has a piece of its own. */
const KEPT = { least: 1024, most: 256 * 1024 };

interface Buffer {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** A column whose bytes are a buffer of the table: value i is `offsets[i] … offsets[i + 1]` of it. */
export interface Source {
  readonly buffer: number;
  readonly offsets: Uint32Array;
}

/**
 * Values to integer codes: equal bytes get one code, in the order first seen. Open addressing; the hash finds, the
 * bytes decide. Values live in the buffers they came from. With millions of values the time goes into waiting for memory,
 * so each step of a block (slots, places, bytes) is asked for in a loop without branches before it is used.
 */
export class CodeTable {
  #slots: Int32Array;
  #mask: number;
  #places: Int32Array;
  readonly #buffers: Buffer[] = [];
  #count = 0;
  /** Were most values of the last block new? Then those of the next one are not looked for ahead. */
  #mostAreNew = true;
  /** The buffer of values that stand there only now, and the one that new ones of them are kept in. */
  #passing = -1;
  #kept = -1;
  #keptEnd = 0;
  readonly #hashes = new Int32Array(BLOCK);
  /** Code + 1 that a value of the block will most likely get, 0 where none was seen yet. */
  readonly #likely = new Int32Array(BLOCK);
  /** Where what was touched goes, so that no compiler drops the touching. */
  readonly #sink = new Int32Array(1);

  constructor(expected: number) {
    let size = 16;
    while (size * 3 < expected * 4) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * SLOT);
    this.#places = new Int32Array((expected + 1) * PLACE);
    this.#places[1] = 1;
  }

  get count(): number {
    return this.#count;
  }

  /** Names a buffer whose values will be coded; give the result to `code`. */
  addBuffer(bytes: Uint8Array): number {
    return this.#buffers.push(bufferOf(bytes)) - 1;
  }

  /** Code of `bytes[from … to]` of the buffer, a new one where it was not seen yet. */
  code(buffer: number, from: number, to: number): number {
    const { view } = this.#buffers[buffer]!;
    return this.#enter(buffer, view, from, to, hashOf(view, from, to));
  }

  /** The same where they were seen, else -1. */
  known(buffer: number, from: number, to: number): number {
    return this.#seenCode(this.#buffers[buffer]!.view, from, to);
  }

  /** Codes of the values `from … to` of a buffer cut by `offsets`; an empty value has none (-1). */
  codeValues(buffer: number, offsets: Uint32Array, from: number, to: number, out: Int32Array): void {
    const { view } = this.#buffers[buffer]!;
    const hashes = this.#hashes;
    const likely = this.#likely;
    for (let start = from; start < to; start += BLOCK) {
      const end = Math.min(to, start + BLOCK);
      const before = this.#count;
      for (let i = start; i < end; i++) hashes[i - start] = hashOf(view, offsets[i]!, offsets[i + 1]!);
      this.#touchSlots(end - start);
      if (this.#mostAreNew) likely.fill(0);
      else this.#touchValues(end - start);
      for (let i = start; i < end; i++) {
        const a = offsets[i]!;
        const b = offsets[i + 1]!;
        out[i] = a === b ? -1 : this.#codeOf(i - start, buffer, view, a, b);
      }
      this.#mostAreNew = (this.#count - before) * 2 > end - start;
    }
  }

  /**
   * The same for values that were made of those of a column and stand in `bytes` only now, `out.length` of them: what is new is kept, as
   * the column has it where that is the same. `source`: the buffer of the column; the values `from` on were made.
   */
  codeMade(bytes: Uint8Array, offsets: Uint32Array, source: Source, from: number, out: Int32Array): void {
    if (this.#passing < 0) this.#passing = this.addBuffer(bytes);
    else if (this.#buffers[this.#passing]!.bytes !== bytes) this.#buffers[this.#passing] = bufferOf(bytes);
    let code = this.#count;
    this.codeValues(this.#passing, offsets, 0, out.length, out);
    for (let i = 0; code < this.#count; i++) if (out[i] === code) this.#keep(code++, source, from + i);
  }

  /** What `use` makes of the bytes of a code. */
  read<T>(code: number, use: (bytes: Uint8Array, from: number, to: number) => T): T {
    const place = (code + 1) * PLACE;
    const from = this.#places[place]! >>> 0;
    return use(this.#buffers[this.#places[place + 2]!]!.bytes, from, from + this.#places[place + 1]!);
  }

  /** The bytes of a code leave the buffer that they only pass through. */
  #keep(code: number, { buffer, offsets }: Source, value: number): void {
    const places = this.#places;
    const place = (code + 1) * PLACE;
    const [from, length] = [places[place]!, places[place + 1]!];
    const { bytes, view } = this.#buffers[this.#passing]!;
    const start = offsets[value]!;
    if (
      offsets[value + 1]! - start === length &&
      sameAt(view, from, this.#buffers[buffer]!.view, start, length)
    ) {
      places[place] = start;
      places[place + 2] = buffer;
      return;
    }
    const room = this.#buffers[this.#kept]?.bytes.length ?? 0;
    if (this.#keptEnd + length > room) {
      const next = Math.min(KEPT.most, Math.max(KEPT.least, room * 2));
      this.#kept = this.addBuffer(new Uint8Array(Math.max(next, length)));
      this.#keptEnd = 0;
    }
    this.#buffers[this.#kept]!.bytes.set(bytes.subarray(from, from + length), this.#keptEnd);
    places[place] = this.#keptEnd;
    places[place + 2] = this.#kept;
    this.#keptEnd += length;
  }

  /** Codes of stretches of a buffer in their order; the stretches are let go. */
  codeSpans(buffer: number, spans: Spans, out: Int32Array): void {
    const { view } = this.#buffers[buffer]!;
    const { starts, ends, count } = spans;
    this.#hashes.set(spans.hashes);
    this.#touchSlots(count);
    this.#touchValues(count);
    for (let i = 0; i < count; i++) out[i] = this.#codeOf(i, buffer, view, starts[i]!, ends[i]!);
    spans.count = 0;
  }

  /** Code of a value whose place in the block is `at`. */
  #codeOf(at: number, buffer: number, view: DataView, from: number, to: number): number {
    const seen = this.#likely[at]!;
    if (seen !== 0 && this.#holds(seen, view, from, to - from)) return seen - 1;
    return this.#enter(buffer, view, from, to, this.#hashes[at]!);
  }

  /** Code of these bytes, or -1 where they were not seen. */
  find(bytes: Uint8Array): number {
    return this.#seenCode(viewOf(bytes), 0, bytes.length);
  }

  #seenCode(view: DataView, from: number, to: number): number {
    return this.#slots[this.#slotOf(view, from, to, hashOf(view, from, to)) + 1]! - 1;
  }

  /** Loads the slots where the hashed block looks first. */
  #touchSlots(count: number): void {
    const slots = this.#slots;
    const mask = this.#mask;
    const hashes = this.#hashes;
    let touched = 0;
    for (let i = 0; i < count; i++) touched ^= slots[(hashes[i]! & mask) * SLOT]!;
    this.#sink[0] = touched;
  }

  /** Finds the likely codes of the hashed block, and loads the places and both ends of their values. */
  #touchValues(count: number): void {
    const slots = this.#slots;
    const places = this.#places;
    const mask = this.#mask;
    const hashes = this.#hashes;
    const likely = this.#likely;
    for (let i = 0; i < count; i++) {
      const hash = hashes[i]!;
      let slot = (hash & mask) * SLOT;
      while (slots[slot + 1] !== 0 && slots[slot] !== hash) slot = ((slot / SLOT + 1) & mask) * SLOT;
      likely[i] = slots[slot + 1]!;
    }
    let touched = 0;
    for (let i = 0; i < count; i++) touched ^= places[likely[i]! * PLACE]!;
    for (let i = 0; i < count; i++) {
      const place = likely[i]! * PLACE;
      const start = places[place]! >>> 0;
      const { bytes } = this.#buffers[places[place + 2]!]!;
      touched ^= bytes[start]! ^ bytes[start + places[place + 1]! - 1]!;
    }
    this.#sink[0] = touched;
  }

  #enter(buffer: number, view: DataView, from: number, to: number, hash: number): number {
    const slot = this.#slotOf(view, from, to, hash);
    const known = this.#slots[slot + 1]!;
    if (known !== 0) return known - 1;
    const code = this.#count++;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = code + 1;
    if ((code + 1) * PLACE === this.#places.length) this.#places = twice(this.#places);
    const place = (code + 1) * PLACE;
    this.#places[place] = from;
    this.#places[place + 1] = to - from;
    this.#places[place + 2] = buffer;
    if (this.#count * 4 > (this.#mask + 1) * 3) this.#grow();
    return code;
  }

  /** The slot that holds these bytes, or the free one where they would go. */
  #slotOf(view: DataView, from: number, to: number, hash: number): number {
    const slots = this.#slots;
    const length = to - from;
    let index = hash & this.#mask;
    for (;;) {
      const slot = index * SLOT;
      const known = slots[slot + 1]!;
      if (known === 0 || (slots[slot] === hash && this.#holds(known, view, from, length))) return slot;
      index = (index + 1) & this.#mask;
    }
  }

  /** Is this the value of the code `known` - 1? */
  #holds(known: number, view: DataView, from: number, length: number): boolean {
    const place = known * PLACE;
    if (this.#places[place + 1] !== length) return false;
    const other = this.#buffers[this.#places[place + 2]!]!;
    return sameAt(view, from, other.view, this.#places[place]! >>> 0, length);
  }

  #grow(): void {
    const old = this.#slots;
    const size = (this.#mask + 1) * 2;
    const mask = size - 1;
    const slots = new Int32Array(size * SLOT);
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + 1] === 0) continue;
      let index = old[from]! & mask;
      while (slots[index * SLOT + 1] !== 0) index = (index + 1) & mask;
      slots[index * SLOT] = old[from]!;
      slots[index * SLOT + 1] = old[from + 1]!;
    }
    this.#mask = mask;
    this.#slots = slots;
  }
}

const bufferOf = (bytes: Uint8Array): Buffer => ({
  bytes,
  view: viewOf(bytes),
});

function twice(places: Int32Array): Int32Array {
  const larger = new Int32Array(places.length * 2);
  larger.set(places);
  return larger;
}
