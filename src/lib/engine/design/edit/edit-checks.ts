import type { Allowed, Check, Counted, Waiver, WriteAsked } from '../../model/check.ts';
import { PLAN_FILTERS } from '../../model/plan-filter.ts';
import { conditionJson } from './edit-filters.ts';
import { listAt, textAt, valueAt, withValue, type DesignEdit } from './design-json.ts';

/** A check as a person writes it: without the waivers it was given. */
export type CheckDraft = Omit<Check, 'waivers'>;

/** S400: puts a check in its place by its id, or adds it; what it was waived for stays with it. Checks are of the whole design. */
export function setCheck(json: unknown, _sync: number, draft: CheckDraft): DesignEdit {
  const at = placeOf(json, draft.id);
  const isNew = valueAt(json, ['checks', at]) === undefined;
  const waivers = listAt(json, ['checks', at, 'waivers']);
  const written = { ...checkJson(draft), ...(waivers.length === 0 ? {} : { waivers }) };
  return {
    json: withValue(json, ['checks', at], written),
    step: { code: isNew ? 'check-added' : 'check', values: { name: draft.name } },
  };
}

export function removeCheck(json: unknown, _sync: number, id: string): DesignEdit {
  const at = placeOf(json, id);
  const name = textAt(json, ['checks', at, 'name'], id);
  const isLast = listAt(json, ['checks']).length === 1;
  return {
    json: withValue(json, isLast ? ['checks'] : ['checks', at], undefined),
    step: { code: 'check-removed', values: { name } },
  };
}

/** S404: who lets a check pass, and why. */
export function waiveCheck(json: unknown, _sync: number, id: string, waiver: Waiver): DesignEdit {
  const at = placeOf(json, id);
  const path = ['checks', at, 'waivers'];
  const name = textAt(json, ['checks', at, 'name'], id);
  const { planHash, number, by, reason, at: when } = waiver;
  return {
    json: withValue(json, path, [...listAt(json, path), { planHash, number, by, reason, at: when }]),
    step: { code: 'check-waived', values: { name, by, number } },
  };
}

/** The position of a check; one past the end of a new one. */
function placeOf(json: unknown, id: string): number {
  const list = listAt(json, ['checks']);
  const at = list.findIndex((_, i) => valueAt(json, ['checks', i, 'id']) === id);
  return at < 0 ? list.length : at;
}

/** As a design file has it: what says nothing is left out. */
const checkJson = ({ id, name, reason, counts, allowed, blocks }: CheckDraft) => ({
  id,
  name,
  ...(reason === '' ? {} : { reason }),
  count: countJson(counts),
  allowed: allowedJson(allowed),
  ...(blocks ? {} : { blocks }),
});

/** What a check counts, or a rule of approval fits. */
export const countJson = (counts: Counted) => ({
  sync: counts.sync,
  ...(counts.scope === 'all' ? {} : { scope: counts.scope }),
  ...Object.fromEntries(
    PLAN_FILTERS.flatMap((list) => (counts[list].length === 0 ? [] : [[list, counts[list]]])),
  ),
  ...(counts.writes.length === 0 ? {} : { writes: counts.writes.map(writeJson) }),
  ...(counts.where.length === 0
    ? {}
    : { where: counts.where.map(({ side, ...asked }) => ({ side, ...(conditionJson(asked) as object) })) }),
});

const writeJson = ({ field, side, change, from, to, order }: WriteAsked) => ({
  ...(field === null ? {} : { field }),
  ...(side === null ? {} : { side }),
  change,
  ...(from === null ? {} : { from }),
  ...(to === null ? {} : { to }),
  ...(order.length === 0 ? {} : { order }),
});

const allowedJson = ({ atLeast, atMost, unit }: Allowed) => ({
  ...(atLeast === null ? {} : { atLeast }),
  ...(atMost === null ? {} : { atMost }),
  ...(unit === 'records' ? {} : { unit }),
});
