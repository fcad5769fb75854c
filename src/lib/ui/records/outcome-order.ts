import type { Outcome } from '../../engine/index.ts';

/** The one order of outcomes on every screen. */
export const OUTCOME_ORDER: readonly Outcome[] = [
  'create',
  'update',
  'delete',
  'conflict',
  'in-sync',
  'excluded',
  'duplicate',
  'failing',
  'ambiguous',
  'waits',
];

/** Those that stand on the screen; Delete only where there is one. */
export const shownOutcomes = (counts: (outcome: Outcome) => number): readonly Outcome[] =>
  OUTCOME_ORDER.filter((one) => one !== 'delete' || counts('delete') > 0);
