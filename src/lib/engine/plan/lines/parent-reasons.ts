import { cellText } from '../../columns/cell.ts';
import type { Reason } from '../../model/reason.ts';
import { otherSide } from '../../model/side.ts';
import { PARENT, createParent, flowsOutOf, pairParent } from '../missing-parents.ts';
import { pairCount, type SubjectRows, type SyncPlan } from '../sync-plan.ts';

/** A missing parent, with the position of its association among the mappings. */
export interface MissingParent {
  readonly reason: Reason;
  readonly place: number;
}

/** Every parent a subject names and the other side lacks, whether or not it fails for it (AS6). */
export function missingParents(plan: SyncPlan, subject: number, rows: SubjectRows): MissingParent[] {
  const judged = subject < pairCount(plan) ? pairParent : createParent;
  return plan.mappings.flatMap((on, place): MissingParent[] => {
    const { parents } = on;
    if (parents === null) return [];
    return flowsOutOf(on).flatMap((source): MissingParent[] => {
      const row = rows[source];
      if (row < 0 || judged(on, source, row) === PARENT.there) return [];
      const side = otherSide(source);
      const value = cellText(on.cells[source], row);
      const ids = value === '' ? [] : parents.ids(source, value);
      return [{ reason: { code: 'parent-missing', side, field: on.mapping[side], value, ids }, place }];
    });
  });
}
