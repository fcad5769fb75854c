import { hashOf, viewOf } from '../bytes/bytes-at.ts';
import { CodeTable } from '../columns/code-table.ts';
import { isBlankValue, valueCount, type Column } from '../model/column.ts';
import { BLOCK, Spans } from '../bytes/spans.ts';
import { Spare } from '../run/spare.ts';

/** Repeated values told apart at most; a column with more says so. */
export const REPEATS_LIMIT = 2_000_000;

export interface DistinctValues {
  /** Different values that are not blank; at least so many where not exact. */
  readonly distinct: { readonly count: number; readonly exact: boolean };
  /** Values that stand in more than one row, and those rows. */
  readonly repeats: { readonly values: number; readonly rows: number };
}

/**
 * The different values of a column over all its segments. A first pass marks the hash of every value, so that in the second
 * only values whose mark was met twice are looked up and compared by their bytes: of ids and e-mails nearly none.
 * `times`: rows of each value of a segment (`rowsOfValues`).
 */
export function distinctValues(
  segments: readonly Column[],
  times: readonly (Uint32Array | null)[],
  limit: number,
  spare = new Spare(),
): DistinctValues {
  const total = segments.reduce((sum, column) => sum + valueCount(column), 0);
  const marks = new Marks(total, spare);
  for (const column of segments) marks.add(column);
  const again = new Repeated(limit);
  let count = 0;
  let values = 0;
  let rows = 0;
  let position = 0;
  for (const [i, column] of segments.entries()) {
    const rowsOf = times[i]!;
    again.next(column);
    for (let value = 0; value < valueCount(column); value++, position++) {
      const cells = rowsOf === null ? 1 : rowsOf[value]!;
      if (cells === 0 || isBlankValue(column, value)) continue;
      if (marks.twice(position)) again.add(value, marks.hashOf(position), cells);
      else {
        count++;
        if (cells > 1) {
          values++;
          rows += cells;
        }
      }
    }
  }
  marks.giveBack(spare);
  const found = again.finish();
  return {
    distinct: { count: count + found.count, exact: found.exact },
    repeats: { values: values + found.values, rows: rows + found.rows },
  };
}

/** Values that may stand elsewhere too, told apart by their bytes, block by block. */
class Repeated {
  readonly #limit: number;
  readonly #table = new CodeTable(1024);
  #rowsOf = new Uint32Array(1024);
  #column: Column | null = null;
  #buffer = 0;
  readonly #waiting = new Spans();
  readonly #cells = new Uint32Array(BLOCK);
  readonly #codes = new Int32Array(BLOCK);
  #exact = true;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What is added next is of this column. */
  next(column: Column): void {
    this.#enter();
    this.#column = column;
    this.#buffer = this.#table.addBuffer(column.bytes);
  }

  /** A value that so many cells have. */
  add(value: number, hash: number, cells: number): void {
    const { offsets } = this.#column!;
    this.#cells[this.#waiting.add(offsets[value]!, offsets[value + 1]!, hash)] = cells;
    if (this.#waiting.full) this.#enter();
  }

  /** Different values, whether all could be told apart, those in more than one row, and these rows. */
  finish(): { count: number; exact: boolean; values: number; rows: number } {
    this.#enter();
    const { count } = this.#table;
    let values = 0;
    let rows = 0;
    for (let code = 0; code < count; code++) {
      if (this.#rowsOf[code]! < 2) continue;
      values++;
      rows += this.#rowsOf[code]!;
    }
    return { count, exact: this.#exact, values, rows };
  }

  #enter(): void {
    const { count } = this.#waiting;
    if (count === 0) return;
    if (this.#table.count + count > this.#limit) {
      this.#exact = false;
      this.#waiting.count = 0;
      return;
    }
    this.#table.codeSpans(this.#buffer, this.#waiting, this.#codes);
    while (this.#table.count > this.#rowsOf.length) this.#rowsOf = doubled(this.#rowsOf);
    for (let i = 0; i < count; i++) this.#rowsOf[this.#codes[i]!]! += this.#cells[i]!;
  }
}

/** How many rows have each value; null where each row has its own. */
export function rowsOfValues(column: Column): Uint32Array | null {
  if (column.codes === null) return null;
  const times = new Uint32Array(valueCount(column));
  for (const value of column.codes) times[value]!++;
  return times;
}

/** Marks by hash: bits of the values met once, and of those met again. */
class Marks {
  readonly #once: Uint32Array;
  readonly #again: Uint32Array;
  readonly #hashes: Int32Array;
  readonly #mask: number;
  #count = 0;

  constructor(total: number, spare: Spare) {
    let words = 32;
    while (words * 4 < total) words *= 2;
    this.#once = new Uint32Array(spare.take(words * 4), 0, words).fill(0);
    this.#again = new Uint32Array(spare.take(words * 4), 0, words).fill(0);
    this.#hashes = new Int32Array(spare.take(total * 4), 0, total);
    this.#mask = words - 1;
  }

  add({ bytes, offsets }: Column): void {
    const view = viewOf(bytes);
    const hashes = this.#hashes.subarray(this.#count);
    const once = this.#once;
    const again = this.#again;
    const mask = this.#mask;
    const values = offsets.length - 1;
    for (let value = 0; value < values; value++) {
      const hash = hashOf(view, offsets[value]!, offsets[value + 1]!);
      hashes[value] = hash;
      const word = (hash >>> 5) & mask;
      const bit = 1 << (hash & 31);
      if ((once[word]! & bit) !== 0) again[word]! |= bit;
      else once[word]! |= bit;
    }
    this.#count += values;
  }

  hashOf(position: number): number {
    return this.#hashes[position]!;
  }

  giveBack(spare: Spare): void {
    for (const array of [this.#once, this.#again, this.#hashes]) spare.give(array);
  }

  /** May the value at this position stand elsewhere too? */
  twice(position: number): boolean {
    const hash = this.#hashes[position]!;
    return (this.#again[(hash >>> 5) & this.#mask]! & (1 << (hash & 31))) !== 0;
  }
}

function doubled(rows: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(rows.length * 2);
  larger.set(rows);
  return larger;
}
