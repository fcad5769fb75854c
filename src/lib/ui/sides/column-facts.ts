import type { ColumnRow } from '../../conversation/index.ts';
import type { ColumnGuess, DateOrder } from '../../engine/index.ts';

/** What a whole column is read as. A separator is shown only where a sample has one. */
export type ReadAs =
  | { readonly as: 'empty' }
  | { readonly as: 'date' | 'datetime'; readonly order: DateOrder }
  | { readonly as: 'decimal'; readonly sign: '.' | ',' }
  | { readonly as: 'type'; readonly guess: ColumnGuess };

export function readAs({ dateOrder, decimal, filled, inferred, guess, samples }: ColumnRow): ReadAs {
  if (filled === 0) return { as: 'empty' };
  if (dateOrder !== null) return { as: inferred === 'datetime' ? 'datetime' : 'date', order: dateOrder };
  if (decimal !== null && samples.some((sample) => /[.,]/.test(sample)))
    return { as: 'decimal', sign: decimal };
  return { as: 'type', guess };
}

/** Up to so many different values a column of text is a choice of options, not a key. */
const OPTIONS_UP_TO = 200;

/** Can this column be a key? For columns that never are one, what else is known of it. */
export type KeyCheck =
  | { readonly is: 'empty' | 'ask' | 'evidence' }
  /** Cells that are not what most are. */
  | { readonly is: 'misfits' | 'mixed'; readonly count: number; readonly of: 'number' | 'date' | 'boolean' }
  | { readonly is: 'unique'; readonly everywhere: boolean }
  | { readonly is: 'values' | 'repeats'; readonly count: number };

export function keyCheck(column: ColumnRow): KeyCheck {
  const { filled, rows, repeats, distinct, distinctExact, guess, inferred } = column;
  if (guess.ask !== null) return { is: 'ask' };
  if (filled === 0) return { is: 'empty' };
  // As the design's type check says it.
  if (guess.type !== 'text' && guess.fits !== guess.of && guess.others.length > 0) {
    const of = guess.type === 'datetime' ? 'date' : guess.type;
    return { is: 'misfits', count: guess.of - guess.fits, of };
  }
  if (repeats === 0 && inferred !== 'boolean') return { is: 'unique', everywhere: filled === rows };
  if (guess.mixed !== undefined) return { is: 'mixed', count: guess.mixed.fits, of: guess.mixed.type };
  // A date or an amount that repeats says nothing; its evidence does.
  if (hasEvidence(guess)) return { is: 'evidence' };
  if (guess.type === 'text' && distinctExact && distinct <= OPTIONS_UP_TO && distinct * 3 <= filled)
    return { is: 'values', count: distinct };
  return { is: 'repeats', count: repeats };
}

const hasEvidence = ({ type, dateOrder, evidence: { dot, comma } }: ColumnGuess): boolean =>
  type === 'number' ? (dot ?? comma) !== undefined : type !== 'text' && dateOrder !== null;

/** How much of a column is filled, as a share in tenths of a percent. All is 1, and nothing less is. */
export function filledShare({ filled, rows }: Pick<ColumnRow, 'filled' | 'rows'>): number {
  if (rows === 0 || filled === 0) return 0;
  return filled === rows ? 1 : Math.min(0.999, Math.max(0.001, filled / rows));
}
