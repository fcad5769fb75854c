import { subjectCount } from '../../../src/lib/engine/index.ts';
import { done, failed } from '../../common/answer.ts';
import type { Desk } from '../../project/desk.ts';
import { detailOf, rowOf } from '../plan-rows.ts';
import { sinceOf } from '../since.ts';
import { subjectOf } from '../subject-numbers.ts';
import type { SyncDesk } from '../sync-desk.ts';
import type { CurrentPlan } from './current-plan.ts';

export type ListVerbs = Pick<Desk, 'view' | 'rows' | 'subject' | 'find' | 'nextOpen' | 'since'>;

/** The list of a sync, and one subject of it. */
export const listVerbs = (plan: CurrentPlan): ListVerbs => ({
  view: (sync, filter) =>
    plan.on(sync, async (desk, { tools, design }, { about }) => {
      await plan.run(desk.prepare(filter, tools, plan.memo));
      const check = design.checks?.find(({ id }) => id === filter.check) ?? null;
      if (filter.check !== '')
        await plan.run(desk.workOutCheck(check?.counts ?? null, about.asOf, plan.memo));
      return done({ ...desk.view(filter), check: check?.name ?? null });
    }),
  rows: (sync, from, to) =>
    plan.on(sync, (desk) => {
      const { listed } = desk;
      if (listed === null) return failed({ code: 'no-view' });
      const window = listed.subarray(Math.max(0, from), Math.max(0, to));
      return done(Array.from(window, (subject) => rowOf(desk.subjects, desk, subject)));
    }),
  subject: (sync, subject) =>
    plan.on(sync, (desk) => {
      if (!hasSubject(desk, subject)) return failed({ code: 'unknown-subject', sync, subject });
      const detail = detailOf(desk.subjects, desk.decisions.state, desk, subject, desk.why);
      return done({ ...detail, position: desk.position(subject) });
    }),
  find: (sync, ids) => plan.on(sync, (desk) => done(subjectOf(desk.subjects.plan, ids))),
  nextOpen: (sync, subject) => plan.on(sync, (desk) => done(desk.nextOpen(subject))),
  since: (sync, work) =>
    plan.on(sync, (desk, { baseline }) => plan.runFor(work, sinceOf(desk.subjects, baseline !== null))),
});

export const hasSubject = ({ subjects }: SyncDesk, subject: number): boolean =>
  Number.isInteger(subject) && subject >= 0 && subject < subjectCount(subjects.plan);
