import type { Answer, HealthView } from '../../../src/lib/conversation/index.ts';
import { done, failed } from '../../common/answer.ts';
import type { Desk } from '../../project/desk.ts';
import { healthFile } from '../health-file.ts';
import { healthOf, listRecords, type ListedRecords } from '../health.ts';
import type { CurrentPlan } from './current-plan.ts';

export type HealthVerbs = Pick<Desk, 'health' | 'healthView' | 'healthRows' | 'healthFile'>;

/** Why records fail, by cause (HE5). */
export function healthVerbs(plan: CurrentPlan): HealthVerbs {
  /** Listed last, of whichever plan. */
  let last: ListedRecords | null = null;
  const listed = (): ListedRecords | null => (last?.of === plan.current?.plan ? last : null);
  return {
    health: (work) => plan.ask((current) => plan.runFor(work, healthOf(current))),
    healthView: (filter, work) =>
      plan.ask(async (current, { tools }): Promise<Answer<HealthView>> => {
        const made = await plan.runFor(work, listRecords(current, filter, tools));
        if (!made.ok) return made;
        last = made.value;
        return done(made.value.view);
      }),
    async healthRows(from, to) {
      const records = listed();
      if (records === null) return failed({ code: 'no-view' });
      return plan.looked(() => Promise.resolve(done(records.rows(from, to))));
    },
    async healthFile(columns, form, work) {
      const [{ context }, records] = [plan, listed()];
      if (context === null || records === null) return failed({ code: 'no-view' });
      return plan.looked(() => plan.runFor(work, healthFile(records, columns, form, context)));
    },
  };
}
