/** What a person says of rows whose cells are not as many as the header's; null: as the habit of the file is. */
export interface RowChoices {
  /** Rows with fewer cells: filled up with blank ones, or rejected (RD3). */
  readonly short?: 'fill' | 'reject' | null;
  /**
   * Rows with more: `fill` passes over blank cells beyond the header's, however many, and where the header is the fault gives it
   * columns without a name, so that no filled cell is lost; `reject` rejects each (RD2).
   */
  readonly long?: 'fill' | 'reject' | null;
}

/** How the rows of a table are taken whose cells are not as many as the header's. */
export interface RowHabit {
  /** Rows with fewer cells are filled up with blank ones. */
  readonly short: boolean;
  /** Blank cells that rows have beyond the header's and that are passed over; null: any number of them. */
  readonly extra: number | null;
  /** Nameless columns the header is given, where a person says so (`long: 'fill'`) and the header is the fault. */
  readonly nameless: number;
}

export const NO_HABIT: RowHabit = { short: false, extra: 0, nameless: 0 };

/** The header has `columns` cells and `rows` of all rows have `cells`: no cell can be told its column. */
export interface HeaderWidth {
  readonly columns: number;
  readonly cells: number;
  readonly rows: number;
}

export type RowVerdict =
  { readonly ok: true; readonly habit: RowHabit } | { readonly ok: false; readonly width: HeaderWidth };

const MIN_ROWS_SHORT = 20;
const SHORT_SHARE = 0.1;
/** A habit of blank ends, and a fault of the header, is one of rows among themselves: of one row nothing can be said. */
const MIN_ROWS = 2;
const NEARLY_ALL = 0.9;

/** Counts the cells of a table's rows, so that its end tells what is their habit and what a fault (RD2, RD3). */
export class Widths {
  readonly #columns: number;
  /** By number of cells, for rows whose number is not the header's. */
  readonly #counts = new Map<number, number>();
  /** The same for those of them whose cells beyond the header's are all blank. */
  readonly #blankEnds = new Map<number, number>();
  #rows = 0;
  #short = 0;
  /** Cells of the short row before, where only rows of one cell stand between. */
  #before = 0;
  /** A short row and the short one after it make a full row: a line end stands within a cell. */
  #broken = false;

  constructor(columns: number) {
    this.#columns = columns;
  }

  get shortRows(): number {
    return this.#short;
  }

  /** Rows with `extra` cells more than the header, all blank. */
  blankEnds(extra: number): number {
    return this.#blankEnds.get(this.#columns + extra) ?? 0;
  }

  /** A row of as many cells as the header. */
  full(): void {
    this.#rows++;
    this.#before = 0;
  }

  /** A row of fewer cells than the header. */
  short(cells: number): void {
    this.#rows++;
    this.#short++;
    bump(this.#counts, cells);
    if (this.#before > 0 && this.#before + cells - 1 === this.#columns) this.#broken = true;
    if (cells > 1 || this.#before === 0) this.#before = cells;
  }

  /** A row of more cells than the header; `blank`: those beyond it are. */
  long(cells: number, blank: boolean): void {
    this.#rows++;
    this.#before = 0;
    bump(this.#counts, cells);
    if (blank) bump(this.#blankEnds, cells);
  }

  /** What the rows so far say; what a person chose stands over it. */
  verdict({ short = null, long = null }: RowChoices): RowVerdict {
    const enough = this.#rows >= MIN_ROWS;
    const nearly = (count: number): boolean => enough && count >= this.#rows * NEARLY_ALL;
    const ends = [...this.#blankEnds].find(([, count]) => nearly(count));
    const habit = {
      short: short === null ? this.#shortIsHabit() : short === 'fill',
      extra: long === null ? (ends?.[0] ?? this.#columns) - this.#columns : 0,
      nameless: 0,
    };
    const fault = [...this.#counts].find(([, count]) => nearly(count));
    if (fault !== undefined) {
      const [cells, rows] = fault;
      const choice = cells < this.#columns ? short : long;
      if (choice === null && ends === undefined) {
        return { ok: false, width: { columns: this.#columns, cells, rows } };
      }
      if (choice === 'fill' && cells > this.#columns && ends === undefined) {
        return { ok: true, habit: { ...habit, extra: null, nameless: cells - this.#columns } };
      }
    }
    return { ok: true, habit: long === 'fill' ? { ...habit, extra: null } : habit };
  }

  #shortIsHabit(): boolean {
    return this.#rows >= MIN_ROWS_SHORT && this.#short >= this.#rows * SHORT_SHARE && !this.#broken;
  }
}

function bump(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
