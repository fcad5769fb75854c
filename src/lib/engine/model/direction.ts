import type { Side } from './side.ts';

/** Which way values may flow (DI1). */
export type Direction = 'both' | 'left-to-right' | 'right-to-left';

export const DIRECTIONS: readonly Direction[] = ['both', 'left-to-right', 'right-to-left'];

/** May a value be written on `target`? */
export const mayWrite = (direction: Direction, target: Side): boolean =>
  direction === 'both' || (direction === 'left-to-right') === (target === 'right');

/** What both allow; null where nothing is left (DI1). */
export function intersect(a: Direction, b: Direction): Direction | null {
  if (a === 'both') return b;
  if (b === 'both' || a === b) return a;
  return null;
}
