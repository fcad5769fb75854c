import { describe, expect, it } from 'vitest';
import type {
  Answer,
  ContinuousAbout,
  ContinuousPass,
  ContinuousStart,
  ContinuousStarted,
  LivePass,
  PlanHead,
  SidePass,
} from '../../src/lib/conversation/index.ts';
import { LiveNow } from '../../src/lib/workbench/live/live-now.svelte.ts';
import { LiveSyncs } from '../../src/lib/workbench/live/live-syncs.svelte.ts';
import { Jobs } from '../../src/lib/workbench/project/jobs.svelte.ts';
import { HandClock } from '../support/hand-clock.ts';

const MINUTE = 60_000;

const side = (moved: boolean): SidePass => ({
  ...{ sync: 'people', side: 'left', app: 'hubspot', object: 'contacts', because: null },
  counts: { read: 3, added: moved ? 2 : 0, changed: 0, gone: 0 },
  ...{ moved, stored: moved },
});
const passed = (moved: boolean): Answer<LivePass> => ({
  ok: true,
  value: { at: '2026-11-30T09:00:00.000Z', sides: [side(moved)], failed: [], signedOut: [] },
});
const plan = (create: number): PlanHead =>
  ({ syncs: [{ id: 'people', subjects: { create, 'in-sync': 5 } }] }) as unknown as PlanHead;

function stand() {
  const clock = new HandClock();
  const live = new LiveNow();
  const answers: Answer<LivePass>[] = [];
  const project = {
    id: 'p' as string | null,
    plan: plan(1) as PlanHead | null,
    current: true,
    planning: false,
    refreshed: 0,
    planned: 0,
    handOvers: 0,
    lookAtHandOver: () => {
      project.handOvers += 1;
      return Promise.resolve();
    },
    replan: () => {
      project.planned += 1;
      project.current = true;
      return Promise.resolve();
    },
    refresh: () => {
      project.refreshed += 1;
      project.plan = plan(4);
      return Promise.resolve();
    },
  };
  let asked = 0;
  const told: string[] = [];
  const passes: Answer<ContinuousPass>[] = [];
  const calls: string[] = [];
  const client = {
    syncNow: () => {
      asked += 1;
      calls.push('read');
      return Promise.resolve(answers.shift() ?? passed(false));
    },
    continuousAbout: () => Promise.resolve({ ok: true as const, value: {} as ContinuousAbout }),
    continuousOn: ({ typed }: ContinuousStart): Promise<Answer<ContinuousStarted>> =>
      Promise.resolve({
        ok: true,
        value: typed === 'yes' ? { ok: true } : { ok: false, because: 'not-typed' },
      }),
    continuousOff: () => {
      calls.push('off');
      return Promise.resolve({ ok: true as const, value: null });
    },
    continuousPush: () => {
      calls.push('push');
      return Promise.resolve(passes.shift() ?? { ok: true as const, value: { is: 'nothing' as const } });
    },
  };
  const jobs = new Jobs(clock, () => undefined);
  const wall = (): number => clock.now();
  const syncs = new LiveSyncs(
    { client, jobs, project, live, clock, wall },
    ({ pass, by }) => told.push(`${by} ${String(pass.sides[0]?.moved)}`),
    (stopped) => told.push(`stopped ${stopped.because.is}`),
  );
  /** Time goes on, and what it brings is done. */
  const wait = async (minutes: number): Promise<void> => {
    clock.goOn(minutes * MINUTE);
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  return { clock, live, answers, passes, calls, project, syncs, told, wait, asked: () => asked };
}

describe('passes over the apps of a project', () => {
  it('[LI3] [S362] what moved is taken and planned, and how the counts moved is said; where nothing did, nothing is planned', async () => {
    const { answers, project, syncs, told } = stand();
    await syncs.syncNow('x');
    expect([project.refreshed, syncs.moves]).toEqual([0, null]);
    answers.push(passed(true));
    await syncs.syncNow('x');
    expect(project.refreshed).toBe(1);
    expect(syncs.moves).toEqual({ people: { create: 3, 'in-sync': 0 } });
    expect(told).toEqual(['person false', 'person true']);
  });

  it('[LI3] [S364] a watch looks again and again, until it is stopped', async () => {
    const { live, syncs, told, wait, asked } = stand();
    syncs.watchEvery(5, 'x');
    expect(live.watch).toMatchObject({ project: 'p', minutes: 5, paused: null });
    await wait(4.9);
    expect(asked()).toBe(0);
    await wait(0.2);
    expect(asked()).toBe(1);
    await wait(5);
    expect(asked()).toBe(2);
    expect(told).toEqual(['watch false', 'watch false']);
    // Another interval takes the place of the first.
    syncs.watchEvery(60, 'x');
    await wait(30);
    expect(asked()).toBe(2);
    live.watch?.stop();
    expect(live.watch).toBeNull();
    await wait(120);
    expect(asked()).toBe(2);
  });

  it('[S364] paused while a push runs or nobody is signed in, and said so; it goes on by itself', async () => {
    const { answers, live, syncs, wait } = stand();
    answers.push({ ok: false, problem: { code: 'push-runs' } });
    answers.push({ ok: false, problem: { code: 'app-signed-out', app: 'hubspot' } });
    syncs.watchEvery(5, 'x');
    await wait(5);
    expect([live.watch?.paused, syncs.problem]).toEqual(['push', null]);
    await wait(5);
    expect([live.watch?.paused, syncs.problem]).toEqual(['signed-out', null]);
    await wait(5);
    expect(live.watch?.paused).toBeNull();
    // A person who asks is told.
    answers.push({ ok: false, problem: { code: 'push-runs' } });
    await syncs.syncNow('x');
    expect(syncs.problem).toEqual({ code: 'push-runs' });
  });

  it('[S364] it ends where another project is open', async () => {
    const { live, project, syncs, wait, asked } = stand();
    syncs.watchEvery(5, 'x');
    project.id = 'q';
    await wait(5);
    expect([asked(), live.watch]).toEqual([0, null]);
  });

  const START: ContinuousStart = { shown: 's', by: 'Ada', typed: 'yes' };

  it('[S446] continuous sync is turned on with a look of its own, and pushes behind every look of the watch, not of a person', async () => {
    const { calls, live, passes, project, syncs, wait } = stand();
    expect(await syncs.goContinuous({ ...START, typed: 'no' }, 5, 'x')).toBe(false);
    expect([syncs.continuous.on, syncs.continuous.notBegun, live.watch]).toEqual([false, 'not-typed', null]);
    passes.push({ ok: true, value: { is: 'wrote', push: 'p-1', records: 3, stale: 0 } });
    expect(await syncs.goContinuous(START, 5, 'x')).toBe(true);
    await wait(0);
    expect(calls).toEqual(['read', 'push']);
    expect(syncs.continuous.last?.is).toMatchObject({ is: 'wrote', records: 3 });
    // What was written is known to the plan.
    expect([project.handOvers, project.planned]).toEqual([1, 1]);
    await syncs.syncNow('x');
    expect(calls).toEqual(['read', 'push', 'read']);
    await wait(5);
    expect(calls.slice(3)).toEqual(['read', 'push']);
    // Another interval leaves it on; the end of the watch does not.
    syncs.watchEvery(15, 'x');
    expect([syncs.continuous.on, calls.includes('off')]).toEqual([true, false]);
    live.watch?.stop();
    expect([syncs.continuous.on, calls.at(-1)]).toEqual([false, 'off']);
  });

  it('[S449] [S365] it stops by itself, is told so, and the watch goes on without pushing', async () => {
    const { calls, live, passes, syncs, told, wait } = stand();
    passes.push({ ok: true, value: { is: 'stopped', because: { is: 'design' }, push: null } });
    await syncs.goContinuous(START, 5, 'x');
    await wait(0);
    expect(told).toContain('stopped design');
    expect([syncs.continuous.on, syncs.continuous.stopped?.because]).toEqual([false, { is: 'design' }]);
    await wait(5);
    expect(calls).toEqual(['read', 'push', 'read']);
    expect(live.watch?.continuous.stopped).not.toBeNull();
    syncs.continuous.seen();
    expect(syncs.continuous.stopped).toBeNull();
    // Its worker is gone, and does not know of it: that is said, too.
    await syncs.goContinuous(START, 5, 'x');
    passes.push({ ok: true, value: { is: 'off' } });
    await wait(5);
    expect(syncs.continuous.stopped?.because).toEqual({ is: 'lost' });
  });
});
