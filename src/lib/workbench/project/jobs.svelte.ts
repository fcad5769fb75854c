import type { Progress } from '../../engine/index.ts';
import type { Answer, ProjectEvents } from '../../conversation/index.ts';

/** Nothing is shown for work that ends sooner (milliseconds). */
const SHOW_AFTER = 400;
/** Without work for so long the page is at rest (milliseconds). */
const REST = 3000;
/** No estimate before this (milliseconds). */
const ESTIMATE_AFTER = 2000;
/** No estimate from a smaller share than this. */
const SHARE_KNOWN = 0.05;

/** Work in hand as a screen shows it. `left` is in milliseconds, null while there is no honest estimate. */
export interface Job extends Progress, Pick<JobAbout, 'again' | 'work'> {
  readonly number: number;
  /** What it is for: a file, a project; empty where the step says all. */
  readonly title: string;
  readonly left: number | null;
  /** Ends the work; what was good before stays. */
  readonly cancel: () => void;
}

/** Work that is called by what it does. */
export type JobWork =
  'opening-project' | 'opening-records' | 'planning' | 'counting' | 'asking-why' | 'rehearsing' | 'comparing';

export interface JobAbout {
  /** A file or a project by its name; empty where `work` says what it is, or the step says all. */
  readonly title: string;
  readonly work?: JobWork;
  /** Ends the work where the project worker does not do it. */
  readonly cancel?: () => void;
  /** Done again by itself when the page is next opened: who leaves loses nothing. */
  readonly again?: true;
}

/** Milliseconds since some moment, and a call some time later; what it answers takes that call back. */
export interface Clock {
  now(): number;
  after(milliseconds: number, call: () => void): () => void;
}

/** All work of the page that takes long enough to be shown. */
export class Jobs {
  readonly #clock: Clock;
  readonly #cancel: (job: number) => void;
  #told: readonly { readonly job: number; readonly take: (progress: Progress) => void }[] = [];
  #list = $state.raw<readonly Job[]>([]);
  #count = 0;

  /** `cancel` ends the job of this number in the project worker. */
  constructor(clock: Clock, cancel: (job: number) => void) {
    this.#clock = clock;
    this.#cancel = cancel;
  }

  get list(): readonly Job[] {
    return this.#list;
  }

  /** Would work be lost if the page were left now? */
  get losing(): boolean {
    return this.#list.some(({ again }) => again !== true);
  }

  /** Resolves once what has nothing to do with a person's work may be done. */
  async rest(): Promise<void> {
    do await new Promise<void>((done) => this.#clock.after(REST, done));
    while (this.#told.length > 0);
  }

  /** How far a job is; one that is over is passed over. */
  tell({ job, progress }: ProjectEvents['progress']): void {
    this.#told.find((one) => one.job === job)?.take(progress);
  }

  /** Runs one piece of work under a number of its own; `shown` is told of it after 400 ms, and null at its end. */
  async run<T>(
    about: JobAbout,
    run: (job: number) => Promise<Answer<T>>,
    shown: (job: Job | null) => void = () => undefined,
  ): Promise<Answer<T>> {
    const number = ++this.#count;
    const started = this.#clock.now();
    const cancel = about.cancel ?? ((): void => this.#cancel(number));
    let last: Progress = { what: 'start', done: 0, total: 0 };
    let step = { what: last.what, since: started };
    let over = false;
    const show = (): void => {
      const now = this.#clock.now();
      if (over || now - started < SHOW_AFTER) return;
      const left = estimate(last, now - step.since, now - started);
      const job: Job = { ...last, number, ...about, cancel, left };
      const others = this.#list.filter((one) => one.number !== number);
      this.#list = [...others, job].sort((a, b) => a.number - b.number);
      shown(job);
    };
    const forget = this.#clock.after(SHOW_AFTER, show);
    const take = (progress: Progress): void => {
      if (progress.what !== step.what) step = { what: progress.what, since: this.#clock.now() };
      last = progress;
      show();
    };
    this.#told = [...this.#told, { job: number, take }];
    try {
      return await run(number);
    } finally {
      over = true;
      forget();
      this.#told = this.#told.filter(({ job }) => job !== number);
      this.#list = this.#list.filter((one) => one.number !== number);
      shown(null);
    }
  }
}

function estimate({ done, total }: Progress, spent: number, running: number): number | null {
  const share = total > 0 ? done / total : 0;
  if (running < ESTIMATE_AFTER || share < SHARE_KNOWN) return null;
  return (spent / share) * (1 - share);
}
