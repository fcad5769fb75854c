/** What is on trial: everything here is bundled with one mutant in it, apart from those who judge it. */
export { enginePlanner } from '../reference/engine-plan.ts';
export { planScenario } from '../scenarios/plan-scenario.ts';
export { canonicalJson } from '../../src/lib/engine/index.ts';
