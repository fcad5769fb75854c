/**
 * Any of LF, CRLF and CR outside quotes ends a row, in every file. PapaParse knows one newline at a time, so text that mixes
 * them gets white-space marks: CRLF becomes mark + LF, a lone CR another mark + LF. PapaParse skips white space between a
 * closing quote and the line end, an unquoted last cell is cut by the mark, and inside a cell the marks are turned back.
 */
export interface Newlines {
  readonly text: string;
  /** What PapaParse is to split at. */
  readonly newline: '\n' | '\r\n';
  /** Marks for CRLF and CR; null where nothing was changed. */
  readonly marks: readonly [crlf: string, cr: string] | null;
  readonly counts: NewlineCounts;
}

export interface NewlineCounts {
  lf: number;
  crlf: number;
  cr: number;
}

/** `quoted`: the text has quotes that may hold line ends; without them a plain replacement is enough. */
export function oneNewline(text: string, quoted: boolean): Newlines {
  const counts = countNewlines(text);
  if (counts.crlf === 0 && counts.cr === 0) return { text, newline: '\n', marks: null, counts };
  if (counts.lf === 0 && counts.cr === 0) return { text, newline: '\r\n', marks: null, counts };
  if (!quoted) return { text: text.replace(/\r\n?/g, '\n'), newline: '\n', marks: null, counts };
  let filler = '';
  while (text.includes(`${filler}\f`) || text.includes(`${filler}\u2028`)) filler += '\v';
  const marks = [`${filler}\f`, `${filler}\u2028`] as const;
  const marked = text.replaceAll('\r\n', `${marks[0]}\n`).replaceAll('\r', `${marks[1]}\n`);
  return { text: marked, newline: '\n', marks, counts };
}

/** Takes the marks out of a parsed row, in place. */
export function restoreNewlines(cells: string[], marks: readonly [string, string]): void {
  const last = cells.length - 1;
  const text = cells[last]!;
  for (const mark of marks) {
    if (text.endsWith(mark)) {
      cells[last] = text.slice(0, text.length - mark.length);
      break;
    }
  }
  for (let i = 0; i <= last; i++) {
    if (!cells[i]!.includes('\n')) continue;
    cells[i] = cells[i]!.replaceAll(`${marks[0]}\n`, '\r\n').replaceAll(`${marks[1]}\n`, '\r');
  }
}

export function countNewlines(text: string): NewlineCounts {
  const counts = { lf: 0, crlf: 0, cr: 0 };
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) counts.lf++;
  for (let i = text.indexOf('\r'); i !== -1; i = text.indexOf('\r', i + 1)) {
    if (text.charCodeAt(i + 1) === 10) counts.crlf++;
    else counts.cr++;
  }
  counts.lf -= counts.crlf;
  return counts;
}
