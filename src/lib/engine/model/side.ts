/** The two apps of a project (SYNC.md). Everything two-sided is keyed by these words. */
export type Side = 'left' | 'right';

export const SIDES: readonly [Side, Side] = ['left', 'right'];

export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/** One value per side. */
export interface Both<T> {
  readonly left: T;
  readonly right: T;
}

/** What `of` gives for either side, left first. */
export const onBoth = <T>(of: (side: Side) => T): Both<T> => ({ left: of('left'), right: of('right') });
