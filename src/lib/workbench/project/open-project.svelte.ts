// Over 300 lines: every verb ends in the same race, in which the answer to an older question is dropped; who splits the verbs
// splits the three counts it is decided by.
import type {
  Answer,
  Choice,
  DecisionCounts,
  DesignHead,
  HandOverHead,
  Act,
  KeptPlanHead,
  Moved,
  PlanHead,
  Problem,
  ProjectHead,
  ReadOnlyBecause,
  DoneStep,
} from '../../conversation/index.ts';
import type { Job, Jobs } from './jobs.svelte.ts';
import type { ProjectClient } from '../link/project-client.ts';

type Client = Pick<
  ProjectClient,
  | 'openProject'
  | 'closeProject'
  | 'refresh'
  | 'saveDesign'
  | 'undo'
  | 'redo'
  | 'revertDesign'
  | 'plan'
  | 'keepPlan'
  | 'choose'
  | 'handOver'
  | 'addResults'
  | 'dropResult'
  | 'forgetHandOver'
>;

/** From so many records on a second worker is worth its start. */
const SECOND_WORKER_FROM = 40_000;
/** A file of so many bytes may have half of them. */
const LARGE = 2_000_000;

/** What undo and redo say at the ends of the history. */
const NOTHING_LEFT: ReadonlySet<string> = new Set(['nothing-to-undo', 'nothing-to-redo']);

/**
 * The project on the screen: its sides, design and plan. A change of the design or the records plans again at once; the
 * newest wins, and until its plan is there the former one stays in sight.
 */
export class OpenProject {
  readonly #client: Client;
  readonly #jobs: Jobs;
  readonly #today: () => string;
  #id = $state.raw<string | null>(null);
  #head = $state.raw<ProjectHead | null>(null);
  #plan = $state.raw<PlanHead | null>(null);
  /** The plan is of the design and the records as they are now. */
  #current = $state(false);
  #planning = $state(false);
  /** Changes of the design that are being saved: each is planned, so the plan in sight is no longer the present one. */
  #saving = $state(0);
  #job = $state.raw<Job | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #planProblem = $state.raw<Problem | null>(null);
  /** Acts that the last undo passed over, since they cannot be taken back. */
  #staying = $state.raw<readonly Act[]>([]);
  /** The worker was lost and the project opened again; until a person has read it. */
  #reopened = $state(false);
  #reopening = false;
  /** Looks at the store that are under way. */
  #looks = 0;
  /** Counts opens, saves and plans: an answer to an older one is dropped. */
  #opens = 0;
  #saves = 0;
  #plans = 0;

  /** `today` gives the day plans are made for, `YYYY-MM-DD`. */
  constructor(client: Client, jobs: Jobs, today: () => string) {
    this.#client = client;
    this.#jobs = jobs;
    this.#today = today;
  }

  /** The project that is open or being opened. */
  get id(): string | null {
    return this.#id;
  }
  /** Null until it is open. */
  get head(): ProjectHead | null {
    return this.#head;
  }
  /** The last plan that was made, kept or a candidate; null before the first. */
  get plan(): PlanHead | null {
    return this.#plan;
  }
  /** Is `plan` of the design and the records as they are now? */
  get current(): boolean {
    return this.#current;
  }
  get planning(): boolean {
    return this.#planning || this.#saving > 0;
  }
  /** Opening or planning, once it takes long enough to be shown. */
  get job(): Job | null {
    return this.#job;
  }
  /** Why it could not be opened, or what the last verb said. */
  get problem(): Problem | null {
    return this.#problem ?? this.#planProblem;
  }
  /** Why there is no plan of the present state. */
  get planProblem(): Problem | null {
    return this.#planProblem;
  }
  /** Files that were read since what was last taken back, and stay. */
  get staying(): readonly Act[] {
    return this.#staying;
  }
  /** Was the project opened again after its worker was lost? */
  get reopened(): boolean {
    return this.#reopened;
  }
  get readOnly(): ReadOnlyBecause | null {
    return this.#head?.readOnly ?? null;
  }
  /** A plan can be made: the design reads, and a sync has both its sides. */
  get canPlan(): boolean {
    const head = this.#head;
    if (head === null || head.design.design === null || head.design.errors.length > 0) return false;
    return head.syncs.some(({ sides }) => sides.left !== null && sides.right !== null);
  }

  /** Opens a project and plans it; nothing happens where it is open already. */
  async open(id: string): Promise<void> {
    if (this.#id === id && (this.#head !== null || this.#problem === null)) return;
    if (await this.#open(id, this.#forget(id))) await this.replan();
  }

  /**
   * The worker is gone with what it had open: opens the project in another one and plans it. What it had acknowledged is in
   * the store; what is on the screen stays there meanwhile. A project whose worker is lost while it opens is left closed.
   */
  async reopen(): Promise<void> {
    const id = this.#id;
    if (id === null || this.#head === null || this.#reopening) return;
    this.#reopening = true;
    this.#current = false;
    this.#planning = false;
    this.#plans += 1;
    const own = ++this.#opens;
    const isOpen = await this.#open(id, own);
    this.#reopening = false;
    if (!isOpen) return;
    await this.replan();
    if (own === this.#opens) this.#reopened = true;
  }

  async close(): Promise<void> {
    if (this.#id === null) return;
    this.#forget(null);
    await this.#client.closeProject();
  }

  /**
   * After an import: takes the new records (and the suggested design, where there was none), then plans, which is not waited
   * for. `shown` is told the progress. `bytes`: the file's; the second worker of a large one starts meanwhile.
   */
  async refresh(shown: (job: Job | null) => void, bytes: number): Promise<void> {
    const own = this.#opens;
    this.#looks += 1;
    const answer = await this.#jobs.run(
      { title: '', work: 'opening-records', again: true },
      (job) => this.#client.refresh(job, workersFor(bytes >= LARGE)),
      (job) => shown((this.#job = job)),
    );
    this.#looks -= 1;
    if (own !== this.#opens) return;
    if (this.#take(answer)) {
      this.#head = answer.value;
      this.#current = false;
    }
    // Two files that end together are looked at twice: one plan, of both.
    if (this.#looks === 0 && !this.#current) void this.replan();
  }

  /** Saves a changed design, with what was done to it, and plans at once. False: not saved, see `problem`. */
  async saveDesign(json: unknown, step: DoneStep): Promise<boolean> {
    return this.#changeDesign(() =>
      this.#client.saveDesign($state.snapshot(json), $state.snapshot(step) as DoneStep),
    );
  }
  /** Takes the last act of the project back, on whatever screen it was done; plans where that changes the plan. */
  undo(): Promise<boolean> {
    return this.#move(() => this.#client.undo(this.#today()));
  }
  redo(): Promise<boolean> {
    return this.#move(() => this.#client.redo(this.#today()));
  }

  /** Plans the present design; a newer call replaces one that still runs. */
  async replan(): Promise<void> {
    if (!this.canPlan) {
      this.#plans += 1;
      this.#planning = false;
      return;
    }
    const own = ++this.#plans;
    this.#planning = true;
    const answer = await this.#jobs.run(
      { title: '', work: 'planning', again: true },
      (job) => this.#client.plan(this.#today(), this.#workers(), job),
      (job) => {
        if (own === this.#plans) this.#job = job;
      },
    );
    if (own !== this.#plans) return;
    this.#planning = false;
    this.#job = null;
    if (answer.ok) await this.#takeMade(answer.value, own);
    // The former one stays, and says that it is out of date.
    else if (answer.problem.code === 'cancelled') return;
    else if (answer.problem.code !== 'superseded') this.#planProblem = answer.problem;
    // Nobody here asked for another since: the plan is still wanted.
    else await this.replan();
  }

  /** Makes the candidate the current plan. */
  async keep(): Promise<boolean> {
    const answer = await this.#client.keepPlan();
    if (!this.#take(answer)) return false;
    this.#takeKept(answer.value);
    return true;
  }
  /** Back to the design of the kept plan, whatever was undone on the way. */
  async revert(): Promise<boolean> {
    return this.#changeDesign(() => this.#client.revertDesign());
  }

  /** A person's choice: the plan is made again and taken. */
  choose(sync: string, choice: Choice): Promise<boolean> {
    return this.#changePlan(() => this.#client.choose(sync, choice, this.#today()));
  }

  /** Change files were made: what was handed over is looked at again. The plan stays as it is (S115). */
  async lookAtHandOver(): Promise<void> {
    const opened = this.#opens;
    const answer = await this.#client.handOver();
    if (opened === this.#opens && this.#take(answer)) this.#takeHandOver(answer.value);
  }
  /** Result files are taken in, and the plan made with what they say (BL7). False: none was, see `problem`. */
  addResults(files: readonly File[]): Promise<boolean> {
    return this.#changeHandOver(() =>
      this.#jobs.run({ title: files[0]?.name ?? '' }, (job) => this.#client.addResults(files, job)),
    );
  }
  dropResult(id: string): Promise<boolean> {
    return this.#changeHandOver(() => this.#client.dropResult(id));
  }
  /** The last change files were loaded nowhere. */
  forgetHandOver(): Promise<boolean> {
    return this.#changeHandOver(() => this.#client.forgetHandOver());
  }

  /** Takes a plan the worker answered to a call of a screen's own. */
  takePlan(plan: PlanHead): void {
    this.#plan = plan;
    this.#current = true;
    this.#planProblem = null;
  }
  /** Takes the counts `decide` answered. */
  takeDecisions(sync: string, decisions: DecisionCounts): void {
    if (this.#plan === null) return;
    const syncs = this.#plan.syncs.map((one) => (one.id === sync ? { ...one, decisions } : one));
    this.#plan = { ...this.#plan, syncs };
  }
  /** What an act of a screen on this project answered. */
  report(problem: Problem): void {
    this.#problem = problem;
  }
  /** The problem was read. */
  dismiss(): void {
    this.#reopened = false;
    this.#staying = [];
    this.#problem = null;
    this.#planProblem = null;
  }

  /**
   * Takes a plan just made. The first one of a project is what its first change is compared with: it is kept by itself, and
   * stands as kept meanwhile; where that fails it is a candidate like any other.
   */
  async #takeMade(plan: PlanHead, own: number): Promise<void> {
    const isFirst = plan.number === 1 && !plan.kept && plan.delta === null && this.readOnly === null;
    if (!isFirst) return this.takePlan(plan);
    this.takePlan({ ...plan, kept: true });
    const answer = await this.#client.keepPlan();
    if (own !== this.#plans) return;
    if (this.#take(answer)) this.#takeKept(answer.value);
    else this.#plan = plan;
  }

  #takeKept({ plan, design }: KeptPlanHead): void {
    this.takePlan(plan);
    // A design saved meanwhile is newer than the one this plan was measured with.
    if (this.#head?.design.savedAt === design.savedAt) this.#head = { ...this.#head, design };
  }

  /** False where another project was opened meanwhile, or this one cannot be. */
  async #open(id: string, own: number): Promise<boolean> {
    const answer = await this.#jobs.run(
      { title: '', work: 'opening-project', again: true },
      (job) => this.#client.openProject(id, job),
      (job) => (this.#job = job),
    );
    if (own !== this.#opens) return false;
    if (!this.#take(answer)) {
      this.#head = null;
      return false;
    }
    this.#head = answer.value;
    return true;
  }

  async #changeDesign(run: () => Promise<Answer<DesignHead>>): Promise<boolean> {
    const opened = this.#opens;
    const own = ++this.#saves;
    this.#saving += 1;
    const answer = await run();
    this.#saving -= 1;
    if (opened !== this.#opens) return false;
    if (!this.#take(answer)) return false;
    // Of several changes in a row the last answer counts; the worker takes them one after the other.
    if (own !== this.#saves || this.#head === null) return true;
    this.#head = { ...this.#head, design: answer.value };
    this.#current = false;
    await this.replan();
    return true;
  }

  async #changeHandOver(run: () => Promise<Answer<HandOverHead>>): Promise<boolean> {
    const opened = this.#opens;
    this.#saving += 1;
    const answer = await run();
    this.#saving -= 1;
    if (opened !== this.#opens || !this.#take(answer)) return false;
    this.#takeHandOver(answer.value);
    this.#current = false;
    await this.replan();
    return true;
  }

  #takeHandOver(handOver: HandOverHead): void {
    if (this.#head !== null) this.#head = { ...this.#head, handOver };
  }

  async #move(run: () => Promise<Answer<Moved>>): Promise<boolean> {
    const opened = this.#opens;
    const own = ++this.#saves;
    const answer = await run();
    if (opened !== this.#opens || this.#head === null) return false;
    // There is no harm in asking once too often.
    if (!answer.ok && NOTHING_LEFT.has(answer.problem.code)) return false;
    if (!this.#take(answer)) return false;
    const { staying, name, design, plan } = answer.value;
    this.#staying = staying;
    if (own === this.#saves) this.#head = { ...this.#head, name, design };
    if (plan !== null) this.takePlan(plan);
    else if (answer.value.act.subject === 'design' && own === this.#saves) {
      this.#current = false;
      await this.replan();
    }
    return true;
  }

  async #changePlan(run: () => Promise<Answer<PlanHead>>): Promise<boolean> {
    const own = ++this.#plans;
    this.#planning = true;
    const answer = await run();
    if (own !== this.#plans) return answer.ok;
    this.#planning = false;
    if (!this.#take(answer)) return false;
    this.takePlan(answer.value);
    return true;
  }

  #take<T>(answer: Answer<T>): answer is { readonly ok: true; readonly value: T } {
    this.#problem = answer.ok ? null : answer.problem;
    return answer.ok;
  }

  #forget(id: string | null): number {
    this.#plans += 1;
    this.#reopened = false;
    this.#staying = [];
    this.#id = id;
    this.#head = null;
    this.#plan = null;
    this.#current = false;
    this.#planning = false;
    this.#job = null;
    this.#problem = null;
    this.#planProblem = null;
    return ++this.#opens;
  }

  #workers(): 1 | 2 {
    const syncs = this.#head?.syncs ?? [];
    const records = syncs.reduce(
      (sum, { sides }) => sum + (sides.left?.reading.stored ?? 0) + (sides.right?.reading.stored ?? 0),
      0,
    );
    return workersFor(records >= SECOND_WORKER_FROM);
  }
}

const workersFor = (isMuch: boolean): 1 | 2 => (isMuch && navigator.hardwareConcurrency > 1 ? 2 : 1);
