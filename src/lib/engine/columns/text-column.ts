import { SEGMENT_BYTES } from './build.ts';
import { ColumnBuilder } from './column-builder.ts';
import { KIND_EMPTY, type Column } from '../model/column.ts';
import { flatten } from './flat.ts';
import { drain } from '../run/steps.ts';

/** Rows of a piece, at most. */
export const PIECE_ROWS = 16_384;

/** Collects a column of any length whose rows need not all have a text; what has none is blank. */
export class TextColumnBuilder {
  readonly #pieces: Column[] = [];
  /** Rows of the pieces. */
  #before = 0;
  #builder = new ColumnBuilder();
  /** Rows of the builder. */
  #rows = 0;

  /** The text of a row; rows come in ascending order. */
  set(row: number, text: string): void {
    this.#fill(row);
    this.#builder.append(text);
    this.#rows++;
    if (this.#rows >= PIECE_ROWS || this.#builder.byteLength >= SEGMENT_BYTES) this.#close();
  }

  /** The column, of so many rows. Ends the builder. */
  finish(rows: number): Column {
    this.#fill(rows);
    if (this.#rows > 0) this.#close();
    // Let go of here, so that a column is there twice only while it is put together.
    const pieces = this.#pieces.splice(0).map((column) => ({
      rows: column.rows,
      fileRows: NO_ROWS,
      columns: [column],
    }));
    return drain(flatten({ header: [''], segments: pieces, rows }, 0));
  }

  /** Blanks up to a row: a piece of nothing else where there are many. */
  #fill(row: number): void {
    const missing = row - this.#before - this.#rows;
    if (missing > PIECE_ROWS) {
      if (this.#rows > 0) this.#close();
      this.#pieces.push(blanks(missing));
      this.#before += missing;
      return;
    }
    for (let i = 0; i < missing; i++) {
      this.#builder.append('');
      this.#rows++;
    }
  }

  #close(): void {
    this.#pieces.push(this.#builder.finish());
    this.#before += this.#rows;
    this.#builder = new ColumnBuilder(this.#builder);
    this.#rows = 0;
  }
}

const NO_ROWS = new Uint32Array(0);

const blanks = (rows: number): Column => ({
  rows,
  codes: new Uint8Array(rows),
  offsets: new Uint32Array(2),
  bytes: new Uint8Array(0),
  blank: Uint8Array.of(1),
  kinds: KIND_EMPTY,
});
