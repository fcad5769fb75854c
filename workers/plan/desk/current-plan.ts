import { Memo, type Choices, type Steps } from '../../../src/lib/engine/index.ts';
import type { Answer, PlanHead } from '../../../src/lib/conversation/index.ts';
import { done, failed } from '../../common/answer.ts';
import type { PlanContext } from '../../common/plan-context.ts';
import { runSteps, runToEnd } from '../../common/run-steps.ts';
import { CANCELLED, type Work } from '../../common/work.ts';
import { KeptPlans, type PlanOnDesk } from '../kept-plans.ts';
import { PersonChoices } from '../person-choices.ts';
import type { SyncDecisions } from '../sync-decisions.ts';
import type { SyncDesk } from '../sync-desk.ts';
import { Checked } from './checked.ts';

/** The plan that stands, what it was made of, and how it is asked: what all questions to a desk share. */
export class CurrentPlan {
  readonly now: () => Date;
  readonly memo = new Memo();
  readonly kept = new KeptPlans();
  readonly checked = new Checked(this.memo);
  context: PlanContext | null = null;
  /** By sync. */
  decisions: ReadonlyMap<string, SyncDecisions> = new Map();
  current: PlanOnDesk | null = null;
  readonly #choices = new PersonChoices();
  /** Calls that look at a plan at the moment. */
  #looking = 0;

  constructor(now: () => Date) {
    this.now = now;
  }

  get isLookedAt(): boolean {
    return this.#looking > 0;
  }

  choicesOf({ design }: PlanContext): Choices {
    return this.#choices.of(design.syncs.map(({ id }) => this.decisions.get(id)?.state ?? null));
  }

  head(current: PlanOnDesk, context: PlanContext): PlanHead {
    const { summary, milliseconds, madeAt } = current;
    return {
      ...this.kept.standing(current, context),
      planKey: summary.planKey,
      summary,
      milliseconds,
      madeAt,
      syncs: [...current.desks.values()].map((desk) => desk.head(summary.warnings)),
    };
  }

  /** Asks it as a whole. */
  async ask<T>(
    question: (current: PlanOnDesk, context: PlanContext) => Promise<Answer<T>>,
  ): Promise<Answer<T>> {
    const { current, context } = this;
    if (current === null || context === null) return failed({ code: 'no-plan' });
    return this.looked(() => question(current, context));
  }

  /** Asks one sync of it, its rules of approval having decided. */
  on<T>(
    sync: string,
    question: (desk: SyncDesk, context: PlanContext, current: PlanOnDesk) => Answer<T> | Promise<Answer<T>>,
  ): Promise<Answer<T>> {
    return this.ask(async (current, context): Promise<Answer<T>> => {
      const desk = current.desks.get(sync);
      if (desk === undefined) return failed({ code: 'unknown-sync', sync });
      await this.run(this.checked.ruled(current, context));
      return question(desk, context, current);
    });
  }

  /** While it runs, no plan it may look at is let go. */
  async looked<T>(look: () => Promise<T>): Promise<T> {
    this.#looking++;
    try {
      return await look();
    } finally {
      this.#looking--;
    }
  }

  run<T>(steps: Steps<T>): Promise<T> {
    return runToEnd(steps);
  }

  /** What is told is an object: null would say that it was cancelled. */
  async runFor<T extends object>(work: Work, steps: Steps<T>): Promise<Answer<T>> {
    const result = await runSteps(steps, work.onProgress, work.cancelled);
    return result === null ? failed(CANCELLED) : done(result);
  }
}
