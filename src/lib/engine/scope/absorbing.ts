import type { Records } from '../columns/records.ts';
import { onBoth, type Both } from '../model/side.ts';
import type { Absorbed, ScopeRule } from './rule.ts';

/** The rule of lone records whose counterpart is known to be there or gone, by row (KW8, S431): none of them is created. */
export const absorbingRule = (
  reason: 'counterpart-rejected' | 'counterpart-archived',
  records: Both<Records>,
  absorbed: Both<ReadonlyMap<number, Absorbed>>,
): ScopeRule => ({
  reason,
  has: onBoth((side) => {
    if (absorbed[side].size === 0) return null;
    const has = new Uint8Array(records[side].count);
    for (const row of absorbed[side].keys()) has[row] = 1;
    return has;
  }),
  pair: 'never',
  ofMissing: false,
  notBeside: ['direction-forbids-create', 'no-valid-email', 'no-identifier'],
  field: { left: null, right: null },
  absorbed,
});
