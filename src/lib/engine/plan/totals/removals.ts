import { linkId } from '../../columns/link-table.ts';
import { endOf } from '../../match/links/presence.ts';
import { noteBit } from '../../model/reason.ts';
import { SIDES, type Side } from '../../model/side.ts';
import type { DeletedCounts } from '../../model/summary.ts';
import { isOff } from '../../model/turned-off.ts';
import type { Steps } from '../../run/steps.ts';
import { isRefusedDelete, isTaken } from '../removed.ts';
import { outcomeCode, subjectOf, type SyncPlan } from '../sync-plan.ts';

/** What became of the deletes that were handed over (S469); null where none was. */
export function* countRemovals(plan: SyncPlan): Steps<DeletedCounts | null> {
  const { links, presence } = plan.matching.prior;
  if (links.removals.size === 0 || isOff(plan.sync)) return null;
  for (const side of SIDES) yield* plan.records[side].index();
  const counts = { taken: 0, notTaken: 0, refused: 0, notReadBack: 0, open: 0, aside: 0 };
  for (const [position, { side }] of links.removals) {
    const { row } = endOf(presence[side], plan.records[side], linkId(links, side, position));
    counts[row < 0 ? endAway(plan, position) : endThere(plan, position, side, row)]++;
  }
  return counts;
}

const endAway = ({ matching }: SyncPlan, position: number): keyof DeletedCounts =>
  isTaken(matching.prior, position) ? 'taken' : 'open';

function endThere(plan: SyncPlan, position: number, side: Side, row: number): keyof DeletedCounts {
  // A pair, and whom a person or a merge linked otherwise, is no record without a counterpart.
  if (plan.matching.prior.baselineOf[side][row] !== position) return 'aside';
  const subject = subjectOf(plan, side, row);
  if (plan.outcomes[subject] === outcomeCode('delete')) return 'notTaken';
  if (isRefusedDelete(plan, subject)) return 'refused';
  return (plan.notes[subject]! & noteBit('not-read-back')) !== 0 && isFailing(plan, subject)
    ? 'notReadBack'
    : 'aside';
}

/** A pair has that note of its own values. */
const isFailing = ({ outcomes }: SyncPlan, subject: number): boolean =>
  outcomes[subject] === outcomeCode('failing');
