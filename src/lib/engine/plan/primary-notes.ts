import { cellText } from '../columns/cell.ts';
import { valueOf } from '../model/column.ts';
import { noteBit, type Reason } from '../model/reason.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import type { LinkedSync } from './link-sync.ts';
import { flowsOutOf } from './missing-parents.ts';
import { furtherOf } from './primary-parent.ts';
import { firstLone, outcomeCode, type SubjectRows, type SyncPlan } from './sync-plan.ts';

/** AS3: marks pairs and creates that name several parents of which one alone counts; excluded and failing ones are left alone (S111). */
export function* notePrimary(
  { mappings, pairs, lone }: LinkedSync,
  outcomes: Uint8Array,
  notes: Uint32Array,
): Steps<void> {
  const bit = noteBit('not-primary');
  const aside = [outcomeCode('excluded'), outcomeCode('failing')];
  const create = outcomeCode('create');
  const count = pairs.left.length;
  for (const on of mappings) {
    for (const side of flowsOutOf(on)) {
      const further = on.parents?.further[side] ?? null;
      if (further === null) continue;
      const names = (row: number): boolean => further[valueOf(on.values[side], row)] === 1;
      yield* inSlices('judge', count, (from, to) => {
        for (let pair = from; pair < to; pair++) {
          if (!aside.includes(outcomes[pair]!) && names(pairs[side][pair]!)) notes[pair]! |= bit;
        }
      });
      const first = firstLone({ pairs, lone }, side);
      yield* inSlices('judge', lone[side].length, (from, to) => {
        for (let at = from; at < to; at++) {
          if (outcomes[first + at] === create && names(lone[side][at]!)) notes[first + at]! |= bit;
        }
      });
    }
  }
}

/** The parents set aside, one by one. */
export function primaryReasons(plan: SyncPlan, bits: number, rows: SubjectRows): Reason[] {
  if ((bits & noteBit('not-primary')) === 0) return [];
  return plan.mappings.flatMap((on) =>
    flowsOutOf(on).flatMap((side): Reason[] => {
      const { parents } = on;
      if (parents?.association[side].primaryOnly !== true || rows[side] < 0) return [];
      return furtherOf(cellText(on.cells[side], rows[side])).map((value) => ({
        code: 'not-primary',
        side,
        field: on.mapping[side],
        value,
        ids: parents.ids(side, value),
      }));
    }),
  );
}
