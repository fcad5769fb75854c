import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inTurn, turnsOver } from '../../src/lib/ui/controls/turns.ts';

// The clock by which a turn ends is the test's, so that a slow machine does not end one.
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** Lasts so many milliseconds of that clock. */
const work = (milliseconds: number): void => void vi.advanceTimersByTime(milliseconds);

/** The number of the task each piece ran in. */
async function tasksOf(lengths: readonly number[]): Promise<number[]> {
  let task = 0;
  const counting = new MessageChannel();
  const next = (): void => {
    task += 1;
    counting.port2.postMessage(null);
  };
  counting.port1.onmessage = next;
  next();
  const ran: number[] = [];
  for (const length of lengths) {
    inTurn(() => {
      work(length);
      ran.push(task);
    });
  }
  await turnsOver();
  counting.port1.close();
  return ran;
}

it('large pieces come in tasks of their own', async () => {
  const ran = await tasksOf([20, 20, 20]);
  expect(new Set(ran).size).toBe(3);
});

it('small pieces come together, in the order they asked', async () => {
  const came: number[] = [];
  for (let at = 0; at < 20; at++) inTurn(() => came.push(at));
  await turnsOver();
  expect(came).toEqual(Array.from({ length: 20 }, (_, at) => at));
  expect(new Set(await tasksOf([0, 0, 0])).size).toBe(1);
});

it('waits also for pieces that came with others; what is taken back does not come', async () => {
  const came: string[] = [];
  inTurn(() => {
    came.push('outer');
    inTurn(() => came.push('inner'));
  });
  inTurn(() => came.push('gone'))();
  await turnsOver();
  expect(came).toEqual(['outer', 'inner']);
  await turnsOver();
});
