import type { Records } from '../columns/records.ts';
import type { ObjectSync } from '../model/design.ts';
import { mayWrite } from '../model/direction.ts';
import { onBoth, otherSide, type Both, type Side } from '../model/side.ts';
import type { ScopeRule } from './rule.ts';

/** May a lone record of this side be created on the other one? */
export const mayCreate = (sync: ObjectSync, side: Side): boolean => mayWrite(sync.direction, otherSide(side));

/** PH5: a lone record whose direction allows no create. */
export const directionRule = (sync: ObjectSync, records: Both<Records>): ScopeRule => ({
  reason: 'direction-forbids-create',
  has: onBoth((side) => (mayCreate(sync, side) ? null : new Uint8Array(records[side].count).fill(1))),
  pair: 'never',
  ofMissing: false,
  notBeside: [],
  field: { left: null, right: null },
});
