import { describe, expect, it } from 'vitest';
import type { PushState } from '../../src/lib/push/index.ts';
import { countResults, forecast, resultsOf, runPush } from '../../src/lib/push/index.ts';
import type { MemoryFault } from '../servers/memory/memory-faults.ts';
import { creates, worldWith } from './changes.ts';
import { FreeLock } from './free-lock.ts';
import { HandControl } from './hand-control.ts';
import { begin, connectorsOf, pushAll, runOnce, texts, toolsOf } from './push-world.ts';
import { judge } from './truth.ts';

const stateOf = (end: Awaited<ReturnType<typeof runOnce>>): PushState => {
  if (!end.ok) throw new Error(JSON.stringify(end));
  return end.state;
};

describe('a run', () => {
  it('sends the canary first and pauses where it is not what was planned', async () => {
    const world = worldWith(creates(200, { 0: { nowhere: 'x' } }));
    const journal = await begin(world);
    const state = stateOf(await runOnce(world, journal));
    expect(state).toEqual({ is: 'paused', cause: { code: 'canary', refused: 1, different: 0, unknown: 0 } });
    expect(world.apps.right.all('companies').length).toBeLessThan(25);
    expect(stateOf(await runOnce(world, journal))).toEqual({ is: 'done' });
    expect(countResults(resultsOf(journal.standing))).toMatchObject({ written: 199, refused: 1 });
    judge(world, resultsOf(journal.standing));
  });

  it('finds the one poison of a batch by halves, and only that fails', async () => {
    // The first goes ahead as the canary; the second is met among others.
    const world = worldWith(creates(60, { 0: { nowhere: 'x' }, 41: { nowhere: 'x' } }));
    const { results } = await pushAll(world, { can: { transaction: 'batch', batchSize: 20 } });
    expect(results.filter(({ is }) => is !== 'written').map(({ item }) => item.key)).toEqual(['c0', 'c41']);
    judge(world, results);
  });

  it('stops early when one error hits nearly everything', async () => {
    const all = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [n, { nowhere: 'x' }]));
    const world = worldWith(creates(500, all));
    const journal = await begin(world);
    await runOnce(world, journal);
    const state = stateOf(await runOnce(world, journal));
    expect(state).toMatchObject({ is: 'paused', cause: { code: 'one-error', error: 'NO_FIELD nowhere' } });
    expect(countResults(resultsOf(journal.standing)).refused).toBeLessThan(70);
  });

  it('waits at least as long as the app asks, and longer each time it does not say', async () => {
    const faults: MemoryFault[] = [
      { kind: 'rate-limited', seconds: 30 },
      { kind: 'overloaded', seconds: null },
      { kind: 'overloaded', seconds: null },
      { kind: 'overloaded', seconds: null },
    ];
    const world = worldWith(creates(1));
    const waits: number[] = [];
    const tools = toolsOf(world);
    const befalls = ({ what }: { readonly what: string }) =>
      what === 'write' ? (faults.shift() ?? null) : null;
    await pushAll(world, {
      befalls,
      tools: {
        ...tools,
        sleep: (milliseconds, stop) => {
          waits.push(milliseconds);
          return tools.sleep(milliseconds, stop);
        },
      },
    });
    expect(waits.length).toBe(4);
    expect(waits[0]).toBeGreaterThanOrEqual(30_000);
    expect(waits[1]).toBeGreaterThanOrEqual(500);
    expect(waits[2]).toBeGreaterThanOrEqual(1000);
    expect(waits[3]).toBeGreaterThanOrEqual(2000);
    expect(waits[3]).toBeLessThanOrEqual(4000);
  });

  it('keeps within the rate of the account', async () => {
    const world = worldWith(creates(100));
    const times: number[] = [];
    await pushAll(world, {
      can: { rate: { calls: 4, milliseconds: 1000 } },
      befalls: () => {
        times.push(world.clock);
        return null;
      },
    });
    expect(times.length).toBeGreaterThan(20);
    for (const [at, time] of times.entries()) {
      if (at >= 4) expect(time - times[at - 4]!).toBeGreaterThanOrEqual(1000);
    }
  });

  it('pauses at once when it is signed out, and goes on at the same account only', async () => {
    const world = worldWith(creates(100));
    const journal = await begin(world);
    let calls = 0;
    const befalls = (): MemoryFault | null => (++calls === 12 ? { kind: 'signed-out' } : null);
    expect(stateOf(await runOnce(world, journal, { befalls }))).toMatchObject({
      cause: { code: 'signed-out' },
    });
    expect(calls).toBe(12);
    const written = world.apps.right.done.length;
    world.apps.right.accountId = 'another';
    expect(stateOf(await runOnce(world, journal))).toEqual({
      is: 'paused',
      cause: { code: 'wrong-account', expected: 'memory-1', found: 'another' },
    });
    expect(world.apps.right.done.length).toBe(written);
    world.apps.right.accountId = 'memory-1';
    expect(stateOf(await runOnce(world, journal))).toEqual({ is: 'done' });
    expect(world.apps.right.all('companies').length).toBe(100);
  });

  it('gives up on an app that stays down, and goes on another day', async () => {
    const world = worldWith(creates(30));
    const journal = await begin(world);
    const befalls = (): MemoryFault => ({ kind: 'overloaded', seconds: null });
    expect(stateOf(await runOnce(world, journal, { befalls }))).toMatchObject({
      cause: { code: 'app-down' },
    });
    const onlyWrites = ({ what }: { readonly what: string }): MemoryFault | null =>
      what === 'write' ? { kind: 'overloaded', seconds: 1 } : null;
    const paused = stateOf(await runOnce(world, journal, { befalls: onlyWrites }));
    expect(paused).toMatchObject({ cause: { code: 'app-down' } });
    expect(stateOf(await runOnce(world, journal))).toEqual({ is: 'done' });
  });

  it('pauses when asked, goes on, and a stop sends nothing more but looks at what was sent', async () => {
    const world = worldWith(creates(300));
    const journal = await begin(world);
    const pausing = new HandControl();
    const stopping = new HandControl();
    let writes = 0;
    const befalls = ({ what }: { readonly what: string }): null => {
      if (what === 'write' && ++writes === 5) pausing.want('pause');
      if (writes === 10) stopping.want('stop');
      return null;
    };
    const paused = stateOf(await runOnce(world, journal, { befalls, control: pausing }));
    expect(paused).toEqual({ is: 'paused', cause: { code: 'asked' } });
    expect(writes).toBe(5);
    const stopped = stateOf(await runOnce(world, journal, { befalls, control: stopping }));
    expect(stopped).toEqual({ is: 'stopped' });
    const results = resultsOf(journal.standing);
    judge(world, results);
    expect(writes).toBe(10);
    expect(countResults(results)).toMatchObject({ written: world.apps.right.done.length, unknown: 0 });
    expect(results.filter((one) => one.is === 'not-sent' && one.because !== 'stopped')).toEqual([]);
    expect(results.filter((one) => one.is === 'written' && one.reads !== 'as-planned')).toEqual([]);
    expect(stateOf(await runOnce(world, journal))).toEqual({ is: 'stopped' });
    expect(writes).toBe(10);
  });

  it('is one a project: who has it is told', async () => {
    const world = worldWith(creates(30));
    const lock = new FreeLock();
    await lock.take('project', 'ada, another tab');
    const journal = await begin(world);
    const end = await runPush({
      journal,
      connectors: connectorsOf(world, {}),
      lock,
      owner: 'me',
      tools: toolsOf(world),
      control: new HandControl(),
    });
    expect(end).toMatchObject({ ok: false, because: 'taken', owner: 'ada, another tab' });
    expect(world.apps.right.done).toEqual([]);
  });

  it('[F1] sends nothing that it could not write down first', async () => {
    const world = worldWith(creates(50));
    const journal = await begin(world, world.plan, {
      begin: (...about) => world.log.begin(...about),
      read: (push) => world.log.read(push),
      list: () => world.log.list(),
      append: async (push, at, entries) =>
        entries.some((text) => text.includes('"intent"'))
          ? { ok: false, because: 'quota' }
          : world.log.append(push, at, entries),
    });
    expect(await runOnce(world, journal)).toEqual({ ok: false, because: 'journal', said: 'quota' });
    expect(world.apps.right.done).toEqual([]);
  });

  it('says how what was written reads: as planned, in the form of the app, or otherwise', async () => {
    const world = worldWith([...creates(2, { 1: { name: '  Spaced  ' } }), ...creates(3).slice(2)]);
    let reads = 0;
    const { results } = await pushAll(world, {
      befalls: ({ what }) => {
        // A workflow of the app changes the third before it is read back.
        if (what === 'by-ids' && ++reads === 2)
          world.apps.right.edit('companies', '3', texts({ name: 'by a workflow' }));
        return null;
      },
    });
    expect(results.map((one) => (one.is === 'written' ? one.reads : one.is))).toEqual([
      'as-planned',
      'normalised',
      'different',
    ]);
  });

  it('tells its calls and minutes before it begins', async () => {
    const world = worldWith(creates(95));
    const { left, right } = connectorsOf(world, { can: { rate: { calls: 10, milliseconds: 10_000 } } });
    const can = { left: left.can, right: right.can };
    const allowance = { left: null, right: { left: 20, of: 1000 } };
    const { sides, minutes } = forecast(world.plan, can, allowance);
    expect(sides.left).toMatchObject({ records: 0, calls: 0 });
    expect(sides.right).toMatchObject({ records: 95, calls: 1 + 11 * 2 + 1, isWithinAllowance: false });
    expect(minutes).toBeCloseTo(24 / 60);
    let calls = 0;
    await pushAll(world, {
      befalls: () => {
        calls++;
        return null;
      },
    });
    // The canary is read back by itself.
    expect(calls).toBe(sides.right.calls + 1);
  });
});
