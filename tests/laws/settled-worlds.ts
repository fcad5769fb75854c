import { fieldName } from '../reference/random-design.ts';
import type { Knobs } from '../reference/random-world.ts';
import { keysOf, readWorldDesign } from '../reference/read-world-design.ts';
import type { World } from '../reference/world.ts';

/**
 * Knobs for a law over more than one plan. The type of a column nobody declared is told from its cells, so what a plan writes may make
 * a condition read other records otherwise: such worlds have filters where all types are declared, and the others none.
 */
export const steadyFilters = (seed: number, knobs: Knobs): Knobs =>
  seed % 2 === 0 ? { ...knobs, filters: 0 } : { ...knobs, allDeclared: true };

/**
 * Is a date or a flag, compared as text, part of a key? A create is written in the form of its new place and may have another key there
 * than its source has, one that somebody else has too.
 */
export const hasTypedKeys = (world: World): boolean =>
  readWorldDesign(world.design).syncs.some((sync) =>
    keysOf(sync).some((key) =>
      key.fields.some(({ left }) => left === fieldName('left', 'day') || left === fieldName('left', 'flag')),
    ),
  );
