import type { RowBlock } from '../table/table.ts';
import { countNewlines, oneNewline, restoreNewlines, type NewlineCounts } from './newlines.ts';
import { parseRows } from './parse-rows.ts';
import { requote, type QuoteHabit } from './requote.ts';
import { Lines } from '../table/noted-lines.ts';

/** Characters parsed at once. */
export const BLOCK_CHARS = 512 * 1024;
/** A quoted cell over this is taken as not closed: no app holds it, and the text must fit in memory. */
export const OPEN_QUOTE_CHARS = 64 * 1024 * 1024;
/** A row over this cannot be read. */
export const ROW_CHARS = 256 * 1024 * 1024;

/** A row that never ends, on this line. */
export class RowTooLong extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`row too long, line ${String(line)}`);
    this.line = line;
  }
}

/**
 * Text in chunks to rows, in bounded memory. A quote that is not closed within the file (or `OPEN_QUOTE_CHARS`) makes quotes
 * ordinary characters from its line on.
 */
export class RowReader {
  readonly #delimiter: string;
  readonly #habit: QuoteHabit;
  readonly #take: (block: RowBlock) => void;
  #pending: string[] = [];
  #size = 0;
  #wanted = BLOCK_CHARS;
  #line: number;
  #quotes = true;
  /** Line from which quotes are ordinary characters, or null. */
  unclosedFrom: number | null = null;
  readonly stray = new Lines();
  /** Lines read with quotes as ordinary characters (RD4). */
  readonly alone = new Lines();
  /** Lines with cells like `="00123"` (RD9). */
  readonly formulas = new Lines();
  /** Cells that were quoted in another way (RD17). */
  requoted = 0;
  /** Lines with cells that begin with blanks and a quote (RD17). */
  readonly afterBlank = new Lines();
  /** Lines with a quote inside a bare cell and one at the end of a later cell. */
  readonly inside = new Lines();
  /** The last row of the file ends with a line end. */
  lastEnded = true;
  /** Line ends that ended a row. */
  readonly ends: NewlineCounts = { lf: 0, crlf: 0, cr: 0 };

  constructor(delimiter: string, habit: QuoteHabit, firstLine: number, take: (block: RowBlock) => void) {
    this.#delimiter = delimiter;
    this.#habit = habit;
    this.#line = firstLine;
    this.#take = take;
  }

  /** Line of the next row. */
  get line(): number {
    return this.#line;
  }

  /** Between two rows: no text waits to be parsed, and quotes are quotes. */
  get idle(): boolean {
    return this.#size === 0 && this.#quotes;
  }

  /** Parses what was pushed, as far as rows are complete. */
  flush(): void {
    if (this.#size > 0) this.#parse();
  }

  /** Lines of one row each that were taken elsewhere. */
  passed(lf: number, crlf: number): void {
    this.ends.lf += lf;
    this.ends.crlf += crlf;
    this.#line += lf + crlf;
  }

  push(text: string): void {
    if (text === '') return;
    this.#pending.push(text);
    this.#size += text.length;
    if (this.#size >= this.#wanted) this.#parse();
  }

  /** Parses what is left; a last row need not end with a line end. */
  end(): void {
    if (this.#size === 0) return;
    this.#parse();
    if (this.#size === 0) return;
    const rest = this.#pending.join('');
    const ended = rest.endsWith('\n') || rest.endsWith('\r');
    this.#keep(ended ? rest : `${rest}\n`);
    this.#parse(true);
    if (this.#size > 0) {
      this.#quotesOff();
      this.#parse(true);
    }
    this.lastEnded = ended;
    if (!ended) this.ends.lf--;
  }

  #parse(last = false): void {
    const text = this.#pending.join('');
    // A CR at the end may be half of a CRLF.
    const held = !last && text.endsWith('\r') ? 1 : 0;
    const body = this.#asUsual(held === 0 ? text : text.slice(0, -1));
    const quoted = this.#quotes && body.includes('"');
    const { text: marked, newline, marks, counts } = oneNewline(body, quoted);
    const { rows, stray, alone, used } = parseRows(marked, this.#delimiter, newline, quoted);
    const rest = marked.slice(used);
    let inside: NewlineCounts | null = null;
    if (rows.length > 0) {
      const total = counts.lf + counts.crlf + counts.cr;
      const lines = quoted ? total - lineEndsOf(rest, newline) : rows.length;
      if (marks !== null) for (const cells of rows) restoreNewlines(cells, marks);
      const formulas = quoted && marked.includes('="') ? textFormulas(rows) : [];
      const spans = lines === rows.length ? null : new Uint32Array(rows.length).fill(1);
      if (spans !== null) inside = countInside(rows, spans);
      this.#note(stray, spans, this.stray);
      this.#note(alone, spans, this.alone);
      this.#note(formulas, spans, this.formulas);
      if (quoted) this.#note(quotedInside(rows), spans, this.inside);
      if (AFTER_BLANK.test(marked)) this.#note(quotedAfterBlank(rows), spans, this.afterBlank);
      this.#take({ rows, firstLine: this.#line, spans });
      this.#line += lines;
    }
    const back = marks === null ? rest : backTo(rest, marks);
    this.#count(counts, back, inside, body.length);
    this.#keep(held === 0 ? back : `${back}\r`);
    if (last) return;
    this.#wanted = Math.max(BLOCK_CHARS, this.#size * 2);
    if (this.#size > OPEN_QUOTE_CHARS && this.#quotes && /[\r\n]/.test(back)) {
      this.#quotesOff();
      this.#parse();
    } else if (this.#size > ROW_CHARS) throw new RowTooLong(this.#line);
  }

  /** RD17: the text with its cells quoted as others do. */
  #asUsual(text: string): string {
    const { blanks, apostrophes } = this.#habit;
    if (!this.#quotes || !(blanks || apostrophes)) return text;
    const { text: usual, changed } = requote(text, this.#delimiter, this.#habit);
    this.requoted += changed;
    return usual;
  }

  #quotesOff(): void {
    this.#quotes = false;
    this.unclosedFrom = this.#line;
  }

  #keep(rest: string): void {
    this.#pending = rest === '' ? [] : [rest];
    this.#size = rest.length;
  }

  /** Line ends of the text, less those of the rest and those inside cells. */
  #count(counts: NewlineCounts, rest: string, inside: NewlineCounts | null, length: number): void {
    if (rest.length === length) return;
    const left = countNewlines(rest);
    for (const kind of ['lf', 'crlf', 'cr'] as const) {
      this.ends[kind] += counts[kind] - left[kind] - (inside?.[kind] ?? 0);
    }
  }

  /** Notes the first lines of some of the rows, which are in order. */
  #note(these: readonly number[], spans: Uint32Array | null, into: Lines): void {
    let line = this.#line;
    let at = 0;
    for (const row of these) {
      for (; at < row; at++) line += spans?.[at] ?? 1;
      into.add(line);
    }
  }
}

/** A delimiter before the quote is missing: the quote opens inside one cell, and closes the cell of another. */
function quotedInside(rows: readonly string[][]): number[] {
  const opens = (cell: string): boolean => /^[^"]+"[^"]+$/.test(cell);
  const closes = (cell: string): boolean => /^[^"]+"$/.test(cell);
  return rows.flatMap((cells, row) => {
    const at = cells.findIndex((cell) => cell.includes('"') && opens(cell));
    return at !== -1 && cells.slice(at + 1).some(closes) ? [row] : [];
  });
}

const AFTER_BLANK = /[ \t]"/;

/** Rows with a cell that begins with blanks and a quote. */
function quotedAfterBlank(rows: readonly string[][]): number[] {
  const has = (cells: readonly string[]): boolean => cells.some((cell) => /^[ \t]+"/.test(cell));
  return rows.flatMap((cells, row) => (has(cells) ? [row] : []));
}

const TEXT_FORMULA = /^="((?:[^"]|"")*)"$/;

/** RD9: takes the text out of cells like `="00123"`, in place; the rows that had one. */
function textFormulas(rows: readonly string[][]): number[] {
  const found: number[] = [];
  rows.forEach((cells, row) => {
    let has = false;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!;
      const text = cell.startsWith('="') ? TEXT_FORMULA.exec(cell)?.[1] : undefined;
      if (text === undefined) continue;
      cells[i] = text.replaceAll('""', '"');
      has = true;
    }
    if (has) found.push(row);
  });
  return found;
}

function countInside(rows: readonly string[][], spans: Uint32Array): NewlineCounts {
  const inside = { lf: 0, crlf: 0, cr: 0 };
  rows.forEach((cells, row) => {
    for (const cell of cells) {
      if (!cell.includes('\n') && !cell.includes('\r')) continue;
      const ends = countNewlines(cell);
      inside.lf += ends.lf;
      inside.crlf += ends.crlf;
      inside.cr += ends.cr;
      spans[row]! += ends.lf + ends.crlf + ends.cr;
    }
  });
  return inside;
}

function lineEndsOf(text: string, newline: string): number {
  let count = 0;
  for (let i = text.indexOf(newline); i !== -1; i = text.indexOf(newline, i + 1)) count++;
  return count;
}

function backTo(text: string, marks: readonly [string, string]): string {
  return text.replaceAll(`${marks[0]}\n`, '\r\n').replaceAll(`${marks[1]}\n`, '\r');
}
