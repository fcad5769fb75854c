import { mayWrite, type Direction } from '../model/direction.ts';
import type { SalesforceFlow } from '../model/salesforce-rule.ts';
import { otherSide, type Side } from '../model/side.ts';
import { STATE } from './state.ts';
import { OPEN, settle, type Verdict } from './verdict.ts';

/** What SF1 to SF3 make of two values that differ. `newer`: as in `decide`, asked for under `two-way` only. */
export function bySalesforce(
  state: number,
  flow: SalesforceFlow,
  direction: Direction,
  newer: Side | null,
): Verdict {
  const has = (bit: number): boolean => (state & bit) !== 0;
  const known = has(STATE.known);
  const changed = { left: has(STATE.changedLeft), right: has(STATE.changedRight) };
  // What both apps hold as they were left is agreed, in whatever forms they keep it (S141).
  if (known && !changed.left && !changed.right) return { kind: 'nothing', rule: 'CO4' };
  const blank = { left: has(STATE.blankLeft), right: has(STATE.blankRight) };
  const pair: Standing = { ...flow, direction, known, changed, blank };
  return flow.rule === 'two-way' ? twoWay(pair, newer) : fromSalesforce(pair);
}

/** Two values that differ, what the baseline says of them, and what decides. */
interface Standing extends SalesforceFlow {
  readonly direction: Direction;
  readonly known: boolean;
  readonly changed: Readonly<Record<Side, boolean>>;
  readonly blank: Readonly<Record<Side, boolean>>;
}

const RULE = { 'prefer-unless-blank': 'SF1', always: 'SF2', 'two-way': 'SF3' } as const;

/** Blank now and not in the baseline of that side; without a baseline nothing is deleted. */
const isDeleted = ({ known, changed, blank }: Standing, side: Side): boolean =>
  known && blank[side] && changed[side];

/** SF1, SF2. */
function fromSalesforce(pair: Standing): Verdict {
  const { side, rule, blank, changed } = pair;
  const hubspot = otherSide(side);
  if (!blank[side]) return blank[hubspot] ? fill(pair, hubspot) : overwrite(pair, hubspot, 'value');
  if (!isDeleted(pair, side)) return fill(pair, side);
  // Deleted in Salesforce: a value that is new in HubSpot stands against it under `prefer` only.
  return changed[hubspot] && rule === 'prefer-unless-blank'
    ? fill(pair, side)
    : overwrite(pair, hubspot, 'clear');
}

/** SF3. */
function twoWay(pair: Standing, newer: Side | null): Verdict {
  const { direction, known, changed, blank } = pair;
  if (blank.left || blank.right) {
    const empty: Side = blank.left ? 'left' : 'right';
    const filled = otherSide(empty);
    return isDeleted(pair, empty) && !changed[filled] ? clear(pair, filled) : fill(pair, empty);
  }
  if (known && changed.left !== changed.right) {
    // A value that alone is new is the more recent one, whenever its record was touched (S142).
    const source: Side = changed.left ? 'left' : 'right';
    const side = otherSide(source);
    if (!mayWrite(direction, side)) return { kind: 'nothing', rule: 'DI1' };
    return {
      kind: 'flows',
      rule: 'SF3',
      write: { side, because: source === 'left' ? 'left-changed' : 'right-changed' },
    };
  }
  if (newer === null) return OPEN;
  return settle('SF3', { winner: newer, decidedBy: 'two-way', because: 'most-recent' }, direction);
}

/** A value goes into the blank of `side`. */
function fill({ rule, side: salesforce, direction }: Standing, side: Side): Verdict {
  if (rule === 'always' && side === salesforce) return { kind: 'nothing', rule: 'SF2' };
  if (!mayWrite(direction, side)) return { kind: 'nothing', rule: 'DI1' };
  return { kind: 'flows', rule: RULE[rule], write: { side, because: 'fill-blank' } };
}

/** The blank goes over a value that is as it was. */
function clear({ rule, direction }: Standing, side: Side): Verdict {
  if (!mayWrite(direction, side)) return { kind: 'nothing', rule: 'DI1' };
  return { kind: 'flows', rule: RULE[rule], write: { side, because: 'cleared' } };
}

/** What Salesforce has, be it nothing, goes over HubSpot's value: listed where that is not the baseline's (L12). */
function overwrite(pair: Standing, side: Side, by: 'value' | 'clear'): Verdict {
  const { rule, direction, known, changed, side: winner } = pair;
  const because = by === 'clear' ? 'cleared' : rule === 'always' ? 'always' : 'winner';
  if (!known || changed[side]) return settle(RULE[rule], { winner, decidedBy: rule, because }, direction);
  if (!mayWrite(direction, side)) return { kind: 'nothing', rule: 'DI1' };
  return { kind: 'flows', rule: RULE[rule], write: { side, because } };
}
