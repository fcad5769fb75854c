import { linkId } from '../../columns/link-table.ts';
import type { Created, OpenRef } from '../../merge/handed/find-created.ts';
import { noteBit, type Reason } from '../../model/reason.ts';
import { otherSide, type Side } from '../../model/side.ts';
import type { SyncPlan } from '../sync-plan.ts';
import { idList } from './id-list.ts';

/** Why a lone record's create is held, offered again or not made. */
export function createReasons(plan: SyncPlan, bits: number, side: Side, row: number): Reason[] {
  const { created } = plan;
  const far = otherSide(side);
  if (created === null) return [];
  if ((bits & noteBit('handed-over')) === 0) {
    return (bits & noteBit('not-taken')) === 0 ? [] : [{ code: 'not-taken', side: far }];
  }
  const { refs, total } = otherRecords(created, side, row);
  const ids = refs.map((ref) => idOf(plan, far, ref));
  return [{ code: 'handed-over', side, ...idList(ids, total) }];
}

function idOf({ records, matching }: SyncPlan, side: Side, ref: OpenRef): string {
  if ('row' in ref) return records[side].id(ref.row);
  return linkId(matching.prior.links, side, ref.missing.position);
}

interface Listed {
  readonly refs: readonly OpenRef[];
  readonly total: number;
}

/** Whom the record may be: the ones its texts fit, else all that are new, or all that wait. */
function otherRecords(created: Created, side: Side, row: number): Listed {
  const fits = created.ambiguous[side].get(row);
  if (fits !== undefined) return { refs: fits, total: fits.length };
  const far = otherSide(side);
  const own = created.waits[side].get(row);
  if (own !== undefined && created.freshRows[far].length > 0) {
    const rows = created.shared[far].rowsFor(own);
    return { refs: rows.map((one) => ({ row: one })), total: created.freshRows[far].length };
  }
  if (created.fresh[side]?.[row] !== 1) return { refs: [], total: 0 };
  const refs = created.shared[side]
    .createsFor(row)
    .map((one): OpenRef => (one.row < 0 ? { missing: one } : { row: one.row }));
  return { refs, total: created.waiting[side].length };
}
