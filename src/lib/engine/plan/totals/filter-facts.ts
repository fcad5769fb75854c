import type { Both, Side } from '../../model/side.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import type { SyncPlan } from '../sync-plan.ts';

/** How many records of a side pass its filter, or an allow list instead of it (FI1, FI6). */
export interface FilterFact {
  readonly passed: number;
  readonly of: number;
}

/** Null on a side whose filter is not asked (FI3). */
export function* filterFacts(plan: SyncPlan): Steps<Both<FilterFact | null>> {
  return { left: yield* factOf(plan, 'left'), right: yield* factOf(plan, 'right') };
}

function* factOf({ scope, records }: SyncPlan, side: Side): Steps<FilterFact | null> {
  const fails = scope.rules.find(({ reason }) => reason === 'filtered')?.has[side] ?? null;
  if (fails === null) return null;
  let failing = 0;
  yield* inSlices('scope', fails.length, (from, to) => {
    for (let row = from; row < to; row++) failing += fails[row]!;
  });
  return { passed: records[side].count - failing, of: records[side].count };
}
