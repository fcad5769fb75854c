import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Progress } from '../../src/lib/engine/index.ts';
import type { Answer, OnProgress } from '../../src/lib/conversation/index.ts';
import { Jobs, type JobAbout } from '../../src/lib/workbench/project/jobs.svelte.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A job that tells and ends when it is told to. */
function begun(jobs: Jobs, about: JobAbout = { title: 'file.csv', cancel: null }) {
  let tell: OnProgress = () => undefined;
  let end: (answer: Answer<null>) => void = () => undefined;
  const running = jobs.run(about, (onProgress) => {
    tell = onProgress;
    return new Promise<Answer<null>>((resolve) => (end = resolve));
  });
  const over = async (): Promise<void> => {
    end({ ok: true, value: null });
    await running;
  };
  return { tell: (what: Progress['what'], done: number, total: number) => tell({ what, done, total }), over };
}

it('time left is said from what was done of this step, once that is a fair share and two seconds have gone', async () => {
  const jobs = new Jobs();
  const { tell, over } = begun(jobs);
  tell('read', 10, 100);
  await vi.advanceTimersByTimeAsync(1_000);
  tell('read', 20, 100);
  expect(jobs.list[0]?.left).toBeNull();
  await vi.advanceTimersByTimeAsync(1_000);
  tell('read', 25, 100);
  expect(jobs.list[0]?.left).toBe(6_000);
  // Another step begins to count anew.
  tell('profile', 4, 100);
  expect(jobs.list[0]?.left).toBeNull();
  await vi.advanceTimersByTimeAsync(500);
  tell('profile', 50, 100);
  expect(jobs.list[0]?.left).toBe(500);
  tell('write', 0, 0);
  expect(jobs.list[0]?.left).toBeNull();
  await over();
  expect(jobs.list).toEqual([]);
});

it('jobs stand in the order they were begun, whichever tells first', async () => {
  const jobs = new Jobs();
  const first = begun(jobs, { title: 'a', cancel: null });
  const second = begun(jobs, { title: 'b', cancel: null });
  await vi.advanceTimersByTimeAsync(500);
  second.tell('read', 1, 2);
  first.tell('read', 1, 2);
  expect(jobs.list.map(({ title }) => title)).toEqual(['a', 'b']);
  await first.over();
  expect(jobs.list.map(({ title }) => title)).toEqual(['b']);
  await second.over();
});

it('leaving the page loses a file that is read, not a plan that is made again', async () => {
  const jobs = new Jobs();
  const plan = begun(jobs, { title: '', work: 'planning', cancel: null, again: true });
  await vi.advanceTimersByTimeAsync(500);
  expect([jobs.list.length, jobs.losing]).toEqual([1, false]);
  const file = begun(jobs);
  await vi.advanceTimersByTimeAsync(500);
  expect(jobs.losing).toBe(true);
  await file.over();
  expect(jobs.losing).toBe(false);
  await plan.over();
});
