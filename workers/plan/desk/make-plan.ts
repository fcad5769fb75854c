import { Spare, summarise, type Plan } from '../../../src/lib/engine/index.ts';
import type { Answer, PlanHead, Problem } from '../../../src/lib/conversation/index.ts';
import { done, failed } from '../../common/answer.ts';
import { planInput, type PlanContext } from '../../common/plan-context.ts';
import { planShared } from '../../common/share.ts';
import { CANCELLED, UNWATCHED, type Work } from '../../common/work.ts';
import { basisOf } from '../approved-plan.ts';
import { placeOf, sameSets } from '../decision-place.ts';
import { aboutOf, hashOfChoices } from '../plan-about.ts';
import { PlannedSubjects } from '../planned-subjects.ts';
import { sameNumbers } from '../subject-numbers.ts';
import { SyncDecisions } from '../sync-decisions.ts';
import { SyncDesk } from '../sync-desk.ts';
import type { CurrentPlan } from './current-plan.ts';

/** Makes the plan that stands, and makes it again where what it is made of moved. */
export class MakePlan {
  readonly #of: CurrentPlan;
  /** Of plans that are over. */
  readonly #spare = new Spare();
  #runs = 0;
  /** Counts the ways subjects were counted. */
  #numberings = 0;
  #workers: 1 | 2 = 1;

  constructor(of: CurrentPlan) {
    this.#of = of;
  }

  /** Works on these from now on. What was decided on other record sets is carried over by id. */
  async take(context: PlanContext): Promise<Answer<readonly Problem[]>> {
    const of = this.#of;
    this.#runs++;
    const notes: Problem[] = [];
    const decisions = new Map<string, SyncDecisions>();
    for (const sync of context.design.syncs) {
      const place = placeOf(context, sync);
      const former = of.decisions.get(sync.id) ?? null;
      if (former !== null && sameSets(former.place.sets, place.sets)) {
        former.move(place.records, place.ids);
        decisions.set(sync.id, former);
        continue;
      }
      const opened = await SyncDecisions.open(place);
      if (!opened.ok) return opened;
      const { notTaken } = opened.value;
      if (notTaken > 0) notes.push({ code: 'decisions-not-taken', count: notTaken, sync: sync.id });
      decisions.set(sync.id, opened.value);
      // Its subjects are rows of other sets.
      of.current = null;
    }
    of.decisions = decisions;
    of.context = context;
    return done(notes);
  }

  async plan(asOf: string, workers: 1 | 2, work: Work): Promise<Answer<PlanHead>> {
    const of = this.#of;
    const run = ++this.#runs;
    const stale = (): boolean => run !== this.#runs || work.cancelled();
    const ended = (): Answer<never> => failed(run === this.#runs ? CANCELLED : { code: 'superseded' });
    const { context } = of;
    if (context === null) return failed({ code: 'no-plan' });
    this.#workers = workers;
    const started = performance.now();
    const choices = of.choicesOf(context);
    const { json, tools, helper } = context;
    const about = aboutOf(context, asOf, hashOfChoices(choices, tools));
    if (of.current?.about.planKey === about.planKey && of.current.json !== json) {
      // A check alone is another in this design (S403): the plan is the one that is there.
      of.current = { ...of.current, json };
      await of.run(of.checked.ruled(of.current, context));
      return done(of.head(of.current, context));
    }
    const plan = await planShared(planInput(context, { choices, asOf }), {
      tools,
      memo: of.memo,
      helper: workers === 2 ? helper : null,
      onProgress: work.onProgress,
      stale,
    });
    if (plan === null) return ended();
    const kept = await of.kept.open(context);
    if (!kept.ok) return kept;
    if (stale()) return ended();
    const desks = this.#desksOf(plan);
    const summary = await of.run(summarise(plan, about, of.memo));
    if (stale()) return ended();
    const madeAt = of.now().toISOString();
    const basis = basisOf(context, about);
    const current = { plan, about, basis, summary, choices, json, desks, milliseconds: 0, madeAt };
    await of.run(of.kept.compare(current, context));
    if (stale()) return ended();
    await of.run(of.checked.ruled(current, context));
    if (stale()) return ended();
    const former = of.current;
    of.current = { ...current, milliseconds: performance.now() - started };
    if (former !== null && !of.isLookedAt) for (const desk of former.desks.values()) desk.letGo();
    return done(of.head(of.current, context));
  }

  /** The plan once more, as it was made last. */
  again(asOf: string): Promise<Answer<PlanHead>> {
    return this.plan(asOf, this.#workers, UNWATCHED);
  }

  cancel(): Promise<void> {
    this.#runs++;
    return Promise.resolve();
  }

  keep(): Promise<Answer<PlanHead>> {
    const of = this.#of;
    return of.ask(async (current, context) => {
      const kept = await of.kept.keep(current, context);
      if (!kept.ok) return kept;
      await of.run(of.kept.compare(current, context));
      await of.run(of.checked.ruled(current, context));
      return done(of.head(current, context));
    });
  }

  #desksOf(plan: Plan): Map<string, SyncDesk> {
    const desks = new Map<string, SyncDesk>();
    for (const sync of plan.syncs) {
      const { id } = sync.sync;
      const former = this.#of.current?.desks.get(id) ?? null;
      const decisions = this.#of.decisions.get(id);
      if (decisions === undefined) throw new Error(`no decisions of ${id}`);
      const desk = new SyncDesk(
        new PlannedSubjects(sync, former?.subjects ?? null, this.#spare),
        decisions,
        former?.filter ?? null,
        former !== null && sameNumbers(former.subjects.plan, sync) ? former.numbering : ++this.#numberings,
        this.#spare,
      );
      desks.set(id, desk);
    }
    return desks;
  }
}
