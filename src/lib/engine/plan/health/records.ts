import { OUTCOMES, type Outcome } from '../../model/outcome.ts';
import { SIDES, type Side } from '../../model/side.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import { outcomeCode, subjectCount, subjectRows, type SyncPlan } from '../sync-plan.ts';
import type { ChangedAt } from './changed.ts';

/** Which records of a sync are looked for (HE1). */
export interface RecordFilter {
  /** Empty: all of them. */
  readonly outcomes: readonly Outcome[];
  /** Null: of both. */
  readonly side: Side | null;
  /** Changed at this moment or later, in ms since 1970; null: whenever. Where that cannot be said a record does not pass. */
  readonly since: number | null;
}

/** The records that pass, in plan order, a pair's left one first; each by its number: twice its subject's, one more for a right one. */
export function* recordsOf(plan: SyncPlan, filter: RecordFilter, changed: ChangedAt): Steps<Uint32Array> {
  const { outcomes, side, since } = filter;
  const wanted = new Uint8Array(OUTCOMES.length).fill(outcomes.length === 0 ? 1 : 0);
  for (const outcome of outcomes) wanted[outcomeCode(outcome)] = 1;
  const sides = side === null ? SIDES : [side];
  const found = new Uint32Array(plan.records.left.count + plan.records.right.count);
  let count = 0;
  yield* inSlices('impact', subjectCount(plan), (from, to) => {
    for (let subject = from; subject < to; subject++) {
      if (wanted[plan.outcomes[subject]!] === 0) continue;
      const rows = subjectRows(plan, subject);
      for (const one of sides) {
        if (rows[one] < 0) continue;
        // Not a number is never at or after a moment.
        if (since !== null && !((changed[one]?.[rows[one]] ?? NaN) >= since)) continue;
        found[count++] = recordNumber(subject, one);
      }
    }
  });
  return found.subarray(0, count);
}

const recordNumber = (subject: number, side: Side): number => 2 * subject + (side === 'left' ? 0 : 1);

/** The record of a number. */
export const recordAt = (number: number): { readonly subject: number; readonly side: Side } => ({
  subject: number >>> 1,
  side: (number & 1) === 0 ? 'left' : 'right',
});
