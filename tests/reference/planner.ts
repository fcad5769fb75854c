import type { CreatedFrom, PlanLine } from '../../src/lib/engine/model/line.ts';
import type { SyncCounts } from '../../src/lib/engine/model/summary.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import { referenceBaseline } from './plan-baseline.ts';
import { referenceCounts } from './plan-counts.ts';
import { referenceFailures, type CountedFailures } from './plan-failures.ts';
import { referenceSyncs } from './plan.ts';
import type { World, WorldBaseline } from './world.ts';

export type Handed = ((line: PlanLine) => boolean) | null;

/** The id a record got that the plan creates, where it is known at the hand-over, as a push knows it (S381); null where it is not. */
export type IdGiven = (ref: CreatedFrom) => string | null;
export const noneGiven: IdGiven = () => null;

export interface Planned {
  readonly lines: readonly PlanLine[];
  /** The baseline to give to the next plan, where these lines are handed over, all a person need not look at first when absent; null: it was only looked at (BL1). */
  next(handed?: Handed, idOf?: IdGiven): WorldBaseline;
}

export interface CountedPlan extends Planned {
  counts(): Readonly<Record<string, SyncCounts>>;
  failures(): Readonly<Record<string, CountedFailures>>;
}

/** Plans a world; `segmentRows` is for planners that store records in segments. */
export type Planner = (world: World, segmentRows?: number) => Planned;

const tools = createTools();

/** Without choices all is approved but creates of what may be there (BL2). */
export const unasked = ({ reasons }: PlanLine): boolean =>
  !reasons.some(({ code }) => code === 'handed-over');

export const referencePlanner = (world: World): CountedPlan => {
  const syncs = referenceSyncs(world, tools);
  return {
    lines: syncs.flatMap(({ planned }) => planned.map(({ line }) => line)),
    next: (handed: Handed = unasked, idOf: IdGiven = noneGiven) =>
      referenceBaseline(world, syncs, { handed, idOf }),
    counts: () => referenceCounts(syncs),
    failures: () => referenceFailures(syncs),
  };
};

/** The planner the laws judge: the engine, or with `PLANNER=reference` the reference itself. */
export async function judgedPlanner(): Promise<Planner> {
  if (process.env['PLANNER'] === 'reference') return referencePlanner;
  return (await import('./engine-plan.ts')).enginePlanner;
}
