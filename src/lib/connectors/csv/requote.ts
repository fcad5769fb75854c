/** How a file writes its quotes, where not as others do (RD17). */
export interface QuoteHabit {
  /** Blanks stand between a delimiter and a quote. */
  readonly blanks: boolean;
  /** Cells are quoted with apostrophes. */
  readonly apostrophes: boolean;
}

export const USUAL: QuoteHabit = { blanks: false, apostrophes: false };

/** Nearly all cells that seem to be quoted so end in a quote. */
const SHARE = 0.9;
/** One cell with an apostrophe at both ends is no habit. */
const LEAST = 2;

/** The habit of a file by its first text; what a person keeps as it stands is none. */
export function quoteHabit(sample: string, delimiter: string, keep: boolean): QuoteHabit {
  const blanks = /[ \t]"/.test(sample) && isHabit(requote(sample, delimiter, { ...USUAL, blanks: true }), 1);
  const apostrophes =
    !keep &&
    ![delimiter, '\n', '\r'].some((before) => `\n${sample}`.includes(`${before}"`)) &&
    sample.includes("'") &&
    isHabit(requote(sample, delimiter, { blanks: true, apostrophes: true }), LEAST);
  return { blanks: blanks || (apostrophes && new RegExp("[ \\t]'").test(sample)), apostrophes };
}

const isHabit = ({ led, changed }: Requoted, least: number): boolean =>
  led >= least && changed >= led * SHARE;

export interface Requoted {
  readonly text: string;
  /** Cells that begin in the other way. */
  readonly led: number;
  /** Those of them that end as they begin, now quoted as others. */
  readonly changed: number;
}

/** The text with its cells quoted as others do: no blanks before a quote, no apostrophes for quotes. Doing it twice changes nothing. */
export function requote(text: string, delimiter: string, habit: QuoteHabit): Requoted {
  let out = '';
  let kept = 0;
  let led = 0;
  let changed = 0;
  for (let at = 0; at < text.length;) {
    const from = habit.blanks ? afterBlanks(text, at, delimiter) : at;
    const sign = text[from];
    const isQuote = sign === '"' || (habit.apostrophes && sign === "'");
    const close = isQuote ? closeOf(text, from, sign, delimiter) : -1;
    if (isQuote && (sign === "'" || from > at)) {
      led++;
      if (close !== -1) {
        changed++;
        out += text.slice(kept, at);
        kept = close + 1;
        out += sign === '"' ? text.slice(from, kept) : asQuoted(text.slice(from + 1, close));
      }
    }
    at = nextCell(text, close === -1 ? at : close + 1, delimiter);
  }
  return { text: out + text.slice(kept), led, changed };
}

const asQuoted = (inner: string): string => `"${inner.replaceAll("''", "'").replaceAll('"', '""')}"`;

function afterBlanks(text: string, at: number, delimiter: string): number {
  while ((text[at] === ' ' || text[at] === '\t') && text[at] !== delimiter) at++;
  return at;
}

/** The quote that closes the cell: not doubled, and nothing but blanks before the next delimiter or line end; -1 without one. */
function closeOf(text: string, from: number, quote: string, delimiter: string): number {
  for (let at = text.indexOf(quote, from + 1); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (text[at + 1] === quote) {
      at++;
      continue;
    }
    const next = afterBlanks(text, at + 1, delimiter);
    const ends = text[next] === '\n' || text[next] === '\r' || text.startsWith(delimiter, next);
    if (ends) return at;
    // A quote that neither closes nor doubles: what begins here may be no quoted cell, and is left as it is.
    if (quote === "'") return -1;
  }
  return -1;
}

/** Where the cell after the one that goes on at `at` begins. */
function nextCell(text: string, at: number, delimiter: string): number {
  for (; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\n' || sign === '\r') return at + 1;
    if (text.startsWith(delimiter, at)) return at + delimiter.length;
  }
  return at;
}
