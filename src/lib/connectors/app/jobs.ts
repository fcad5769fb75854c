import type { Answer } from './fault.ts';
import type { Receipt, WriteAct, WriteBatch, WriteItem } from './write.ts';

/** Records of one job: more than `over`, since fewer take less by calls, and at most `most`. */
export interface JobSizes {
  readonly over: number;
  readonly most: number;
}

/** `open`: nothing of it is done before it is started. `failed`, `aborted`: it is over, and some of it may be done. */
export type JobState = 'open' | 'running' | 'done' | 'failed' | 'aborted';

export interface JobLook {
  readonly state: JobState;
  /** Records the app has come to by now. */
  readonly processed: number;
}

/**
 * Batches that go as one job: sent whole, carried out by the app at its own pace. A job has a name before anything of it is done, and can be
 * started twice and runs once; so after a cut it is asked by its name what it is and what became of each record (S310). Nothing is repeated
 * inside, as with `write`. Held by `tests/contracts/app-jobs.ts`.
 */
export interface AppJobs {
  readonly sizes: JobSizes;
  /** Can it say afterwards what became of this one? Of an object that was described. Items of one job have one unique field. */
  takes(object: string, act: WriteAct, item: Pick<WriteItem, 'id' | 'unique' | 'values'>): boolean;
  /** Its name. It holds nothing yet. */
  open(batch: WriteBatch): Promise<Answer<string>>;
  /** Sends the records, once: after a fault it is aborted. */
  fill(job: string, batch: WriteBatch): Promise<Answer<null>>;
  /** Lets it run. After a fault it is looked at, and started again if it is still open. */
  start(job: string): Promise<Answer<JobLook>>;
  look(job: string): Promise<Answer<JobLook>>;
  /** What it has not come to it does not do any more. */
  abort(job: string): Promise<Answer<JobLook>>;
  /** One receipt an item, of a job that is over; `unprocessed` where it did not come to it. */
  outcome(job: string, batch: WriteBatch): Promise<Answer<readonly Receipt[]>>;
}
