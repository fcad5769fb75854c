import { familyOf, overlapOf, type ColumnEvidence } from './evidence.ts';
import { amountsApart, frequentLikeness, lettersLikeness } from './makeup-likeness.ts';
import { commonShare, mayShare } from './sketch.ts';

/** What the cells of two columns say about whether they hold the same thing. */
export interface ValueLikeness {
  /** Share of the smaller one's different values that the other has, in whatever form; null where it is not known. */
  readonly overlap: number | null;
  /** Likeness of the forms: kind, lengths, signs, letters, amounts; 0 to 1. Null where one has too few cells. */
  readonly form: number | null;
  /** Likeness of the values that come again, and how many they are; null where one repeats none. */
  readonly frequent: { readonly share: number; readonly values: number } | null;
  /** Different values of the column with fewer. */
  readonly distinct: number;
}

const CELLS = 3;

export function valueLikeness(a: ColumnEvidence | undefined, b: ColumnEvidence | undefined): ValueLikeness {
  if (a === undefined || b === undefined || a.filled < CELLS || b.filled < CELLS) {
    return { overlap: overlapOf(a, b), form: null, frequent: null, distinct: 0 };
  }
  return new OfCells(a, b);
}

/** Works the form out where it is asked for: of most pairs nothing else is alike. */
class OfCells implements ValueLikeness {
  readonly #a: ColumnEvidence;
  readonly #b: ColumnEvidence;
  readonly overlap: number | null;
  readonly frequent: ValueLikeness['frequent'];
  readonly distinct: number;
  #form: number | null = null;

  constructor(a: ColumnEvidence, b: ColumnEvidence) {
    this.#a = a;
    this.#b = b;
    this.overlap = commonOf(a, b);
    this.frequent = frequentOf(a, b);
    this.distinct = Math.min(a.distinct, b.distinct);
  }

  get form(): number {
    return (this.#form ??= formLikeness(this.#a, this.#b));
  }
}

/** Values in common as they stand, or in whatever form. */
function commonOf(a: ColumnEvidence, b: ColumnEvidence): number | null {
  const plain = mayShare(a.sketch, b.sketch) ? overlapOf(a, b) : 0;
  if (plain === 1 || a.makeup === undefined || b.makeup === undefined) return plain;
  if (!mayShare(a.makeup.values, b.makeup.values)) return plain;
  const anyForm = commonShare(a.makeup.values, b.makeup.values);
  return plain === null || anyForm === null ? (plain ?? anyForm) : Math.max(plain, anyForm);
}

function frequentOf(a: ColumnEvidence, b: ColumnEvidence): ValueLikeness['frequent'] {
  if (a.makeup === undefined || b.makeup === undefined) return null;
  const share = frequentLikeness(a.makeup, b.makeup);
  if (share === null) return null;
  const values = Math.min(a.makeup.frequent.hashes.length, b.makeup.frequent.hashes.length);
  return { share, values };
}

function formLikeness(a: ColumnEvidence, b: ColumnEvidence): number {
  const [left, right] = [familyOf(a), familyOf(b)];
  if (left !== right) return left === 'text' || right === 'text' ? textLikeness(a, b) * 0.7 : 0;
  const apart = apartOf(a, b);
  if (left === 'number') return apart === null ? 0.5 : Math.max(0, Math.min(1, 1.1 - 1.5 * apart));
  // Days of other years are days: files of one source are often cut by time.
  if (left === 'date') return apart === null ? 0.8 : Math.max(0.5, 1 - apart * 0.6);
  return left === 'text' ? textLikeness(a, b) : 0.9;
}

function apartOf({ makeup: a }: ColumnEvidence, { makeup: b }: ColumnEvidence): number | null {
  const [left, right] = [a?.amounts ?? null, b?.amounts ?? null];
  return left === null || right === null ? null : amountsApart(left, right);
}

function textLikeness(a: ColumnEvidence, b: ColumnEvidence): number {
  const signs = a.facts.signs.reduce((sum, share, i) => sum + Math.abs(share - b.facts.signs[i]!), 0) / 2;
  const lengths = a.facts.lengths.map((length, i) => ratio(length + 2, b.facts.lengths[i]! + 2));
  const repeating = Math.abs(a.repeats / a.filled - b.repeats / b.filled);
  const letters =
    a.makeup === undefined || b.makeup === undefined ? 1 - signs : lettersLikeness(a.makeup, b.makeup);
  return (1 - signs) * 0.3 + letters * 0.2 + mean(lengths) * 0.35 + (1 - repeating) * 0.15;
}

const ratio = (a: number, b: number): number => Math.min(a, b) / Math.max(a, b);

const mean = (all: readonly number[]): number =>
  all.length === 0 ? 0 : all.reduce((sum, one) => sum + one, 0) / all.length;
