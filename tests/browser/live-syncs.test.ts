import { describe, expect, it } from 'vitest';
import type { Answer, LivePass, PlanHead, SidePass } from '../../src/lib/conversation/index.ts';
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
    refreshed: 0,
    refresh: () => {
      project.refreshed += 1;
      project.plan = plan(4);
      return Promise.resolve();
    },
  };
  let asked = 0;
  const told: string[] = [];
  const client = {
    syncNow: () => {
      asked += 1;
      return Promise.resolve(answers.shift() ?? passed(false));
    },
  };
  const jobs = new Jobs(clock, () => undefined);
  const wall = (): number => clock.now();
  const syncs = new LiveSyncs({ client, jobs, project, live, clock, wall }, ({ pass, by }) =>
    told.push(`${by} ${String(pass.sides[0]?.moved)}`),
  );
  /** Time goes on, and what it brings is done. */
  const wait = async (minutes: number): Promise<void> => {
    clock.goOn(minutes * MINUTE);
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  return { clock, live, answers, project, syncs, told, wait, asked: () => asked };
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
});
