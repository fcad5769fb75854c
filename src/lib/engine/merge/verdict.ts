import { mayWrite, type Direction } from '../model/direction.ts';
import type { ConflictRule } from '../model/design.ts';
import type { Because, DecidedBy } from '../model/line.ts';
import { otherSide, type Side } from '../model/side.ts';
import { STATE } from './state.ts';

/** What a rule makes of one mapping of one pair. */
export interface Verdict {
  /** The side that is written to. */
  readonly write: Side | null;
  readonly because: Because | null;
  /** Listed as a conflict? */
  readonly conflict: boolean;
  readonly decidedBy: DecidedBy | null;
  readonly winner: Side | null;
}

export interface Rule {
  readonly rule: ConflictRule;
  /** The side named by the rule, else the sync's winner. */
  readonly favoured: Side;
  readonly direction: Direction;
  readonly fillWinner: boolean;
  readonly clears: 'never' | 'ask' | 'always';
}

export const NOTHING: Verdict = {
  write: null,
  because: null,
  conflict: false,
  decidedBy: null,
  winner: null,
};

/** A conflict nobody has decided (CO8). */
export const OPEN: Verdict = { ...NOTHING, conflict: true };

const LEFT_BY_FILL_BLANK: Verdict = { ...OPEN, decidedBy: 'fill-blank' };

/**
 * CO3 without a baseline, CO4 with one. `newer`: the side with the later modified date, null where that cannot be
 * said; asked for under `most-recent` only.
 */
export function decide(state: number, rule: Rule, newer: Side | null): Verdict {
  if ((state & STATE.equal) !== 0) return NOTHING;
  const blankLeft = (state & STATE.blankLeft) !== 0;
  const blankRight = (state & STATE.blankRight) !== 0;
  const oneBlank = blankLeft || blankRight;
  const empty: Side = blankLeft ? 'left' : 'right';
  if ((state & STATE.known) === 0) return oneBlank ? fill(empty, rule) : clash(rule, newer);

  const changedLeft = (state & STATE.changedLeft) !== 0;
  const changedRight = (state & STATE.changedRight) !== 0;
  if (changedLeft && changedRight) {
    return oneBlank ? flow(otherSide(empty), true, rule) : clash(rule, newer);
  }
  if (!changedLeft && !changedRight) return NOTHING;
  const source: Side = changedLeft ? 'left' : 'right';
  if (oneBlank && source === empty) return clear(source, rule);
  return flow(source, oneBlank, rule);
}

/** Both have a value and they differ: the rule decides (CO3 row 2, S43). */
function clash(rule: Rule, newer: Side | null): Verdict {
  switch (rule.rule) {
    case 'ask':
      return OPEN;
    case 'fill-blank':
      return LEFT_BY_FILL_BLANK;
    case 'most-recent':
      return newer === null ? OPEN : settle(newer, 'most-recent', 'most-recent', rule.direction);
    case 'winner':
    case 'left':
    case 'right':
      return settle(rule.favoured, rule.rule, 'winner', rule.direction);
    default:
      return rule.rule satisfies never;
  }
}

/** The value of `winner` stands, where the direction lets it travel (DI3, S26). */
export function settle(winner: Side, decidedBy: DecidedBy, because: Because, direction: Direction): Verdict {
  const write = otherSide(winner);
  if (!mayWrite(direction, write)) {
    return { write: null, because: null, conflict: true, decidedBy: 'direction', winner };
  }
  return { write, because, conflict: true, decidedBy, winner };
}

/** A first match with one side blank (CO3 rows 3 and 4). */
function fill(empty: Side, rule: Rule): Verdict {
  if (!mayWrite(rule.direction, empty)) return NOTHING;
  if (rule.direction === 'both' && empty === rule.favoured && !rule.fillWinner) return NOTHING;
  return { ...NOTHING, write: empty, because: 'fill-blank' };
}

/** A change of one side travels (CO4); `fill-blank` lets it into a blank only (S25). */
function flow(source: Side, intoBlank: boolean, rule: Rule): Verdict {
  const write = otherSide(source);
  if (!mayWrite(rule.direction, write)) return NOTHING;
  if (rule.rule === 'fill-blank' && !intoBlank) return LEFT_BY_FILL_BLANK;
  return { ...NOTHING, write, because: source === 'left' ? 'left-changed' : 'right-changed' };
}

/** One side was cleared, the other stands as it was (CO4, S25, S28). */
function clear(source: Side, rule: Rule): Verdict {
  const write = otherSide(source);
  if (rule.clears === 'never' || !mayWrite(rule.direction, write)) return NOTHING;
  if (rule.rule === 'fill-blank') return LEFT_BY_FILL_BLANK;
  if (rule.clears === 'ask') return OPEN;
  return { ...NOTHING, write, because: 'cleared' };
}

/** A person's side for a listed conflict (FORMATS.md, Choices; S26). */
export function byPerson(take: Side | 'none', direction: Direction): Verdict {
  return take === 'none' ? { ...OPEN, decidedBy: 'person' } : settle(take, 'person', 'person', direction);
}

/** Equal values in another form, rewritten into `write` (S27). */
export const rewritten = (write: Side): Verdict => ({ ...NOTHING, write, because: 'form' });
