import { RecordSetBuilder, textAt } from '../../src/lib/engine/index.ts';

/**
 * Archived records of a reading. They are asked for before those that are there: one that comes back in between is there, and one that
 * goes in between is seen by the next pass (S457).
 */
export class ArchivedRecords {
  readonly #builder: RecordSetBuilder;
  /** By id its row. */
  readonly #rows = new Map<string, number>();
  readonly #takenBack: ReadonlySet<string>;
  readonly #left = new Set<string>();

  /** `takenBack`: records that are in the app's bin, and that nobody deleted (S458). */
  constructor(header: readonly string[], takenBack: ReadonlySet<string>) {
    this.#builder = new RecordSetBuilder(header);
    this.#takenBack = takenBack;
  }

  take(id: string, cells: readonly string[]): void {
    if (this.#takenBack.has(id)) this.#left.add(id);
    else if (!this.#rows.has(id)) {
      this.#rows.set(id, this.#builder.rows);
      this.#builder.add(cells, this.#builder.rows);
    }
  }

  isThere(id: string): void {
    this.#rows.delete(id);
    this.#left.delete(id);
  }

  /** Ids of those that are archived still. */
  ids(): Iterable<string> {
    return this.#rows.keys();
  }

  /** Ids of those that came and count for nobody's deletion. */
  leftOut(): Iterable<string> {
    return this.#left;
  }

  /** Cells of those that are archived still, in the app's order; once, when all is read. */
  *rows(): Iterable<readonly string[]> {
    const left = new Set(this.#rows.values());
    let first = 0;
    for (const { rows, columns } of this.#builder.finish().segments) {
      for (let row = 0; row < rows; row++)
        if (left.has(first + row)) yield columns.map((column) => textAt(column, row));
      first += rows;
    }
  }
}
