import { filledCells, isBlankRow, isContactLike, isDataLike, isHeaderLike, isNumberLike } from './looks.ts';

export interface FileRow {
  readonly cells: readonly string[];
  readonly line: number;
  /** Lines the row covers. */
  readonly span: number;
}

/** Rows looked at before the header row is decided. */
export const HEADER_SAMPLE = 60;
const PREAMBLE_ROWS = 20;

export type HeaderFound =
  | { readonly ok: true; readonly at: number }
  | { readonly ok: false; readonly code: 'no-header' | 'empty-file'; readonly line: number };

/**
 * Which of the first rows is the header: the first row that is not blank, unless it is a title or note above a table (one
 * filled cell, or far fewer cells than the rows have). A first row of data is no header (`no-header`).
 */
export function findHeader(rows: readonly FileRow[]): HeaderFound {
  const filled = rows.map((row, at) => ({ row, at })).filter(({ row }) => !isBlankRow(row.cells));
  if (filled.length === 0) return { ok: false, code: 'empty-file', line: 1 };
  const width = usualWidth(filled.map(({ row }) => row.cells.length));
  const first = filled.findIndex(({ row }, i) => {
    const cells = row.cells;
    if (width < 2) return true;
    if (filledCells(cells) >= 2 && cells.length * 2 >= width) return true;
    const next = filled[i + 1]?.row.cells;
    // `,Name` above data is a header with an empty name; a title in a sheet's first cell has a header below it.
    if (cells.length === width) return next === undefined || !leadsTo(filled.slice(i + 1), width);
    return filledCells(cells) >= 2 && !leadsTo(filled.slice(i + 1), width);
  });
  const likely = first === -1 || first > PREAMBLE_ROWS ? 0 : first;
  const found = filled[isGroupRow(filled.slice(likely)) ? likely + 1 : likely]!;
  const below = filled.filter(({ at }) => at > found.at).map(({ row }) => row.cells);
  if (isData(found.row.cells, below)) return { ok: false, code: 'no-header', line: found.row.line };
  return { ok: true, at: found.at };
}

/**
 * RD8: names of groups above a header: at most three fifths of its cells are filled, and the row below it is one of names with
 * data under them.
 */
function isGroupRow(rows: readonly { readonly row: FileRow }[]): boolean {
  const [group, header, ...below] = rows.slice(0, PREAMBLE_ROWS).map(({ row }) => row.cells);
  if (group === undefined || header === undefined || below.length === 0) return false;
  if (header.length < group.length || filledCells(group) * 5 > filledCells(header) * 3) return false;
  const width = below.filter(({ length }) => length === header.length).length;
  return (
    isHeaderLike(header) &&
    width * 2 > below.length &&
    header.some((_, at) => below.every((cells) => at >= cells.length || isDataLike(cells[at]!)))
  );
}

function leadsTo(below: readonly { readonly row: FileRow }[], width: number): boolean {
  return below
    .slice(0, PREAMBLE_ROWS)
    .some(({ row }) => row.cells.length === width && isHeaderLike(row.cells));
}

/** The number of cells most rows have, of those with at least two; 1 where none has. */
function usualWidth(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) if (count >= 2) times.set(count, (times.get(count) ?? 0) + 1);
  let width = 1;
  for (const [count, n] of times) {
    const most = times.get(width) ?? 0;
    if (n > most || (n === most && count > width)) width = count;
  }
  return width;
}

function isData(cells: readonly string[], below: readonly (readonly string[])[]): boolean {
  if (cells.some(isContactLike)) return true;
  const named = cells.filter((cell) => cell.trim() !== '');
  if (named.every(isDataLike)) return true;
  const first = cells[0] ?? '';
  return isNumberLike(first) && below.length > 0 && below.every((row) => isNumberLike(row[0] ?? ''));
}
