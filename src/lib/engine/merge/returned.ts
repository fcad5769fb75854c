import type { HandOver } from '../model/hand-over.ts';
import type { Side } from '../model/side.ts';

/** What is read of a field that was handed over (BL3); the numbers are stored per mapping and pair. */
export const RETURNED = {
  /** Nothing was handed over. */
  none: 0,
  /** BL3a. */
  taken: 1,
  /** BL3b. */
  ownForm: 2,
  /** BL3c, and the other side stands as it did: the same write comes again. */
  notTaken: 3,
  /** BL3c, but the other side moved: CO3 and CO4 decide anew. */
  overtaken: 4,
  /** Once not taken, and another text now: an ordinary change. */
  late: 5,
  /** BL3d, by the mapping's `cameBack`. */
  asked: 6,
  accepted: 7,
  travels: 8,
  again: 9,
  /** Likewise, but the other side moved: CO3 and CO4 decide anew. */
  anew: 12,
  /** A `form` that waits for its side (BL5). */
  waits: 10,
  /** The sides are read equal otherwise. */
  level: 11,
  /** The app says it was written (BL7), and this export has the text found then: it may be older. */
  unread: 13,
  /** The app had it right after the push, and has the text found then again: somebody put it back (S462). */
  putBack: 14,
} as const;

export type Returned = (typeof RETURNED)[keyof typeof RETURNED];

/** The bits beside the code: the side it was handed over to, and that a further write would be the third at least (BL5). */
export const RETURNED_CODE = 15;
export const RETURNED_RIGHT = 16;
export const RETURNED_WORN = 32;

/** Whether the write is one that was tried twice already. */
const WORN_TRIES = 2;

/** The side what was read back of a pair was handed over to. */
export const handedTo = (returned: number): Side => ((returned & RETURNED_RIGHT) === 0 ? 'left' : 'right');

/** Does the count of tries go on (BL5)? Not where the value was taken as it is, or the sides were read equal. */
export const goesOn = (code: number): boolean =>
  code !== RETURNED.none && code !== RETURNED.taken && code !== RETURNED.level && code !== RETURNED.putBack;

export const isWorn = ({ tries }: HandOver, code: number): boolean => goesOn(code) && tries >= WORN_TRIES;
