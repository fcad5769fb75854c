import type { Knobs } from '../reference/random-world.ts';

/**
 * Knobs for a law over more than one plan. The type of a column nobody declared is told from its cells, so what a plan writes may make
 * a condition read other records otherwise: such worlds have filters where all types are declared, and the others none.
 */
export const steadyFilters = (seed: number, knobs: Knobs): Knobs =>
  seed % 2 === 0 ? { ...knobs, filters: 0 } : { ...knobs, allDeclared: true };
