import { cellText, columnName } from './cell-text.ts';
import { HEADER_STYLE, sheetHead, sheetTail, TEXT_STYLE } from './fixed-parts.ts';
import { PackedPart, type PackedBytes, type Spool } from './packed-part.ts';

/** One sheet as it grows: a row of names, then rows of texts. */
export class Sheet<S extends Spool> {
  readonly name: string;
  readonly #header: readonly string[];
  readonly #part: PackedPart<S>;
  readonly #columns: readonly string[];
  #rows = 0;

  /** `header`: as many columns as any row has. */
  constructor(name: string, header: readonly string[], spool: S) {
    this.name = name;
    this.#header = header;
    this.#columns = header.map((_, at) => columnName(at));
    this.#part = new PackedPart(spool);
    this.#write(header, HEADER_STYLE);
  }

  /** Rows, that of the names among them. */
  get rows(): number {
    return this.#rows;
  }
  /** Bytes once it is unpacked. */
  get size(): number {
    return this.#part.size;
  }

  row(cells: readonly string[]): void {
    this.#write(cells, TEXT_STYLE);
  }

  end(part: string, isFirst: boolean): PackedBytes<S> {
    const area = `A1:${this.#columns.at(-1) ?? 'A'}${String(this.#rows)}`;
    this.#part.write(sheetTail(area));
    return this.#part.end(part, sheetHead({ area, widths: widthsOf(this.#header), isFirst }));
  }

  /** Every cell is a text as it stands, whatever it looks like: nothing is a number, a day or a formula. Blank ones are not there. */
  #write(cells: readonly string[], style: number): void {
    if (cells.length > this.#columns.length)
      throw new RangeError('a row of more cells than there are columns');
    const row = String(++this.#rows);
    const at = `" s="${String(style)}" t="inlineStr"><is><t`;
    let xml = `<row r="${row}">`;
    cells.forEach((text, column) => {
      if (text === '') return;
      const blanks = BLANKS.test(text) ? ' xml:space="preserve"' : '';
      xml += `<c r="${this.#columns[column]!}${row}${at}${blanks}>${cellText(text)}</t></is></c>`;
    });
    this.#part.write(`${xml}</row>`);
  }
}

/** Blanks that a spreadsheet would drop. */
const BLANKS = /^\s|\s$|\n/;

/** So wide that a name can be read; the head of a sheet has room for so many. */
const widthsOf = (header: readonly string[]): number[] =>
  header.slice(0, 300).map((name) => Math.min(Math.max(name.length + 3, 14), 40));
