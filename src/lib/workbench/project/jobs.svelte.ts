import type { Progress } from '../../engine/index.ts';
import type { Answer, OnProgress } from '../../conversation/index.ts';

/** Nothing is shown for work that ends sooner (milliseconds). */
const SHOW_AFTER = 400;
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
  readonly cancel: (() => void) | null;
}

/** Work that is called by what it does. */
export type JobWork = 'opening-project' | 'opening-records' | 'planning';

export interface JobAbout {
  /** A file or a project by its name; empty where `work` says what it is, or the step says all. */
  readonly title: string;
  readonly work?: JobWork;
  /** Ends the work; what was good before stays. Null where it cannot be ended. */
  readonly cancel: (() => void) | null;
  /** Done again by itself when the page is next opened: who leaves loses nothing. */
  readonly again?: true;
}

/** All work of the page that takes long enough to be shown. */
export class Jobs {
  #list = $state.raw<readonly Job[]>([]);
  #count = 0;

  get list(): readonly Job[] {
    return this.#list;
  }

  /** Would work be lost if the page were left now? */
  get losing(): boolean {
    return this.#list.some(({ again }) => again !== true);
  }

  /** Runs one piece of work; `shown` is told of it after 400 ms, and null at its end. */
  async run<T>(
    about: JobAbout,
    run: (onProgress: OnProgress) => Promise<Answer<T>>,
    shown: (job: Job | null) => void = () => undefined,
  ): Promise<Answer<T>> {
    const number = ++this.#count;
    const started = performance.now();
    let last: Progress = { what: 'start', done: 0, total: 0 };
    let step = { what: last.what, since: started };
    let over = false;
    const show = (): void => {
      const now = performance.now();
      if (over || now - started < SHOW_AFTER) return;
      const left = estimate(last, now - step.since, now - started);
      const job: Job = { ...last, number, ...about, left };
      const others = this.#list.filter((one) => one.number !== number);
      this.#list = [...others, job].sort((a, b) => a.number - b.number);
      shown(job);
    };
    const timer = setTimeout(show, SHOW_AFTER + 1);
    try {
      return await run((progress) => {
        if (progress.what !== step.what) step = { what: progress.what, since: performance.now() };
        last = progress;
        show();
      });
    } finally {
      over = true;
      clearTimeout(timer);
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
