import type { Counted } from './check.ts';
import type { Decision } from './choices.ts';

/** What is decided of the subjects that fit, where no person decides (S405). */
export interface ApprovalRule {
  readonly id: string;
  readonly name: string;
  readonly decision: Decision;
  /** Which subjects it fits, as a check counts them. */
  readonly counts: Counted;
  /** S463: it decides of each such record only the writes it asks for, any of them, and not the record. Absent: the record. */
  readonly of?: 'writes';
}

export const DECISIONS: readonly Decision[] = ['approved', 'held', 'rejected'];

/** What a rule of single writes may decide (S463). */
export const WITHHOLDING: readonly Decision[] = ['held', 'rejected'];
