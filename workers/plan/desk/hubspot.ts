import type { Plan } from '../../../src/lib/engine/index.ts';
import type { Answer, HubSpotTold } from '../../../src/lib/conversation/index.ts';
import { done, failed } from '../../common/answer.ts';
import { planInput } from '../../common/plan-context.ts';
import type { Desk } from '../../project/desk.ts';
import { HubSpotDesk } from '../hubspot.ts';
import type { CurrentPlan } from './current-plan.ts';

export type HubSpotVerbs = Pick<Desk, 'hubspot' | 'hubspotRows' | 'hubspotSubject'>;

/** What HubSpot's defaults would do otherwise (SA2). */
export function hubspotVerbs(plan: CurrentPlan): HubSpotVerbs {
  /** By the plan it was asked of: it goes with that. */
  const asked = new WeakMap<Plan, HubSpotDesk>();
  const comparedOf = (sync: string): ReturnType<HubSpotDesk['sync']> => {
    const own = plan.current === null ? undefined : asked.get(plan.current.plan);
    return own?.sync(sync) ?? null;
  };
  return {
    hubspot: (work) =>
      plan.ask(async (current, context): Promise<Answer<HubSpotTold>> => {
        const known = asked.get(current.plan);
        if (known !== undefined) return done(known.told);
        const { choices, about } = current;
        const input = {
          ...planInput(context, { choices, asOf: about.asOf }),
          design: current.plan.design,
        };
        const both = { plan: current.plan, input };
        const making = HubSpotDesk.of(both, context.tools, plan.memo, () => performance.now());
        const made = await plan.runFor(work, making);
        if (!made.ok) return made;
        if (plan.current?.plan !== current.plan) return failed({ code: 'superseded' });
        asked.set(current.plan, made.value);
        return done(made.value.told);
      }),
    async hubspotRows(sync, is, from, to) {
      const compared = comparedOf(sync);
      if (compared === null) return failed({ code: 'no-view' });
      return done(await plan.looked(() => compared.rows(is, from, to)));
    },
    async hubspotSubject(sync, subject) {
      const compared = comparedOf(sync);
      if (compared === null) return failed({ code: 'no-view' });
      const detail = compared.detail(subject);
      return detail === null ? failed({ code: 'unknown-subject', sync, subject }) : done(detail);
    },
  };
}
