import type { Created } from '../../merge/handed/find-created.ts';
import { handOverAt } from '../../columns/hand-overs.ts';
import { entryField } from '../../merge/compiled.ts';
import { noteBit } from '../../model/reason.ts';
import { SIDES, otherSide } from '../../model/side.ts';
import type { CreatedCounts, PlanWarning, SyncCounts } from '../../model/summary.ts';
import { outcomeCode, subjectOf, type SyncPlan } from '../sync-plan.ts';

/** What became of the creates that were handed over (BL6). */
export function countCreated(plan: SyncPlan, created: Created): CreatedCounts {
  const counts = {
    found: created.found.left + created.found.right,
    notTaken: 0,
    handedOver: 0,
    ambiguous: 0,
    aside: 0,
  };
  for (const { source, row } of SIDES.flatMap((side) => created.waiting[side])) {
    counts[row < 0 ? 'aside' : endOf(plan, subjectOf(plan, source, row))]++;
  }
  const { refusedCount: refused } = created;
  return refused === 0 ? counts : { ...counts, refused };
}

function endOf(
  { outcomes, notes }: SyncPlan,
  subject: number,
): Exclude<keyof CreatedCounts, 'found' | 'refused'> {
  const isHeld = (notes[subject]! & noteBit('handed-over')) !== 0;
  if (outcomes[subject] === outcomeCode('create')) return isHeld ? 'handedOver' : 'notTaken';
  return outcomes[subject] === outcomeCode('ambiguous') && isHeld ? 'ambiguous' : 'aside';
}

/** Creates of which a person has to say whether they are there already, and those that are not there. */
export function createdWarnings(sync: string, { created, reasons }: SyncCounts): PlanWarning[] {
  const held = reasons['handed-over'] ?? 0;
  const { notTaken = 0 } = created ?? {};
  return [
    ...(held === 0 ? [] : [{ code: 'handed-over', sync, count: held } as const]),
    ...(notTaken === 0 ? [] : [{ code: 'not-taken', sync, count: notTaken } as const]),
  ];
}

/** BL5: fields of creates that were handed over twice and are offered again. */
export function unsettledCreates(plan: SyncPlan): PlanWarning[] {
  const { created, matching } = plan;
  if (created === null) return [];
  return plan.mappings.flatMap((on): PlanWarning[] => {
    let count = 0;
    for (const side of SIDES) {
      const field = matching.prior.links.sent[side].fields.get(entryField(on, side));
      if (field === undefined || on.fields[side].length === 0) continue;
      for (const { row, position } of created.waiting[side]) {
        if (row < 0 || (handOverAt(field, position)?.tries ?? 0) < 2) continue;
        if (plan.acts[subjectOf(plan, otherSide(side), row)] !== 0) count++;
      }
    }
    const { left } = on.mapping;
    return count === 0 ? [] : [{ code: 'will-not-settle', sync: plan.sync.id, field: left, count }];
  });
}
