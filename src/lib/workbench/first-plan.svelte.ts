import type { Both, Progress, Side } from '../engine/index.ts';
import type {
  Answer,
  GivenFile,
  Planned,
  PlanSource,
  Problem,
  Reading,
} from '../../../workers/conversation.ts';
import type { EngineClient } from './engine-client.ts';

/** A file on one side: being read, read, or with what is wrong with it. */
export interface SideFile {
  readonly given: GivenFile;
  readonly reading: Reading | null;
  readonly problem: Problem | null;
}

/** The work in hand. `left` is in milliseconds, null while there is no honest estimate. */
export interface Job extends Progress {
  readonly left: number | null;
}

/** Nothing is shown for work that ends sooner (milliseconds). */
const SHOW_AFTER = 400;
/** No estimate before this (milliseconds). */
const ESTIMATE_AFTER = 2000;

/** From nothing to a first plan: the sample in one click, or two files of one's own. */
export class FirstPlan {
  readonly #client: EngineClient;
  readonly #today: () => string;
  #files = $state.raw<Both<SideFile | null>>({ left: null, right: null });
  #job = $state.raw<Job | null>(null);
  /** Pieces of work not done yet. */
  #running = $state(0);
  #planned = $state.raw<Planned | null>(null);
  #problem = $state.raw<Problem | null>(null);
  /** A newer plan replaces one that still runs; a new file makes it out of date. */
  #plans = 0;
  /** Everything asked before a cancel is dropped. */
  #cancels = 0;
  #tokens = 0;

  /** `today` gives the day plans are made for, `YYYY-MM-DD`. */
  constructor(client: EngineClient, today: () => string) {
    this.#client = client;
    this.#today = today;
  }

  get files(): Both<SideFile | null> {
    return this.#files;
  }
  /** Set once the work takes long enough to be shown. */
  get job(): Job | null {
    return this.#job;
  }
  get busy(): boolean {
    return this.#running > 0;
  }
  get planned(): Planned | null {
    return this.#planned;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  /** Both files are read and nothing is being done with them. */
  get canPlan(): boolean {
    return !this.busy && this.#files.left?.problem === null && this.#files.right?.problem === null;
  }

  async trySample(base: string): Promise<void> {
    await this.#plan({ kind: 'sample', base });
  }

  /** Takes a file for a side, reads it at once, and plans when both are there. */
  async choose(side: Side, file: File): Promise<void> {
    const given: GivenFile = { token: ++this.#tokens, file };
    this.#set(side, { given, reading: null, problem: null });
    this.#problem = null;
    this.#plans += 1;
    const current = (): boolean => this.#files[side]?.given === given;
    const answer = await this.#work((onProgress) => this.#client.read(given, onProgress), current);
    if (answer === null) return;
    this.#set(side, {
      given,
      reading: answer.ok ? answer.value : null,
      problem: answer.ok ? null : answer.problem,
    });
    const { left, right } = this.#files;
    if (left?.reading != null && right?.reading != null) await this.planFiles();
  }

  async planFiles(): Promise<void> {
    const { left, right } = this.#files;
    if (left === null || right === null) return;
    await this.#plan({ kind: 'files', left: left.given, right: right.given });
  }

  /** Ends the work; the last plan and the files stay. */
  cancel(): void {
    this.#cancels += 1;
    this.#client.stop();
    this.#running = 0;
    this.#job = null;
  }

  /** Back to the empty page. */
  startAgain(): void {
    this.cancel();
    this.#files = { left: null, right: null };
    this.#planned = null;
    this.#problem = null;
  }

  async #plan(source: PlanSource): Promise<void> {
    this.#problem = null;
    const options = { asOf: this.#today(), workers: 1 } as const;
    const own = ++this.#plans;
    const current = (): boolean => own === this.#plans;
    const answer = await this.#work((onProgress) => this.#client.plan(source, options, onProgress), current);
    if (answer === null) return;
    if (answer.ok) this.#planned = answer.value;
    else this.#problem = answer.problem;
  }

  /** Runs one piece of work with progress; null where it was cancelled or is no longer `current`. */
  async #work<T>(
    run: (onProgress: (progress: Progress) => void) => Promise<Answer<T>>,
    current: () => boolean,
  ): Promise<Answer<T> | null> {
    const cancels = this.#cancels;
    const wanted = (): boolean => cancels === this.#cancels && current();
    const started = performance.now();
    this.#running += 1;
    let step = { what: '', since: started };
    const onProgress = (progress: Progress): void => {
      const now = performance.now();
      if (!wanted()) return;
      if (progress.what !== step.what) step = { what: progress.what, since: now };
      if (now - started < SHOW_AFTER) return;
      const share = progress.total > 0 ? progress.done / progress.total : 0;
      const spent = now - step.since;
      const known = now - started > ESTIMATE_AFTER && share > 0.05;
      this.#job = { ...progress, left: known ? (spent / share) * (1 - share) : null };
    };
    try {
      const answer = await run(onProgress);
      return wanted() ? answer : null;
    } catch (error) {
      if (!wanted()) return null;
      const cause = error instanceof Error ? error.message : String(error);
      const title = 'The work stopped before its end.';
      return { ok: false, problem: { title, detail: `${cause}. Nothing was changed; try once more.` } };
    } finally {
      if (cancels === this.#cancels) this.#running -= 1;
      if (this.#running === 0) this.#job = null;
    }
  }

  #set(side: Side, file: SideFile): void {
    this.#files = { ...this.#files, [side]: file };
  }
}
