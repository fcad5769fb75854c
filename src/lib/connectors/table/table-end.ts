import type { Dropped } from '../report.ts';
import { isFooter, isOneText } from './footer.ts';
import { Forms } from './forms.ts';
import type { FileRow } from './header.ts';
import type { HeaderWatch } from './header-watch.ts';
import { filledCells, isBlankRow, unpadded } from './looks.ts';
import { isSecondHeader, mayBeHeader, mayFollow, type FirstTable } from './second-table.ts';

const FOOTER_ROWS = 16;
const HELD_ROWS = 4096;

/**
 * Watches for the end of the table (RD5): a report's footer after a blank row (rows of one filled cell, one of them a notice), or
 * a second table, whose header-like row the row after it confirms, or straight below one that names its ids (RD19). Rows that may belong to one are held until that is decided,
 * then passed on or dropped visibly.
 */
export class TableEnd {
  readonly #table: FirstTable;
  readonly #pass: (row: FileRow) => void;
  readonly dropped: Dropped[] = [];
  #held: FileRow[] = [];
  #heldFilled = 0;
  /** The last of the rows that are held, where it may be a header. */
  #candidate: FileRow | null = null;
  #dropping: { fromLine: number; toLine: number; texts: string[] } | null = null;

  constructor(header: readonly string[], watch: HeaderWatch, pass: (row: FileRow) => void) {
    this.#table = { header, watch, forms: new Forms(header) };
    this.#pass = pass;
  }

  /** Nothing is held: a row that is not blank can be passed on without asking. */
  get idle(): boolean {
    return this.#held.length === 0 && this.#dropping === null && this.#table.forms.known;
  }

  push(row: FileRow): void {
    if (this.#dropping !== null) this.#drop(row);
    else if (isBlankRow(row.cells)) {
      this.#held.push(row);
      if (this.#held.length > HELD_ROWS) this.#release();
    } else if (this.#held.length > 0) this.#below(row);
    else if (this.mayEnd(row.cells)) {
      this.#candidate = row;
      this.#held.push(row);
    } else this.#data(row);
  }

  /** A row of the table that says nothing of what its rows look like. */
  passBy(row: FileRow): void {
    this.#pass(row);
  }

  /** May a row without a blank one above be the header of a second table (RD19)? */
  mayEnd(cells: readonly string[]): boolean {
    return mayFollow(cells, this.#table);
  }

  /** A row equal to the header: what follows is the table's again (RD1). */
  repeated(): void {
    if (this.#dropping !== null) this.#close('second-table');
    else this.#settle();
  }

  /** The end of the file. */
  finish(): void {
    if (this.#dropping !== null) this.#close('second-table');
    else this.#settle(true);
  }

  /** A row that is not blank, below a blank one or what may be a header. */
  #below(row: FileRow): void {
    const { cells } = row;
    const above = this.#candidate;
    if (above !== null && isSecondHeader(above, row, this.#table)) {
      for (const held of [...this.#held, row]) this.#drop(held);
      this.#forget();
      return;
    }
    // Two rows of one width under each other are no header and its data: the first is a row of the table.
    const parted = this.#held.at(-1) !== above;
    const other = above === null || unpadded(above.cells).length !== unpadded(cells).length;
    if (above !== null && parted) this.#releaseTo(above);
    else if (above !== null && this.#held[0] === above) {
      this.#release();
      this.push(row);
      return;
    }
    const table = this.#table.forms.hasId(cells);
    const header = !table && !isFooter(cells) && mayBeHeader(cells) && (parted || other);
    const text = !table && (filledCells(cells) === 1 || isFooter(cells)) && (above === null || parted);
    if (this.#heldFilled < FOOTER_ROWS && (header || text)) {
      this.#candidate = header ? row : null;
      this.#held.push(row);
      this.#heldFilled++;
      return;
    }
    this.#settle();
    this.#data(row);
  }

  /** What is held is a footer, or rows of the table. `end`: of the file. */
  #settle(end = false): void {
    const filled = this.#held.filter(({ cells }) => !isBlankRow(cells));
    const footer =
      // In a table of one column only the end of the file tells a notice from a value.
      (end || this.#table.header.length > 1) &&
      this.#candidate === null &&
      filled.some(({ cells }) => isFooter(cells));
    if (footer && filled.every(({ cells }) => isOneText(cells))) {
      for (const row of this.#held) this.#drop(row);
      this.#close('footer');
      this.#forget();
    } else this.#release();
  }

  #data(row: FileRow): void {
    this.#table.forms.add(row.cells);
    this.#pass(row);
  }

  #release(): void {
    for (const row of this.#held) {
      if (row === this.#candidate && this.#table.watch.namesId(row.cells)) {
        this.#drop(row);
        this.#close('second-table');
      } else if (isBlankRow(row.cells)) this.#pass(row);
      else this.#data(row);
    }
    this.#forget();
  }

  /** Passes on what is held up to this row: blank rows below it stay. */
  #releaseTo(last: FileRow): void {
    const below = this.#held.slice(this.#held.indexOf(last) + 1);
    this.#held = this.#held.slice(0, -below.length);
    this.#release();
    this.#held = below;
  }

  #forget(): void {
    this.#held = [];
    this.#heldFilled = 0;
    this.#candidate = null;
  }

  #drop(row: FileRow): void {
    const toLine = row.line + row.span - 1;
    this.#dropping ??= { fromLine: row.line, toLine, texts: [] };
    this.#dropping.toLine = toLine;
    if (this.#dropping.texts.length < 5 && !isBlankRow(row.cells))
      this.#dropping.texts.push(shown(row.cells));
  }

  #close(kind: Dropped['kind']): void {
    if (this.#dropping !== null) this.dropped.push({ kind, ...this.#dropping });
    this.#dropping = null;
  }
}

/** Cells of a row in one short line. */
export function shown(cells: readonly string[]): string {
  const filled = cells.slice(0, 50).filter((cell) => cell.trim() !== '');
  return filled.slice(0, 8).join(' · ').slice(0, 120).trim();
}
