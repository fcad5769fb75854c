import { mayWrite } from '../model/direction.ts';
import { otherSide, type Side } from '../model/side.ts';
import { bySalesforce } from './salesforce-verdict.ts';
import { STATE } from './state.ts';
import { OPEN, guarded, settle, type DecidingRule, type Rule, type Verdict } from './verdict.ts';

const KEPT_BY_FILL_BLANK: Verdict = { kind: 'both-stay', rule: 'CO1', decidedBy: 'fill-blank', winner: null };

const nothing = (rule: DecidingRule): Verdict => ({ kind: 'nothing', rule });

/** What CO3 or CO4 make of a mapping, but that no damaged value goes over a good one unasked (RD20). */
export function decide(state: number, rule: Rule, newer: Side | null): Verdict {
  return guarded(state, bySides(state, rule, newer));
}

/**
 * CO3 without a baseline, CO4 with one, or SF. `newer`: the side with the later modified date, null where that cannot be
 * said; asked for under `most-recent` and `two-way` only.
 */
function bySides(state: number, rule: Rule, newer: Side | null): Verdict {
  if ((state & STATE.equal) !== 0) return nothing('CO5');
  if (rule.constant !== null) return always(rule.constant, state, rule);
  if (rule.salesforce !== null) return bySalesforce(state, rule.salesforce, rule.direction, newer);
  const blankLeft = (state & STATE.blankLeft) !== 0;
  const blankRight = (state & STATE.blankRight) !== 0;
  const oneBlank = blankLeft || blankRight;
  const empty: Side = blankLeft ? 'left' : 'right';
  if ((state & STATE.known) === 0) return oneBlank ? fill(empty, rule) : clash('CO3', rule, newer);

  const changedLeft = (state & STATE.changedLeft) !== 0;
  const changedRight = (state & STATE.changedRight) !== 0;
  if (changedLeft && changedRight) {
    return oneBlank ? flow(otherSide(empty), true, rule) : clash('CO4', rule, newer);
  }
  if (!changedLeft && !changedRight) return nothing('CO4');
  const source: Side = changedLeft ? 'left' : 'right';
  if (oneBlank && source === empty) return clear(source, rule);
  return flow(source, oneBlank, rule);
}

/** Does a constant go into blanks of a side only? Under `prefer` nothing but that goes into Salesforce (S143). */
const blanksOnly = ({ rule, salesforce }: Rule, side: Side): boolean =>
  salesforce === null
    ? rule === 'fill-blank'
    : salesforce.rule === 'prefer-unless-blank' && salesforce.side === side;

/** A constant is written whatever the source holds; `fill-blank` lets it into a blank only. */
function always(side: Side, state: number, rule: Rule): Verdict {
  if (!mayWrite(rule.direction, side)) return nothing('DI1');
  const isBlank = (state & (side === 'left' ? STATE.blankLeft : STATE.blankRight)) !== 0;
  if (isBlank) return { kind: 'flows', rule: 'FM10', write: { side, because: 'fill-blank' } };
  if (blanksOnly(rule, side)) return nothing('FM10');
  return { kind: 'flows', rule: 'FM10', write: { side, because: 'always' } };
}

/** Both have a value and they differ: the rule decides (CO3 row 2, S43). `by`: the table that asks it. */
function clash(by: 'CO3' | 'CO4', rule: Rule, newer: Side | null): Verdict {
  switch (rule.rule) {
    case 'ask':
      return OPEN;
    case 'fill-blank':
      return KEPT_BY_FILL_BLANK;
    case 'most-recent':
      if (newer === null) return OPEN;
      return settle(by, { winner: newer, decidedBy: 'most-recent', because: 'most-recent' }, rule.direction);
    case 'winner':
    case 'left':
    case 'right':
      return settle(by, { winner: rule.favoured, decidedBy: rule.rule, because: 'winner' }, rule.direction);
    default:
      return rule.rule satisfies never;
  }
}

/** A first match with one side blank (CO3 rows 3 and 4). */
function fill(empty: Side, rule: Rule): Verdict {
  // Only the winner's blank could travel, which it never does (CO2), or only into the blank's other side (DI1).
  if (!mayWrite(rule.direction, empty)) return nothing(empty === rule.favoured ? 'CO2' : 'DI1');
  if (rule.direction === 'both' && empty === rule.favoured && !rule.fillWinner) return nothing('CO3');
  return { kind: 'flows', rule: 'CO3', write: { side: empty, because: 'fill-blank' } };
}

/** A change of one side travels (CO4); `fill-blank` lets it into a blank only (S25). */
function flow(source: Side, intoBlank: boolean, rule: Rule): Verdict {
  const side = otherSide(source);
  if (!mayWrite(rule.direction, side)) return nothing('DI1');
  if (rule.rule === 'fill-blank' && !intoBlank) return KEPT_BY_FILL_BLANK;
  return {
    kind: 'flows',
    rule: 'CO4',
    write: { side, because: source === 'left' ? 'left-changed' : 'right-changed' },
  };
}

/** One side was cleared, the other stands as it was (CO4, S25, S28). */
function clear(source: Side, rule: Rule): Verdict {
  const side = otherSide(source);
  if (!mayWrite(rule.direction, side)) return nothing('DI1');
  if (rule.clears === 'never') return nothing('CO4');
  if (rule.rule === 'fill-blank') return KEPT_BY_FILL_BLANK;
  if (rule.clears === 'ask') return { kind: 'open', rule: 'CO4' };
  return { kind: 'flows', rule: 'CO4', write: { side, because: 'cleared' } };
}
