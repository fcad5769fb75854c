import { mayWrite, type Direction } from '../model/direction.ts';
import type { ConflictRule } from '../model/design.ts';
import type { Because, DecidedBy } from '../model/line.ts';
import type { SalesforceFlow } from '../model/salesforce-rule.ts';
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
  | 'FM13'
  | 'AS6'
  | 'SF1'
  | 'SF2'
  | 'SF3';

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
  /** What decides in place of `rule`, `fillWinner` and `clears` (SF); null under the profile `data-sync`. */
  readonly salesforce: SalesforceFlow | null;
}

/** May a blank of a side go over a value where a person says so? By the rule of clears, or what Salesforce's rules clear (SF). */
export const blankTravels = (
  { clears, salesforce }: Pick<Rule, 'clears' | 'salesforce'>,
  from: Side,
): boolean =>
  salesforce === null ? clears !== 'never' : salesforce.rule === 'two-way' || salesforce.side === from;

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

/** A damaged value would overwrite a good one: a person is asked (RD20). */
const DAMAGED: Verdict = { kind: 'open', rule: 'RD20' };

/** The verdict, but that no damaged value goes over a good one unless a person said so (RD20). */
export function guarded(state: number, verdict: Verdict): Verdict {
  const write = writeOf(verdict);
  if (write === null || write.because === 'person') return verdict;
  const damaged = write.side === 'right' ? STATE.damagedLeft : STATE.damagedRight;
  return (state & damaged) === 0 ? verdict : DAMAGED;
}

/** The value of `winner` stands, where the direction lets it travel (DI3, S26). */
export function settle(
  rule: DecidingRule,
  to: { readonly winner: Side; readonly decidedBy: DecidedBy; readonly because: Because },
  direction: Direction,
): Verdict {
  const { winner, decidedBy, because } = to;
  const side = otherSide(winner);
  if (!mayWrite(direction, side)) return { kind: 'both-stay', rule: 'DI3', decidedBy: 'direction', winner };
  return { kind: 'won', rule, decidedBy, winner, write: { side, because } };
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
