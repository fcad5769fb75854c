import type { TestedMutant } from '../mutant.ts';

/** Bugs of the push that these tests must notice. */
export const noticedBy = (
  tests: readonly string[],
  bugs: readonly Omit<TestedMutant, 'room' | 'tests'>[],
): readonly TestedMutant[] => bugs.map((bug) => ({ ...bug, room: 'push', tests }));
