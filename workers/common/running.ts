import type { Answer, Tell } from '../../src/lib/conversation/index.ts';
import { failed } from './answer.ts';
import { sparse } from './sparse.ts';
import { CANCELLED, type Work } from './work.ts';

/** The calls that take long, by their job's number: each tells how far it is, and can be ended. */
export class Running {
  readonly #jobs = new Map<number, { isCancelled: boolean }>();
  tell: Tell = () => undefined;

  /** Does one of them run? */
  get any(): boolean {
    return this.#jobs.size > 0;
  }

  /** Runs a call under a job's number. */
  async run<T>(job: number, call: (work: Work) => Promise<Answer<T>>): Promise<Answer<T>> {
    const state = { isCancelled: false };
    this.#jobs.set(job, state);
    const onProgress = sparse((progress) => this.tell('progress', { job, progress }));
    try {
      return await call({ onProgress, cancelled: () => state.isCancelled });
    } finally {
      this.#jobs.delete(job);
    }
  }

  /** Ends a job at its next rest; one that is over stays as it ended. */
  cancel(job: number): void {
    const state = this.#jobs.get(job);
    if (state !== undefined) state.isCancelled = true;
  }
}

/** A call that had to wait for its turn may have been ended meanwhile. */
export const unlessCancelled = <T>(
  work: Work,
  call: (work: Work) => Promise<Answer<T>>,
): Promise<Answer<T>> => (work.cancelled() ? Promise.resolve(failed(CANCELLED)) : call(work));
