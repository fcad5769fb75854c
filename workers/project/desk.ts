import type { PlanContext } from '../common/plan-context.ts';
import type { Answer, PlanHead, Problem, ProjectWorker } from '../../src/lib/conversation/index.ts';

/** The part of a project's worker that plans and decides. */
export interface Desk extends Pick<
  ProjectWorker,
  | 'facts'
  | 'plan'
  | 'view'
  | 'rows'
  | 'subject'
  | 'find'
  | 'nextOpen'
  | 'impact'
  | 'decide'
  | 'choose'
  | 'changeFiles'
  | 'planFiles'
> {
  /** Ends a plan that still runs. */
  cancelPlan(): Promise<void>;
  /** Takes back, or does again, the last act on a sync's decisions; plans again where a choice moved. */
  undoDecision(sync: string, asOf: string): Promise<Answer<PlanHead>>;
  redoDecision(sync: string, asOf: string): Promise<Answer<PlanHead>>;
  /** Makes the candidate the current plan. */
  keepPlan(): Promise<Answer<PlanHead>>;
  /**
   * Works on these from now on; the former records, where they are the same objects, stay remembered. Answers what could
   * not be taken over.
   */
  take(context: PlanContext): Promise<Answer<readonly Problem[]>>;
}
