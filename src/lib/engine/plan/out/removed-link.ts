import type { BaselineLink } from '../../model/baseline.ts';
import { OUTCOMES } from '../../model/outcome.ts';
import { SIDES } from '../../model/side.ts';
import type { PlanReader } from '../lines/plan-reader.ts';
import { isRefusedDelete, isTaken } from '../removed.ts';
import type { SyncPlan } from '../sync-plan.ts';
import type { HandsOver } from './hands-over.ts';
import { markEarlier } from './last-row.ts';
import type { RowNumbers } from './row-numbers.ts';

/** Were both records of a link deleted where one follows the other (S137, S469)? Asked of links neither record of which is there. */
export const isGone = ({ sync, matching }: SyncPlan, position: number): boolean =>
  isTaken(matching.prior, position) ||
  (SIDES.some((side) => sync.deletes[side] === 'delete') &&
    SIDES.every((side) => matching.prior.isDeleted(side, position)));

/** The link of a record whose counterpart is away, with what becomes of its delete (S468). */
export function removedLink(
  reader: PlanReader,
  subject: number,
  link: BaselineLink,
  handsOver: HandsOver,
  numbers: RowNumbers,
): BaselineLink {
  if (handsOver === null) return link;
  const { removal, ...rest } = link;
  const { plan } = reader;
  if (OUTCOMES[plan.outcomes[subject]!] !== 'delete')
    // A refusal ends where the delete is not asked for any more.
    return removal?.refused === undefined || isRefusedDelete(plan, subject) ? link : rest;
  const line = reader.line(subject);
  const [write] = line.writes;
  if (write === undefined || handsOver(line, subject)(write) === false) return link;
  const { side } = write;
  const sent = new Map(link.sent[side]);
  markEarlier(sent, new Set());
  return {
    ...rest,
    sent: { ...link.sent, [side]: sent },
    rows: { ...link.rows, ...numbers.delete(side) },
    removal: { side, tries: (removal?.tries ?? 0) + 1 },
  };
}
