import { familyOf, overlapOf, type ColumnEvidence } from './evidence.ts';

/** What the cells of two columns say about whether they hold the same thing. */
export interface ValueLikeness {
  /** Share of the smaller one's different values that the other has; null where it is not known. */
  readonly overlap: number | null;
  /** Likeness of the forms: kind, lengths, signs, amounts; 0 to 1. Null where one has too few cells. */
  readonly form: number | null;
  /** Different values of the column with fewer. */
  readonly distinct: number;
}

const CELLS = 3;

export function valueLikeness(a: ColumnEvidence | undefined, b: ColumnEvidence | undefined): ValueLikeness {
  if (a === undefined || b === undefined || a.filled < CELLS || b.filled < CELLS) {
    return { overlap: overlapOf(a, b), form: null, distinct: 0 };
  }
  return { overlap: overlapOf(a, b), form: formLikeness(a, b), distinct: Math.min(a.distinct, b.distinct) };
}

function formLikeness(a: ColumnEvidence, b: ColumnEvidence): number {
  const [left, right] = [familyOf(a), familyOf(b)];
  if (left !== right) return left === 'text' || right === 'text' ? textLikeness(a, b) * 0.7 : 0;
  if (left === 'number') return amountLikeness(a, b);
  if (left === 'date') return 0.8;
  return left === 'text' ? textLikeness(a, b) : 0.9;
}

function textLikeness(a: ColumnEvidence, b: ColumnEvidence): number {
  const signs = a.facts.signs.reduce((sum, share, i) => sum + Math.abs(share - b.facts.signs[i]!), 0) / 2;
  const lengths = a.facts.lengths.map((length, i) => ratio(length + 2, b.facts.lengths[i]! + 2));
  const repeating = Math.abs(a.repeats / a.filled - b.repeats / b.filled);
  return (1 - signs) * 0.5 + mean(lengths) * 0.35 + (1 - repeating) * 0.15;
}

function amountLikeness(a: ColumnEvidence, b: ColumnEvidence): number {
  const left = Object.values(a.facts.numbers ?? {})[0]?.spread;
  const right = Object.values(b.facts.numbers ?? {})[0]?.spread;
  if (left === undefined || right === undefined) return 0.5;
  const width = Math.max(left[2]! - left[0]!, right[2]! - right[0]!, 1e-9);
  const apart = left.map((amount, i) => Math.min(1, Math.abs(amount - right[i]!) / width));
  return 1 - mean(apart);
}

const ratio = (a: number, b: number): number => Math.min(a, b) / Math.max(a, b);

const mean = (all: readonly number[]): number =>
  all.length === 0 ? 0 : all.reduce((sum, one) => sum + one, 0) / all.length;
