import { areOfOneKind } from '../../engine/index.ts';
import { isCodeLike, isContactLike, isDataLike, isNoValue, isNumberLike, isYear } from './looks.ts';

const LONG_CODE = 8;
const PHONE = /^\+?[\d\s()./-]{5,}$/;

/** What cells have in common that are more than plain text; null: plain text. */
type Form = 'number' | 'date' | 'contact' | 'truth' | 'code';

export function formOf(cell: string): Form | null {
  const text = cell.trim();
  if (isNumberLike(text)) return 'number';
  if (isContactLike(text)) return 'contact';
  if (isDataLike(text)) return text.length > 400 ? null : 'date';
  if (PHONE.test(text) && /\d{2}/.test(text)) return 'number';
  if (/^(?:true|false)$/i.test(text)) return 'truth';
  return isCodeLike(text) ? 'code' : null;
}

/**
 * RD21: is the first row of a file one of data? Its cells have the forms of those below, column by column, at least one of them more
 * than plain text. Years above numbers that are none are names of columns.
 */
export function isDataRow(cells: readonly string[], below: readonly (readonly string[])[]): boolean {
  if (cells.some(isContactLike)) return true;
  const named = cells.filter((cell) => cell.trim() !== '');
  if (namesYears(cells, below)) return false;
  if (named.every(isDataLike)) return true;
  if (below.length === 0) return false;
  if (isNumberLike(cells[0]!) && below.every((row) => isNumberLike(row[0] ?? ''))) return true;
  let alike = 0;
  for (const [at, cell] of cells.entries()) {
    if (cell.trim() === '' || isNoValue(cell)) continue;
    const column = below.flatMap((row) => (isFilled(row[at]) ? [row[at]!.trim()] : []));
    if (column.length === 0) continue;
    const form = columnForm(column);
    const own = formOf(cell);
    // A code among words is a word; codes are told from names by their shape.
    const fits = form === own || (form === null && own === 'code');
    if (!fits || (form === 'code' && !sameShape(cell.trim(), column))) return false;
    if (form !== null) alike++;
  }
  return alike > 0;
}

/** The form that nearly all cells have; null: plain text, or none. */
export function columnForm(column: readonly string[]): Form | null {
  const counts = new Map<Form | null, number>();
  for (const cell of column) counts.set(formOf(cell), (counts.get(formOf(cell)) ?? 0) + 1);
  const [form, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [null, 0];
  return areOfOneKind(count, column.length) ? form : null;
}

/** `C-1` and `C-22`, `001A…` of one length: two at least, all of one shape. */
function sameShape(code: string, column: readonly string[]): boolean {
  if (column.length < 2) return false;
  const all = [code, ...column];
  const alike = (shape: (text: string) => string): boolean => new Set(all.map(shape)).size === 1;
  const runs = (text: string): string =>
    text
      .replace(/\p{Lu}+/gu, 'A')
      .replace(/\p{Ll}+/gu, 'a')
      .replace(/\d+/g, '9');
  const signs = (text: string): string => text.slice(0, 1) + text.replace(/[\p{L}\p{N}]/gu, 'x');
  return alike(runs) || (code.length >= LONG_CODE && alike(signs));
}

/** All its numbers are years, each once, at least two side by side or one above numbers that are no years. */
function namesYears(cells: readonly string[], below: readonly (readonly string[])[]): boolean {
  const years = [...cells.entries()].filter(([, cell]) => isDataLike(cell));
  if (years.length === 0 || !years.every(([, cell]) => isYear(cell))) return false;
  const values = years.map(([, cell]) => Number(cell));
  const step = values[1] === undefined ? 0 : values[1] - values[0]!;
  const series = Math.abs(step) === 1 && values.every((value, i) => value === values[0]! + i * step);
  const others = years.every(([at]) => below.some((row) => isFilled(row[at]) && !isYear(row[at]!)));
  return (series || others) && new Set(values).size === values.length;
}

const isFilled = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== '';
