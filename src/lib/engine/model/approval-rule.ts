import type { Counted } from './check.ts';
import type { Decision } from './choices.ts';

/** What is decided of the subjects that fit, where no person decides (S405). */
export interface ApprovalRule {
  readonly id: string;
  readonly name: string;
  readonly decision: Decision;
  /** Which subjects it fits, as a check counts them. */
  readonly counts: Counted;
}

export const DECISIONS: readonly Decision[] = ['approved', 'held', 'rejected'];
