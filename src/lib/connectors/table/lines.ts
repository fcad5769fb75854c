/** Where data rows stand in the file: row r starts on line `first + r +` the extra lines before it. */
export interface LineBreaks {
  /** Line of data row 0. */
  readonly first: number;
  /** Rows after which a gap follows (a cell over several lines, something dropped), ascending. */
  readonly rows: readonly number[];
  /** Extra lines up to and including that row, ascending. */
  readonly extra: readonly number[];
}

/** Line of the file, from 1, on which a data row starts. */
export function lineOf(breaks: LineBreaks, fileRow: number): number {
  let low = 0;
  let high = breaks.rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (breaks.rows[middle]! < fileRow) low = middle + 1;
    else high = middle;
  }
  return breaks.first + fileRow + (low === 0 ? 0 : breaks.extra[low - 1]!);
}

/** Notes the rows in order, with their first lines. */
export class LineNotes {
  #first = 0;
  #count = 0;
  #extra = 0;
  readonly #rows: number[] = [];
  readonly #extras: number[] = [];

  add(line: number): void {
    if (this.#count === 0) this.#first = line;
    const extra = line - this.#first - this.#count;
    if (extra !== this.#extra) {
      this.#rows.push(this.#count - 1);
      this.#extras.push(extra);
      this.#extra = extra;
    }
    this.#count++;
  }

  finish(): LineBreaks {
    return { first: this.#first, rows: this.#rows, extra: this.#extras };
  }
}
