import type { HubSpotClass } from '../../engine/index.ts';
import type {
  HubSpotDetail,
  HubSpotRow,
  HubSpotSyncTold,
  HubSpotTold,
  Problem,
} from '../../conversation/index.ts';
import type { Job, Jobs } from '../project/jobs.svelte.ts';
import type { PlanTalk } from './plan-talk.ts';

/** Subjects of a class that are fetched at a time. */
const PAGE = 100;

type Talk = Pick<PlanTalk, 'hubspot' | 'hubspotRows' | 'hubspotSubject'>;

/** The plan beside HubSpot's, made once its view is shown; another plan is another comparison. */
export class PlanHubSpot {
  readonly #client: Talk;
  readonly #jobs: Pick<Jobs, 'run'>;
  #told = $state.raw<HubSpotTold | null>(null);
  #job = $state.raw<Job | null>(null);
  #running = $state(false);
  #problem = $state.raw<Problem | null>(null);
  /** The object sync whose classes are shown, and the class in hand. */
  #sync = $state.raw<string | null>(null);
  #is = $state.raw<HubSpotClass | null>(null);
  #rows = $state.raw<readonly HubSpotRow[]>([]);
  #detail = $state.raw<HubSpotDetail | null>(null);
  /** Counts comparisons and classes: what an older one answers is passed over. */
  #turn = 0;
  #fetching = false;

  constructor(client: Talk, jobs: Pick<Jobs, 'run'>) {
    this.#client = client;
    this.#jobs = jobs;
  }

  /** Null until it was asked of this plan, and where that was cancelled. */
  get told(): HubSpotTold | null {
    return this.#told;
  }
  get sync(): HubSpotSyncTold | null {
    const told = this.#told;
    return told?.ok === true ? (told.syncs.find(({ sync }) => sync === this.#sync) ?? null) : null;
  }
  get is(): HubSpotClass | null {
    return this.#is;
  }
  /** Of the class in hand, those fetched so far. */
  get rows(): readonly HubSpotRow[] {
    return this.#rows;
  }
  get detail(): HubSpotDetail | null {
    return this.#detail;
  }
  /** Told of once it takes long. */
  get job(): Job | null {
    return this.#job;
  }
  get running(): boolean {
    return this.#running;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  dismiss(): void {
    this.#problem = null;
  }

  /** Another plan was made. */
  outdate(): void {
    this.#turn++;
    this.#told = null;
    this.#running = false;
    this.#forget();
  }

  /** Compares where it was not done yet, and shows a sync: the gravest class it has. */
  async ask(sync: string): Promise<void> {
    if (this.#told === null && !this.#running) await this.#compare();
    if (this.#told?.ok !== true || this.#sync === sync) return;
    this.#forget();
    this.#sync = sync;
    const gravest = this.sync?.counts.find(({ is, subjects }) => is !== 'same' && subjects > 0);
    if (gravest !== undefined) await this.show(gravest.is);
  }

  /** A class, from its first subject. */
  async show(is: HubSpotClass): Promise<void> {
    this.#turn++;
    this.#fetching = false;
    this.#is = is;
    this.#rows = [];
    this.#detail = null;
    await this.more();
  }

  /** The next subjects of the class in hand. */
  async more(): Promise<void> {
    const [sync, is, turn, from] = [this.#sync, this.#is, this.#turn, this.#rows.length];
    if (sync === null || is === null || this.#fetching) return;
    this.#fetching = true;
    const answer = await this.#client.hubspotRows(sync, is, from, from + PAGE);
    if (this.#turn !== turn) return;
    this.#fetching = false;
    if (answer.ok) this.#rows = [...this.#rows, ...answer.value];
    else this.#problem = answer.problem;
  }

  /** Both results of a subject, side by side. */
  async open(subject: number): Promise<void> {
    const [sync, turn] = [this.#sync, this.#turn];
    if (sync === null) return;
    const answer = await this.#client.hubspotSubject(sync, subject);
    if (this.#turn !== turn) return;
    if (answer.ok) this.#detail = answer.value;
    else this.#problem = answer.problem;
  }
  close(): void {
    this.#detail = null;
  }

  async #compare(): Promise<void> {
    const turn = ++this.#turn;
    this.#running = true;
    this.#problem = null;
    const answer = await this.#jobs.run(
      { title: '', work: 'comparing', again: true },
      (job) => this.#client.hubspot(job),
      (job) => (this.#job = job),
    );
    if (this.#turn !== turn) return;
    this.#running = false;
    if (answer.ok) this.#told = answer.value;
    else if (answer.problem.code !== 'cancelled') this.#problem = answer.problem;
  }

  #forget(): void {
    this.#sync = null;
    this.#is = null;
    this.#rows = [];
    this.#detail = null;
  }
}
