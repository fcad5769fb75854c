import { RETURNED, RETURNED_CODE, RETURNED_WORN } from '../../merge/returned.ts';
import { writeOf } from '../../merge/verdict.ts';
import type { HandOverCounts, PlanWarning } from '../../model/summary.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import { outcomeCode, type SyncPlan } from '../sync-plan.ts';

/** What became of what was handed over of one field, of the pairs that count (BL3); null where nothing was. */
export function* countReturned(returned: Uint8Array, counted: Uint8Array): Steps<HandOverCounts | null> {
  const found = new Uint32Array(RETURNED_CODE + 1);
  yield* inSlices('impact', returned.length, (from, to) => {
    for (let pair = from; pair < to; pair++) found[returned[pair]! & RETURNED_CODE]! += counted[pair]!;
  });
  if (found.every((pairs, code) => code === RETURNED.none || pairs === 0)) return null;
  const sum = (...codes: readonly number[]): number => codes.reduce((all, code) => all + found[code]!, 0);
  const notReadBack = sum(RETURNED.unread);
  return {
    taken: sum(RETURNED.taken, RETURNED.putBack),
    ownForm: sum(RETURNED.ownForm),
    notTaken: sum(RETURNED.notTaken, RETURNED.overtaken),
    cameBack: sum(RETURNED.asked, RETURNED.accepted, RETURNED.travels, RETURNED.again, RETURNED.anew),
    ...(notReadBack === 0 ? {} : { notReadBack }),
  };
}

/** BL5: fields with writes that are offered a third time, or once more. */
export function* unsettled(plan: SyncPlan): Steps<PlanWarning[]> {
  const stands = [outcomeCode('update'), outcomeCode('conflict')];
  const writes = plan.verdictList.map((verdict) => writeOf(verdict) !== null);
  const found: PlanWarning[] = [];
  for (const [position, on] of plan.mappings.entries()) {
    const returned = plan.returned[position]!;
    if (returned === null) continue;
    const verdicts = plan.verdicts[position]!;
    let count = 0;
    yield* inSlices('impact', returned.length, (from, to) => {
      for (let pair = from; pair < to; pair++) {
        if ((returned[pair]! & RETURNED_WORN) === 0 || !writes[verdicts[pair]!]!) continue;
        if (stands.includes(plan.outcomes[pair]!)) count++;
      }
    });
    if (count > 0) found.push({ code: 'will-not-settle', sync: plan.sync.id, field: on.mapping.left, count });
  }
  return found;
}
