import type { Outcome } from '../../engine/index.ts';
import type { PlanDelta, PlanHead, Problem, ProjectHead } from '../../conversation/index.ts';
import type { Messages } from '../../words/index.ts';
import { EVERYTHING, planHash } from '../place/plan-place.ts';

/** What the strip needs of the open project. */
export interface StripProject {
  readonly head: ProjectHead | null;
  readonly plan: PlanHead | null;
  readonly current: boolean;
  readonly planning: boolean;
  readonly planProblem: Problem | null;
}

/** A sync's part of the plan, as the strip shows it. */
export function stripPlanOf(plan: PlanHead | null, sync: string) {
  const planned = plan?.syncs.find(({ id }) => id === sync);
  if (plan === null || planned === undefined) return null;
  return {
    number: plan.number,
    kept: plan.kept,
    counts: planned.subjects,
    delta: plan.delta?.subjects[sync] ?? null,
    moves: plan.delta === null ? null : movesOf(plan.delta, sync),
    changed: plan.delta?.changed ?? 0,
    milliseconds: plan.milliseconds,
  };
}

/** What was changed since the plan was kept, oldest first. */
export function stripChangesOf(
  head: Pick<ProjectHead, 'design'> | null,
  words: Pick<Messages['design'], 'takenBack' | 'step'>,
): string[] {
  const { made = [], takenBack = [] } = head?.design.changes ?? {};
  return [...made.map(words.step), ...takenBack.map((step) => words.takenBack(words.step(step)))];
}

/** Where counts move: here, else in the first sync where they do, else here with none. */
function movesOf(delta: PlanDelta, sync: string) {
  const moved = (id: string): boolean => Object.values(delta.subjects[id] ?? {}).some((by) => by !== 0);
  const at = moved(sync) ? sync : (Object.keys(delta.subjects).find(moved) ?? sync);
  const subjects = delta.subjects[at];
  return subjects === undefined ? null : { sync: at, here: at === sync, delta: subjects };
}

export type StripState = 'current' | 'planning' | 'out-of-date' | 'blocked' | 'none';

/** Design errors come first: with any nothing is planned. */
export function stripStateOf(project: StripProject): StripState {
  const { head, plan, planning, current, planProblem } = project;
  if (head !== null && (head.design.errors.length > 0 || head.design.design === null)) return 'blocked';
  if (planning) return 'planning';
  if (plan === null) return 'none';
  return current && planProblem === null ? 'current' : 'out-of-date';
}

/** Why there is no plan of the present state, in words; `say` says a problem. */
export function stripReasonOf(
  project: StripProject,
  words: Messages['design']['strip'],
  say: (problem: Problem) => { readonly title: string; readonly detail: string },
): string {
  if (project.planProblem !== null) {
    const { title, detail } = say(project.planProblem);
    return `${title} ${detail}`;
  }
  if (project.plan !== null) return words.changedSince;
  const whole = project.head?.syncs.some(({ sides }) => sides.left !== null && sides.right !== null) === true;
  return whole ? words.noPlan : words.noPlanWithoutFiles;
}

/** The address of a filtered list on the Plan screen, behind its path. */
export function listHash(
  project: string | null,
  sync: string,
  only: { readonly scope: 'changed' } | { readonly outcome: Outcome },
): string {
  const filter =
    'outcome' in only ? { ...EVERYTHING, outcomes: [only.outcome] } : { ...EVERYTHING, scope: only.scope };
  return planHash(project, { sync, part: 'records', filter, record: null, tab: null });
}
