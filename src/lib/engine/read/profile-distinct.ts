import { hashOf } from '../columns/bytes-at.ts';
import { CodeTable } from '../columns/code-table.ts';
import { isBlankValue, valueCount, type Column } from '../columns/column.ts';

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
 */
export function distinctValues(segments: readonly Column[], limit: number): DistinctValues {
  const total = segments.reduce((sum, column) => sum + valueCount(column), 0);
  const marks = new Marks(total);
  for (const column of segments) marks.add(column);
  const table = new CodeTable(1024);
  let rowsOf = new Uint32Array(1024);
  let count = 0;
  let values = 0;
  let rows = 0;
  let exact = true;
  let position = 0;
  for (const column of segments) {
    const times = column.codes === null ? null : rowsOfValues(column);
    const buffer = table.addBuffer(column.bytes);
    for (let value = 0; value < valueCount(column); value++, position++) {
      const cells = times === null ? 1 : times[value]!;
      if (cells === 0 || isBlankValue(column, value)) continue;
      if (!marks.twice(position)) {
        count++;
        if (cells > 1) {
          values++;
          rows += cells;
        }
      } else if (table.count < limit) {
        const code = table.code(buffer, column.offsets[value]!, column.offsets[value + 1]!);
        if (code === rowsOf.length) rowsOf = doubled(rowsOf);
        rowsOf[code]! += cells;
      } else exact = false;
    }
  }
  for (let code = 0; code < table.count; code++) {
    if (rowsOf[code]! < 2) continue;
    values++;
    rows += rowsOf[code]!;
  }
  return { distinct: { count: count + table.count, exact }, repeats: { values, rows } };
}

/** How many rows have each value of a dictionary. */
export function rowsOfValues(column: Column): Uint32Array {
  const times = new Uint32Array(valueCount(column));
  for (const value of column.codes!) times[value]!++;
  return times;
}

/** Marks by hash: bits of the values met once, and of those met again. */
class Marks {
  readonly #once: Uint32Array;
  readonly #again: Uint32Array;
  readonly #hashes: Int32Array;
  readonly #mask: number;
  #count = 0;

  constructor(total: number) {
    let words = 32;
    while (words * 2 < total) words *= 2;
    this.#once = new Uint32Array(words);
    this.#again = new Uint32Array(words);
    this.#hashes = new Int32Array(total);
    this.#mask = words - 1;
  }

  add({ bytes, offsets }: Column): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const hashes = this.#hashes;
    const once = this.#once;
    for (let value = 0; value + 1 < offsets.length; value++) {
      const hash = hashOf(view, offsets[value]!, offsets[value + 1]!);
      hashes[this.#count++] = hash;
      const word = (hash >>> 5) & this.#mask;
      const bit = 1 << (hash & 31);
      if ((once[word]! & bit) !== 0) this.#again[word]! |= bit;
      else once[word]! |= bit;
    }
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
