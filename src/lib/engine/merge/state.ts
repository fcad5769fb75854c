/** What is known of one mapping of one pair before any rule is asked. Bits of one byte. */
export const STATE = {
  blankLeft: 1,
  blankRight: 2,
  /** Equal under CO5; both blank counts. */
  equal: 4,
  /** The link's baseline has this field on both sides. */
  known: 8,
  changedLeft: 16,
  changedRight: 32,
  /** Two values that differ, this one damaged and the other not (RD20). */
  damagedLeft: 64,
  damagedRight: 128,
} as const;

/** States there are: eight bits. */
export const STATES = 256;

/** How the pairs of a plan are addressed: rows of both sides, pair by pair. */
export interface Pairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
}
