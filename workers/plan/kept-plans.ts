import {
  subjectCount,
  type Both,
  type Choices,
  type Plan,
  type PlanAbout,
  type PlanSummary,
  type Steps,
} from '../../src/lib/engine/index.ts';
import { OUTCOMES, type Outcome } from '../../src/lib/engine/index.ts';
import type { Basis } from '../../src/lib/push/index.ts';
import { done, failed } from '../common/answer.ts';
import { runToEnd } from '../common/run-steps.ts';
import type { Answer, PlanDelta, PlanHead } from '../../src/lib/conversation/index.ts';
import {
  changedSubjects,
  columnsOf,
  keptOutcomes,
  keptSync,
  outcomeCounts,
  readKeptSync,
  readNote,
  type KeptNote,
  type KeptPlan,
  type KeptSubjects,
} from './kept-plan.ts';
import type { PlanContext } from '../common/plan-context.ts';
import { sameSets } from './decision-place.ts';
import type { SyncDesk } from './sync-desk.ts';

/** A plan and everything that hangs on it. */
export interface PlanOnDesk {
  readonly plan: Plan;
  readonly about: PlanAbout;
  /** What it was made from, for a push (push protocol 1). */
  readonly basis: Basis;
  readonly summary: PlanSummary;
  readonly choices: Choices;
  /** The design file it was made with. */
  readonly json: unknown;
  /** In plan order. */
  readonly desks: ReadonlyMap<string, SyncDesk>;
  readonly milliseconds: number;
  readonly madeAt: string;
}

/** The last kept plan of a project: in memory while it was made here, else read back once. */
export class KeptPlans {
  #last: KeptPlan | null = null;
  #isRead = false;

  /** Reads the last kept plan, the first time. One that cannot be read is a comparison less. */
  async open({ store, project }: PlanContext): Promise<Answer<null>> {
    if (this.#isRead) return done(null);
    const list = await store.plans.list(project);
    if (!list.ok) return failed(list.problem);
    this.#isRead = true;
    const entry = list.value.at(-1);
    const note = entry === undefined ? null : readNote(entry.summary);
    if (entry === undefined || note === null) return done(null);
    const loaded = await store.plans.load(entry.id);
    const syncs = new Map<string, KeptSubjects>();
    for (const sync of loaded.ok ? loaded.value : []) {
      const columns = readKeptSync(sync);
      if (columns !== null) syncs.set(sync.sync, { kind: 'stored', columns });
    }
    this.#last = { number: note.number, planKey: entry.planKey, sets: loaded.ok ? note.sets : {}, syncs };
    return done(null);
  }

  /** Tells every sync of a plan which of its subjects the kept plan had otherwise. */
  *compare(current: PlanOnDesk, context: PlanContext): Steps<void> {
    const last = this.#last;
    if (last?.planKey === current.about.planKey) {
      // The very plan that is kept: from now on it is in memory.
      this.#last = { ...last, syncs: liveOf(current) };
    }
    for (const [id, desk] of current.desks) {
      const then = last?.syncs.get(id);
      desk.changed = null;
      if (last === null || !isComparable(last, context) || last.planKey === current.about.planKey) continue;
      desk.changed =
        then === undefined
          ? new Uint8Array(subjectCount(desk.subjects.plan)).fill(1)
          : yield* changedSubjects(desk.subjects, then);
    }
  }

  /** Number, kept or not, and the difference to the last kept plan. */
  standing(current: PlanOnDesk, context: PlanContext): Pick<PlanHead, 'number' | 'kept' | 'delta'> {
    const last = this.#last;
    if (last === null) return { number: 1, kept: false, delta: null };
    if (last.planKey === current.about.planKey) return { number: last.number, kept: true, delta: null };
    const delta = isComparable(last, context) ? deltaOf(current, last) : null;
    return { number: last.number + 1, kept: false, delta };
  }

  /** Keeps a plan, on the disk before anything else. */
  async keep(current: PlanOnDesk, context: PlanContext): Promise<Answer<null>> {
    const { number, kept } = this.standing(current, context);
    if (kept) return done(null);
    const { store, project } = context;
    const { about, summary, desks } = current;
    const sets = setsOf(context);
    const all = [...desks.values()];
    const needsPerson = all.reduce((sum, desk) => sum + desk.head([]).needsPerson, 0);
    const note: KeptNote = { number, needsPerson, sets, design: JSON.stringify(current.json) };
    const subjects = all.reduce((sum, desk) => sum + subjectCount(desk.subjects.plan), 0);
    for (const desk of all) await runToEnd(desk.subjects.workOutPrints());
    const written = await store.plans.keep(
      project,
      { planKey: about.planKey, summary: { ...summary, ...note }, subjects },
      [...desks].map(([id, desk]) => keptSync(id, columnsOf(desk.subjects))),
    );
    if (!written.ok) return failed(written.problem);
    this.#last = { number, planKey: about.planKey, sets, syncs: liveOf(current) };
    return done(null);
  }
}

const liveOf = ({ desks }: PlanOnDesk): ReadonlyMap<string, KeptSubjects> =>
  new Map([...desks].map(([id, { subjects }]) => [id, { kind: 'live', subjects }]));

const setsOf = ({ sets }: PlanContext): Record<string, Both<string>> => Object.fromEntries(sets);

/** Are the records the same? Counts over others would say nothing about a rule. */
const isComparable = (last: KeptPlan, { sets }: PlanContext): boolean =>
  [...sets].every(([id, own]) => {
    const then = last.sets[id];
    return then === undefined ? last.syncs.size > 0 : sameSets(own, then);
  });

function deltaOf(current: PlanOnDesk, last: KeptPlan): PlanDelta {
  const subjects: Record<string, Record<Outcome, number>> = {};
  let changed = 0;
  for (const [id, desk] of current.desks) {
    const then = last.syncs.get(id);
    const now = outcomeCounts(desk.subjects.plan.outcomes);
    const before = outcomeCounts(then === undefined ? new Uint8Array(0) : keptOutcomes(then));
    subjects[id] = Object.fromEntries(
      OUTCOMES.map((outcome) => [outcome, now[outcome] - before[outcome]]),
    ) as Record<Outcome, number>;
    for (const moved of desk.changed ?? []) changed += moved;
  }
  return { since: last.number, subjects, changed };
}
