import { isBlankCell } from '../read/blank.ts';
import { inferKinds } from '../read/infer.ts';
import { viewOf } from '../bytes/bytes-at.ts';
import type { Column, Segment } from '../model/column.ts';
import { narrowed } from './narrowed.ts';
import { SeenValues } from './seen-values.ts';
import { writeUtf8 } from '../bytes/utf8.ts';
import type { Spare } from '../run/spare.ts';

/** A column with more distinct values than this share of its rows stays plain. */
const DICTIONARY_SHARE = 0.25;
const DICTIONARY_LIMIT = 4096;

/** What is made ready, as a share of what the segment before took. */
const MORE = 1.03;

/** Bytes behind a cell that may be written or read with it, four at a time. */
const SLACK = 4;

/** Collects the cells of one column of one segment. */
export class ColumnBuilder {
  /** What this column took in the segment before: about as much will come again. */
  readonly #former: { readonly bytes: number; readonly values: number };
  readonly #spare: Spare | null;
  #bytes = new Uint8Array(128);
  #view = viewOf(this.#bytes);
  #at = 0;
  #offsets = new Uint32Array(16);
  #blank = new Uint8Array(32);
  #values = 0;
  #rows = 0;
  /** Finds the value of equal bytes, while the column may still become a dictionary. */
  #seen: SeenValues | null = new SeenValues();
  #codes = new Uint32Array(16);

  /**
   * `former`: the same column of the segment before, finished. `spare`: where memory is taken from; the finished column is lent
   * then, until `giveBack`.
   */
  constructor(former: ColumnBuilder | null = null, spare: Spare | null = null) {
    this.#former = { bytes: former?.byteLength ?? 0, values: former?.valueCount ?? 0 };
    this.#spare = spare;
  }

  get byteLength(): number {
    return this.#at;
  }

  get valueCount(): number {
    return this.#values;
  }

  append(text: string): void {
    this.#room(text.length * 3);
    this.#take(writeUtf8(text, this.#bytes, this.#at));
  }

  /** The cell `source[from … to]`, which must be UTF-8. */
  appendBytes(source: DataView, from: number, to: number): void {
    this.#room(to - from);
    const target = this.#view;
    const shift = this.#at - from;
    if (to + SLACK <= source.byteLength) {
      // Up to three bytes too many: the next cell is written over them.
      for (let i = from; i < to; i += 4) target.setInt32(i + shift, source.getInt32(i, true), true);
    } else {
      for (let i = from; i < to; i++) target.setUint8(i + shift, source.getUint8(i));
    }
    this.#take(to + shift);
  }

  /** Takes the cell that was written up to `end`. */
  #take(end: number): void {
    const row = this.#rows++;
    if (this.#seen === null) {
      this.#keep(end);
      return;
    }
    if (row === this.#codes.length) this.#codes = this.#grown(this.#codes);
    const value = this.#seen.valueOf(this.#view, this.#offsets, this.#at, end);
    this.#codes[row] = value;
    if (value < this.#values) return;
    this.#keep(end);
    const many = row >= 512 && this.#values > row * DICTIONARY_SHARE * 2;
    if (this.#values > DICTIONARY_LIMIT || many) this.#makePlain();
  }

  finish(): Column {
    if (this.#seen !== null && this.#values > this.#rows * DICTIONARY_SHARE) this.#makePlain();
    const offsets = this.#cut(this.#offsets, this.#values + 1);
    const bytes = this.#cut(this.#bytes, this.#at);
    const blank = this.#cut(this.#blank, (this.#values + 7) >> 3);
    const codes = this.#seen === null ? null : narrowed(this.#codes.subarray(0, this.#rows), this.#values);
    this.#spare?.give(this.#codes);
    return { rows: this.#rows, codes, offsets, bytes, blank, kinds: inferKinds(offsets, bytes, blank) };
  }

  /** The cell written up to `end` is a new value. */
  #keep(end: number): void {
    const value = this.#values++;
    if (value + 1 >= this.#offsets.length) this.#offsets = this.#grown(this.#offsets);
    if (value >> 3 >= this.#blank.length) this.#blank = this.#grown(this.#blank);
    if (isBlankCell(this.#bytes, this.#at, end)) this.#blank[value >> 3]! |= 1 << (value & 7);
    this.#at = end;
    this.#offsets[value + 1] = end;
  }

  #room(length: number): void {
    const need = this.#at + length + SLACK;
    if (need > this.#bytes.length) this.#hold(this.#grown(this.#bytes, need));
  }

  #hold(bytes: Uint8Array<ArrayBuffer>): void {
    this.#bytes = bytes;
    this.#view = viewOf(bytes);
  }

  /** Gives up the dictionary: every row gets a value of its own. */
  #makePlain(): void {
    const former = { offsets: this.#offsets, bytes: this.#bytes, blank: this.#blank };
    const { offsets, bytes, blank } = former;
    const codes = this.#codes;
    this.#seen = null;
    let total = 0;
    for (let row = 0; row < this.#rows; row++) total += offsets[codes[row]! + 1]! - offsets[codes[row]!]!;
    const room = Math.max(this.#rows * 2, this.#former.values);
    this.#hold(this.#made(Uint8Array, Math.max(total * 2, this.#former.bytes * MORE) + SLACK));
    this.#offsets = this.#made(Uint32Array, room + 1);
    this.#blank = this.#made(Uint8Array, (room >> 3) + 1).fill(0);
    this.#offsets[0] = 0;
    let at = 0;
    for (let row = 0; row < this.#rows; row++) {
      const value = codes[row]!;
      const from = offsets[value]!;
      const to = offsets[value + 1]!;
      this.#bytes.set(bytes.subarray(from, to), at);
      at += to - from;
      this.#offsets[row + 1] = at;
      if (((blank[value >> 3]! >> (value & 7)) & 1) === 1) this.#blank[row >> 3]! |= 1 << (row & 7);
    }
    this.#at = at;
    this.#values = this.#rows;
    for (const array of Object.values(former)) this.#spare?.give(array);
  }

  /** At least so long; holds anything where memory is used again. */
  #made<T extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(kind: Kind<T>, length: number): T {
    if (this.#spare === null) return new kind(Math.ceil(length));
    const buffer = this.#spare.take(Math.ceil(length) * kind.BYTES_PER_ELEMENT);
    return new kind(buffer, 0, Math.floor(buffer.byteLength / kind.BYTES_PER_ELEMENT));
  }

  /** A longer one that begins with `old`, noughts behind it. */
  #grown<T extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(old: T, need = 0): T {
    const larger = this.#made<T>(old.constructor as Kind<T>, Math.max(old.length * 2, need));
    larger.set(old);
    if (this.#spare !== null) {
      // Beyond what was ever touched a look costs nothing; bits of blank cells are set one by one.
      if (old === this.#blank) larger.fill(0, old.length);
      this.#spare.give(old);
    }
    return larger;
  }

  /** The first of an array, on its own memory where much of it would be held for nothing. */
  #cut<T extends Uint8Array | Uint32Array>(array: T, length: number): T {
    const much = this.#spare === null && length * 8 < array.length * 7;
    return (much ? array.slice(0, length) : array.subarray(0, length)) as T;
  }
}

interface Kind<T> {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): T;
  new (buffer: ArrayBuffer, from: number, length: number): T;
}

/** Ends the loan of segments: nothing may look at them any more. */
export function giveBack(segments: readonly Segment[], spare: Spare): void {
  for (const { columns } of segments)
    for (const { offsets, bytes, blank } of columns)
      for (const array of [offsets, bytes, blank]) spare.give(array);
}
