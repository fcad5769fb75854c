import { Random } from '../reference/random.ts';

/** So many of them, in an order of its own; the same for the same seed. */
export function sampleOf<T>(all: readonly T[], count: number, seed: number): T[] {
  const random = new Random(seed);
  const left = [...all];
  const taken: T[] = [];
  while (taken.length < count && left.length > 0) taken.push(...left.splice(random.int(left.length), 1));
  return taken;
}

/** A seed that is another one with each commit. */
export const seedOf = (commit: string): number => Number.parseInt(commit.slice(0, 8), 16) >>> 1;
