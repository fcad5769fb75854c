import { isBlankValue, valueCount, type Column } from '../columns/column.ts';
import { readUtf8, writeUtf8 } from '../columns/utf8.ts';
import type { NormalizerName } from '../model/design.ts';
import { SLICE, type Steps } from '../steps.ts';
import type { Tools } from '../tools.ts';
import { asciiFast, normalizer } from './normalize.ts';

/** The values of a column after the normalisers of a key; a blank value is empty. Row → value stays the column's. */
export interface NormalColumn {
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

/** Values that are lower-cased in one go where none of them needs more. */
const BLOCK = 1024;

/**
 * Normalises every value of a column (MA12). Pure-ASCII cells take a byte loop where the normalisers allow it, all
 * others the string normaliser; both give the same (tested). A column that is normal already serves as it is.
 */
export function* normalColumn(
  column: Column,
  names: readonly NormalizerName[],
  country: string | null,
  tools: Tools,
): Steps<NormalColumn> {
  const fast = asciiFast(names);
  const writer = new NormalWriter(column, fast, normalizer(names, country, tools));
  const values = valueCount(column);
  for (let from = 0; from < values; from += BLOCK) {
    writer.block(from, Math.min(values, from + BLOCK));
    if (from % SLICE === SLICE - BLOCK) yield { what: 'keys', done: from, total: values };
  }
  return writer.finish();
}

/** Writes normal values behind each other, block by block. */
class NormalWriter {
  readonly #column: Column;
  readonly #fast: 'text' | 'email' | 'name' | null;
  readonly #slow: (text: string) => string;
  readonly #offsets: Uint32Array;
  #bytes: Uint8Array<ArrayBuffer>;
  #at = 0;
  #changed = false;

  constructor(column: Column, fast: 'text' | 'email' | 'name' | null, slow: (text: string) => string) {
    this.#column = column;
    this.#fast = fast;
    this.#slow = slow;
    this.#offsets = new Uint32Array(column.offsets.length);
    this.#bytes = new Uint8Array(column.bytes.length + 256);
  }

  block(from: number, to: number): void {
    if (this.#fast === 'text' || this.#fast === 'email') {
      if (this.#wholeBlock(from, to, this.#fast === 'email' ? EMAIL : TEXT)) return;
    }
    this.#changed = true;
    for (let value = from; value < to; value++) this.#value(value);
  }

  finish(): NormalColumn {
    if (!this.#changed) return this.#column;
    return { offsets: this.#offsets, bytes: this.#bytes.subarray(0, this.#at) };
  }

  /** Copies a block through a table of bytes; false where some byte needs a closer look. */
  #wholeBlock(from: number, to: number, table: Uint8Array): boolean {
    const { offsets, bytes } = this.#column;
    const start = offsets[from]!;
    const end = offsets[to]!;
    this.#room(end - start);
    const target = this.#bytes;
    const shift = this.#at - start;
    let changed = 0;
    for (let i = start; i < end; i++) {
      const byte = bytes[i]!;
      const normal = table[byte]!;
      if (normal === 0) return false;
      changed |= byte ^ normal;
      target[i + shift] = normal;
    }
    for (let value = from; value < to; value++) this.#offsets[value + 1] = offsets[value + 1]! + shift;
    this.#at = end + shift;
    if (changed !== 0) this.#changed = true;
    return true;
  }

  #value(value: number): void {
    const column = this.#column;
    if (!isBlankValue(column, value)) {
      const from = column.offsets[value]!;
      const to = column.offsets[value + 1]!;
      this.#room(to - from);
      const end =
        this.#fast === null ? -1 : asciiInto(column.bytes, from, to, this.#bytes, this.#at, this.#fast);
      if (end >= 0) this.#at = end;
      else {
        const text = this.#slow(readUtf8(column.bytes, from, to));
        this.#room(text.length * 3);
        this.#at = writeUtf8(text, this.#bytes, this.#at);
      }
    }
    this.#offsets[value + 1] = this.#at;
  }

  #room(need: number): void {
    if (this.#at + need > this.#bytes.length) this.#bytes = enlarged(this.#bytes, this.#at + need);
  }
}

/** What a byte becomes where that is all there is to do; 0 where the cell needs a closer look. */
const TEXT = Uint8Array.from({ length: 256 }, (_, byte) => (byte > 32 && byte < 127 ? byte : 0));
const EMAIL = TEXT.map((byte) =>
  byte >= 65 && byte <= 90 ? byte | 32 : byte === 60 || byte === 62 || byte === 58 ? 0 : byte,
);

/** Writes the normal form of an ASCII cell; returns the position after it, or -1 where the string normaliser must do it. */
function asciiInto(
  source: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
  at: number,
  fast: 'text' | 'email' | 'name',
): number {
  let from = start;
  let to = end;
  while (from < to && isWhite(source[from]!)) from++;
  while (to > from && isWhite(source[to - 1]!)) to--;
  let gap = false;
  for (let i = from; i < to; i++) {
    let byte = source[i]!;
    if (byte >= 128) return -1;
    if (fast !== 'text') {
      if (byte >= 65 && byte <= 90) byte |= 32;
      else if (fast === 'email') {
        if (byte === 60 || byte === 62 || byte === 58) return -1;
      } else if (isWhite(byte)) {
        gap = true;
        continue;
      }
      if (gap) {
        target[at++] = 32;
        gap = false;
      }
    }
    target[at++] = byte;
  }
  return at;
}

const isWhite = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

function enlarged(bytes: Uint8Array<ArrayBuffer>, need: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(bytes.length * 2, need));
  larger.set(bytes);
  return larger;
}
