import type { ApprovalRule } from '../model/approval-rule.ts';
import { countCheck } from '../checks/count-check.ts';
import { Memo } from '../run/memo.ts';
import type { Steps } from '../run/steps.ts';
import { decisionCode } from '../plan/find/groups.ts';
import { writesAnything, type PlanTraits } from '../plan/find/traits.ts';
import { subjectCount, type SyncPlan } from '../plan/sync-plan.ts';

/** Which rules fit the subjects of one sync, whoever decides them. */
export interface RuledSubjects {
  /** By subject 0, or 1 + the position of the first rule that fits (S405). */
  readonly first: Uint16Array;
  /** By rule: subjects with writes that it fits, be it the first or not. */
  readonly fits: readonly number[];
}

/** S405: the first rule that fits each subject with writes. `asOf`: the day the plan is made for, `YYYY-MM-DD`. */
export function* ruledSubjects(
  plan: SyncPlan,
  rules: readonly ApprovalRule[],
  traits: PlanTraits,
  asOf: string,
  memo: Memo = new Memo(),
): Steps<RuledSubjects> {
  const first = new Uint16Array(subjectCount(plan));
  const fits: number[] = [];
  for (const [at, { counts }] of rules.entries()) {
    let number = 0;
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
  return { first, fits };
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
  { first }: RuledSubjects,
  rules: readonly ApprovalRule[],
  mayApprove: boolean,
): RuledDecisions {
  const codes = rules.map(({ decision }) => decisionCode(decision));
  const column = own.slice();
  const by = new Uint16Array(own.length);
  for (let subject = 0; subject < own.length; subject++) {
    if (own[subject] !== OPEN || first[subject] === 0) continue;
    const code = codes[first[subject]! - 1]!;
    if (code === APPROVED && (!mayApprove || doubted[subject] === 1)) continue;
    column[subject] = code;
    by[subject] = first[subject]!;
  }
  return { column, by };
}

const OPEN = decisionCode('open');
const APPROVED = decisionCode('approved');
