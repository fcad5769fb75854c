export interface LineList {
  readonly count: number;
  /** The first lines, at most 20. */
  readonly lines: readonly number[];
}

/** Lines noted with their count; the first 20 by number. */
export class Lines {
  #count = 0;
  readonly #lines: number[] = [];

  add(line: number): void {
    this.#count++;
    if (this.#lines.length < 20) this.#lines.push(line);
  }

  list(): LineList {
    return { count: this.#count, lines: this.#lines };
  }
}
