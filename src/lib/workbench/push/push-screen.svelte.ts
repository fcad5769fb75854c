import type {
  Answer,
  BackAbout,
  JournalFilter,
  JournalPage,
  JournalRow,
  OutFile,
  PlanHead,
  Problem,
  PushAbout,
  PushStanding,
  PushStart,
  PushStarted,
  PushWorker,
} from '../../conversation/index.ts';
import type { Jobs } from '../project/jobs.svelte.ts';
import type { OpenProject } from '../project/open-project.svelte.ts';
import { LineWalk } from './line-walk.svelte.ts';

export type PushTalk = PushWorker;

/** Milliseconds between two looks at a push that runs. */
const LOOK = 500;
/** Rows that are fetched beyond those in sight. */
const BEYOND = 60;

/** Why a push was not begun. */
export type NotBegun = Exclude<PushStarted, { readonly ok: true }>['because'];

/** The push screen of a project: what would be written, the last push and its journal. */
export class PushScreen {
  readonly #client: PushTalk;
  readonly #jobs: Pick<Jobs, 'run'>;
  readonly #project: Pick<OpenProject, 'lookAtHandOver' | 'replan'>;
  #isLive = $state(true);
  #isRead = $state(false);
  #about = $state.raw<PushAbout | null>(null);
  #isLooking = $state(false);
  #first = $state<number | null>(null);
  #standing = $state.raw<PushStanding | null>(null);
  #back = $state.raw<BackAbout | null>(null);
  #filter = $state<JournalFilter>('all');
  #page = $state.raw<JournalPage>({ total: 0, rows: [] });
  #pageFrom = $state(0);
  #active = $state(0);
  #notBegun = $state<NotBegun | null>(null);
  #problem = $state.raw<Problem | null>(null);
  /** The time lines of what would be pushed, and of the last push. */
  readonly toCome = new LineWalk(
    (at) => this.#client.pushLine(null, at),
    (problem) => this.complain(problem),
  );
  readonly walked = new LineWalk(
    (at) => this.#client.pushLine(this.#standing?.id ?? '', at),
    (problem) => this.complain(problem),
  );
  #wish = { from: 0, to: 40 };
  #watching = false;
  /** Counts questions: an answer to an older one is dropped. */
  #asks = 0;

  constructor(
    client: PushTalk,
    jobs: Pick<Jobs, 'run'>,
    project: Pick<OpenProject, 'lookAtHandOver' | 'replan'>,
  ) {
    this.#client = client;
    this.#jobs = jobs;
    this.#project = project;
  }

  /** Was a side read from an app, or anything pushed? */
  get isLive(): boolean {
    return this.#isLive;
  }
  /** False until the journals were looked at. */
  get isRead(): boolean {
    return this.#isRead;
  }
  /** What would be pushed now; null until it was asked, and without a plan. */
  get about(): PushAbout | null {
    return this.#about;
  }
  get isLooking(): boolean {
    return this.#isLooking;
  }
  /** Only so many records would go; null: all that is approved. */
  get first(): number | null {
    return this.#first;
  }
  async onlyFirst(records: number | null): Promise<void> {
    this.#first = records;
    await this.#look();
  }
  /** The last push; null where there was none. */
  get standing(): PushStanding | null {
    return this.#standing;
  }
  /** A way back that is looked at. */
  get back(): BackAbout | null {
    return this.#back;
  }
  get filter(): JournalFilter {
    return this.#filter;
  }
  get total(): number {
    return this.#page.total;
  }
  get active(): number {
    return this.#active;
  }
  /** Why the last start was none. */
  get notBegun(): NotBegun | null {
    return this.#notBegun;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  dismiss(): void {
    this.#problem = null;
    this.#notBegun = null;
  }
  complain(problem: Problem | null): void {
    this.#problem = problem;
  }

  /** Null while it is fetched. */
  at(index: number): JournalRow | null {
    return this.#page.rows[index - this.#pageFrom] ?? null;
  }
  need(from: number, to: number): void {
    this.#wish = { from, to };
    if (this.at(from) === null || this.at(Math.min(to, this.#page.total) - 1) === null) void this.#list();
  }
  activate(index: number): void {
    this.#active = index;
  }
  step(by: 1 | -1): void {
    this.#active = Math.max(0, Math.min(this.total - 1, this.#active + by));
  }
  async choose(filter: JournalFilter): Promise<void> {
    this.#filter = filter;
    this.#active = 0;
    this.#wish = { from: 0, to: 40 };
    await this.#list();
  }

  /** The screen was opened, or another plan is there. `plan`: null while there is none of the present state. */
  async follow(plan: PlanHead | null): Promise<void> {
    await this.#read();
    if (plan !== null) await this.#look();
  }

  async start(start: PushStart): Promise<boolean> {
    return this.#begun(await this.#client.pushStart(start));
  }
  async showBack(): Promise<void> {
    const { id = null } = this.#standing ?? {};
    if (id === null) return;
    const answer = await this.#client.backAbout(id);
    if (this.#take(answer)) this.#back = answer.value;
  }
  closeBack(): void {
    this.#back = null;
  }
  async startBack(start: PushStart): Promise<boolean> {
    const of = this.#back?.of ?? '';
    this.#back = null;
    return this.#begun(await this.#client.backStart(of, start));
  }

  async pause(): Promise<void> {
    if (this.#take(await this.#client.pushPause())) await this.#stand();
  }
  async resume(): Promise<void> {
    await this.#onLast((id) => this.#client.pushResume(id));
  }
  async stop(): Promise<void> {
    await this.#onLast((id) => this.#client.pushStop(id));
    await this.#over();
  }
  async again(which: 'refused' | 'unknown'): Promise<void> {
    await this.#onLast((id) => this.#client.pushAgain(id, which));
  }
  results(): Promise<Answer<readonly OutFile[]>> {
    return this.#client.pushResults(this.#standing?.id ?? '');
  }

  async #onLast(ask: (id: string) => Promise<Answer<unknown>>): Promise<void> {
    const { id = null } = this.#standing ?? {};
    if (id === null) return;
    if (this.#take(await ask(id))) await this.#watch();
  }

  async #begun(answer: Answer<PushStarted>): Promise<boolean> {
    if (!this.#take(answer)) return false;
    this.#notBegun = answer.value.ok ? null : answer.value.because;
    if (!answer.value.ok) return false;
    this.#filter = 'all';
    this.#active = 0;
    this.#first = null;
    this.walked.begin();
    void this.#watch();
    return true;
  }

  async #read(): Promise<void> {
    const answer = await this.#client.pushes();
    if (!this.#take(answer)) return;
    this.#isLive = answer.value.live || answer.value.list.length > 0;
    await this.#stand();
    this.#isRead = true;
    if (this.#standing?.runs === true) void this.#watch();
  }

  async #look(): Promise<void> {
    const own = ++this.#asks;
    this.#isLooking = true;
    const answer = await this.#jobs.run({ title: '', work: 'counting', again: true }, (job) =>
      this.#client.pushAbout(job, this.#first),
    );
    if (own !== this.#asks) return;
    this.#isLooking = false;
    if (answer.ok) {
      this.#about = answer.value;
      this.toCome.begin();
      await this.toCome.look();
    } else {
      this.#about = null;
      if (!QUIET.has(answer.problem.code)) this.#problem = answer.problem;
    }
  }

  async #stand(): Promise<void> {
    const answer = await this.#client.pushStanding(null);
    if (!this.#take(answer)) return;
    this.#standing = answer.value;
    if (answer.value !== null) await Promise.all([this.#list(), this.walked.look()]);
  }

  /** Looks at a push while it runs; then what it wrote is known to the plan. */
  async #watch(): Promise<void> {
    if (this.#watching) return;
    this.#watching = true;
    await this.#stand();
    while (this.#standing?.runs === true) {
      await new Promise((resolve) => setTimeout(resolve, LOOK));
      await this.#stand();
    }
    this.#watching = false;
    await this.#over();
  }

  async #over(): Promise<void> {
    if (this.#standing?.isOver === true) {
      await this.#project.lookAtHandOver();
      await this.#project.replan();
    }
    await this.#look();
  }

  async #list(): Promise<void> {
    const { id = null } = this.#standing ?? {};
    if (id === null) return;
    const from = Math.max(0, this.#wish.from - BEYOND);
    const answer = await this.#client.pushJournal(id, this.#filter, from, this.#wish.to + BEYOND);
    if (!this.#take(answer)) return;
    this.#page = answer.value;
    this.#pageFrom = from;
  }

  #take<T>(answer: Answer<T>): answer is { readonly ok: true; readonly value: T } {
    if (!answer.ok) this.#problem = answer.problem;
    return answer.ok;
  }
}

/** What says nothing to a person who looks at the push: another plan is under way, or there is none. */
const QUIET: ReadonlySet<string> = new Set(['cancelled', 'superseded', 'no-plan', 'no-records', 'no-design']);
