import type { DateOrder, InferredType } from '../model/field.ts';
import { readDatetime } from '../read/date.ts';
import { readNumber } from '../read/number.ts';

/** What the cells look like beyond the inferred type; decided over all cells looked at, never per cell. */
export type FormGuess =
  | { readonly form: 'none' }
  | { readonly form: 'text' | 'email' | 'url' | 'json' }
  /** Dates in one order that is not ISO; null where day and month cannot be told apart. */
  | { readonly form: 'date' | 'datetime'; readonly dateOrder: DateOrder | null }
  | { readonly form: 'number'; readonly decimal: '.' | ',' };

const MOSTLY = 0.9;
const DATE_LIKE = /^\d{1,4}([./-])\d{1,2}\1\d{1,4}(?:[T ].*)?$/;
const NUMBER_LIKE = /^-?\d[\d.,' \u00a0\u202f]*$/;
const ORDERS: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];

/** The form of a column's trimmed, non-blank cells. */
export function guessForm(cells: readonly string[], type: InferredType): FormGuess {
  if (cells.length === 0) return { form: 'none' };
  if (type !== 'text') return { form: 'text' };
  return dateForm(cells) ?? numberForm(cells) ?? wordForm(cells);
}

function dateForm(cells: readonly string[]): FormGuess | null {
  if (!cells.every((cell) => DATE_LIKE.test(cell))) return null;
  const orders = ORDERS.filter((order) => cells.every((cell) => readDatetime(cell, order) !== null));
  if (orders.length === 0) return null;
  const form = cells.some((cell) => cell.includes(':')) ? 'datetime' : 'date';
  return { form, dateOrder: orders.length === 1 ? orders[0]! : null };
}

/** Needs a separator somewhere and no leading zero: codes and phone numbers are not numbers. */
function numberForm(cells: readonly string[]): FormGuess | null {
  if (!cells.every((cell) => NUMBER_LIKE.test(cell) && !/^-?0\d/.test(cell))) return null;
  if (!cells.some((cell) => /\d[.,]\d/.test(cell))) return null;
  const decimals = (['.', ','] as const).filter((mark) =>
    cells.every((cell) => readNumber(cell, mark) !== null),
  );
  return decimals.length === 1 ? { form: 'number', decimal: decimals[0]! } : null;
}

function wordForm(cells: readonly string[]): FormGuess {
  const enough = (test: RegExp): boolean =>
    cells.filter((cell) => test.test(cell)).length >= cells.length * MOSTLY;
  if (enough(/^[^\s@]+@[^\s@]+\.[^\s@]+$/)) return { form: 'email' };
  if (enough(/^(?:https?:\/\/|www\.)\S+$/i)) return { form: 'url' };
  if (enough(/^[[{].*[\]}]$/s)) return { form: 'json' };
  return { form: 'text' };
}
