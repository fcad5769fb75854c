import { addressable, RecordSetBuilder, type RecordSet } from '../../engine/index.ts';
import { findHeader, HEADER_SAMPLE, type FileRow, type HeaderFound } from './header.ts';
import { LineNotes, type LineBreaks } from './lines.ts';
import { filledCells, isBlankRow } from './looks.ts';
import type { Dropped } from '../report.ts';
import { RejectedRows } from './rejected-rows.ts';
import { shown, TableEnd } from './table-end.ts';

/** Rows of cells in file order. */
export interface RowBlock {
  readonly rows: readonly string[][];
  /** Line of the first row. */
  readonly firstLine: number;
  /** Lines each row covers; null where every row is one line. */
  readonly spans: Uint32Array | null;
}

type Failure = Extract<HeaderFound, { ok: false }>;

/** Rows of a file to the records of its table: header, data rows, what is dropped, and the account of all of them. */
export class Table {
  readonly #headerLine: number | null;
  readonly #segmentRows: number | undefined;
  #waiting: FileRow[] = [];
  #builder: RecordSetBuilder | null = null;
  #end: TableEnd | null = null;
  #columns = 0;
  #lines = new LineNotes();
  failure: Failure | null = null;
  header: readonly string[] = [];
  /** As a design addresses them. */
  names: readonly string[] = [];
  headerLine = 0;
  rows = 0;
  blank = 0;
  readonly rejected = new RejectedRows();
  readonly dropped: Dropped[] = [];

  constructor(headerLine: number | null, segmentRows: number | undefined) {
    this.#headerLine = headerLine;
    this.#segmentRows = segmentRows;
  }

  get builder(): RecordSetBuilder | null {
    return this.#builder;
  }

  take(block: RowBlock): void {
    let line = block.firstLine;
    const { rows, spans } = block;
    for (let i = 0; i < rows.length; i++) {
      const cells = rows[i]!;
      const span = spans === null ? 1 : spans[i]!;
      const end = this.#end;
      if (end === null) this.#wait({ cells, line, span });
      else if (end.idle && !isBlankRow(cells)) this.#data(cells, line);
      else end.push({ cells, line, span });
      line += span;
    }
  }

  /** Is every row that shows something a data row now? */
  get open(): boolean {
    return this.#end?.idle === true && this.failure === null;
  }

  /** A data row of at most as many cells as there are columns, as bytes (`RecordSetBuilder.addBytes`). */
  takeLine(bytes: Uint8Array, bounds: Int32Array, count: number, line: number): void {
    this.#lines.add(line);
    this.#builder!.addBytes(bytes, bounds, count, this.rows++);
  }

  /** The end of the file; null where there was no table (`failure` says why). */
  finish(): { readonly set: RecordSet; readonly lineBreaks: LineBreaks } | null {
    if (this.#end === null) this.#open();
    if (this.#builder === null || this.#end === null) return null;
    const dropped = this.#end.finish();
    if (dropped !== null) this.dropped.push(dropped);
    return { set: this.#builder.finish(), lineBreaks: this.#lines.finish() };
  }

  #wait(row: FileRow): void {
    if (this.failure !== null) return;
    this.#waiting.push(row);
    const enough =
      this.#headerLine === null
        ? this.#waiting.length >= HEADER_SAMPLE
        : row.line + row.span > this.#headerLine;
    if (enough) this.#open();
  }

  /** Decides the header and passes on the rows that waited for it. */
  #open(): void {
    const waiting = this.#waiting;
    const found =
      this.#headerLine === null ? findHeader(waiting) : this.#chosenHeader(waiting, this.#headerLine);
    this.#waiting = [];
    if (!found.ok) {
      this.failure = found;
      return;
    }
    const { cells, line } = waiting[found.at]!;
    const above = waiting.slice(0, found.at);
    if (above.length > 0) {
      const texts = above.filter((row) => !isBlankRow(row.cells)).map((row) => shown(row.cells));
      this.dropped.push({
        kind: 'preamble',
        fromLine: above[0]!.line,
        toLine: line - 1,
        texts: texts.slice(0, 5),
      });
    }
    this.header = cells;
    this.headerLine = line;
    this.#columns = cells.length;
    this.names = addressable(cells);
    this.#builder = new RecordSetBuilder(this.names, this.#segmentRows);
    this.#end = new TableEnd(cells, (row) => {
      if (isBlankRow(row.cells)) {
        this.#lines.add(row.line);
        this.rows++;
        this.blank++;
      } else this.#data(row.cells, row.line);
    });
    for (const row of waiting.slice(found.at + 1)) this.#end.push(row);
  }

  #chosenHeader(waiting: readonly FileRow[], wanted: number): HeaderFound {
    const at = waiting.findIndex((row) => row.line <= wanted && wanted < row.line + row.span);
    if (at === -1 || isBlankRow(waiting[at]!.cells)) return { ok: false, code: 'no-header', line: wanted };
    return { ok: true, at };
  }

  #data(cells: readonly string[], line: number): void {
    const fileRow = this.rows++;
    this.#lines.add(line);
    if (cells.length > this.#columns && filledCells(cells.slice(this.#columns)) > 0) {
      this.rejected.add('too-many-cells', { cells, line, fileRow }, this.#columns);
      return;
    }
    this.#builder!.add(cells, fileRow);
  }
}
