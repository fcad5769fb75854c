import type { Created } from '../../merge/handed/find-created.ts';
import { triesAt } from '../../columns/hand-overs.ts';
import { entryField } from '../../merge/compiled.ts';
import { noteBit } from '../../model/reason.ts';
import { SIDES, otherSide } from '../../model/side.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import type { CreatedCounts, PlanWarning, SyncCounts } from '../../model/summary.ts';
import { outcomeCode, subjectOf, type SyncPlan } from '../sync-plan.ts';

/** What became of the creates that were handed over (BL6). */
export function* countCreated(plan: SyncPlan, created: Created): Steps<CreatedCounts> {
  const counts = {
    found: created.found.left + created.found.right,
    notTaken: 0,
    handedOver: 0,
    ambiguous: 0,
    aside: 0,
  };
  for (const side of SIDES) {
    const waiting = created.waiting[side];
    yield* inSlices('impact', waiting.length, (from, to) => {
      for (let at = from; at < to; at++) {
        const { source, row } = waiting[at]!;
        counts[row < 0 ? 'aside' : endOf(plan, subjectOf(plan, source, row))]++;
      }
    });
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
export function* unsettledCreates(plan: SyncPlan, { waiting }: Created): Steps<PlanWarning[]> {
  const warnings: PlanWarning[] = [];
  for (const on of plan.mappings) {
    let count = 0;
    for (const side of SIDES) {
      const field = plan.matching.prior.links.sent[side].fields.get(entryField(on, side));
      if (field === undefined || on.fields[side].length === 0) continue;
      const own = waiting[side];
      yield* inSlices('judge', own.length, (from, to) => {
        for (let at = from; at < to; at++) {
          const { row, position } = own[at]!;
          if (row < 0 || triesAt(field, position) < 2) continue;
          if (plan.acts[subjectOf(plan, otherSide(side), row)] !== 0) count++;
        }
      });
    }
    const { left } = on.mapping;
    if (count > 0) warnings.push({ code: 'will-not-settle', sync: plan.sync.id, field: left, count });
  }
  return warnings;
}
