import type { Both } from '../model/side.ts';

/** By subject 1 where its write on a side goes. */
export interface Going extends Both<Uint8Array> {
  /** By the left field of a mapping, by subject more than 0 where that write of it does not (S463, S480). */
  readonly withheld: ReadonlyMap<string, Uint16Array>;
}
