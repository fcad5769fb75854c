import type { Answer, WhatWould } from '../../../src/lib/conversation/index.ts';
import { done, failed } from '../../common/answer.ts';
import { planInput } from '../../common/plan-context.ts';
import type { Desk } from '../../project/desk.ts';
import { roundsOf } from '../rounds.ts';
import { subjectOf } from '../subject-numbers.ts';
import { recordsWith, rowsOfPair, whatWould, whyTold } from '../why-not.ts';
import type { CurrentPlan } from './current-plan.ts';

export type TryVerbs = Pick<Desk, 'rounds' | 'whyNot' | 'whatWould' | 'recordsWith'>;

/** What more rounds would do, why two records are not linked, and what would link them. */
export const tryVerbs = (plan: CurrentPlan): TryVerbs => ({
  rounds: (asked, work) =>
    plan.ask(({ choices, about, desks }, context) => {
      const subjects = new Map([...desks].map(([id, desk]) => [id, desk.subjects]));
      const input = planInput(context, { choices, asOf: about.asOf });
      return plan.runFor(work, roundsOf(input, asked, subjects, context.tools));
    }),
  whyNot: (sync, ids) =>
    plan.on(sync, ({ subjects }, { tools }) => {
      const rows = rowsOfPair(subjects, ids);
      return done(rows === null ? null : whyTold(subjects, rows, tools));
    }),
  whatWould: (sync, ids, work) =>
    plan.on(sync, async ({ subjects }, context, current): Promise<Answer<WhatWould>> => {
      const started = performance.now();
      const { about, choices, json } = current;
      const { records } = subjects.plan;
      const rows = rowsOfPair(subjects, ids);
      if (rows === null) return failed({ code: 'no-such-record' });
      const input = {
        ...planInput(context, { choices, asOf: about.asOf }),
        design: current.plan.design,
      };
      const asking = { plan: current.plan, input, json, tools: context.tools, memo: plan.memo };
      const isLinked = subjectOf(subjects.plan, ids) >= 0;
      const tried = isLinked ? null : await plan.runFor(work, whatWould(subjects, rows, asking));
      if (tried !== null && !tried.ok) return tried;
      return done({
        changes: tried?.value ?? null,
        records: records.left.count + records.right.count,
        milliseconds: performance.now() - started,
      });
    }),
  recordsWith: (sync, side, text, beside) =>
    plan.on(sync, ({ subjects }) => done(recordsWith(subjects, side, text, beside))),
});
