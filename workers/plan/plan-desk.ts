import type { Desk } from '../project/desk.ts';
import { checkVerbs } from './desk/checks.ts';
import { CurrentPlan } from './desk/current-plan.ts';
import { decideVerbs } from './desk/decide.ts';
import { differenceVerbs } from './desk/differences.ts';
import { fieldVerbs } from './desk/fields.ts';
import { fileVerbs } from './desk/files.ts';
import { healthVerbs } from './desk/health.ts';
import { hubspotVerbs } from './desk/hubspot.ts';
import { listVerbs } from './desk/lists.ts';
import { MakePlan } from './desk/make-plan.ts';
import { tryVerbs } from './desk/tries.ts';

/** The plan of the open project, and all that is asked and decided of it; one desk a project. */
export function planDesk(now: () => Date = () => new Date()): Desk {
  const plan = new CurrentPlan(now);
  const make = new MakePlan(plan);
  return {
    take: (context) => make.take(context),
    plan: (asOf, workers, work) => make.plan(asOf, workers, work),
    cancelPlan: () => make.cancel(),
    keepPlan: () => make.keep(),
    ...listVerbs(plan),
    ...fieldVerbs(plan),
    ...differenceVerbs(plan),
    ...checkVerbs(plan),
    ...healthVerbs(plan),
    ...hubspotVerbs(plan),
    ...tryVerbs(plan),
    ...decideVerbs(plan, make),
    ...fileVerbs(plan),
  };
}
