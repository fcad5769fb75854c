import type { FieldMapping, ObjectSync } from '../../src/lib/engine/model/design.ts';
import { mayWrite, type Direction } from '../../src/lib/engine/model/direction.ts';
import { otherSide, type Both, type Side } from '../../src/lib/engine/model/side.ts';
import { mostRecent } from './most-recent.ts';
import type { Pair } from './plan-links.ts';
import { isBlank } from './values.ts';
import { NOTHING, flow, open, type Wish } from './wish.ts';

/** SF: the rule of a mapping, of an association or of a stage; null under the profile `data-sync`. */
export const salesforceRuleOf = (sync: ObjectSync, mapping: FieldMapping): FieldMapping['sfRule'] | null =>
  sync.salesforce === undefined || mapping.defaultStage !== undefined
    ? null
    : (mapping.sfRule ?? 'prefer-unless-blank');

/** "In place of winner, conflict and blanks": may a person send the blank of a side? */
export function staysBlank(sync: ObjectSync, mapping: FieldMapping, side: Side): boolean {
  const rule = salesforceRuleOf(sync, mapping);
  if (rule === null) return sync.blanks.propagateClears === 'never';
  return rule !== 'two-way' && side !== sync.salesforce;
}

/** SF1 to SF3 for two values that are not equal; `changed` is null without a baseline. */
export function bySalesforce(
  sync: ObjectSync,
  mapping: FieldMapping,
  direction: Direction,
  pair: Pair,
  values: Both<string>,
  changed: Both<boolean> | null,
): Wish {
  const rule = salesforceRuleOf(sync, mapping);
  const sf = sync.salesforce;
  if (sf === undefined || rule === null || rule === undefined) throw new Error('no Salesforce rule');
  const hs = otherSide(sf);
  // S141.
  if (changed !== null && !changed.left && !changed.right) return NOTHING;
  const here = (side: Side): boolean => !isBlank(values[side]);
  const deleted = (side: Side): boolean => !here(side) && changed?.[side] === true;
  const may = (source: Side): boolean => mayWrite(direction, otherSide(source));
  const fills = (source: Side): Wish => (may(source) ? flow(source, 'fill-blank') : NOTHING);
  const clears = (source: Side): Wish => (may(source) ? flow(source, 'cleared') : NOTHING);
  switch (rule) {
    case 'two-way': {
      if (here('left') && here('right')) {
        if (changed !== null && changed.left !== changed.right) {
          const source = changed.left ? 'left' : 'right'; // S142
          return may(source) ? flow(source, source === 'left' ? 'left-changed' : 'right-changed') : NOTHING;
        }
        const winner = mostRecent(sync, pair);
        if (winner === null) return open;
        if (!may(winner)) return { ...NOTHING, conflict: { decidedBy: 'direction', winner } };
        return { source: winner, because: 'most-recent', conflict: { decidedBy: 'two-way', winner } };
      }
      const [full, empty] = here('left') ? (['left', 'right'] as const) : (['right', 'left'] as const);
      const isNew = changed?.[full] === true;
      return deleted(empty) && !isNew ? clears(empty) : fills(full);
    }
    case 'prefer-unless-blank':
      if (here(sf)) return here(hs) ? overwriting(rule, sf, may(sf), changed) : fills(sf);
      return deleted(sf) && changed?.[hs] === false ? clears(sf) : fills(hs);
    case 'always':
      if (here(sf)) return here(hs) ? overwriting(rule, sf, may(sf), changed) : fills(sf);
      if (!deleted(sf)) return NOTHING;
      return { ...overwriting(rule, sf, may(sf), changed), because: 'cleared' };
    case 'off':
      throw new Error('a mapping that is off');
    default:
      return rule satisfies never;
  }
}

/** "An overwritten HubSpot value that is not its baseline value is listed as a conflict, decided by the rule." */
function overwriting(
  rule: 'prefer-unless-blank' | 'always',
  sf: Side,
  may: boolean,
  changed: Both<boolean> | null,
): Wish {
  const isBaseline = changed?.[otherSide(sf)] === false;
  if (!may) return isBaseline ? NOTHING : { ...NOTHING, conflict: { decidedBy: 'direction', winner: sf } };
  const because = rule === 'always' ? 'always' : 'winner';
  return { source: sf, because, conflict: isBaseline ? null : { decidedBy: rule, winner: sf } };
}
