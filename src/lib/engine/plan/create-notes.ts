import { handOverAt } from '../columns/hand-overs.ts';
import type { Created } from '../merge/handed/find-created.ts';
import { reasonBit } from '../model/reason.ts';
import { otherSide, type Side } from '../model/side.ts';
import type { LinkedSync } from './link-sync.ts';
import type { SyncPlan } from './sync-plan.ts';

/** What is said of a create beside what waits from earlier hand-overs, as reason bits (BL6). */
export function createNote(created: Created | null, side: Side, row: number): number {
  if (created === null) return 0;
  if (created.fresh[side]?.[row] === 1) return reasonBit('handed-over');
  if (!created.waits[side].has(row)) return 0;
  return reasonBit(created.freshRows[otherSide(side)].length > 0 ? 'handed-over' : 'not-taken');
}

/** Is it a create of what may be there already? Such a one is held until a person approves it. */
export const mayBeThere = ({ acts, reasons }: Pick<SyncPlan, 'acts' | 'reasons'>, subject: number): boolean =>
  acts[subject] !== 0 && (reasons[subject]! & reasonBit('handed-over')) !== 0;

/** How often the create of a record was handed over; 0 where it never was. */
export function createTries(
  { created, matching }: Pick<LinkedSync, 'created' | 'matching'>,
  side: Side,
  row: number,
): number {
  const one = created?.waits[side].get(row);
  if (one === undefined) return 0;
  const { fields } = matching.prior.links.sent[otherSide(side)];
  return Math.max(...[...fields.values()].map((field) => handOverAt(field, one.position)?.tries ?? 0));
}
