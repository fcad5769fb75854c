import {
  summarise,
  toldFailures,
  type Differences,
  type PlanAbout,
  type PlanSummary,
  type Steps,
} from '../../../src/lib/engine/index.ts';
import type { Answer, OutFile } from '../../../src/lib/conversation/index.ts';
import { done } from '../../common/answer.ts';
import { planInput, type PlanContext } from '../../common/plan-context.ts';
import { planShared } from '../../common/share.ts';
import { UNWATCHED } from '../../common/work.ts';
import type { Desk } from '../../project/desk.ts';
import { approvedPlan, basisOf } from '../approved-plan.ts';
import { changeFiles, withheldOf } from '../change-output.ts';
import { HandedSubjects } from '../handed-subjects.ts';
import { keepHandOver } from '../keep-hand-over.ts';
import type { PlanOnDesk } from '../kept-plans.ts';
import { aboutOf, hashOfChoices } from '../plan-about.ts';
import { baselineFile, planFiles } from '../plan-output.ts';
import { keepPushHandOver } from '../push-hand-over.ts';
import type { CurrentPlan } from './current-plan.ts';

export type FileVerbs = Pick<Desk, 'changeFiles' | 'approved' | 'handOverPush' | 'planFiles'>;

/** What leaves of a plan: its files, its change files, what is approved for a push, and what was handed over. */
export function fileVerbs(plan: CurrentPlan): FileVerbs {
  const handed = new HandedSubjects();
  return {
    changeFiles: (form, approvedOnly, work) =>
      plan.ask(async (current, context): Promise<Answer<readonly OutFile[]>> => {
        const { tools } = context;
        const { design } = current.plan;
        const desks = [...current.desks.values()];
        await plan.run(plan.checked.ruled(current, context));
        const files = await plan.runFor(work, changeFiles(desks, { form, approvedOnly, design, tools }));
        if (!files.ok || files.value.length === 0) return files;
        handed.add(
          current.plan,
          desks.map((desk) => [desk.subjects.plan.sync.id, withheldOf(desk, approvedOnly)]),
        );
        const { designHash, inputs } = current.about;
        const own = { plan: current.plan, designHash, inputs, tools };
        const next = await plan.runFor(work, baselineFile(own, handed.of(current.plan)));
        if (!next.ok) return next;
        const { number } = plan.kept.standing(current, context);
        const kept = await keepHandOver(context, next.value, {
          madeAt: plan.now().toISOString(),
          plan: number,
          files: files.value,
        });
        return kept.ok ? files : kept;
      }),
    approved: (work) =>
      plan.ask(async (current, context) => {
        const choicesHash = hashOfChoices(plan.choicesOf(context), context.tools);
        const now = basisOf(context, aboutOf(context, current.about.asOf, choicesHash));
        const { number } = plan.kept.standing(current, context);
        await plan.run(plan.checked.ruled(current, context));
        return plan.runFor(work, approvedPlan(current, { number, now }));
      }),
    async handOverPush(context, handing) {
      const { basis } = handing;
      const choices = plan.choicesOf(context);
      const asOf = basis.asOf ?? '';
      const about = aboutOf(context, asOf, hashOfChoices(choices, context.tools));
      if (about.planKey !== basis.plan) return done(false);
      const { current } = plan;
      const drive = { tools: context.tools, memo: plan.memo, helper: null, ...UNWATCHED };
      const pushed =
        current?.about.planKey === basis.plan
          ? current.plan
          : await planShared(planInput(context, { choices, asOf }), { ...drive, stale: () => false });
      if (pushed === null) return done(false);
      const madeAt = plan.now().toISOString();
      const number = current === null ? 1 : plan.kept.standing(current, context).number;
      const kept = await plan.looked(() => keepPushHandOver(context, pushed, handing, { madeAt, number }));
      return kept.ok ? done(true) : kept;
    },
    planFiles: (work) =>
      plan.ask(async (current, context) => {
        const { about, choices } = current;
        await plan.run(plan.checked.ruled(current, context));
        const files = planFiles({
          plan: current.plan,
          desks: [...current.desks.values()],
          choices,
          designHash: about.designHash,
          inputs: about.inputs,
          tools: context.tools,
          handed: handed.of(current.plan),
          at: plan.now().toISOString(),
          summary: (planHash, choicesHash) => {
            const { planKey } = aboutOf(context, about.asOf, choicesHash);
            // The plan as it was made, under the name another set of choices gives it.
            return explained(plan, current, context, { ...about, planKey, planHash });
          },
        });
        return plan.runFor(work, files);
      }),
  };
}

/** The summary with why values differ, which may have been asked already, and why records fail. */
function* explained(
  { memo, checked }: CurrentPlan,
  current: PlanOnDesk,
  context: PlanContext,
  about: PlanAbout,
): Steps<PlanSummary> {
  const checks = yield* checked.results(current, context);
  const why = new Map<string, Differences>();
  for (const [sync, desk] of current.desks) why.set(sync, yield* desk.workOutWhy(context.tools, memo));
  const failures = yield* toldFailures(current.plan, about.inputs);
  return yield* summarise(current.plan, { ...about, failures, checks }, memo, why);
}
