import type { Both } from '../../model/side.ts';
import type { PriorLinks } from './prior-links.ts';

/** What a record is after matching. The numbers are stored per record. */
export const KIND = { bound: 0, free: 1, duplicate: 2, ambiguous: 3, noKey: 4 } as const;

/** Who is linked with whom, and what the others are. */
export interface Matches {
  readonly partner: Both<Int32Array>;
  readonly by: Both<Uint8Array>;
  readonly kind: Both<Uint8Array>;
  /** MA8: the keys of a record's signature, as bits. */
  readonly masks: Both<Uint8Array>;
}

/** What binding needs of the links that stand already. */
export type Standing = Pick<PriorLinks, 'partner' | 'by' | 'forbidden'>;
