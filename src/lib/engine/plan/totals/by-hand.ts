import { isBlank } from '../../model/column.ts';
import { associationsByHand } from '../../model/by-hand.ts';
import type { SyncDesign } from '../../model/design.ts';
import { SIDES } from '../../model/side.ts';
import type { PlanWarning } from '../../model/summary.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import type { SyncPlan } from '../sync-plan.ts';

/** AS5: what a person has to associate: the records of both sides that name a parent, by association. */
export function* byHand(
  design: Pick<SyncDesign, 'profile' | 'syncs'>,
  { sync: { id }, records }: SyncPlan,
): Steps<PlanWarning[]> {
  const sync = design.syncs.find((one) => one.id === id);
  if (sync === undefined) return [];
  const warnings: PlanWarning[] = [];
  for (const association of associationsByHand(design, sync)) {
    let count = 0;
    for (const side of SIDES) {
      const { field } = association[side];
      yield* records[side].flatten([field]);
      const column = records[side].column(field);
      yield* inSlices('judge', column.rows, (from, to) => {
        for (let row = from; row < to; row++) if (!isBlank(column, row)) count++;
      });
    }
    if (count > 0) warnings.push({ code: 'by-hand', sync: id, field: association.left.field, count });
  }
  return warnings;
}
