import { papaRows } from './papa.ts';

export interface ParsedRows {
  readonly rows: string[][];
  /** Rows (by position) with a quote in a quoted cell that neither closes nor doubles. */
  readonly stray: readonly number[];
  /** Rows (by position) read with quotes as ordinary characters, since such a cell would run over a line end (RD4). */
  readonly alone: readonly number[];
  /** Characters of complete rows; what follows is the start of a row. */
  readonly used: number;
}

/** Rows parsed at once behind a line that was read alone: such lines often stand close together. */
const AFTER_ALONE = 16;

/**
 * Text to complete rows (see `papaRows`). RD4: a quoted cell with a stray quote that runs over a line end is no such cell; its
 * row's first line is a row with quotes as ordinary characters, and the next line begins the next row.
 */
export function parseRows(
  text: string,
  delimiter: string,
  newline: '\n' | '\r\n',
  quotes: boolean,
): ParsedRows {
  const rows: string[][] = [];
  const stray: number[] = [];
  const alone: number[] = [];
  let used = 0;
  let most = 0;
  for (;;) {
    const rest = used === 0 ? text : text.slice(used);
    const found = papaRows(rest, delimiter, newline, quotes, most);
    const over = found.stray.find(({ index }) => runsOver(rest, index, delimiter, newline));
    const before = rows.length;
    for (const { row } of found.stray) {
      if (row < (over?.row ?? Infinity) && stray.at(-1) !== before + row) stray.push(before + row);
    }
    if (over === undefined) {
      if (before === 0) return { rows: found.rows, stray, alone, used: found.used };
      for (const cells of found.rows) rows.push(cells);
      used += found.used;
      if (most === 0 || found.rows.length < most || found.used === rest.length)
        return { rows, stray, alone, used };
      most *= 4;
      continue;
    }
    for (let row = 0; row < over.row; row++) rows.push(found.rows[row]!);
    if (over.row > 0) used += papaRows(rest, delimiter, newline, true, over.row).used;
    const end = text.indexOf(newline, used);
    alone.push(rows.length);
    rows.push(text.slice(used, end).split(delimiter));
    used = end + newline.length;
    most = AFTER_ALONE;
  }
}

/** Does the quoted cell whose text begins at `from` hold a line end? It closes as PapaParse closes it. */
function runsOver(text: string, from: number, delimiter: string, newline: string): boolean {
  const end = text.indexOf(newline, from);
  for (let at = text.indexOf('"', from); at !== -1 && at < end; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') at++;
    else if (text.slice(at + 1, end).trim() === '') return false;
    else {
      const next = text.indexOf(delimiter, at + 1);
      if (next !== -1 && text.slice(at + 1, next).trim() === '') return false;
    }
  }
  return end !== -1;
}
