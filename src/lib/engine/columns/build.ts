import { viewOf } from '../bytes/bytes-at.ts';
import type { RecordSet, Segment } from '../model/column.ts';
import type { Spare } from '../run/spare.ts';
import { ColumnBuilder } from './column-builder.ts';

/**
 * Rows of a segment, bytes of its largest column and of all of them, at most. As large as the memory allows: the browser
 * takes half a millisecond for every value it stores (docs/decisions/6).
 */
export const SEGMENT_ROWS = 131_072;
export const SEGMENT_BYTES = 16 * 1024 * 1024;
export const SEGMENT_BYTES_IN_ALL = 32 * 1024 * 1024;

/** Collects rows into segments. */
export class RecordSetBuilder {
  readonly #header: readonly string[];
  readonly #segmentRows: number;
  readonly #spare: Spare | null;
  readonly #segments: Segment[] = [];
  #columns: ColumnBuilder[] = [];
  #fileRows = new Uint32Array(1024);
  #held = 0;
  /** The bytes that came last, as they are read. */
  #source: { readonly bytes: Uint8Array; readonly view: DataView } = {
    bytes: NOTHING,
    view: viewOf(NOTHING),
  };
  #rows = 0;

  /** `header` must hold unique names (see `addressable`). `spare`: segments are lent then, until `giveBack`. */
  constructor(header: readonly string[], segmentRows: number = SEGMENT_ROWS, spare: Spare | null = null) {
    this.#header = header;
    this.#segmentRows = segmentRows;
    this.#spare = spare;
    this.#columns = header.map(() => new ColumnBuilder(null, spare));
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
    if (this.#held === this.#fileRows.length) {
      const more = new Uint32Array(Math.min(this.#held * 4, this.#segmentRows));
      more.set(this.#fileRows);
      this.#fileRows = more;
    }
    this.#fileRows[this.#held++] = fileRow;
    this.#rows++;
    const full = largest >= SEGMENT_BYTES || all >= SEGMENT_BYTES_IN_ALL;
    if (full || this.#held === this.#segmentRows) this.#close();
  }

  /** Segments closed since the last call, for a caller that stores them while the rest is read. */
  takeSegments(): Segment[] {
    return this.#segments.splice(0);
  }

  finish(): RecordSet {
    if (this.#held > 0) this.#close();
    return { header: this.#header, segments: this.#segments, rows: this.#rows };
  }

  #close(): void {
    this.#segments.push({
      rows: this.#held,
      fileRows: this.#fileRows.slice(0, this.#held),
      columns: this.#columns.map((column) => column.finish()),
    });
    this.#columns = this.#columns.map((former) => new ColumnBuilder(former, this.#spare));
    this.#held = 0;
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
