import type { FieldImpact } from '../../conversation/index.ts';
import type { Side } from '../../engine/index.ts';

export const writesOf = (row: FieldImpact): number => row.fills + row.overwrites + row.clears;

/** Where the shown changes point: the side of all of them, or both. */
export function towardOf(row: FieldImpact): Side | 'both' | null {
  const sides = new Set(row.top.map(({ side }) => side));
  if (sides.size === 2) return 'both';
  return row.top[0]?.side ?? null;
}
