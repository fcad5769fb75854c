import type { Unsheeted } from '../../engine/index.ts';
import { archived } from './archive.ts';
import { fixedParts, sheetPart } from './fixed-parts.ts';
import { PackedPart, type Spool } from './packed-part.ts';
import { Sheet } from './sheet.ts';
import { SheetNames } from './sheet-names.ts';

/** What a sheet can hold: rows with that of the names, columns, characters of a cell; and bytes, so that any program can unpack it. */
export const SHEET = {
  rows: 1_048_576,
  columns: 16_384,
  characters: 32_767,
  bytes: 1024 * 1024 * 1024,
} as const;

export type SheetMost = Readonly<Record<keyof typeof SHEET, number>>;

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Where a workbook is made: bytes that wait, and all of them one after the other. */
export interface BookPlace<S extends Spool, F> {
  spool(): S;
  joined(pieces: readonly (Uint8Array<ArrayBuffer> | S)[]): F;
}

/**
 * A workbook as it grows (FORMATS.md, XLSX out; S196–S198): each table a sheet, and more of them where one is full. Nothing but
 * packed bytes is held, and those where the place says. The same tables are always the same bytes.
 */
export class Workbook<S extends Spool, F> {
  readonly #place: BookPlace<S, F>;
  readonly #most: SheetMost;
  readonly #names = new SheetNames();
  readonly #tables: BookTable<S>[] = [];

  constructor(place: BookPlace<S, F>, most: SheetMost = SHEET) {
    this.#place = place;
    this.#most = most;
  }

  /** A new table, behind the others; several may grow at once. */
  table(name: string, header: readonly string[]): BookTable<S> {
    const table = new BookTable(name, header, this.#names, () => this.#place.spool(), this.#most);
    this.#tables.push(table);
    return table;
  }

  /** The file, without the tables that do not fit; null where none does. Ends it. */
  finish(): F | null {
    const sheets = this.#tables.flatMap((table) => (table.unfit === null ? table.sheets : []));
    if (sheets.length === 0) return null;
    const fixed = fixedParts(sheets.map(({ name }) => name)).map(({ name, text }) =>
      new PackedPart(this.#place.spool()).end(name, text),
    );
    const rows = sheets.map((sheet, at) => sheet.end(sheetPart(at + 1), at === 0));
    return this.#place.joined(archived([...fixed, ...rows]));
  }
}

/** A table of a workbook. */
export class BookTable<S extends Spool> {
  readonly #header: readonly string[];
  readonly #next: () => Sheet<S>;
  readonly #most: SheetMost;
  readonly #sheets: Sheet<S>[] = [];
  #rows = 0;
  #longCells = 0;
  #firstLong: Extract<Unsheeted, { why: 'cells' }>['first'] | null = null;

  constructor(name: string, header: readonly string[], names: SheetNames, spool: () => S, most: SheetMost) {
    this.#header = header;
    this.#most = most;
    this.#next = () => new Sheet(names.take(name), header, spool());
    this.#look(header);
    if (this.unfit === null) this.#sheets.push(this.#next());
  }

  /** In their order; more than one where it goes on. */
  get sheets(): readonly Sheet<S>[] {
    return this.#sheets;
  }
  /** Below the names. */
  get rows(): number {
    return this.#rows;
  }
  /** Why it cannot be in a workbook (S196: nothing is cut); null where it can. */
  get unfit(): Unsheeted | null {
    const columns = this.#header.length;
    if (columns > this.#most.columns) return { why: 'columns', count: columns };
    return this.#firstLong === null ? null : { why: 'cells', count: this.#longCells, first: this.#firstLong };
  }

  row(cells: readonly string[]): void {
    this.#rows++;
    this.#look(cells);
    if (this.unfit !== null) return;
    let sheet = this.#sheets.at(-1)!;
    if (sheet.rows >= this.#most.rows || sheet.size >= this.#most.bytes) {
      sheet = this.#next();
      this.#sheets.push(sheet);
    }
    sheet.row(cells);
  }

  #look(cells: readonly string[]): void {
    cells.forEach((text, at) => {
      if (text.length <= this.#most.characters) return;
      this.#longCells++;
      this.#firstLong ??= { row: this.#rows, column: this.#header[at] ?? '', characters: text.length };
    });
  }
}
