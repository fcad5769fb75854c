import type { Outcome } from '../../engine/index.ts';
import { count } from '../words.ts';
import { OUTCOME_ORDER } from './outcome-order.ts';

export type Counts = Readonly<Record<Outcome, number>>;

/** `2 creates`, `1 update`: how an outcome is counted in a sentence. */
const NOUNS: Readonly<Record<Outcome, readonly [one: string, many: string]>> = {
  create: ['create', 'creates'],
  update: ['update', 'updates'],
  delete: ['delete', 'deletes'],
  conflict: ['conflict', 'conflicts'],
  'in-sync': ['in sync', 'in sync'],
  excluded: ['excluded', 'excluded'],
  duplicate: ['duplicate', 'duplicates'],
  failing: ['failing', 'failing'],
  ambiguous: ['ambiguous', 'ambiguous'],
  waits: ['waits', 'wait'],
};

/** The outcomes the strip shows, in their one order; Delete only where there is one or was one. */
export const shownOutcomes = (counts: Counts, delta: Counts | null): readonly Outcome[] =>
  OUTCOME_ORDER.filter((one) => one !== 'delete' || counts.delete > 0 || (delta?.delete ?? 0) !== 0);

/** `+312`, `−41`, with a true minus. */
export const signed = (value: number): string => `${value > 0 ? '+' : '−'}${count(Math.abs(value))}`;

/** The sums of a change: `+312 updates, −41 conflicts, −271 in sync`; null where no count moves. */
export function deltaSentence(delta: Counts): string | null {
  const parts = OUTCOME_ORDER.filter((one) => delta[one] !== 0).map((one) => {
    const [single, many] = NOUNS[one];
    return `${signed(delta[one])} ${Math.abs(delta[one]) === 1 ? single : many}`;
  });
  return parts.length === 0 ? null : parts.join(', ');
}

/** `14,107 creates, 9,872 updates`: the counts there are. */
export const countsSentence = (counts: Counts): string =>
  OUTCOME_ORDER.filter((one) => counts[one] > 0)
    .map((one) => `${count(counts[one])} ${NOUNS[one][counts[one] === 1 ? 0 : 1]}`)
    .join(', ');
