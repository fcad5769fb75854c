/** Written checks: what must be true of a plan, counted on its columns. */
export { checkPlan, openChecks, type CheckAsked } from './check-plan.ts';
export { countCheck, type CountedSubjects } from './count-check.ts';
export { planHash } from './plan-hash.ts';
