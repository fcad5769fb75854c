import type { FileRow } from './header.ts';
import { filledCells, isBlankRow, isDataLike, isHeaderLike } from './looks.ts';
import type { Dropped } from '../report.ts';

/** Lines that only a report's footer has, in any language: they name the company or its notice. */
const FOOTER = /\bsalesforce\b.*\binc\b|copyright\s*(?:\(c\)|©)|^confidential information\b/i;
const FOOTER_ROWS = 16;
const HELD_ROWS = 4096;
const SAMPLE_ROWS = 50;

/**
 * Watches for the end of the table: a report's footer after an empty line (count, notices, author: one cell each, one of them
 * FOOTER, up to the end of the file), or a second header-like line after an empty line. Rows that may belong to one are held
 * until that is decided, then passed on or dropped visibly.
 */
export class TableEnd {
  readonly #header: readonly string[];
  readonly #pass: (row: FileRow) => void;
  readonly #sample: (readonly string[])[] = [];
  #held: FileRow[] = [];
  #heldFilled = 0;
  #candidate: FileRow | null = null;
  #dropping: { fromLine: number; toLine: number; texts: string[] } | null = null;

  constructor(header: readonly string[], pass: (row: FileRow) => void) {
    this.#header = header;
    this.#pass = pass;
  }

  /** Nothing is held: a row that is not blank can be passed on without asking. */
  get idle(): boolean {
    return this.#held.length === 0 && this.#dropping === null && this.#sample.length === SAMPLE_ROWS;
  }

  push(row: FileRow): void {
    if (this.#dropping !== null) {
      this.#drop(row);
      return;
    }
    const blank = isBlankRow(row.cells);
    if (this.#held.length === 0) {
      if (blank) this.#held.push(row);
      else this.#data(row);
      return;
    }
    if (blank) {
      this.#held.push(row);
      if (this.#held.length > HELD_ROWS) this.#release();
      return;
    }
    if (this.#candidate !== null) {
      const second =
        sameCells(this.#candidate.cells, this.#header) || confirms(this.#candidate.cells, row.cells);
      if (second) {
        this.#dropHeld();
        this.#drop(row);
        return;
      }
      this.#release();
      this.#data(row);
      return;
    }
    const headerLike = isHeaderLike(row.cells) && !isFooter(row) && this.#isForeign(row.cells);
    if (headerLike || sameCells(row.cells, this.#header)) {
      this.#candidate = row;
      this.#held.push(row);
      return;
    }
    if ((filledCells(row.cells) <= 1 || isFooter(row)) && this.#heldFilled < FOOTER_ROWS) {
      this.#heldFilled++;
      this.#held.push(row);
      return;
    }
    this.#release();
    this.#data(row);
  }

  /** The end of the file: what was dropped, if anything. */
  finish(): Dropped | null {
    let kind: Dropped['kind'] = 'second-table';
    if (this.#dropping === null) {
      if (this.#candidate !== null && sameCells(this.#candidate.cells, this.#header)) this.#dropHeld();
      else if (this.#candidate === null && this.#held.some(isFooter)) {
        kind = 'footer';
        this.#dropHeld();
      } else this.#release();
    }
    const dropped = this.#dropping;
    return dropped === null ? null : { kind, ...dropped };
  }

  #data(row: FileRow): void {
    if (this.#sample.length < SAMPLE_ROWS) this.#sample.push(row.cells);
    this.#pass(row);
  }

  #release(): void {
    for (const row of this.#held) this.#pass(row);
    this.#forget();
  }

  #dropHeld(): void {
    for (const row of this.#held) this.#drop(row);
    this.#forget();
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

  /** Not a row of this table: other cells than the header has, or words where the table's rows have data. */
  #isForeign(cells: readonly string[]): boolean {
    if (cells.length !== this.#header.length) return true;
    return cells.some((_, i) => {
      const above = this.#sample.map((row) => row[i] ?? '').filter((cell) => cell.trim() !== '');
      return above.length > 0 && above.every(isDataLike);
    });
  }
}

/** The row under a header: as many cells, data where the header has a word. */
const confirms = (header: readonly string[], row: readonly string[]): boolean =>
  row.length === header.length && row.some(isDataLike);

const sameCells = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((cell, i) => cell === b[i]);

const isFooter = (row: FileRow): boolean =>
  !isBlankRow(row.cells) && FOOTER.test(row.cells.join(' ').trim().slice(0, 400));

/** Cells of a row in one short line. */
export function shown(cells: readonly string[]): string {
  const filled = cells.slice(0, 50).filter((cell) => cell.trim() !== '');
  return filled.slice(0, 8).join(' · ').slice(0, 120).trim();
}
