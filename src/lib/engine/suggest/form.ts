import type { DateOrder, InferredType } from '../model/field.ts';
import type { ColumnGuess } from '../profile/profile.ts';
import { readDatetime } from '../read/date.ts';

/** What the cells look like beyond the inferred type; decided over all cells, never per cell. */
export type FormGuess =
  | { readonly form: 'none' }
  | { readonly form: 'text' | 'email' | 'url' | 'json' }
  /** Dates in one order that is not ISO; null where day and month cannot be told apart. */
  | { readonly form: 'date' | 'datetime'; readonly dateOrder: DateOrder | null }
  /** Null where the numbers can be read two ways (RD12). */
  | { readonly form: 'number'; readonly decimal: '.' | ',' | null };

const MOSTLY = 0.9;

/** The form of a column: by its profile, else by its trimmed, non-blank cells that were looked at. */
export function guessForm(cells: readonly string[], type: InferredType, guess: ColumnGuess): FormGuess {
  if (cells.length === 0) return { form: 'none' };
  const open = guess.type === 'number' && guess.ask === 'decimal';
  if (type !== 'text' && !open) return { form: 'text' };
  switch (guess.type) {
    case 'date':
    case 'datetime':
      return { form: guess.type, dateOrder: orderOf(cells, guess.dateOrder) };
    case 'number':
      return { form: 'number', decimal: guess.decimal };
    case 'boolean':
    case 'text':
      return wordForm(cells);
    default:
      return guess.type satisfies never;
  }
}

/** `4.4.2025` says nothing of the order, and is no ISO date. */
const orderOf = (cells: readonly string[], order: DateOrder | null): DateOrder | null =>
  order === 'ymd' && !cells.some((cell) => readDatetime(cell, 'ymd') !== null) ? null : order;

function wordForm(cells: readonly string[]): FormGuess {
  const enough = (test: RegExp): boolean =>
    cells.filter((cell) => test.test(cell)).length >= cells.length * MOSTLY;
  if (enough(/^[^\s@]+@[^\s@]+\.[^\s@]+$/)) return { form: 'email' };
  if (enough(/^(?:https?:\/\/|www\.)\S+$/i)) return { form: 'url' };
  if (enough(/^[[{].*[\]}]$/s)) return { form: 'json' };
  return { form: 'text' };
}
