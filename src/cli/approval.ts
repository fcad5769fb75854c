import {
  approvedLines,
  drain,
  openChecks,
  ruledPlan,
  triesOfCreates,
  type CheckResult,
  type Choices,
  type GoingOf,
  type Memo,
  type Plan,
} from '../lib/engine/index.ts';
import type { Tools } from '../lib/engine/tools.ts';
import { IN_FILES } from '../lib/words/in-files.ts';
import { textTable } from './text-table.ts';

export interface ApprovalAsked {
  readonly choices: Choices | null;
  readonly checks: readonly CheckResult[];
  readonly asOf: string;
  readonly tools: Tools;
}

/** What of a plan goes into change files: what choices and rules of approval approve, all where there are neither (S405, S408). */
export interface Approval {
  readonly approved: (planHash: string) => GoingOf;
  /** What each rule comes to; nothing where there are none. */
  readonly table: () => string;
}

export function approvalOf(
  plan: Plan,
  { choices, checks, asOf, tools }: ApprovalAsked,
  memo: Memo,
): Approval {
  const tries = triesOfCreates(plan);
  const rules = plan.design.approval ?? [];
  const holds = (choices?.choices ?? []).some(({ take }) => take === 'hold');
  if (rules.length === 0 && !holds) {
    const whole = (planHash: string): GoingOf => {
      const isApproved = approvedLines(choices, tools, { planHash, tries });
      return (line) => (isApproved(line) ? line : null);
    };
    return { approved: whole, table: () => '' };
  }
  const broken = openChecks(checks).map(({ name }) => name);
  const asked = { rules, mayApprove: broken.length === 0, choices, asOf, tools, tries };
  const ruled = (planHash: string) => drain(ruledPlan(plan, { ...asked, planHash }, memo));
  const words = IN_FILES.approval;
  const table = (): string => {
    // Who approves a create that may be there already hangs on the plan's name; no rule does (S81), so their numbers do not.
    const rows = ruled('').told.map(({ fits, decides }, at) => {
      const { decision, name, of } = rules[at]!;
      return [
        `  ${words.decides[decision]}  ${name.replace(/\s+/g, ' ')}`,
        of === 'writes' ? words.withholds(decides) : words.counts(decides, fits),
      ];
    });
    const paused = broken.length === 0 ? '' : `  ${words.paused(broken)}\n`;
    return `\n${words.title}\n${textTable(rows)}${paused}`;
  };
  return {
    table: rules.length === 0 ? (): string => '' : table,
    approved: (planHash) => ruled(planHash).going,
  };
}
