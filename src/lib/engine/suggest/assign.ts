import { scorePair, SURE_ENOUGH, type Candidate, type PairScore } from './pair-score.ts';

export interface Assigned extends PairScore {
  readonly left: Candidate;
  readonly right: Candidate;
}

/** Surest pairs first, each column once; equal ones in file order. Sorted by left column. */
export function assign(lefts: readonly Candidate[], rights: readonly Candidate[]): Assigned[] {
  const pairs: Assigned[] = [];
  for (const left of lefts) {
    for (const right of rights) {
      const score = scorePair(left, right);
      if (score !== null && score.sure >= SURE_ENOUGH) pairs.push({ ...score, left, right });
    }
  }
  pairs.sort((a, b) => b.sure - a.sure || a.left.index - b.left.index || a.right.index - b.right.index);
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  const taken = pairs.filter(({ left, right }) => {
    if (usedLeft.has(left.index) || usedRight.has(right.index)) return false;
    usedLeft.add(left.index);
    usedRight.add(right.index);
    return true;
  });
  return taken.sort((a, b) => a.left.index - b.left.index);
}
