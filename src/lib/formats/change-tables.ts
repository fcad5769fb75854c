import type { Unsheeted } from '../engine/index.ts';
import { csvRow, csvStart, type CsvKind } from './csv-text.ts';
import type { BookTable, Spool, Workbook } from './workbook/index.ts';

/** A file that grows: on disk, or in the pieces of a browser's. */
export interface GrowingFile {
  write(text: string): void;
}

/** Rows below the names of their columns, in a file of their own or in a sheet of one. */
export interface ChangeTable {
  /** As a person finds it. */
  readonly name: string;
  /** Below the names. */
  readonly rows: number;
  row(cells: readonly string[]): void;
}

export class CsvTable<F extends GrowingFile> implements ChangeTable {
  readonly name: string;
  readonly file: F;
  readonly #kind: CsvKind;
  #rows = 0;

  constructor(name: string, file: F, header: readonly string[], kind: CsvKind) {
    this.name = name;
    this.file = file;
    this.#kind = kind;
    file.write(csvStart(kind) + csvRow(header, kind));
  }

  get rows(): number {
    return this.#rows;
  }

  row(cells: readonly string[]): void {
    this.file.write(csvRow(cells, this.#kind));
    this.#rows++;
  }
}

/** A sheet, or several, of a workbook. */
export class SheetTable<S extends Spool> implements ChangeTable {
  readonly #table: BookTable<S>;
  readonly #name: string;

  /** `name`: as its file would be called. */
  constructor(name: string, book: Workbook<S, unknown>, header: readonly string[]) {
    this.#name = name.replace(/\.csv$/, '');
    this.#table = book.table(this.#name, header);
  }

  get name(): string {
    return this.sheets[0] ?? this.#name;
  }
  get sheets(): readonly string[] {
    return this.#table.sheets.map(({ name }) => name);
  }
  get rows(): number {
    return this.#table.rows;
  }
  get unfit(): Unsheeted | null {
    return this.#table.unfit;
  }

  row(cells: readonly string[]): void {
    this.#table.row(cells);
  }
}
