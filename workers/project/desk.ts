import type { PlanContext } from '../common/plan-context.ts';
import type { Answer, Problem, ProjectWorker } from '../../src/lib/conversation/index.ts';

/** The part of a project's worker that plans and decides. */
export interface Desk extends Pick<
  ProjectWorker,
  | 'facts'
  | 'plan'
  | 'cancelPlan'
  | 'keepPlan'
  | 'view'
  | 'rows'
  | 'subject'
  | 'find'
  | 'nextOpen'
  | 'impact'
  | 'decide'
  | 'choose'
  | 'undoDecision'
  | 'redoDecision'
  | 'changeFiles'
  | 'planFiles'
> {
  /**
   * Works on these from now on; the former records, where they are the same objects, stay remembered. Answers what could
   * not be taken over.
   */
  take(context: PlanContext): Promise<Answer<readonly Problem[]>>;
}
