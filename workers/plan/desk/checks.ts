import { openChecks, type Steps } from '../../../src/lib/engine/index.ts';
import type { RulesTold } from '../../../src/lib/conversation/index.ts';
import type { PlanContext } from '../../common/plan-context.ts';
import type { Desk } from '../../project/desk.ts';
import type { PlanOnDesk } from '../kept-plans.ts';
import type { Checked } from './checked.ts';
import type { CurrentPlan } from './current-plan.ts';

export type CheckVerbs = Pick<Desk, 'checks' | 'approvalRules' | 'planHash'>;

/** What checks and rules of approval say of the plan (S400, S405). */
export const checkVerbs = (plan: CurrentPlan): CheckVerbs => ({
  checks: (work) => plan.ask((current, context) => plan.runFor(work, plan.checked.results(current, context))),
  approvalRules: (work) =>
    plan.ask((current, context) => plan.runFor(work, rulesOf(plan.checked, current, context))),
  planHash: (work) =>
    plan.ask((current, { tools }) => plan.runFor(work, hashOf(plan.checked.hash(current.plan, tools)))),
});

function* rulesOf(checked: Checked, current: PlanOnDesk, context: PlanContext): Steps<RulesTold> {
  const broken = openChecks(yield* checked.results(current, context)).map(({ name }) => name);
  yield* checked.ruled(current, context);
  const told = [...current.desks.values()].map((desk) => desk.ruled);
  const sum = (of: 'fits' | 'decides', at: number): number =>
    told.reduce((all, own) => all + own[at]![of], 0);
  const { approval = [] } = context.design;
  const rules = approval.map(({ id }, at) => ({ id, fits: sum('fits', at), decides: sum('decides', at) }));
  return { rules, broken };
}

function* hashOf(hash: Steps<string>): Steps<{ readonly planHash: string }> {
  return { planHash: yield* hash };
}
