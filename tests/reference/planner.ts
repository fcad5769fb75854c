import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import { referenceBaseline } from './plan-baseline.ts';
import { referencePlan } from './plan.ts';
import type { World, WorldLink } from './world.ts';

export interface Planned {
  readonly lines: readonly PlanLine[];
  /** The baseline to give to the next plan once everything was pushed (S36). */
  next(): readonly WorldLink[];
}

/** Plans a world; `segmentRows` is for planners that store records in segments. */
export type Planner = (world: World, segmentRows?: number) => Planned;

const tools = createTools();

export const referencePlanner: Planner = (world) => ({
  lines: referencePlan(world, tools),
  next: () => referenceBaseline(world, tools),
});

/** The planner the laws judge: the engine, or with `PLANNER=reference` the reference itself. */
export async function judgedPlanner(): Promise<Planner> {
  if (process.env['PLANNER'] === 'reference') return referencePlanner;
  return (await import('./engine-plan.ts')).enginePlanner;
}
