import { showsAtOnce } from '../../engine/index.ts';
import type { RowHabit } from '../table/widths.ts';

const LF = 10;
const CR = 13;
const QUOTE = 34;

/**
 * Takes the cells of one line: `bounds` holds start and end of each of `count` cells in `bytes`. False: it may be another row than
 * one of data, and is left to the other way.
 */
export type TakeLine = (bytes: Uint8Array, bounds: Int32Array, count: number) => boolean;

/**
 * Lines that need no grammar: ended by LF or CRLF, each cell bare without a quote or quoted without a quote or line end
 * inside, as many cells as columns (or fewer or more, where that is the habit of the file), not blank. That is how apps write
 * nearly all of an export, so these are cut by their bytes, which spares making texts of them; whatever is not surely plain is
 * left to PapaParse (`RowReader`).
 */
export class PlainLines {
  readonly #delimiter: number;
  readonly #take: TakeLine;
  readonly #columns: number;
  /** Lines of fewer cells than columns are taken. */
  readonly #short: boolean;
  /** Cells of a line that is not short, those beyond the columns blank. */
  readonly #usual: number;
  readonly #bounds: Int32Array;
  /** 1 for the bytes that end a bare cell. */
  readonly #ends = new Uint8Array(256);
  /** Lines taken before this one, by their ends; the caller sets them back. */
  lf = 0;
  crlf = 0;

  constructor(delimiter: number, columns: number, { short, extra }: RowHabit, take: TakeLine) {
    this.#delimiter = delimiter;
    this.#columns = columns;
    this.#short = short;
    this.#usual = columns + (extra ?? 0);
    this.#take = take;
    this.#bounds = new Int32Array(this.#usual * 2);
    for (const byte of [delimiter, LF, CR, QUOTE]) this.#ends[byte] = 1;
  }

  /** Can cells parted by this text be told by their bytes? */
  static parts(delimiter: string): boolean {
    return delimiter.length === 1 && delimiter.charCodeAt(0) < 128;
  }

  /** Takes plain lines of `bytes[from … end]`, which ends with an LF; the start of the first that is not plain, or `end`. */
  push(bytes: Uint8Array, from: number, end: number): number {
    let at = from;
    while (at < end) {
      const next = this.#line(bytes, at);
      if (next === -1) break;
      at = next;
    }
    return at;
  }

  /** Takes the line at `at`, which an LF ends somewhere; where the next begins, or -1 where it is not plain. */
  #line(bytes: Uint8Array, start: number): number {
    const bounds = this.#bounds;
    const ends = this.#ends;
    const delimiter = this.#delimiter;
    // Most bytes are above all that end a cell: one look less.
    const highest = Math.max(QUOTE, delimiter);
    let at = start;
    let count = 0;
    let shows = false;
    for (;;) {
      if (count === this.#usual) return -1;
      let from = at;
      let to;
      if (bytes[at] === QUOTE) {
        from = ++at;
        while (bytes[at] !== QUOTE) {
          if (bytes[at] === LF || bytes[at] === CR) return -1;
          at++;
        }
        to = at++;
      } else {
        for (let byte = bytes[at]!; byte > highest || ends[byte] === 0; byte = bytes[at]!) at++;
        to = at;
      }
      bounds[count * 2] = from;
      bounds[count * 2 + 1] = to;
      count++;
      shows ||= to > from && showsAtOnce(bytes[from]!);
      const byte = bytes[at++];
      if (byte === delimiter) continue;
      const pair = byte === CR && bytes[at] === LF;
      if (!shows || (byte !== LF && !pair) || !this.#fits(count)) return -1;
      if (!this.#take(bytes, bounds, count)) return -1;
      if (pair) this.crlf++;
      else this.lf++;
      return pair ? at + 1 : at;
    }
  }

  #fits(count: number): boolean {
    if (count < this.#usual) return this.#short && count < this.#columns;
    for (let cell = this.#columns; cell < count; cell++)
      if (this.#bounds[cell * 2] !== this.#bounds[cell * 2 + 1]) return false;
    return true;
  }
}
