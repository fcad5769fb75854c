import { isMappedSince, LATER } from '../../merge/mapped-later.ts';
import type { PlanWarning } from '../../model/summary.ts';
import { STATE } from '../../merge/state.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import type { SyncPlan } from '../sync-plan.ts';

/** FM13: fields mapped after records were linked: of how many linked records they wait for a change, or, applied to history, how many differ. */
export function* mappedSince(plan: SyncPlan): Steps<PlanWarning[]> {
  const { sync, mappings, matching, pairs, states, later } = plan;
  const found: PlanWarning[] = [];
  for (const [at, on] of mappings.entries()) {
    const waits = later[at] ?? null;
    const isNew = isMappedSince(on, matching.prior);
    if (waits === null && (sync.salesforce !== undefined || !isNew)) continue;
    const known = matching.prior.baselineOf.left;
    let count = 0;
    yield* inSlices('judge', pairs.left.length, (from, to) => {
      for (let pair = from; pair < to; pair++) {
        if (waits !== null) count += (waits[pair]! & LATER.waits) >> 1;
        else if (known[pairs.left[pair]!]! >= 0 && (states[at]![pair]! & STATE.equal) === 0) count++;
      }
    });
    const code = waits === null ? 'mapped-applies' : 'mapped-waits';
    if (count > 0) found.push({ code, sync: sync.id, field: on.mapping.left, count });
  }
  return found;
}
