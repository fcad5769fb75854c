import { isBlankCell } from '../read/blank.ts';
import { inferKinds } from '../read/infer.ts';
import { viewOf } from '../bytes/bytes-at.ts';
import type { Column, RecordSet, Segment } from '../model/column.ts';
import { narrowed } from './narrowed.ts';
import { SeenValues } from './seen-values.ts';
import { writeUtf8 } from '../bytes/utf8.ts';

/**
 * Rows of a segment, bytes of its largest column and of all of them, at most. As large as the memory allows: the browser
 * takes half a millisecond for every value it stores (docs/decisions/6).
 */
export const SEGMENT_ROWS = 131_072;
export const SEGMENT_BYTES = 16 * 1024 * 1024;
export const SEGMENT_BYTES_IN_ALL = 32 * 1024 * 1024;

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
  #bytes = new Uint8Array(1024);
  #view = viewOf(this.#bytes);
  #at = 0;
  #offsets = new Uint32Array(257);
  #blank = new Uint8Array(32);
  #values = 0;
  #rows = 0;
  /** Finds the value of equal bytes, while the column may still become a dictionary. */
  #seen: SeenValues | null = new SeenValues();
  #codes = new Uint32Array(256);

  /** `former`: the same column of the segment before, finished. */
  constructor(former: ColumnBuilder | null = null) {
    this.#former = { bytes: former?.byteLength ?? 0, values: former?.valueCount ?? 0 };
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
    if (row === this.#codes.length) this.#codes = grown(this.#codes);
    const value = this.#seen.valueOf(this.#view, this.#offsets, this.#at, end);
    this.#codes[row] = value;
    if (value < this.#values) return;
    this.#keep(end);
    const many = row >= 512 && this.#values > row * DICTIONARY_SHARE * 2;
    if (this.#values > DICTIONARY_LIMIT || many) this.#makePlain();
  }

  finish(): Column {
    if (this.#seen !== null && this.#values > this.#rows * DICTIONARY_SHARE) this.#makePlain();
    const offsets = cut(this.#offsets, this.#values + 1);
    const bytes = cut(this.#bytes, this.#at);
    const blank = cut(this.#blank, (this.#values + 7) >> 3);
    const codes = this.#seen === null ? null : narrowed(this.#codes.subarray(0, this.#rows), this.#values);
    return { rows: this.#rows, codes, offsets, bytes, blank, kinds: inferKinds(offsets, bytes, blank) };
  }

  /** The cell written up to `end` is a new value. */
  #keep(end: number): void {
    const value = this.#values++;
    if (value + 1 >= this.#offsets.length) this.#offsets = grown(this.#offsets);
    if (value >> 3 >= this.#blank.length) this.#blank = grown(this.#blank);
    if (isBlankCell(this.#bytes, this.#at, end)) this.#blank[value >> 3]! |= 1 << (value & 7);
    this.#at = end;
    this.#offsets[value + 1] = end;
  }

  #room(length: number): void {
    const need = this.#at + length + SLACK;
    if (need > this.#bytes.length) this.#hold(grown(this.#bytes, need));
  }

  #hold(bytes: Uint8Array<ArrayBuffer>): void {
    this.#bytes = bytes;
    this.#view = viewOf(bytes);
  }

  /** Gives up the dictionary: every row gets a value of its own. */
  #makePlain(): void {
    const { offsets, bytes } = { offsets: this.#offsets, bytes: this.#bytes };
    const blank = this.#blank;
    const codes = this.#codes;
    this.#seen = null;
    let total = 0;
    for (let row = 0; row < this.#rows; row++) total += offsets[codes[row]! + 1]! - offsets[codes[row]!]!;
    const room = Math.max(this.#rows * 2, this.#former.values);
    this.#hold(new Uint8Array(Math.max(total * 2, this.#former.bytes * MORE) + 1024));
    this.#offsets = new Uint32Array(room + 1);
    this.#blank = new Uint8Array((room >> 3) + 1);
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
  }
}

/** Collects rows into segments. */
export class RecordSetBuilder {
  readonly #header: readonly string[];
  readonly #segmentRows: number;
  readonly #segments: Segment[] = [];
  #columns: ColumnBuilder[] = [];
  #fileRows: number[] = [];
  /** The bytes that came last, as they are read. */
  #source: { readonly bytes: Uint8Array; readonly view: DataView } = {
    bytes: NOTHING,
    view: viewOf(NOTHING),
  };
  #rows = 0;

  /** `header` must hold unique names (see `addressable`). */
  constructor(header: readonly string[], segmentRows: number = SEGMENT_ROWS) {
    this.#header = header;
    this.#segmentRows = segmentRows;
    this.#columns = header.map(() => new ColumnBuilder());
  }

  get rows(): number {
    return this.#rows;
  }

  /** Adds a row; missing cells are blank, cells beyond the header are the caller's to judge. */
  add(cells: readonly string[], fileRow: number): void {
    let largest = 0;
    let all = 0;
    for (let i = 0; i < this.#columns.length; i++) {
      const column = this.#columns[i]!;
      column.append(cells[i] ?? '');
      all += column.byteLength;
      if (column.byteLength > largest) largest = column.byteLength;
    }
    this.#end(fileRow, largest, all);
  }

  /** The same for cells that are UTF-8 already: `bounds` holds start and end of `count` cells in `bytes`. */
  addBytes(bytes: Uint8Array, bounds: Int32Array, count: number, fileRow: number): void {
    if (bytes !== this.#source.bytes) this.#source = { bytes, view: viewOf(bytes) };
    const { view } = this.#source;
    let largest = 0;
    let all = 0;
    for (let i = 0; i < this.#columns.length; i++) {
      const column = this.#columns[i]!;
      if (i < count) column.appendBytes(view, bounds[i * 2]!, bounds[i * 2 + 1]!);
      else column.appendBytes(view, 0, 0);
      all += column.byteLength;
      if (column.byteLength > largest) largest = column.byteLength;
    }
    this.#end(fileRow, largest, all);
  }

  #end(fileRow: number, largest: number, all: number): void {
    this.#fileRows.push(fileRow);
    this.#rows++;
    const full = largest >= SEGMENT_BYTES || all >= SEGMENT_BYTES_IN_ALL;
    if (full || this.#fileRows.length === this.#segmentRows) this.#close();
  }

  /** Segments closed since the last call, for a caller that stores them while the rest is read. */
  takeSegments(): Segment[] {
    return this.#segments.splice(0);
  }

  finish(): RecordSet {
    if (this.#fileRows.length > 0) this.#close();
    return { header: this.#header, segments: this.#segments, rows: this.#rows };
  }

  #close(): void {
    this.#segments.push({
      rows: this.#fileRows.length,
      fileRows: Uint32Array.from(this.#fileRows),
      columns: this.#columns.map((column) => column.finish()),
    });
    this.#columns = this.#columns.map((former) => new ColumnBuilder(former));
    this.#fileRows = [];
  }
}

const NOTHING = new Uint8Array(0);

/** Header cells to the unique names a design uses: the n-th of one header is `Header [n]`, n from 2 (FORMATS.md). */
export function addressable(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  const taken = new Set(header);
  return header.map((name) => {
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    if (nth === 1) return name;
    let numbered = `${name} [${String(nth)}]`;
    while (taken.has(numbered)) numbered += ' ';
    taken.add(numbered);
    return numbered;
  });
}

/** The first of an array, on its own memory where much of it would be held for nothing. */
function cut<T extends Uint8Array | Uint32Array>(array: T, length: number): T {
  const first = length * 8 < array.length * 7 ? array.slice(0, length) : array.subarray(0, length);
  return first as T;
}

function grown<T extends Uint8Array | Uint32Array>(old: T, need = 0): T {
  const larger = new (old.constructor as new (length: number) => T)(Math.max(old.length * 2, need));
  larger.set(old);
  return larger;
}
