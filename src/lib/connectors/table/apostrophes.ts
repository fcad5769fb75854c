import { mappedColumn, textAt, type Segment } from '../../engine/index.ts';
import type { ReadWarning } from '../report.ts';
import { lineOf, type LineBreaks } from './lines.ts';
import { isContactLike, isNumberLike } from './looks.ts';
import { Lines } from './noted-lines.ts';

const APOSTROPHE = 0x27;
/** What a spreadsheet would run; Drysync's own files for spreadsheets put an apostrophe before it. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;
const PHONE = /^\(?\d[\d\s()./-]{4,}$/;
/** An apostrophe that only begins a cell, as 's-Gravenhage, is a spreadsheet's mark where nine tenths of the cells have one. */
const SHARE = 0.9;
const WRITTEN = /^'.*'$|^'(?:[dklmnrst]|em|de|il)[-\s]/is;
const LEAST = 2;

interface Seen {
  filled: number;
  /** Cells that begin with an apostrophe. */
  led: number;
  /** Those of them that hold what a spreadsheet would make something else of. */
  guarded: number;
  /** Those of them that hold nothing else. */
  alone: number;
  /** Those that end with one too, or are written so ('s-Gravenhage, 't Hoen): no marks. */
  others: number;
  readonly rows: number[];
}

/** RD9: which columns' leading apostrophes are a spreadsheet's marks, told over the whole file. */
export class Apostrophes {
  readonly #columns = new Map<number, Seen>();
  /** Rows of the segments in which a column had none yet: its cells there count as filled. */
  #rows = 0;
  #names: readonly string[] = [];

  /** Looks through rows of the file. */
  look(segments: readonly Segment[], names: readonly string[]): void {
    this.#names = names;
    for (const segment of segments) {
      segment.columns.forEach((column, at) => {
        const values = column.offsets.length - 1;
        let begins = this.#columns.has(at);
        for (let value = 0; value < values && !begins; value++) {
          begins = column.bytes[column.offsets[value]!] === APOSTROPHE;
        }
        if (begins) this.#count(segment, at);
      });
      this.#rows += segment.rows;
    }
  }

  /** Columns whose apostrophes go; `all`: a person said so of the file. */
  columns(all: boolean): ReadonlySet<number> {
    const marked = [...this.#columns].filter(([, seen]) => seen.led > 0 && (all || isMark(seen)));
    return new Set(marked.map(([at]) => at));
  }

  /** One note a column, with the lines of its first cells. */
  notes(dropped: ReadonlySet<number>, breaks: LineBreaks): ReadWarning[] {
    return [...this.#columns].flatMap(([at, seen]): ReadWarning[] => {
      if (seen.led === 0 || (!dropped.has(at) && seen.guarded === 0)) return [];
      const lines = new Lines();
      for (const row of seen.rows) lines.add(lineOf(breaks, row));
      const code = dropped.has(at) ? 'apostrophes-dropped' : 'apostrophes-kept';
      return [{ code, count: seen.led, lines: lines.list().lines, value: this.#names[at] ?? '' }];
    });
  }

  #count(segment: Segment, at: number): void {
    const seen = this.#columns.get(at) ?? {
      filled: this.#rows,
      led: 0,
      guarded: 0,
      alone: 0,
      others: 0,
      rows: [],
    };
    this.#columns.set(at, seen);
    const column = segment.columns[at]!;
    for (let row = 0; row < segment.rows; row++) {
      const text = textAt(column, row);
      if (text === '') continue;
      seen.filled++;
      if (!text.startsWith("'")) continue;
      seen.led++;
      if (text === "'") seen.alone++;
      else if (isGuarded(text.slice(1))) seen.guarded++;
      if (WRITTEN.test(text)) seen.others++;
      if (seen.rows.length < 20) seen.rows.push(segment.fileRows[row]!);
    }
  }
}

/** The rows with the marks of these columns taken off. */
export function withoutMarks(segment: Segment, dropped: ReadonlySet<number>): Segment {
  const columns = segment.columns.map((column, at) =>
    dropped.has(at) ? mappedColumn(column, (text) => (text.startsWith("'") ? text.slice(1) : text)) : column,
  );
  return { ...segment, columns };
}

const isMark = ({ led, guarded, alone, others, filled }: Seen): boolean =>
  (guarded > 0 && guarded + alone === led) || (led >= LEAST && led - others >= filled * SHARE);

const isGuarded = (rest: string): boolean =>
  FORMULA.test(rest) || isNumberLike(rest) || PHONE.test(rest) || isContactLike(rest);
