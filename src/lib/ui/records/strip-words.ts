import type { Outcome } from '../../engine/index.ts';
import type { Messages } from '../../words/index.ts';
import { OUTCOME_ORDER } from './outcome-order.ts';

export type Counts = Readonly<Record<Outcome, number>>;

/** The outcomes the strip shows, in their one order; Delete only where there is one or was one. */
export const shownOutcomes = (counts: Counts, delta: Counts | null): readonly Outcome[] =>
  OUTCOME_ORDER.filter((one) => one !== 'delete' || counts.delete > 0 || (delta?.delete ?? 0) !== 0);

/** The sums of a change: `+312 updates, −41 conflicts, −271 in sync`; null where no count moves. */
export function deltaSentence(delta: Counts, terms: Messages['terms']): string | null {
  const parts = OUTCOME_ORDER.filter((one) => delta[one] !== 0).map((one) => terms.moved(one, delta[one]));
  return parts.length === 0 ? null : parts.join(', ');
}

/** `14,107 creates, 9,872 updates`: the counts there are. */
export const countsSentence = (counts: Counts, terms: Messages['terms']): string =>
  OUTCOME_ORDER.filter((one) => counts[one] > 0)
    .map((one) => terms.counted(one, counts[one]))
    .join(', ');
