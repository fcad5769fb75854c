import type { JobLook } from '../../connectors/app/jobs.ts';
import type { JobStanding } from '../journal/standing.ts';
import { askedOf, notDone } from './asked.ts';
import type { RunContext } from './context.ts';
import { settle } from './settle.ts';
import { takeReceipts } from './take-receipts.ts';

/** Milliseconds between two looks at a job: at first, and at most. */
const FIRST_LOOK = 1_000;
const LAST_LOOK = 15_000;

/** What a run finds of jobs that an earlier one began (S441): each is asked by its name, and no record of it is sent again before that. */
export async function settleJobs(context: RunContext): Promise<void> {
  for (const { job } of [...context.standing.jobs()]) await endJob(context, job);
}

/**
 * Ends a job, as far as anything of it is left open. One that was not started is taken back, since what it would write was looked at a while
 * ago; one that was is waited for, and what became of each record is read.
 */
export async function endJob(context: RunContext, job: string): Promise<void> {
  const one = [...context.standing.jobs()].find((known) => known.job === job)!;
  const sent = context.standing.sentIn(one);
  if (sent.length === 0) return;
  const { name, side } = one;
  if (name === null || !one.isStarted) {
    if (name !== null) await context.calls[side].askJob((jobs) => jobs.abort(name));
    return context.outcomes(sent.map(({ item }) => notDone(item)));
  }
  await follow(context, one, name);
  const receipts = await context.calls[side].askJob((jobs) => jobs.outcome(name, askedOf(sent)));
  const intents = sent.map(({ intent }) => intent!);
  if (receipts !== null) return takeReceipts(context, intents, receipts);
  await context.outcomes(sent.map(({ item: { key } }) => ({ key, is: 'doubt', because: 'not-told' })));
  await settle(
    context,
    sent.map(({ item: { key } }) => context.standing.of(key)),
  );
}

/** Until it is over; one that is still open is taken back. Whatever it came to, its results say it. */
async function follow(context: RunContext, { job, side }: JobStanding, name: string): Promise<void> {
  const calls = context.calls[side];
  for (let wait = FIRST_LOOK; ; wait = Math.min(LAST_LOOK, wait * 2)) {
    const look: JobLook | null = await calls.askJob((jobs) => jobs.look(name));
    if (look === null) return;
    context.tellJob(job, look.processed);
    if (look.state === 'open') await calls.askJob((jobs) => jobs.abort(name));
    else if (look.state !== 'running') return;
    await calls.pass(wait);
  }
}
