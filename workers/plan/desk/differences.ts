import { done, failed } from '../../common/answer.ts';
import type { Answer, OutFile, TriedAct } from '../../../src/lib/conversation/index.ts';
import { planInput } from '../../common/plan-context.ts';
import { planShared } from '../../common/share.ts';
import { CANCELLED } from '../../common/work.ts';
import type { Desk } from '../../project/desk.ts';
import { toDoFile } from '../to-do-file.ts';
import { designWith, movedBetween, whyDiffer } from '../why-differ.ts';
import type { CurrentPlan } from './current-plan.ts';

export type DifferenceVerbs = Pick<Desk, 'differences' | 'toDoFile' | 'tried'>;

/** Why values of pairs differ, and what takes that away (DX). */
export const differenceVerbs = (plan: CurrentPlan): DifferenceVerbs => ({
  differences: (sync, work) =>
    plan.on(sync, async (desk, { tools }, { summary }) => {
      const why = await plan.runFor(work, desk.workOutWhy(tools, plan.memo));
      return why.ok ? done(whyDiffer(desk.subjects.plan, why.value, summary.planKey)) : why;
    }),
  toDoFile: (sync, side, work) =>
    plan.on(sync, async (desk, { tools, design }): Promise<Answer<OutFile>> => {
      const why = await plan.runFor(work, desk.workOutWhy(tools, plan.memo));
      if (!why.ok) return why;
      return plan.runFor(work, toDoFile(desk.subjects, side, { design, why: why.value, tools }));
    }),
  tried: (sync, offered, work) =>
    plan.on(sync, async (desk, context, current): Promise<Answer<TriedAct | null>> => {
      const { about, json, choices, summary } = current;
      const why = await plan.runFor(work, desk.workOutWhy(context.tools, plan.memo));
      if (!why.ok) return why;
      const design = designWith(offered, { plan: desk.subjects.plan, why: why.value, json });
      if (design === null) return done(null);
      const drive = { tools: context.tools, memo: plan.memo, helper: null, onProgress: work.onProgress };
      const input = { ...planInput(context, { choices, asOf: about.asOf }), design };
      const then = await planShared(input, { ...drive, stale: work.cancelled });
      const other = then?.syncs.find((one) => one.sync.id === sync);
      if (other === undefined) return failed(CANCELLED);
      return done(await plan.run(movedBetween(desk.subjects.plan, summary.counts[sync]!, other)));
    }),
});
