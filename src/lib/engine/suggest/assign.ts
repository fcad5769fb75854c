import { scorePair, SURE_ENOUGH, type Candidate, type PairScore } from './pair-score.ts';

export interface Assigned extends PairScore {
  readonly left: Candidate;
  readonly right: Candidate;
}

export interface Assignment {
  /** Sorted by left column. */
  readonly pairs: readonly Assigned[];
  /** Less sure: each the best that is left for both of its columns. Surest first. */
  readonly perhaps: readonly Assigned[];
}

/** A pair less sure than the others is taken where no other is nearly as good for either column. */
const BY_ELIMINATION = 0.5;
const MARGIN = 0.1;

/** Surest pairs first, each column once; equal ones in file order. Then what is left, where nothing comes near it. */
export function assign(lefts: readonly Candidate[], rights: readonly Candidate[]): Assignment {
  const all: Assigned[] = [];
  for (const left of lefts) {
    for (const right of rights) {
      const score = scorePair(left, right);
      if (score !== null) all.push({ ...score, left, right });
    }
  }
  all.sort((a, b) => b.sure - a.sure || a.left.index - b.left.index || a.right.index - b.right.index);
  const taken = new Taken();
  const pairs = all.filter((pair) => pair.sure >= SURE_ENOUGH && taken.take(pair));
  const open = all.filter((pair) => taken.isFree(pair));
  const perhaps: Assigned[] = [];
  for (const pair of open) {
    if (!taken.take(pair)) continue;
    if (pair.sure >= BY_ELIMINATION && !isRivalled(pair, open)) pairs.push({ ...pair, sure: SURE_ENOUGH });
    else perhaps.push(pair);
  }
  return { pairs: pairs.sort((a, b) => a.left.index - b.left.index), perhaps };
}

const isRivalled = (pair: Assigned, open: readonly Assigned[]): boolean =>
  open.some(
    (other) =>
      other !== pair &&
      (other.left === pair.left || other.right === pair.right) &&
      other.sure > pair.sure - MARGIN,
  );

/** Columns that are in a pair. */
class Taken {
  readonly #left = new Set<number>();
  readonly #right = new Set<number>();

  isFree({ left, right }: Assigned): boolean {
    return !this.#left.has(left.index) && !this.#right.has(right.index);
  }

  take(pair: Assigned): boolean {
    if (!this.isFree(pair)) return false;
    this.#left.add(pair.left.index);
    this.#right.add(pair.right.index);
    return true;
  }
}
