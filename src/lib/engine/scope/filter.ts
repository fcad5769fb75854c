import type { Records } from '../columns/records.ts';
import type { Matches } from '../match/links/matches.ts';
import { BY } from '../model/link-by.ts';
import type { ObjectSync } from '../model/design.ts';
import type { FilterMode } from '../model/filter.ts';
import { onBoth, type Both, type Side } from '../model/side.ts';
import { mayCreate } from './direction.ts';
import type { Filtering } from './filtering.ts';
import type { ScopeRule } from './rule.ts';

/** By row 1 where a filter the direction asks keeps the record out; null on a side that is not asked (FI3). */
function keptOut(sync: ObjectSync, records: Both<Records>, { fails, allowed }: Filtering): ScopeRule['has'] {
  const asked = onBoth((side) => mayCreate(sync, side));
  const hasFilter = (side: Side): boolean => asked[side] && fails[side] !== null;
  if (!hasFilter('left') && !hasFilter('right')) return { left: null, right: null };
  return onBoth((side) => {
    if (!asked[side]) return null;
    const own = fails[side];
    // A side without a filter passes every record.
    if (own === null) return new Uint8Array(records[side].count);
    const list = allowed[side];
    return list === null ? own : own.map((fail, row) => (list[row] === 1 ? 0 : fail));
  });
}

/** Is a pair linked in the baseline or by a person? A pair first matched by this plan is only starting (FI2). */
export const isLinked = ({ by }: Matches, left: number): boolean =>
  by.left[left] === BY.baseline || by.left[left] === BY.person;

/** FI1–FI3, FI6: a record its side's filter does not let pass, and no list either. */
export function filterRule(
  sync: ObjectSync,
  records: Both<Records>,
  filtering: Filtering,
  matches: Matches,
  mode: FilterMode,
): ScopeRule {
  const { allowed } = filtering;
  const isContinuous = mode === 'continuous';
  return {
    reason: 'filtered',
    has: keptOut(sync, records, filtering),
    pair: 'every',
    keeps: (left, right) =>
      allowed.left?.[left] === 1 ||
      allowed.right?.[right] === 1 ||
      (!isContinuous && isLinked(matches, left)),
    ofMissing: isContinuous,
    notBeside: [],
    field: { left: null, right: null },
  };
}

/** FI6: deny outranks everything, for linked records too. */
export const denyRule = ({ denied }: Filtering): ScopeRule => ({
  reason: 'denied',
  has: denied,
  pair: 'one',
  ofMissing: true,
  notBeside: [],
  field: { left: null, right: null },
});
