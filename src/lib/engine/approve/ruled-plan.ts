import type { ApprovalRule } from '../model/approval-rule.ts';
import type { Choices } from '../model/choices.ts';
import type { PlanLine } from '../model/line.ts';
import type { Memo } from '../run/memo.ts';
import type { Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { mayBeThere } from '../plan/create-notes.ts';
import { decisionCode } from '../plan/find/groups.ts';
import { planTraits, writesAnything, type PlanTraits } from '../plan/find/traits.ts';
import { PlanReader } from '../plan/lines/plan-reader.ts';
import type { Plan, SyncPlan } from '../plan/sync-plan.ts';
import { saidOfLines, type LookedAt, type SaidOfLine } from './approved-lines.ts';
import { decideByRules, ruledSubjects, toldOfRules, type OwnDecisions } from './rule-decisions.ts';
import { withoutWithheld, type Withheld } from './withheld.ts';

/** What rules are asked with where decisions come from a file. */
export interface RulesAsked extends LookedAt {
  readonly rules: readonly ApprovalRule[];
  /** False while a check is broken (S407). */
  readonly mayApprove: boolean;
  readonly choices: Choices | null;
  /** The day the plan is made for, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly tools: Pick<Tools, 'encode' | 'sha256'>;
}

/** What goes of a line that stands at a subject of its sync; null: nothing of it does (S464). */
export type GoingOf = (line: PlanLine, subject: number) => PlanLine | null;

/** What is decided of a plan. */
export interface RuledPlan {
  readonly going: GoingOf;
  /** By rule, in their order: subjects with writes that it fits, and that it decides. */
  readonly told: readonly { readonly fits: number; readonly decides: number }[];
}

/** Persons decide by their choices, the rules the rest (S406). What a file says a rule decided is decided anew (S408). */
export function* ruledPlan(plan: Plan, asked: RulesAsked, memo: Memo): Steps<RuledPlan> {
  const { rules, mayApprove, choices, tools, asOf } = asked;
  const decisions = (choices?.decisions ?? []).filter(({ rule }) => rule === undefined);
  const saidOf = saidOfLines({ decisions, planHash: choices?.planHash ?? null }, tools, asked);
  const decided = new Map<
    string,
    { readonly column: Uint8Array; readonly sync: SyncPlan; readonly withheld: Withheld }
  >();
  const all: RulesTold[] = [];
  for (const sync of plan.syncs) {
    const traits = yield* planTraits(sync);
    const subjects = yield* ruledSubjects(sync, rules, choices?.choices ?? [], traits, asOf, memo);
    const own = ownDecisions(sync, traits, decisions.length === 0 ? null : saidOf);
    const { column, by } = decideByRules(own, subjects, rules, mayApprove);
    decided.set(sync.sync.id, { column, sync, withheld: subjects.withheld });
    all.push(toldOfRules(subjects, by));
  }
  return {
    going: (line, subject) => {
      const { column, sync, withheld } = decided.get(line.sync)!;
      return column[subject] === APPROVED ? withoutWithheld(sync, withheld, line, subject) : null;
    },
    told: rules.map((_, at) => ({
      fits: sum(all, at, 'fits'),
      decides: sum(all, at, 'decides'),
    })),
  };
}

type RulesTold = RuledPlan['told'];
const sum = (all: readonly RulesTold[], at: number, of: keyof RulesTold[number]): number =>
  all.reduce((total, own) => total + own[at]![of], 0);

/** What persons decided, by what a file of choices says of each line. */
function ownDecisions(
  plan: SyncPlan,
  { traits }: PlanTraits,
  saidOf: ((line: PlanLine) => SaidOfLine | null) | null,
): OwnDecisions {
  const column = new Uint8Array(traits.length);
  const doubted = new Uint8Array(traits.length);
  const reader = new PlanReader(plan);
  for (let subject = 0; subject < column.length; subject++) {
    if (!writesAnything(traits[subject]!)) continue;
    const said = saidOf === null ? null : saidOf(reader.line(subject));
    const open = mayBeThere(plan, subject) ? 'held' : 'open';
    column[subject] = decisionCode(said?.holds === true ? said.decision : open);
    if (said?.holds === false && said.decision !== 'approved') doubted[subject] = 1;
  }
  return { column, doubted };
}

const APPROVED = decisionCode('approved');
