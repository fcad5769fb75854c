import { isIdName, type Forms } from './forms.ts';
import type { FileRow } from './header.ts';
import type { HeaderWatch } from './header-watch.ts';
import { filledCells, isCodeLike, isDataLike, isHeaderLike, isNoValue, unpadded } from './looks.ts';

/** What is known of the table above. */
export interface FirstTable {
  readonly header: readonly string[];
  readonly watch: HeaderWatch;
  readonly forms: Forms;
}

/** May a row be the header of another table? */
export function mayBeHeader(cells: readonly string[]): boolean {
  const names = unpadded(cells);
  return isHeaderLike(names) && !names.some(isNoValue);
}

/** RD19: may a row without a blank one above be such a header? It has the id column's name, or one like it among ids of another form. */
export const mayFollow = (cells: readonly string[], { watch, forms }: Omit<FirstTable, 'header'>): boolean =>
  !forms.empty &&
  watch.namesSomeId(cells) &&
  mayBeHeader(cells) &&
  (watch.namesId(cells) || (forms.idsAreNoWords && !forms.hasId(cells)));

/**
 * RD5, RD19: is a header-like row without an id of this table the header of a second one? The row after it says so: it has data under the
 * names, and they are of other cells than this table's rows, or one is a name of its header, or they are words where its rows have
 * data; the name of its id column alone is enough. One word among data is a value, as in a table whose ids are words themselves.
 */
export function isSecondHeader(
  candidate: FileRow,
  next: FileRow,
  { header, watch, forms }: FirstTable,
): boolean {
  const names = unpadded(candidate.cells);
  const cells = unpadded(next.cells);
  if (cells.length > names.length || filledCells(cells) < 2) return false;
  if (watch.namesId(names)) return true;
  if (!cells.some((cell, at) => isDataLike(cell) || (isCodeLike(cell) && !isCodeLike(names[at]!))))
    return false;
  if (!forms.hasWidth(candidate.cells)) return next.cells.length === candidate.cells.length;
  const own = new Set(header.map(folded));
  if (names.some((name) => own.has(folded(name)))) return true;
  const adjoins = candidate.line + candidate.span === next.line;
  if (forms.idsAreNoWords) return !forms.beginsAsIds(cells);
  const words = forms.wordsForData(names);
  return words > 1 || (words === 1 && names.some(isIdName)) || (adjoins && forms.hasDataForWords(cells));
}

const folded = (name: string): string => name.trim().toLowerCase();
