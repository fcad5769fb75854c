import type { CellMakeup } from './cell-makeup.ts';

/** Likeness of the frequent values of two columns, as the angle between their shares; null where one repeats nothing. */
export function frequentLikeness(a: CellMakeup, b: CellMakeup): number | null {
  const [left, right] = [a.frequent, b.frequent];
  if (left.hashes.length === 0 || right.hashes.length === 0) return null;
  let common = 0;
  for (let i = 0, j = 0; i < left.hashes.length && j < right.hashes.length;) {
    const [x, y] = [left.hashes[i]!, right.hashes[j]!];
    if (x === y) common += left.shares[i++]! * right.shares[j++]!;
    else if (x < y) i++;
    else j++;
  }
  return Math.min(1, common);
}

/** How alike two columns are in the letters that follow each other, as an angle. */
export function lettersLikeness(a: CellMakeup, b: CellMakeup): number {
  let likeness = 0;
  for (let i = 0; i < a.twos.length; i++) likeness += a.twos[i]! * b.twos[i]!;
  return Math.min(1, likeness);
}

/** How far the amounts of two columns are apart at most: the largest difference of their shares below any amount, 0 to 1. */
export function amountsApart(a: readonly number[], b: readonly number[]): number {
  let apart = 0;
  for (const amount of a) apart = Math.max(apart, Math.abs(shareBelow(a, amount) - shareBelow(b, amount)));
  for (const amount of b) apart = Math.max(apart, Math.abs(shareBelow(a, amount) - shareBelow(b, amount)));
  return apart;
}

/** The share below an amount, between two steps by their distance; at a step of several, their middle. */
function shareBelow(steps: readonly number[], amount: number): number {
  const last = steps.length - 1;
  let from = 0;
  while (from <= last && steps[from]! < amount) from++;
  let to = from;
  while (to <= last && steps[to] === amount) to++;
  if (to > from) return (from + to - 1) / 2 / last;
  if (from === 0) return 0;
  if (from > last) return 1;
  const [low, high] = [steps[from - 1]!, steps[from]!];
  return (from - 1 + (amount - low) / (high - low)) / last;
}
