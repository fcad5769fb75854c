import { filledCells, isBlankRow, isDataLike, isYear } from '../table/looks.ts';
import { oneNewline } from './newlines.ts';
import { parseRows } from './parse-rows.ts';

const CANDIDATES = [',', ';', '\t', '|'] as const;
const SAMPLE_ROWS = 200;

/** Splits nothing: characters no text has. For files of one column. */
export const NO_DELIMITER = '\u0000\uffff\u0000\ufffe';

/** `sep=;` in the first line: spreadsheets write it and hide it. Null where there is none. */
export function sepLine(sample: string): { readonly delimiter: string; readonly length: number } | null {
  const found = /^"?sep=([^\r\n"])"?[,;\t|]*(?:\r\n?|\n|$)/i.exec(sample);
  return found === null ? null : { delimiter: found[1]!, length: found[0].length };
}

/**
 * The delimiter that splits the sample's rows most evenly into most cells, or null for one column. `complete`: the sample is
 * the whole file.
 */
export function detectDelimiter(sample: string, complete: boolean): string | null {
  let best: string | null = null;
  let bestScore = 0;
  for (const delimiter of CANDIDATES) {
    if (!sample.includes(delimiter)) continue;
    const score = scoreOf(sampleRows(sample, delimiter, complete));
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

function sampleRows(sample: string, delimiter: string, complete: boolean): readonly string[][] {
  const { text, newline } = oneNewline(sample, sample.includes('"'));
  const ended = complete ? text + newline : text;
  const { rows, used } = parseRows(ended, delimiter, newline, true);
  // An open quote or a long row may leave nothing complete: its first line then says enough.
  const all =
    used < ended.length && rows.length < 3
      ? [...rows, ...parseRows(text.slice(used) + newline, delimiter, newline, false).rows]
      : rows;
  return all.filter((cells) => !isBlankRow(cells)).slice(0, SAMPLE_ROWS);
}

function scoreOf(rows: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length >= 2) counts.set(length, (counts.get(length) ?? 0) + 1);
  let mode = 0;
  let times = 0;
  for (const [cells, n] of counts) {
    if (n > times || (n === times && cells > mode)) {
      mode = cells;
      times = n;
    }
  }
  if (mode === 0) return 0;
  const anchored = rows[0]!.length >= 2;
  if (!anchored) {
    // A title may stand above the table, filled up to its width or not; a sentence with a comma in it is no header.
    const header = rows.find((cells) => cells.length === mode && filledCells(cells) > 1);
    if (header === undefined || header.some((cell) => isDataLike(cell) && !isYear(cell))) return 0;
    if (header.slice(1).some((cell) => cell.startsWith(' ') && cell.trim() !== '')) return 0;
  }
  const first = rows[0]!.length === mode ? 1.1 : 1;
  const prose = rows.some((cells) => cells.slice(1).some((cell) => cell.startsWith(' '))) ? 0.9 : 1;
  return (times / rows.length) * Math.log2(mode + 1) * (anchored ? 1.25 : 1) * first * prose;
}
