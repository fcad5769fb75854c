import type {
  ContinuousStart,
  LivePass,
  PlanHead,
  Problem,
  ProjectWorker,
} from '../../conversation/index.ts';
import type { Outcome } from '../../engine/index.ts';
import type { Clock, Job, Jobs } from '../project/jobs.svelte.ts';
import type { OpenProject } from '../project/open-project.svelte.ts';
import { Continuous, type ContinuousParts, type StoppedItself } from './continuous.svelte.ts';
import type { LiveNow, LiveWatch } from './live-now.svelte.ts';

const MINUTE = 60_000;

export interface LiveParts {
  readonly client: Pick<ProjectWorker, 'syncNow'> & ContinuousParts['client'];
  readonly jobs: Pick<Jobs, 'run'>;
  readonly project: Pick<OpenProject, 'plan' | 'refresh'> & ContinuousParts['project'];
  readonly live: LiveNow;
  readonly clock: Pick<Clock, 'after'>;
  /** Milliseconds as `Date` counts them. */
  readonly wall: () => number;
}

type By = 'person' | 'watch';

interface Passed {
  readonly pass: LivePass;
  readonly by: By;
}

/** How the counts of a sync's plan moved, by outcome. */
export type Moves = Readonly<Record<string, Readonly<Record<Outcome, number>>>>;

/** Passes over the apps of a project (LI3), asked for by a person or by the clock, and what is pushed with those of the clock (S446). */
export class LiveSyncs {
  readonly #parts: LiveParts;
  readonly #own: string | null;
  #running = $state(false);
  #job = $state.raw<Job | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #pass = $state.raw<LivePass | null>(null);
  /** The plan before the pass that last moved something. */
  #before = $state.raw<PlanHead | null>(null);
  #paused: LiveWatch['paused'] = null;
  readonly #onPass: (of: Passed) => void;
  readonly continuous: Continuous;
  /** Takes the next look back. */
  #unwatch: () => void = () => undefined;

  /** `onPass`: told of every pass that was read; `onStop`: when continuous sync stopped by itself. */
  constructor(
    parts: LiveParts,
    onPass: (of: Passed) => void = () => undefined,
    onStop: (stopped: StoppedItself) => void = () => undefined,
  ) {
    this.#parts = parts;
    this.#onPass = onPass;
    this.#own = parts.project.id;
    this.continuous = new Continuous(parts, onStop);
  }

  get running(): boolean {
    return this.#running;
  }
  get job(): Job | null {
    return this.#job;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  dismiss(): void {
    this.#problem = null;
  }
  /** The last one that was read; null: none in this visit. */
  get pass(): LivePass | null {
    return this.#pass;
  }
  get watch(): LiveWatch | null {
    const { watch } = this.#parts.live;
    return watch?.project === this.#own ? watch : null;
  }

  /** What the last pass that moved something moved in the plan; null until there is a plan of it. */
  get moves(): Moves | null {
    const { plan, current } = this.#parts.project;
    const before = this.#before;
    if (before === null || plan === null || !current || plan === before) return null;
    return Object.fromEntries(
      plan.syncs.map(({ id, subjects }) => {
        const then = before.syncs.find((one) => one.id === id)?.subjects;
        const by = Object.entries(subjects).map(([outcome, now]) => [
          outcome,
          now - (then?.[outcome as Outcome] ?? 0),
        ]);
        return [id, Object.fromEntries(by) as Record<Outcome, number>];
      }),
    );
  }

  /** Reads the sides that are apps and, where something moved, plans. `title`: what runs. */
  async syncNow(title: string, by: By = 'person'): Promise<void> {
    if (this.#running) return;
    const { client, jobs, project } = this.#parts;
    this.#running = true;
    if (by === 'person') this.#problem = null;
    const before = project.plan;
    const answer = await jobs.run(
      { title, again: true },
      (job) => client.syncNow(job),
      (job) => (this.#job = job),
    );
    const isHere = project.id === this.#own;
    this.#paused = null;
    if (answer.ok && isHere) await this.#take(answer.value, before, by);
    else if (!answer.ok) this.#fail(answer.problem, by);
    this.#running = false;
  }

  /** Looks every so many minutes from now on, while the page is open; null: no more. Another interval goes on with what is on. */
  watchEvery(minutes: number | null, title: string): void {
    if (minutes === null) return this.watch?.stop();
    this.#unwatch();
    this.#next(minutes, title);
  }

  /** A person turns continuous sync on: the apps are watched from then on, and looked at at once. */
  async goContinuous(start: ContinuousStart, minutes: number, title: string): Promise<boolean> {
    if (!(await this.continuous.turnOn(start))) return false;
    this.watchEvery(this.watch?.minutes ?? minutes, title);
    void this.#look(title);
    return true;
  }

  async #take(pass: LivePass, before: PlanHead | null, by: By): Promise<void> {
    this.#pass = pass;
    if (pass.sides.some(({ moved }) => moved)) this.#before = before;
    if (pass.sides.some(({ stored }) => stored))
      await this.#parts.project.refresh((job) => (this.#job = job), 0);
    this.#onPass({ pass, by });
  }

  #fail(problem: Problem, by: By): void {
    if (by === 'watch') {
      if (problem.code === 'push-runs') this.#paused = 'push';
      if (problem.code === 'app-signed-out') this.#paused = 'signed-out';
      if (this.#paused !== null) return;
    }
    // What a person ended is no news.
    if (problem.code !== 'cancelled') this.#problem = problem;
  }

  /** One look of the watch, and what is pushed with it. */
  async #look(title: string): Promise<void> {
    if (this.continuous.pushing) return;
    await this.syncNow(title, 'watch');
    if (this.continuous.on && this.#parts.project.id === this.#own) await this.continuous.pass(title);
  }

  #next(minutes: number, title: string): void {
    const { clock, live, wall } = this.#parts;
    const project = this.#own;
    if (project === null) return;
    const cancel = clock.after(minutes * MINUTE, () => void look());
    const { continuous } = this;
    const watch: LiveWatch = {
      project,
      minutes,
      next: wall() + minutes * MINUTE,
      paused: this.#paused,
      continuous,
      stop: () => {
        cancel();
        if (live.watch?.project === project) live.watch = null;
        if (continuous.on) void continuous.turnOff();
      },
    };
    const look = async (): Promise<void> => {
      // Another project was opened: its sign-ins ended with that.
      if (this.#parts.project.id !== project) return watch.stop();
      await this.#look(title);
      if (live.watch === watch) this.#next(minutes, title);
    };
    this.#unwatch = cancel;
    live.watch = watch;
  }
}
