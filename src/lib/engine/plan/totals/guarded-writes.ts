import { actOn, type Act } from '../../model/act.ts';
import { onBoth } from '../../model/side.ts';
import type { SyncCounts } from '../../model/summary.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import { overwritingPairs } from '../doubt-notes.ts';
import { pairCount, subjectCount, type SyncPlan } from '../sync-plan.ts';
import type { Going } from '../going.ts';
import { countCleared } from './counts.ts';

/** What the guards measure of writes. */
export interface Done {
  /** Records. */
  readonly writes: SyncCounts['writes'];
  /** Records that lose a value. */
  readonly cleared: number;
  /** Pairs linked for the first time, whatever becomes of them. */
  readonly first: number;
  /** Those of them of which a value is written over another (KW11). */
  readonly overwritten: number;
}

/** Of everything a plan writes. */
export function* wholeOf(plan: SyncPlan, { writes, fields }: SyncCounts): Steps<Done> {
  const isOver = fields.some(({ overwrites }) => overwrites > 0);
  return {
    writes,
    cleared: fields.some(({ clears }) => clears > 0) ? yield* countCleared(plan, null) : 0,
    ...(yield* firstOf(plan, isOver ? yield* overwritingPairs(plan, null) : null)),
  };
}

/** Of the writes that go. */
export function* doneOf(plan: SyncPlan, going: Going): Steps<Done> {
  const counts = onBoth(
    () => ({ none: 0, create: 0, update: 0, delete: 0, restore: 0 }) satisfies Record<Act, number>,
  );
  yield* inSlices('impact', subjectCount(plan), (from, to) => {
    for (let subject = from; subject < to; subject++) {
      if (going.left[subject] === 1) counts.left[actOn(plan.acts[subject]!, 'left')]++;
      if (going.right[subject] === 1) counts.right[actOn(plan.acts[subject]!, 'right')]++;
    }
  });
  return {
    writes: counts,
    cleared: yield* countCleared(plan, going),
    ...(yield* firstOf(plan, yield* overwritingPairs(plan, going))),
  };
}

/** `over`: by pair 1 where a value is written over another; null where none is. */
function* firstOf(plan: SyncPlan, over: Uint8Array | null): Steps<Pick<Done, 'first' | 'overwritten'>> {
  const { baselineOf } = plan.matching.prior;
  let [first, overwritten] = [0, 0];
  yield* inSlices('impact', pairCount(plan), (from, to) => {
    for (let pair = from; pair < to; pair++) {
      if (baselineOf.left[plan.pairs.left[pair]!]! >= 0) continue;
      first++;
      if (over !== null) overwritten += over[pair]!;
    }
  });
  return { first, overwritten };
}
