import type { ColumnGuess, DateOrder, Witness } from '../../engine/index.ts';
import type { Speech } from '../speech.ts';

/** A column's guess in words: its type, what decides how its cells are read, and the cells that are not of it. */
export const guessWords = (speech: Speech) => ({ whole: whole(speech), evidence, type });

const whole =
  (speech: Speech) =>
  (guess: ColumnGuess, filled: number): string => {
    if (filled === 0) return 'empty';
    const decides = contradiction(guess) ?? undecided(guess);
    const found = evidence(guess);
    const said = decides === null ? (found === null ? '' : `${JOINED[guess.type]}${found}`) : `; ${decides}`;
    return `${type(guess)}${said}${others(speech, guess)}${mixed(speech, guess)}`;
  };

/** How a type and its evidence are put together. */
const JOINED = { text: '', boolean: '', number: ': ', date: ', ', datetime: ', ' } as const;

const TYPES = {
  text: 'text',
  boolean: 'yes or no',
  number: 'number',
  date: 'date',
  datetime: 'date and time',
} as const;

function type({ type: name, evidence: { dot, comma }, ask }: ColumnGuess): string {
  if (name === 'number' && ask === null) {
    if (comma !== undefined) return 'number with decimal comma';
    if (dot !== undefined) return 'number with decimal point';
  }
  return TYPES[name];
}

function evidence({ type: name, ask, dateOrder, evidence: found }: ColumnGuess): string | null {
  if (ask !== null) return null;
  if (name === 'number') {
    const witness = found.comma ?? found.dot;
    return witness === undefined ? null : shown(witness);
  }
  if (dateOrder === null || (name !== 'date' && name !== 'datetime')) return null;
  const witness = found.dmy ?? found.mdy;
  return witness === undefined ? ORDERS[dateOrder] : `${ORDERS[dateOrder]}: ${shown(witness)}`;
}

const ORDERS: Readonly<Record<DateOrder, string>> = {
  ymd: 'year, month, day',
  dmy: 'day before month',
  mdy: 'month before day',
};

/** Two cells that say the opposite. */
function contradiction({ type: name, evidence: { dmy, mdy, dot, comma } }: ColumnGuess): string | null {
  if (name === 'number' && dot !== undefined && comma !== undefined)
    return `${shown(dot)} has a decimal point, ${shown(comma)} a decimal comma`;
  if ((name === 'date' || name === 'datetime') && dmy !== undefined && mdy !== undefined)
    return `${shown(dmy)} has the day first, ${shown(mdy)} the month`;
  return null;
}

function undecided({ type: name, ask, dateOrder }: ColumnGuess): string | null {
  if (name === 'number' && ask !== null) return 'no cell says whether the comma or the point is decimal';
  if ((name === 'date' || name === 'datetime') && dateOrder === null)
    return 'no cell tells day and month apart';
  return null;
}

function others(speech: Speech, { type: name, fits, of, others: [first] }: ColumnGuess): string {
  if (name === 'text' || first === undefined || fits === of) return '';
  return `; ${speech.count(of - fits)} of ${speech.count(of)} are not, the first ${shown(first)}`;
}

/** FM7. */
function mixed(speech: Speech, { mixed: of, of: filled }: ColumnGuess): string {
  const [first, other] = [of?.first[0], of?.others[0]];
  if (of === undefined || first === undefined || other === undefined) return '';
  const kind = { number: 'numbers', date: 'dates', boolean: 'yes or no' }[of.type];
  return `, for its values are of several types: ${speech.count(of.fits)} of ${speech.count(filled)} are ${kind}, as ${shown(first)}, others are not, as ${shown(other)}`;
}

/** `row` of a witness is its line in the file here. */
function shown({ text, row }: Witness): string {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return `${short} on line ${String(row)}`;
}
