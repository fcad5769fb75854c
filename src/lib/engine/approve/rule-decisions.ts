import type { ApprovalRule } from '../model/approval-rule.ts';
import type { ConflictChoice } from '../model/choices.ts';
import { countCheck } from '../checks/count-check.ts';
import { Memo } from '../run/memo.ts';
import type { Steps } from '../run/steps.ts';
import { decisionCode } from '../plan/find/groups.ts';
import { writesAnything, type PlanTraits } from '../plan/find/traits.ts';
import { subjectCount, type SyncPlan } from '../plan/sync-plan.ts';
import { BY_HAND } from './held-by-hand.ts';
import { withheldWrites, type Withheld } from './withheld.ts';

/** Which rules fit the subjects of one sync, whoever decides them. */
export interface RuledSubjects {
  /** By subject 0, or 1 + the position of the first rule that fits (S405). */
  readonly first: Uint16Array;
  /** By rule: subjects with writes that it fits, be it the first or not. */
  readonly fits: readonly number[];
  /** What rules of single writes withhold (S463), and persons (S480). */
  readonly withheld: Withheld;
}

/** S405: the first rule that fits each subject with writes. `choices`: what persons hold of single records. `asOf`: the day the plan is made for, `YYYY-MM-DD`. */
export function* ruledSubjects(
  plan: SyncPlan,
  rules: readonly ApprovalRule[],
  choices: readonly ConflictChoice[],
  traits: PlanTraits,
  asOf: string,
  memo: Memo = new Memo(),
): Steps<RuledSubjects> {
  const first = new Uint16Array(subjectCount(plan));
  const fits: number[] = [];
  const withheld = yield* withheldWrites(plan, rules, choices, traits, asOf, memo);
  for (const [at, { counts, of }] of rules.entries()) {
    let number = 0;
    if (of === 'writes') {
      fits.push(withheld.subjects[at]!);
      continue;
    }
    if (counts.sync === null || counts.sync === plan.sync.id) {
      const { members } = yield* countCheck(plan, counts, traits, asOf, memo);
      for (let subject = 0; subject < members.length; subject++) {
        if (members[subject] === 0 || !writesAnything(traits.traits[subject]!)) continue;
        number++;
        if (first[subject] === 0) first[subject] = at + 1;
      }
    }
    fits.push(number);
  }
  return { first, fits, withheld };
}

/** What persons decided of the subjects of a sync. */
export interface OwnDecisions {
  /** Per subject 0 where nothing is written, else 1 + a position in `DECISION_WORDS`. */
  readonly column: Uint8Array;
  /** By subject 1 where other writes of it were held or rejected: it is asked again (S406). */
  readonly doubted: Uint8Array;
}

/** Who decides what. */
export interface RuledDecisions {
  /** As `OwnDecisions`. */
  readonly column: Uint8Array;
  /** By subject 0 where no rule decides it, else 1 + the position of the rule that does. */
  readonly by: Uint16Array;
}

/**
 * S406: what nobody decided is decided by the rule that fits first. None approves what a person held or rejected with other writes,
 * and none approves where `mayApprove` is false (S407).
 */
export function decideByRules(
  { column: own, doubted }: OwnDecisions,
  { first, withheld }: RuledSubjects,
  rules: readonly ApprovalRule[],
  mayApprove: boolean,
): RuledDecisions {
  const codes = rules.map(({ decision }) => decisionCode(decision));
  const column = own.slice();
  const by = new Uint16Array(own.length);
  for (let subject = 0; subject < own.length; subject++) {
    const whole = withheld.whole[subject]!;
    // S464: of what nothing may be written nobody approves anything.
    if (whole > 0 && (own[subject] === OPEN || own[subject] === APPROVED)) {
      column[subject] = whole === BY_HAND ? HELD : codes[whole - 1]!;
      by[subject] = whole === BY_HAND ? 0 : whole;
      continue;
    }
    if (own[subject] !== OPEN || first[subject] === 0) continue;
    const code = codes[first[subject]! - 1]!;
    if (code === APPROVED && (!mayApprove || doubted[subject] === 1)) continue;
    column[subject] = code;
    by[subject] = first[subject]!;
  }
  return { column, by };
}

/** By rule, in their order: subjects that it fits, and that it decides or withholds a write of (S466). */
export function toldOfRules(
  { fits, withheld }: RuledSubjects,
  by: Uint16Array,
): readonly { readonly fits: number; readonly decides: number }[] {
  const decides = new Uint32Array(fits.length + 1);
  for (const at of by) decides[at]!++;
  return fits.map((own, at) => ({ fits: own, decides: Math.max(decides[at + 1]!, withheld.subjects[at]!) }));
}

const OPEN = decisionCode('open');
const HELD = decisionCode('held');
const APPROVED = decisionCode('approved');
