import { CodeTable } from '../columns/code-table.ts';
import { isBlankValue, valueCount, type Column } from '../columns/column.ts';

/** Values told apart at most; a column with more says so. */
export const DISTINCT_LIMIT = 2_000_000;

/** Different values of a column over all its segments, compared by bytes, and how many rows have each. */
export class DistinctValues {
  readonly #limit: number;
  readonly #table: CodeTable;
  /** Rows by the code of a value; 0 for a blank one, which the table knows too. */
  #rows = new Uint32Array(1024);
  #count = 0;
  #full = false;

  /** `expected`: about how many different values will come. */
  constructor(limit: number, expected: number) {
    this.#limit = limit;
    this.#table = new CodeTable(Math.min(limit, expected));
  }

  get count(): number {
    return Math.min(this.#count, this.#limit);
  }

  /** False where values were not told apart any more for lack of room. */
  get exact(): boolean {
    return !this.#full;
  }

  /** Counts a segment: `times` rows have each of its values. Marks the values not seen before (1). */
  add(column: Column, times: Uint32Array): Uint8Array {
    const count = valueCount(column);
    const fresh = new Uint8Array(count);
    if (this.#full) return fresh.fill(1);
    const codes = new Int32Array(count);
    this.#table.codeValues(this.#table.addBuffer(column.bytes), column.offsets, 0, count, codes);
    if (this.#table.count > this.#rows.length) this.#rows = enlarged(this.#rows, this.#table.count);
    for (let value = 0; value < count; value++) {
      const code = codes[value]!;
      if (code < 0 || times[value] === 0 || isBlankValue(column, value)) continue;
      if (this.#rows[code] === 0) {
        fresh[value] = 1;
        this.#count++;
      }
      this.#rows[code]! += times[value]!;
    }
    this.#full = this.#count > this.#limit;
    return fresh;
  }

  /** Values found more than once, and the rows they take. */
  repeats(): { readonly values: number; readonly rows: number } {
    let values = 0;
    let rows = 0;
    for (let code = 0; code < this.#table.count; code++) {
      if (this.#rows[code]! < 2) continue;
      values++;
      rows += this.#rows[code]!;
    }
    return { values, rows };
  }
}

function enlarged(rows: Uint32Array<ArrayBuffer>, need: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(rows.length * 2, need));
  larger.set(rows);
  return larger;
}
