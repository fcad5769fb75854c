import { describe, expect, it } from 'vitest';
import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import { countResults, resultsOf, type JournalLog, type PushTools } from '../../src/lib/push/index.ts';
import { altered } from '../contracts/altered.ts';
import { creates, renames, worldWith } from './changes.ts';
import { HandControl } from './hand-control.ts';
import {
  begin,
  itemOf,
  planOf,
  pushAll,
  runOnce,
  texts,
  type Driving,
  type PushWorld,
} from './push-world.ts';
import { randomWorld } from './random-plan.ts';
import { judge } from './truth.ts';
import { VirtualTime } from './virtual-time.ts';

/** Calls of a connector take time; who is on its way is seen. */
class Traffic {
  readonly #time: VirtualTime;
  /** Records of the writes that are on their way now, and the most calls that ever were. */
  readonly open = new Map<object, readonly string[]>();
  most = 0;
  /** When each call began. */
  readonly began: number[] = [];
  readonly doubled: string[] = [];

  constructor(time: VirtualTime) {
    this.#time = time;
  }

  readonly through = (app: AppConnector): AppConnector =>
    altered(app, {
      readByIds: (...asked) => this.#takes(() => app.readByIds(...asked)),
      findByKey: (...asked) => this.#takes(() => app.findByKey(...asked)),
      write: (batch) =>
        this.#takes(
          () => app.write(batch),
          batch.items.flatMap(({ id }) => id ?? []),
        ),
    });

  async #takes<T>(work: () => Promise<T>, records: readonly string[] = []): Promise<T> {
    const call = {};
    const others = [...this.open.values()].flat();
    this.doubled.push(...records.filter((id) => others.includes(id)));
    this.open.set(call, records);
    this.most = Math.max(this.most, this.open.size);
    this.began.push(this.#time.now());
    await this.#time.sleep(250);
    const answer = await work();
    await this.#time.sleep(250);
    this.open.delete(call);
    return answer;
  }
}

const toolsOf = (time: VirtualTime): PushTools => ({
  now: () => time.now(),
  sleep: (milliseconds) => time.sleep(milliseconds),
  jitter: () => 0.5,
});

function driven(
  world: PushWorld,
  inFlight: number,
  more: Driving = {},
): { readonly traffic: Traffic; readonly driving: Driving } {
  const time = new VirtualTime(world.clock);
  const traffic = new Traffic(time);
  return { traffic, driving: { tools: toolsOf(time), through: traffic.through, inFlight, ...more } };
}

describe('[S337] batches in flight together', () => {
  for (const inFlight of [1, 4]) {
    it(`are ${String(inFlight)} at most, and as many where there is enough to do`, async () => {
      const world = renames(200);
      const { traffic, driving } = driven(world, inFlight);
      const { results } = await pushAll(world, driving);
      judge(world, results);
      expect(countResults(results).written).toBe(200);
      expect(traffic.most).toBe(inFlight);
    });
  }

  it('each have their intent on the disk before they are sent', async () => {
    const world = renames(120);
    const intended = new Set<string>();
    const log: JournalLog = {
      begin: (...about) => world.log.begin(...about),
      read: (push) => world.log.read(push),
      list: () => world.log.list(),
      append: async (push, at, given) => {
        const answer = await world.log.append(push, at, given);
        expect(answer.ok).toBe(true);
        for (const text of given) {
          const entry = JSON.parse(text) as { kind: string; items?: readonly { key: string }[] };
          if (entry.kind === 'intent') for (const { key } of entry.items ?? []) intended.add(key);
        }
        return answer;
      },
    };
    const journal = await begin(world, world.plan, log);
    const sent: string[] = [];
    const through = (app: AppConnector): AppConnector =>
      altered(app, {
        write: (batch) => {
          sent.push(...batch.items.map(({ key }) => key).filter((key) => !intended.has(key)));
          return app.write(batch);
        },
      });
    await runOnce(world, journal, { through, inFlight: 4 });
    expect(intended.size).toBe(120);
    expect(sent).toEqual([]);
  });

  it('have no record in common', async () => {
    const world = renames(5);
    // Two syncs write to the same records.
    const twice = world.plan.items.flatMap((item) => [
      item,
      itemOf({
        key: `${item.key} again`,
        object: item.object,
        act: 'update',
        id: item.id,
        from: texts({ size: '1' }),
        values: texts({ size: '2' }),
      }),
    ]);
    const { traffic, driving } = driven(world, 4);
    const plan = { ...world.plan, id: 'twice', items: twice };
    const { results } = await pushAll(world, driving, plan);
    expect(results.map(({ is }) => is)).toEqual(Array(10).fill('written'));
    expect(traffic.doubled).toEqual([]);
  });

  it('are of one object and act: what comes next waits for what was before it', async () => {
    const world = renames(120);
    const plan = planOf(
      world.plan.items.map((item, at) =>
        at < 60 ? item : itemOf({ key: item.key, object: item.object, act: 'remove', id: item.id }),
      ),
    );
    const acts: string[] = [];
    const open: string[] = [];
    const mixed: string[] = [];
    const { driving } = driven(world, 4);
    const through = (app: AppConnector): AppConnector => {
      const slow = driving.through!(app);
      return altered(slow, {
        write: async (batch) => {
          acts.push(batch.act);
          mixed.push(...open.filter((act) => act !== batch.act));
          open.push(batch.act);
          const answer = await slow.write(batch);
          open.splice(open.indexOf(batch.act), 1);
          return answer;
        },
      });
    };
    await pushAll(world, { ...driving, through }, { ...plan, canary: [] });
    expect(acts).toEqual([...Array<string>(6).fill('update'), ...Array<string>(6).fill('remove')]);
    expect(mixed).toEqual([]);
  });

  it('are the last ones where one finds that nobody is signed in', async () => {
    const world = renames(200);
    let writes = 0;
    let at = Infinity;
    const { traffic, driving } = driven(world, 4, {
      befalls: ({ what }) => {
        if (what !== 'write' || ++writes !== 6) return null;
        at = driving.tools!.now();
        return { kind: 'signed-out' };
      },
    });
    const journal = await begin(world);
    expect(await runOnce(world, journal, driving)).toMatchObject({
      state: { cause: { code: 'signed-out' } },
    });
    // Its answer is a quarter of a second on its way.
    expect(traffic.began.filter((time) => time > at + 250)).toEqual([]);
    judge(world, resultsOf(journal.standing));
  });

  it('wait for the parents of what they hold, whatever happens to those', async () => {
    for (let seed = 1; seed <= 5; seed++) {
      const world = randomWorld(seed, { changes: 10, creates: 30, poison: 10 });
      const { driving } = driven(world, 4, { can: { batchSize: 3 } });
      const { results } = await pushAll(world, driving);
      judge(world, results);
      const at = new Map(world.apps.right.done.map(({ key }, n) => [key, n]));
      for (const { item, is } of results) {
        if (is !== 'written') continue;
        for (const parent of item.refs.values()) expect(at.get(parent)).toBeLessThan(at.get(item.key)!);
      }
    }
  });

  it('keep within the rate of the account together', async () => {
    const world = renames(300);
    const rate = { calls: 6, milliseconds: 2000 };
    const { traffic, driving } = driven(world, 4, { can: { rate } });
    await pushAll(world, driving);
    const { began } = traffic;
    expect(began.length).toBeGreaterThan(60);
    for (const [at, time] of began.entries()) {
      if (at >= rate.calls) expect(time - began[at - rate.calls]!).toBeGreaterThanOrEqual(rate.milliseconds);
    }
  });

  it('all wait where one of them is told to', async () => {
    const world = renames(200);
    let writes = 0;
    const { traffic, driving } = driven(world, 4, {
      befalls: ({ what }) =>
        what === 'write' && ++writes === 6 ? { kind: 'rate-limited', seconds: 30 } : null,
    });
    const { results, states } = await pushAll(world, driving);
    judge(world, results);
    expect(states).toEqual([{ is: 'done' }]);
    // Those that were on their way end; then nobody begins for half a minute.
    const gaps = traffic.began.map((time, at) => time - (traffic.began[at - 1] ?? time));
    expect(Math.max(...gaps)).toBeGreaterThanOrEqual(29_000);
  });

  it('that fail together are one failure of the app', async () => {
    const world = renames(400);
    let writes = 0;
    const { driving } = driven(world, 4, {
      befalls: ({ what }) =>
        what === 'write' && ++writes > 4 && writes <= 24 ? { kind: 'overloaded', seconds: null } : null,
    });
    const { states } = await pushAll(world, driving);
    // 20 calls that failed are five waits: far from an app that is down.
    expect(states).toEqual([{ is: 'done' }]);
  });

  it('end with what they began where a person pauses: each has its outcome, none is begun', async () => {
    const world = worldWith(creates(300));
    const control = new HandControl();
    let writes = 0;
    const { traffic, driving } = driven(world, 4, {
      control,
      befalls: ({ what }) => {
        if (what === 'write' && ++writes === 8) control.want('pause');
        return null;
      },
    });
    const journal = await begin(world);
    expect(await runOnce(world, journal, driving)).toMatchObject({ state: { cause: { code: 'asked' } } });
    expect(traffic.open.size).toBe(0);
    expect(writes).toBeLessThanOrEqual(8 + 3);
    const results = resultsOf(journal.standing);
    judge(world, results);
    expect(countResults(results)).toMatchObject({ unknown: 0, written: world.apps.right.done.length });
  });
});
