import { isBlankText } from '../read/blank.ts';
import { inferKinds } from '../read/infer.ts';
import type { Column, RecordSet, Segment } from './column.ts';
import { writeUtf8 } from './utf8.ts';

/** Rows of a segment, and the bytes of its largest column, at most (DESIGN, Data). */
export const SEGMENT_ROWS = 16_384;
export const SEGMENT_BYTES = 16 * 1024 * 1024;

/** A column with more distinct values than this share of its rows stays plain. */
const DICTIONARY_SHARE = 0.25;
const DICTIONARY_LIMIT = 4096;

/** Collects the cells of one column of one segment. */
export class ColumnBuilder {
  #bytes = new Uint8Array(1024);
  #at = 0;
  #offsets = new Uint32Array(257);
  #blank = new Uint8Array(32);
  #values = 0;
  #rows = 0;
  /** Value text → value, while the column may still become a dictionary. */
  #seen: Map<string, number> | null = new Map();
  #codes = new Uint32Array(256);

  get byteLength(): number {
    return this.#at;
  }

  append(text: string): void {
    const row = this.#rows++;
    if (this.#seen !== null) {
      if (row === this.#codes.length) this.#codes = grown(this.#codes);
      let value = this.#seen.get(text);
      if (value === undefined) {
        value = this.#push(text);
        this.#seen.set(text, value);
        if (
          this.#seen.size > DICTIONARY_LIMIT ||
          (row >= 512 && this.#seen.size > row * DICTIONARY_SHARE * 2)
        ) {
          this.#codes[row] = value;
          this.#makePlain();
          return;
        }
      }
      this.#codes[row] = value;
      return;
    }
    this.#push(text);
  }

  finish(): Column {
    if (this.#seen !== null && this.#values > this.#rows * DICTIONARY_SHARE) this.#makePlain();
    const offsets = this.#offsets.slice(0, this.#values + 1);
    const bytes = this.#bytes.slice(0, this.#at);
    const blank = this.#blank.slice(0, (this.#values + 7) >> 3);
    const codes = this.#seen === null ? null : narrow(this.#codes.subarray(0, this.#rows), this.#values);
    return { rows: this.#rows, codes, offsets, bytes, blank, kinds: inferKinds(offsets, bytes, blank) };
  }

  #push(text: string): number {
    const value = this.#values++;
    if (value + 1 >= this.#offsets.length) this.#offsets = grown(this.#offsets);
    if (value >> 3 >= this.#blank.length) this.#blank = grown(this.#blank);
    const need = this.#at + text.length * 3;
    if (need > this.#bytes.length) this.#bytes = grown(this.#bytes, need);
    if (isBlankText(text)) this.#blank[value >> 3]! |= 1 << (value & 7);
    this.#at = writeUtf8(text, this.#bytes, this.#at);
    this.#offsets[value + 1] = this.#at;
    return value;
  }

  /** Gives up the dictionary: every row gets a value of its own. */
  #makePlain(): void {
    const { offsets, bytes } = { offsets: this.#offsets, bytes: this.#bytes };
    const blank = this.#blank;
    const codes = this.#codes;
    this.#seen = null;
    let total = 0;
    for (let row = 0; row < this.#rows; row++) total += offsets[codes[row]! + 1]! - offsets[codes[row]!]!;
    this.#bytes = new Uint8Array(Math.max(1024, total * 2));
    this.#offsets = new Uint32Array(Math.max(257, this.#rows * 2));
    this.#blank = new Uint8Array(Math.max(32, (this.#rows * 2) >> 3));
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
    for (let i = 0; i < this.#columns.length; i++) {
      const column = this.#columns[i]!;
      column.append(cells[i] ?? '');
      if (column.byteLength > largest) largest = column.byteLength;
    }
    this.#fileRows.push(fileRow);
    this.#rows++;
    if (this.#fileRows.length === this.#segmentRows || largest >= SEGMENT_BYTES) this.#close();
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
    this.#columns = this.#header.map(() => new ColumnBuilder());
    this.#fileRows = [];
  }
}

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

function grown<T extends Uint8Array | Uint32Array>(old: T, need = 0): T {
  const larger = new (old.constructor as new (length: number) => T)(Math.max(old.length * 2, need));
  larger.set(old);
  return larger;
}

function narrow(codes: Uint32Array, values: number): Uint8Array | Uint16Array | Uint32Array {
  if (values <= 256) return Uint8Array.from(codes);
  if (values <= 65_536) return Uint16Array.from(codes);
  return codes.slice();
}
