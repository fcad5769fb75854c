import { cellText } from '../../columns/cell.ts';
import { linkId } from '../../columns/link-table.ts';
import { mayWrite } from '../../model/direction.ts';
import type { Reason } from '../../model/reason.ts';
import { otherSide, type Side } from '../../model/side.ts';
import {
  behindCandidate,
  behindOwnSide,
  candidatesOf,
  linkedCandidate,
  signatureKeys,
} from '../duplicate-of.ts';
import { changedSince, removalReasons } from '../removed.ts';
import { idList } from './id-list.ts';
import { keyValue } from './key-value.ts';
import type { PlanView } from './plan-view.ts';
import type { SyncPlan } from '../sync-plan.ts';

/** The linked counterpart that is in no file. */
export function missingReason(plan: SyncPlan, side: Side, row: number): Reason {
  return { code: 'not-in-this-export', side, ids: [missingId(plan, side, row)] };
}

function missingId({ matching }: SyncPlan, side: Side, row: number): string {
  const { links, baselineOf } = matching.prior;
  return linkId(links, otherSide(side), baselineOf[side][row]!);
}

/**
 * The linked counterpart that was deleted; where it cannot be created again, why: the direction (DE3); where it is not deleted here for
 * what changed since, the field (S136).
 */
function deletedReason(plan: SyncPlan, side: Side, row: number): Reason {
  const ids = [missingId(plan, side, row)];
  const code = 'counterpart-deleted';
  if (plan.sync.deletes[side] === 'delete' && mayWrite(plan.sync.direction, side)) {
    const field = changedSince(plan, side, row);
    if (field !== null) return { code, side, field, ids };
  }
  if (!plan.matching.prior.restored.refused[side].has(row)) return { code, side, ids };
  return { code, side, rule: plan.sync.direction, ids };
}

/** The same with what became of its own delete (S469). */
export function deletedReasons(plan: SyncPlan, subject: number, side: Side, row: number): Reason[] {
  const reason = deletedReason(plan, side, row);
  return [reason, ...removalReasons(plan, subject, reason, row)];
}

/** What says that a record is gone from its own app: that it was merged into another, else that it is archived (S430). */
export function archivedReason({ sync, records, matching }: SyncPlan, side: Side, row: number): Reason {
  const { mergedInto, archived } = sync[side];
  const into = matching.prior.presence[side].into.get(row);
  const code = 'archived';
  const field = into === undefined ? archived?.field : mergedInto;
  if (field === undefined) throw new Error('an archived record nothing says it of');
  const value = cellText(records[side].column(field), row);
  return { code, side, field, value, ids: into === undefined ? [] : [into] };
}

/** The records of the other side that a record could be linked with since others were merged (S433). */
export function mergedReason({ records, matching }: SyncPlan, side: Side, row: number): Reason {
  const others = matching.prior.unclear[side].get(row) ?? [];
  const ids = others.map((other) => records[otherSide(side)].id(other));
  return { code: 'links-merged', side, ...idList(ids) };
}

/** Its candidates, else those it hits by any key of its signature (S44). */
export function ambiguousReason(reader: PlanView, side: Side, row: number): Reason {
  const { plan } = reader;
  const keys = signatureKeys(plan, side, row);
  const other = otherSide(side);
  const hits = new Set(candidatesOf(reader, side, row, keys));
  if (hits.size === 0) {
    for (const key of keys) {
      const code = plan.matching.codes[key]!.codes[side][row]!;
      for (const hit of reader.groups(key).rows(other, code)) hits.add(hit);
    }
  }
  const ids = [...hits].sort((a, b) => a - b).map((hit) => plan.records[other].id(hit));
  return { code: 'ambiguous-match', side, value: keyValue(plan, side, keys[0]!, row), ...idList(ids) };
}

/** The record it duplicates: see FORMATS.md, Reason codes. */
export function duplicateReason(reader: PlanView, side: Side, row: number): Reason {
  const { plan } = reader;
  const keys = signatureKeys(plan, side, row);
  const behind =
    (keys.length > 0 ? behindCandidate(reader, side, row, keys) : null) ?? behindOwnSide(reader, side, row);
  const key = keys[0] ?? behind?.key ?? 0;
  const id =
    behind === null ? namedByLink(reader, side, row, keys) : plan.records[behind.side].id(behind.row);
  return { code: 'duplicate-key', side, value: keyValue(plan, side, key, row), ids: [id] };
}

/** Of the first linked candidate the counterpart, also a missing one; where none is linked (`first-key`) the candidate. */
function namedByLink(reader: PlanView, side: Side, row: number, keys: readonly number[]): string {
  const { plan } = reader;
  const other = otherSide(side);
  const linked = linkedCandidate(reader, side, row, keys);
  if (linked !== undefined) {
    const counterpart = plan.matching.matches.partner[other][linked]!;
    if (counterpart >= 0) return plan.records[side].id(counterpart);
    const [first] = plan.matching.prior.unclear[other].get(linked) ?? [];
    return first === undefined ? missingId(plan, other, linked) : plan.records[side].id(first);
  }
  const [first] = candidatesOf(reader, side, row, keys);
  if (first === undefined) throw new Error('a duplicate without a record it duplicates');
  return plan.records[other].id(first);
}
