/** The clean table that polluted files are made of, and how its pieces are written and put together. */

export interface TruthRow {
  readonly cells: readonly string[];
  /** Lines of the file the row stands on, from 1. */
  readonly from: number;
  readonly to: number;
}

export interface PollutedFile {
  readonly kind: string;
  /** What was done, and where. */
  readonly says: string;
  readonly bytes: Uint8Array;
  /** Null: no reader can tell the names. */
  readonly header: readonly string[] | null;
  readonly rows: readonly TruthRow[];
}

export const HEADER = ['Record ID', 'Name', 'Email', 'Amount', 'Close Date', 'City', 'Phone', 'Note'];
export const ROWS = 60;
const NAMES = ['Anna Berg', 'Bjørn Dahl', 'Eva Falk', 'Åse Moe', 'Ida Nord', 'Jon Ås'];
const CITIES = ['Oslo', 'Tromsø', 'Bergen', 'Hamar', 'Bodø'];
const NOTES = ['likes tea', 'call back', 'Oslo, Bergen', 'said "yes" twice', 'two\nlines', '', 'paid; late'];

/** Record `row` of the clean table. */
function clean(row: number): string[] {
  const number = String(row + 1);
  const at = <T>(list: readonly T[]): T => list[row % list.length]!;
  return [
    String(5001 + row),
    at(NAMES),
    `person${number}@nord.example`,
    `${String(100 + row * 7)}.50`,
    `2025-0${String(1 + (row % 9))}-1${String(row % 10)}`,
    at(CITIES),
    `22 33 44 ${String(10 + row)}`,
    at(NOTES),
  ];
}

export const TABLE: readonly (readonly string[])[] = Array.from({ length: ROWS }, (_, row) => clean(row));

/** How a text is written as a cell. */
export type Quote = (text: string, column: number) => string;

/** A line of the file, or several where cells hold line ends; `cells`: the record it is, null where it is none. */
interface Piece {
  readonly text: string;
  readonly cells: readonly string[] | null;
}

export const quoteWith =
  (delimiter: string, quote = '"', escape = quote): Quote =>
  (text) =>
    text.includes(delimiter) || text.includes(quote) || /[\r\n]/.test(text)
      ? always(quote, escape)(text, 0)
      : text;
export const always =
  (quote = '"', escape = quote): Quote =>
  (text) =>
    quote + text.replaceAll(quote, escape + quote) + quote;

export const piece = (
  cells: readonly string[],
  delimiter = ',',
  quote: Quote = quoteWith(delimiter),
): Piece => ({
  text: cells.map((cell, column) => quote(cell, column)).join(delimiter),
  cells,
});
export const other = (text: string): Piece => ({ text, cells: null });
export const pieces = (delimiter = ',', quote?: Quote): Piece[] =>
  TABLE.map((cells) => piece(cells, delimiter, quote));

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

interface Shape {
  readonly above?: readonly string[];
  readonly header?: string | null;
  readonly names?: readonly string[] | null;
  readonly rows: readonly Piece[];
  readonly ends?: (piece: number) => string;
  readonly encode?: (text: string) => Uint8Array;
}

/** Puts the pieces together and counts the lines they stand on. */
export function file(kind: string, says: string, shape: Shape): PollutedFile {
  const { above = [], header = HEADER.join(','), ends = () => '\n', encode = utf8 } = shape;
  const rows: TruthRow[] = [];
  let text = '';
  let line = 1;
  const add = ({ text: own, cells }: Piece, at: number): void => {
    const to = line + (own.match(/\r\n?|\n/g)?.length ?? 0);
    if (cells !== null) rows.push({ cells, from: line, to });
    text += own + ends(at);
    line = to + 1;
  };
  for (const one of [...above, ...(header === null ? [] : [header])]) add(other(one), 0);
  shape.rows.forEach((one, at) => {
    add(one, at + 1);
  });
  return { kind, says, bytes: encode(text), header: shape.names === undefined ? HEADER : shape.names, rows };
}

export const put = (rows: readonly Piece[], at: number, ...extra: readonly Piece[]): Piece[] => [
  ...rows.slice(0, at),
  ...extra,
  ...rows.slice(at),
];
export const changed = (at: number, by: Piece): Piece[] =>
  pieces().map((own, row) => (row === at ? by : own));

/** Cells as texts of the file, so that delimiters can be put between and taken out. */
export const written = (row: number): string[] =>
  TABLE[row]!.map((cell, column) => quoteWith(',')(cell, column));
export const EACH = TABLE.map((_, row) => row);
