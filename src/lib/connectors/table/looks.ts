/** What a cell looks like, for telling header rows from data rows. Never used for values. */

const NUMBER = /^[+-]?(?:[€$£¥]|[A-Z]{3} )?\s?\d[\d\s.,'’\u00a0\u202f]*(?:e[+-]?\d+)?\s?[%€$£¥]?$/i;
const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ].*)?$/;
const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const ADDRESS = /^https?:\/\/\S+$/i;

/** Words that stand for a value that is not there: in a row of data, not among names of columns. */
const NO_VALUE =
  /^(?:unknown|n\/?a|n\.a\.|none|null|nil|tb[acd]|missing|empty|undefined|not (?:available|known|set|specified)|ukjent|okänd|ukendt|unbekannt|k\.?\s?a\.?|inconnu|desconocid[oa]|sconosciuto|onbekend|[^\p{L}\p{N}]+)$/iu;

export const isNumberLike = (cell: string): boolean => cell.length < 40 && NUMBER.test(cell.trim());

export const isContactLike = (cell: string): boolean =>
  cell.length < 400 && (EMAIL.test(cell.trim()) || ADDRESS.test(cell.trim()));

export const isNoValue = (cell: string): boolean => NO_VALUE.test(cell.trim());

export const isYear = (cell: string): boolean => /^(?:19|20)\d\d$/.test(cell.trim());

/** One sign or word with a digit in it: `001A000001aaaac`, `C-17`, `9f1b…`. */
export const isCodeLike = (cell: string): boolean => cell.length < 100 && /^\S*\d\S*$/.test(cell.trim());

/** A number, a date, an e-mail or web address: what data has and names of columns have not. */
export function isDataLike(cell: string): boolean {
  if (cell.length > 400) return true;
  const text = cell.trim();
  return isNumberLike(text) || DATE.test(text) || EMAIL.test(text) || ADDRESS.test(text);
}

export const isBlankRow = (cells: readonly string[]): boolean => {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
};

export function filledCells(cells: readonly string[]): number {
  let filled = 0;
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') filled++;
  return filled;
}

/** The cells without the blank ones at the end, which spreadsheets fill rows up with. */
export function unpadded(cells: readonly string[]): readonly string[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1]!.trim() === '') length--;
  return length === cells.length ? cells : cells.slice(0, length);
}

/** More than half of the cells are filled, none with data; years can be names. */
export const areNames = (cells: readonly string[]): boolean =>
  cells.length >= 2 &&
  filledCells(cells) * 2 > cells.length &&
  cells.every((cell) => cell.length <= 100 && (isYear(cell) || !isDataLike(cell)));

/** At least two cells, all filled, short, different, none looking like data. */
export function isHeaderLike(cells: readonly string[]): boolean {
  return (
    cells.length >= 2 &&
    new Set(cells).size === cells.length &&
    cells.every((cell) => cell.trim() !== '' && cell.length <= 100 && !isDataLike(cell))
  );
}
