import { isDataRow } from './headless.ts';
import { areNames, filledCells, isBlankRow, isCodeLike, isDataLike } from './looks.ts';

export interface FileRow {
  readonly cells: readonly string[];
  readonly line: number;
  /** Lines the row covers. */
  readonly span: number;
}

/** Rows looked at before the header row is decided. */
export const HEADER_SAMPLE = 60;
const PREAMBLE_ROWS = 20;
const GROUP_ROWS = 6;

export type HeaderFound =
  | { readonly ok: true; readonly at: number }
  | { readonly ok: false; readonly code: 'no-header' | 'empty-file'; readonly line: number };

/**
 * Which of the first rows is the header: the first row that is not blank, unless it is a title, note or row of groups above a table.
 * A first row of data is no header (`no-header`).
 */
export function findHeader(rows: readonly FileRow[]): HeaderFound {
  const filled = rows.filter(({ cells }) => !isBlankRow(cells));
  if (filled.length === 0) return { ok: false, code: 'empty-file', line: 1 };
  const all = filled.map(({ cells }) => cells);
  const width = usualWidth(all.map(({ length }) => length));
  let first = 0;
  while (width > 1 && first < all.length && isAbove(all[first]!, all.slice(first + 1), width)) first++;
  const likely = first === all.length || first > PREAMBLE_ROWS ? 0 : first;
  const found = filled[likely]!;
  if (isDataRow(found.cells, all.slice(likely + 1)))
    return { ok: false, code: 'no-header', line: found.line };
  return { ok: true, at: rows.indexOf(found) };
}

type Rows = readonly (readonly string[])[];

function isAbove(cells: readonly string[], below: Rows, width: number): boolean {
  const filled = filledCells(cells);
  if (filled < 2 && cells.length !== width) return true;
  if (cells.length * 2 < width) return leadsTo(below, width);
  return filled < 2 ? isTitle(cells, below, width) : isGroupRow(cells, below);
}

function leadsTo(below: Rows, width: number): boolean {
  return below.slice(0, PREAMBLE_ROWS).some((cells) => cells.length === width && areNames(cells));
}

/**
 * RD18: one filled cell above a row with most cells filled. `,Name` above data is a header with an empty name; a text in the first of
 * three cells or more is a title above whatever follows.
 */
function isTitle(cells: readonly string[], below: Rows, width: number): boolean {
  const at = below.slice(0, PREAMBLE_ROWS).findIndex((row) => filledCells(row) > 1);
  const next = below[at];
  if (next === undefined) return false;
  // A title can stand above names of groups, too.
  if (filledCells(next) * 2 <= width)
    return width > 2 && cells[0]!.trim() !== '' && isGroupRow(next, below.slice(at + 1));
  return (width > 2 && cells[0]!.trim() !== '') || !isDataRow(next, below.slice(at + 1));
}

/**
 * RD8: names of groups above a header: at most three fifths as many filled cells as the row of names below it, which has data under
 * it. Other such rows may stand between.
 */
function isGroupRow(group: readonly string[], below: Rows): boolean {
  const isSparser = (cells: readonly string[], than: readonly string[]): boolean =>
    than.length >= cells.length && filledCells(cells) * 5 <= filledCells(than) * 3;
  const at = below.slice(0, GROUP_ROWS).findIndex((cells) => isSparser(group, cells));
  const header = below[at];
  if (header === undefined || !below.slice(0, at).every((cells) => isSparser(cells, header))) return false;
  const rows = below.slice(at + 1, PREAMBLE_ROWS);
  const width = rows.filter(({ length }) => length === header.length).length;
  return (
    areNames(header) &&
    width * 2 > rows.length &&
    header.some((name, i) => name.trim() !== '' && !isCodeLike(name) && isData(rows, i))
  );
}

/** Is a column filled in at least half of the rows, with data or codes alone? */
function isData(rows: Rows, at: number): boolean {
  const cells = rows.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== '');
  return (
    cells.length * 2 >= rows.length &&
    cells.length > 0 &&
    cells.every((cell) => isDataLike(cell) || isCodeLike(cell))
  );
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
