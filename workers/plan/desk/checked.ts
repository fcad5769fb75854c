import {
  checkPlan,
  openChecks,
  planHash,
  type ApprovalRule,
  type CheckResult,
  type Memo,
  type Plan,
  type Steps,
  type Tools,
} from '../../../src/lib/engine/index.ts';
import type { PlanContext } from '../../common/plan-context.ts';
import type { PlanOnDesk } from '../kept-plans.ts';

/** What checks say of the plan, its hash, and what rules of approval decide on it: each worked out once. */
export class Checked {
  readonly #memo: Memo;
  /** What checks said last: of which plan, which checks. */
  #said: { readonly plan: Plan; readonly asked: string; readonly results: readonly CheckResult[] } | null =
    null;
  #hash: { readonly plan: Plan; readonly hash: string } | null = null;

  constructor(memo: Memo) {
    this.#memo = memo;
  }

  /** What the checks of the design as it is now say of a plan. */
  *results(
    { plan, about, desks }: PlanOnDesk,
    { design, tools }: PlanContext,
  ): Steps<readonly CheckResult[]> {
    const { checks = [] } = design;
    const asked = JSON.stringify(checks);
    if (this.#said?.plan === plan && this.#said.asked === asked) return this.#said.results;
    const hash = (): Steps<string> => this.hash(plan, tools);
    const traits = (sync: Plan['syncs'][number]) => desks.get(sync.sync.id)!.subjects.workOutTraits();
    const results = yield* checkPlan(plan, { checks, asOf: about.asOf, tools, traits, hash }, this.#memo);
    this.#said = { plan, asked, results };
    return results;
  }

  *hash(plan: Plan, tools: Tools): Steps<string> {
    if (this.#hash?.plan !== plan) this.#hash = { plan, hash: yield* planHash(plan, tools) };
    return this.#hash.hash;
  }

  /** The rules of approval of the design as it is now decide on every desk; while a check stands in the way none approves (S407). */
  *ruled(current: PlanOnDesk, context: PlanContext): Steps<void> {
    const { approval = NO_RULES } = context.design;
    const mayApprove =
      approval.length === 0 || openChecks(yield* this.results(current, context)).length === 0;
    for (const desk of current.desks.values())
      yield* desk.workOutRules(approval, mayApprove, current.about.asOf, this.#memo);
  }
}

const NO_RULES: readonly ApprovalRule[] = [];
