import { momentsOf } from '../../columns/moments.ts';
import type { Both, Side } from '../../model/side.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../../run/steps.ts';
import type { Tools } from '../../tools.ts';
import type { SyncPlan } from '../sync-plan.ts';

/** When the records of a side were last changed, by row, in ms since 1970, NaN where it cannot be read; null where the design names no such field. */
export type ChangedAt = Both<Float64Array | null>;

/** Of a sync, as its modified fields say (HE1). */
export function* changedAt(plan: SyncPlan, tools: Tools): Steps<ChangedAt> {
  return { left: yield* ofSide(plan, 'left', tools), right: yield* ofSide(plan, 'right', tools) };
}

function* ofSide({ sync, records }: SyncPlan, side: Side, tools: Tools): Steps<Float64Array | null> {
  const field = modifiedField({ sync, records }, side);
  if (field === null) return null;
  yield* records[side].flatten([field]);
  const moment = momentsOf(sync, records, side, tools);
  if (moment === null) return null;
  const at = new Float64Array(records[side].count);
  const pass = (from: number, to: number): void => {
    for (let row = from; row < to; row++) at[row] = moment(row)?.at ?? NaN;
  };
  yield* inSlices('impact', at.length, pass, TEXT_SLICE);
  return at;
}

/** The field that says when a record was changed, where the file has it. */
export function modifiedField(
  { sync, records }: Pick<SyncPlan, 'sync' | 'records'>,
  side: Side,
): string | null {
  const field = sync[side].modifiedField;
  return field !== null && records[side].has(field) ? field : null;
}
