import type { LostRecords } from '../../conversation/index.ts';

/** What is known of a file that may be called complete (DE5). */
export interface Completeness {
  /** Does the design call this very file complete? */
  readonly on: boolean;
  /** The app it was read from gives every record, so nobody need call it so (S459). */
  readonly byApp: boolean;
  /** Of the current plan; null where none knows. */
  readonly lost: LostRecords | null;
  /** The guard: the share of linked records that may be missing; null where it is off. */
  readonly limit: number | null;
  /** Why it cannot be called so; null where it can. */
  readonly why: string | null;
}
