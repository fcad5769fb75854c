import type { ColumnGuess, ColumnProfile, DateOrder, Witness } from '../../src/lib/engine/index.ts';
import type { ColumnRow } from '../../src/lib/conversation/index.ts';
import type { KeptProfiles } from './kept-set.ts';

const ORDERS: Readonly<Record<DateOrder, string>> = {
  ymd: 'year, month, day',
  dmy: 'day before month',
  mdy: 'month before day',
};

/** The columns of a set for a person, in header order. */
export const columnRows = ({ columns }: KeptProfiles): ColumnRow[] => columns.map(columnRow);

function columnRow(profile: ColumnProfile): ColumnRow {
  const { name, inferred, guess, rows, filled, distinct, repeats, samples } = profile;
  return {
    name,
    inferred,
    guess: guessWords(guess, filled),
    ask: guess.ask !== null,
    dateOrder: guess.dateOrder,
    decimal: guess.decimal,
    rows,
    filled,
    distinct: distinct.count,
    distinctExact: distinct.exact,
    repeats: repeats.rows - repeats.values,
    samples,
  };
}

function guessWords(guess: ColumnGuess, filled: number): string {
  if (filled === 0) return 'empty';
  const { dmy, mdy, dot, comma } = guess.evidence;
  const others = othersWords(guess);
  switch (guess.type) {
    case 'text':
      return 'text';
    case 'boolean':
      return `yes or no${others}`;
    case 'number':
      if (dot !== undefined && comma !== undefined)
        return `number; ${shown(dot)} has a decimal point, ${shown(comma)} a decimal comma${others}`;
      if (guess.ask !== null)
        return `number; no cell says whether the comma or the point is decimal${others}`;
      if (comma !== undefined) return `number with decimal comma: ${shown(comma)}${others}`;
      return dot === undefined ? `number${others}` : `number with decimal point: ${shown(dot)}${others}`;
    case 'date':
    case 'datetime': {
      const word = guess.type === 'date' ? 'date' : 'date and time';
      if (dmy !== undefined && mdy !== undefined)
        return `${word}; ${shown(dmy)} has the day first, ${shown(mdy)} the month${others}`;
      if (guess.dateOrder === null) return `${word}; no cell tells day and month apart${others}`;
      const witness = dmy ?? mdy;
      const order = ORDERS[guess.dateOrder];
      return `${word}, ${order}${witness === undefined ? '' : `: ${shown(witness)}`}${others}`;
    }
    default:
      return guess.type satisfies never;
  }
}

function othersWords({ fits, of, others }: ColumnGuess): string {
  const [first] = others;
  if (first === undefined || fits === of) return '';
  return `; ${String(of - fits)} of ${String(of)} are not, the first ${shown(first)}`;
}

function shown({ text, row }: Witness): string {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return `${short} on line ${String(row)}`;
}
