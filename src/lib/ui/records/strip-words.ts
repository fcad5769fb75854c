import type { Outcome } from '../../engine/index.ts';
import { count, counted } from '../words.ts';
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

/** The sums of a change in a sentence: `+312 updates, −41 conflicts, −271 in sync`. */
export function deltaSentence(delta: Counts, changed: number): string {
  const parts = OUTCOME_ORDER.filter((one) => delta[one] !== 0).map((one) => {
    const [single, many] = NOUNS[one];
    return `${signed(delta[one])} ${Math.abs(delta[one]) === 1 ? single : many}`;
  });
  if (parts.length > 0) return parts.join(', ');
  return changed === 0
    ? 'no record ends differently'
    : `${counted(changed, 'record is', 'records are')} written differently, no count moves`;
}

/** The changes since the plan was kept, in words; null where nothing is known of them. */
export function changeWords(labels: readonly string[]): string | null {
  const last = labels.at(-1);
  if (last === undefined) return null;
  return labels.length === 1 ? last : `${count(labels.length)} changes, the last: ${last}`;
}

/** What a live region says of a plan that stands. */
export const spoken = (counts: Counts): string =>
  `Plan: ${OUTCOME_ORDER.filter((one) => counts[one] > 0)
    .map((one) => `${count(counts[one])} ${NOUNS[one][counts[one] === 1 ? 0 : 1]}`)
    .join(', ')}.`;
