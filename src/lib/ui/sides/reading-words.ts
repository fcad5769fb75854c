import type { Both, Side } from '../../engine/index.ts';
import { numberFormat } from '../formats.ts';
import { count } from '../words.ts';
import type { ShownColumn } from './shapes.ts';

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
};

export const delimiterWord = (delimiter: string | null): string =>
  delimiter === null ? 'none, one column' : (DELIMITERS[delimiter] ?? `“${delimiter}”`);

/** What a person may choose instead of what was found. */
export const DELIMITER_CHOICES: readonly (readonly [string, string])[] = Object.entries(DELIMITERS);

export const ENCODING_CHOICES: readonly (readonly [string, string])[] = [
  ['utf-8', 'UTF-8'],
  ['windows-1252', 'windows-1252 (Western Europe)'],
  ['mixed', 'UTF-8 and windows-1252, by line'],
  ['utf-16le', 'UTF-16 LE'],
  ['utf-16be', 'UTF-16 BE'],
  ['iso-8859-2', 'ISO 8859-2 (Central Europe)'],
  ['windows-1250', 'windows-1250 (Central Europe)'],
  ['iso-8859-15', 'ISO 8859-15 (Western Europe, €)'],
  ['windows-1251', 'windows-1251 (Cyrillic)'],
  ['windows-1253', 'windows-1253 (Greek)'],
  ['windows-1254', 'windows-1254 (Turkish)'],
  ['macintosh', 'Mac Roman'],
  ['shift_jis', 'Shift JIS'],
  ['gb18030', 'GB 18030'],
  ['big5', 'Big5'],
  ['euc-kr', 'EUC-KR'],
];

/** The kind of file, by how it is separated. */
export const fileKind = (delimiter: string | null): string => (delimiter === '\t' ? 'TSV' : 'CSV');

const ORDERS = { ymd: 'y-m-d', dmy: 'd.m.y', mdy: 'm/d/y' } as const;

/** What the whole column looks like. A separator is shown only where a sample has one. */
export function readAs({ inferred, dateOrder, decimal, filled, guess, samples }: ShownColumn): string {
  if (filled === 0) return 'empty';
  if (dateOrder !== null) {
    return `${inferred === 'datetime' ? 'date, time' : 'date'} ${ORDERS[dateOrder]}`;
  }
  if (decimal !== null && samples.some((sample) => /[.,]/.test(sample))) {
    return decimal === '.' ? 'number 1,000.00' : 'number 1.000,00';
  }
  return split(guess)[0];
}

/** Up to so many different values a column of text is a choice of options, not a key. */
const OPTIONS_UP_TO = 200;

/** What most cells are, by how the guess begins; those that are not make the column one of text. */
const KINDS: readonly (readonly [begins: string, many: string])[] = [
  ['number', 'numbers'],
  ['date', 'dates'],
  ['yes or no', 'yes or no'],
];

export interface KeyCheck {
  readonly kind: 'unique' | 'repeats' | 'fact' | 'ask';
  readonly words: string;
  /** All there is to say, where the words are short. */
  readonly more: string;
}

/** Can this column be a key? For columns that never are one, what else is known of it. */
export function keyCheck(column: ShownColumn): KeyCheck {
  const { filled, rows, repeats, distinct, distinctExact, guess, ask, inferred } = column;
  if (ask) return { kind: 'ask', words: 'to be said in the design', more: guess };
  if (filled === 0) return { kind: 'fact', words: '', more: '' };
  // As the design's type check says it; where the first one stands is in the title.
  const misfits = /; (\d+) of \d+ are not, the first /.exec(guess)?.[1];
  const kind = KINDS.find(([begins]) => guess.startsWith(begins));
  if (misfits !== undefined && kind !== undefined) {
    return { kind: 'fact', words: `${count(Number(misfits))} not ${kind[1]}`, more: guess };
  }
  if (repeats === 0 && inferred !== 'boolean') {
    return { kind: 'unique', words: filled === rows ? 'Unique' : 'Unique where filled', more: guess };
  }
  // A date or an amount that repeats says nothing; its evidence does.
  const [type, evidence] = split(guess);
  if (type !== 'text' && evidence !== '') return { kind: 'fact', words: evidence, more: guess };
  if (type === 'text' && distinctExact && distinct <= OPTIONS_UP_TO && distinct * 3 <= filled) {
    return { kind: 'fact', words: `${count(distinct)} ${distinct === 1 ? 'value' : 'values'}`, more: '' };
  }
  const words = `${count(repeats)} ${repeats === 1 ? 'repeat' : 'repeats'}`;
  return { kind: 'repeats', words, more: 'Rows whose value an earlier row has.' };
}

/** A guess in words: the type it starts with, and the evidence. */
function split(guess: string): readonly [type: string, evidence: string] {
  const at = guess.search(/[;:,]/);
  return at === -1 ? [guess, ''] : [guess.slice(0, at), guess.slice(at + 1).trim()];
}

const share = numberFormat({ maximumFractionDigits: 1, minimumFractionDigits: 1 });

/** How much of a column is filled. All is 100 %, and nothing less is. */
export function filledWords({ filled, rows }: ShownColumn): string {
  if (rows === 0 || filled === 0) return '0 %';
  if (filled === rows) return '100 %';
  const percent = Math.min(99.9, Math.max(0.1, (filled / rows) * 100));
  return `${share(percent)} %`;
}

/** Keys whose values repeat, most rows first: what that means for linking. */
export function repeatWords(
  repeated: readonly { readonly side: Side; readonly name: string; readonly repeats: number }[],
  apps: Both<string>,
): { readonly title: string; readonly detail: string } {
  const [first, ...others] = [...repeated].sort((a, b) => b.repeats - a.repeats);
  if (first === undefined) return { title: '', detail: '' };
  const rows = first.repeats === 1 ? 'row repeats' : 'rows repeat';
  const also = others.map(({ side, name, repeats }) => `${count(repeats)} ${name} in ${apps[side]}`);
  return {
    title: `${count(first.repeats)} ${rows} the ${first.name} of an earlier row in ${apps[first.side]}.`,
    detail: `${also.length === 0 ? '' : `Also: ${also.join(', ')}. `}By such a key only the first of each can be linked; the rest are listed as duplicates.`,
  };
}
