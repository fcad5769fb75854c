import { expect, it } from 'vitest';
import { HandClock } from '../support/hand-clock.ts';
import type { Progress } from '../../src/lib/engine/index.ts';
import type { Answer } from '../../src/lib/conversation/index.ts';
import { Jobs, type JobAbout } from '../../src/lib/workbench/project/jobs.svelte.ts';

function stand() {
  const clock = new HandClock();
  const cancelled: number[] = [];
  return { clock, cancelled, jobs: new Jobs(clock, (job) => cancelled.push(job)) };
}

/** A job that tells and ends when it is told to. */
function begun(jobs: Jobs, about: JobAbout = { title: 'file.csv' }) {
  let number = 0;
  let end: (answer: Answer<null>) => void = () => undefined;
  const running = jobs.run(about, (job) => {
    number = job;
    return new Promise<Answer<null>>((resolve) => (end = resolve));
  });
  const over = async (): Promise<void> => {
    end({ ok: true, value: null });
    await running;
  };
  const tell = (what: Progress['what'], done: number, total: number): void =>
    jobs.tell({ job: number, progress: { what, done, total } });
  return { number, tell, over };
}

it('time left is said from what was done of this step, once that is a fair share and two seconds have gone', async () => {
  const { jobs, clock } = stand();
  const { tell, over } = begun(jobs);
  tell('read', 10, 100);
  clock.goOn(1_000);
  tell('read', 20, 100);
  expect(jobs.list[0]?.left).toBeNull();
  clock.goOn(1_000);
  tell('read', 25, 100);
  expect(jobs.list[0]?.left).toBe(6_000);
  // Another step begins to count anew.
  tell('profile', 4, 100);
  expect(jobs.list[0]?.left).toBeNull();
  clock.goOn(500);
  tell('profile', 50, 100);
  expect(jobs.list[0]?.left).toBe(500);
  tell('write', 0, 0);
  expect(jobs.list[0]?.left).toBeNull();
  await over();
  expect(jobs.list).toEqual([]);
});

it('jobs stand in the order they were begun, whichever tells first', async () => {
  const { jobs, clock } = stand();
  const first = begun(jobs, { title: 'a' });
  const second = begun(jobs, { title: 'b' });
  clock.goOn(500);
  second.tell('read', 1, 2);
  first.tell('read', 1, 2);
  expect(jobs.list.map(({ title }) => title)).toEqual(['a', 'b']);
  await first.over();
  expect(jobs.list.map(({ title }) => title)).toEqual(['b']);
  await second.over();
});

it('leaving the page loses a file that is read, not a plan that is made again', async () => {
  const { jobs, clock } = stand();
  const plan = begun(jobs, { title: '', work: 'planning', again: true });
  clock.goOn(500);
  expect([jobs.list.length, jobs.losing]).toEqual([1, false]);
  const file = begun(jobs);
  clock.goOn(500);
  expect(jobs.losing).toBe(true);
  await file.over();
  expect(jobs.losing).toBe(false);
  await plan.over();
});

it('a job is ended in the worker by its number, or as it says itself; what comes late is passed over', async () => {
  const { jobs, clock, cancelled } = stand();
  let own = 0;
  const first = begun(jobs);
  const second = begun(jobs, { title: 'read elsewhere', cancel: () => own++ });
  clock.goOn(500);
  for (const { cancel } of jobs.list) cancel();
  expect([cancelled, own]).toEqual([[first.number], 1]);
  await first.over();
  await second.over();
  first.tell('read', 1, 2);
  expect(jobs.list).toEqual([]);
});

it('the page is at rest when three seconds go by and no job is there', async () => {
  const { jobs, clock } = stand();
  let rests = false;
  const rest = jobs.rest().then(() => (rests = true));
  const turn = () => new Promise((done) => setTimeout(done));
  const job = begun(jobs);
  clock.goOn(500);
  clock.goOn(2500);
  await turn();
  expect(rests).toBe(false);
  await job.over();
  clock.goOn(2900);
  await turn();
  expect(rests).toBe(false);
  clock.goOn(100);
  await rest;
});
