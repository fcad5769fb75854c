import { mayWrite, type Direction } from '../model/direction.ts';
import type { ConflictRule } from '../model/design.ts';
import type { Because, DecidedBy } from '../model/line.ts';
import { otherSide, type Side } from '../model/side.ts';
import { STATE } from './state.ts';

/** The rules of SYNC.md that decide a mapping of a pair. */
export type DecidingRule =
  | 'CO1'
  | 'CO2'
  | 'CO3'
  | 'CO4'
  | 'CO5'
  | 'CO8'
  | 'DI1'
  | 'DI3'
  | 'RD20'
  | 'BL3'
  | 'BL5'
  | 'BL7'
  | 'FM10'
  | 'AS6';

/** What is made of one mapping of one pair, and the rule that made it so. */
export type Verdict =
  /** Nothing is written and nothing listed. */
  | { readonly kind: 'nothing'; readonly rule: DecidingRule }
  /** A value flows without a conflict. */
  | { readonly kind: 'flows'; readonly rule: DecidingRule; readonly write: Write }
  /** A conflict nobody has decided (CO8). */
  | { readonly kind: 'open'; readonly rule: DecidingRule }
  /** A conflict whose winner's value is written on the other side. */
  | {
      readonly kind: 'won';
      readonly rule: DecidingRule;
      readonly decidedBy: DecidedBy;
      readonly winner: Side;
      readonly write: Write;
    }
  /** A decided conflict of which both sides keep theirs; `winner`: the side asked for, where the direction forbids it (S26). */
  | {
      readonly kind: 'both-stay';
      readonly rule: DecidingRule;
      readonly decidedBy: DecidedBy;
      readonly winner: Side | null;
    };

export interface Write {
  /** The side that is written to. */
  readonly side: Side;
  readonly because: Because;
}

/** What a verdict writes; null where nothing. */
export function writeOf(verdict: Verdict): Write | null {
  switch (verdict.kind) {
    case 'flows':
    case 'won':
      return verdict.write;
    case 'nothing':
    case 'open':
    case 'both-stay':
      return null;
    default:
      return verdict satisfies never;
  }
}

/** How a listed conflict was decided, as a plan says it: both null while it is open. */
export interface Decided {
  readonly decidedBy: DecidedBy | null;
  readonly winner: Side | null;
}

/** The conflict a verdict lists; null where it lists none. */
export function conflictOf(verdict: Verdict): Decided | null {
  switch (verdict.kind) {
    case 'open':
      return { decidedBy: null, winner: null };
    case 'won':
    case 'both-stay':
      return { decidedBy: verdict.decidedBy, winner: verdict.winner };
    case 'nothing':
    case 'flows':
      return null;
    default:
      return verdict satisfies never;
  }
}

export interface Rule {
  readonly rule: ConflictRule;
  /** The side named by the rule, else the sync's winner. */
  readonly favoured: Side;
  readonly direction: Direction;
  readonly fillWinner: boolean;
  readonly clears: 'never' | 'ask' | 'always';
  /** The side that always gets a constant (FM10); null where values flow. */
  readonly constant: Side | null;
}

/** No rule but `ask`, and dates that cannot say, leave a conflict to a person. */
export const OPEN: Verdict = { kind: 'open', rule: 'CO8' };

/** What was handed over came back different: a person is asked (BL3d). */
export const CAME_BACK: Verdict = { kind: 'open', rule: 'BL3' };

/** A form that was handed over and may still be taken is not written again (BL5). */
export const KEPT_AS_FORM: Verdict = { kind: 'nothing', rule: 'BL5' };

/** The app says that it was written; nothing more is until an export shows it (BL7). */
export const NOT_READ_BACK: Verdict = { kind: 'nothing', rule: 'BL7' };

/** A person lets stand what came back. */
export const ACCEPTED: Verdict = { kind: 'both-stay', rule: 'BL3', decidedBy: 'person', winner: null };

const KEPT_BY_FILL_BLANK: Verdict = { kind: 'both-stay', rule: 'CO1', decidedBy: 'fill-blank', winner: null };

const nothing = (rule: DecidingRule): Verdict => ({ kind: 'nothing', rule });

/** A damaged value would overwrite a good one: a person is asked (RD20). */
const DAMAGED: Verdict = { kind: 'open', rule: 'RD20' };

/** What CO3 or CO4 make of a mapping, but that no damaged value goes over a good one unasked (RD20). */
export function decide(state: number, rule: Rule, newer: Side | null): Verdict {
  return guarded(state, bySides(state, rule, newer));
}

/** The verdict, but that no damaged value goes over a good one unless a person said so (RD20). */
export function guarded(state: number, verdict: Verdict): Verdict {
  const write = writeOf(verdict);
  if (write === null || write.because === 'person') return verdict;
  const damaged = write.side === 'right' ? STATE.damagedLeft : STATE.damagedRight;
  return (state & damaged) === 0 ? verdict : DAMAGED;
}

/**
 * CO3 without a baseline, CO4 with one. `newer`: the side with the later modified date, null where that cannot be
 * said; asked for under `most-recent` only.
 */
function bySides(state: number, rule: Rule, newer: Side | null): Verdict {
  if ((state & STATE.equal) !== 0) return nothing('CO5');
  if (rule.constant !== null) return always(rule.constant, state, rule);
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

/** A constant is written whatever the source holds; `fill-blank` lets it into a blank only. */
function always(side: Side, state: number, rule: Rule): Verdict {
  if (!mayWrite(rule.direction, side)) return nothing('DI1');
  const isBlank = (state & (side === 'left' ? STATE.blankLeft : STATE.blankRight)) !== 0;
  if (isBlank) return { kind: 'flows', rule: 'FM10', write: { side, because: 'fill-blank' } };
  if (rule.rule === 'fill-blank') return nothing('FM10');
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

/** The value of `winner` stands, where the direction lets it travel (DI3, S26). */
function settle(
  rule: DecidingRule,
  to: { readonly winner: Side; readonly decidedBy: DecidedBy; readonly because: Because },
  direction: Direction,
): Verdict {
  const { winner, decidedBy, because } = to;
  const side = otherSide(winner);
  if (!mayWrite(direction, side)) return { kind: 'both-stay', rule: 'DI3', decidedBy: 'direction', winner };
  return { kind: 'won', rule, decidedBy, winner, write: { side, because } };
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

/** A person's side for a listed conflict (CO8; FORMATS.md, Choices; S26). */
export function byPerson(take: Side | 'none', direction: Direction): Verdict {
  return take === 'none'
    ? { kind: 'both-stay', rule: 'CO8', decidedBy: 'person', winner: null }
    : settle('CO8', { winner: take, decidedBy: 'person', because: 'person' }, direction);
}

/** Equal values in another form, rewritten into `side` (CO5, S27). */
export const rewritten = (side: Side): Verdict => ({
  kind: 'flows',
  rule: 'CO5',
  write: { side, because: 'form' },
});
