// Over 300 lines: one story of a job, from how it is cut to what it leaves, over one small org.
import { describe, expect, it } from 'vitest';
import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import { onBoth } from '../../src/lib/engine/index.ts';
import {
  batchesOf,
  countResults,
  forecast,
  openAgain,
  resultsOf,
  type JournalLog,
  type PushEvent,
  type PushItem,
} from '../../src/lib/push/index.ts';
import { altered } from '../contracts/altered.ts';
import { HandControl } from './hand-control.ts';
import { Killed, Killer } from './killer.ts';
import { OrgWorld } from './org-world.ts';
import { inOrder, texts, toolsOf } from './push-world.ts';

const SMALL = { over: 4, most: 6 };

/** A connector whose calls are so large. */
const callsOf =
  (batchSize: number) =>
  (app: AppConnector): AppConnector =>
    altered(app, { can: { ...app.can, batchSize } });

describe('[S440] what goes as a job', () => {
  it('is of one object and act, more than so many and at most so many; what no job takes goes in calls, behind them', async () => {
    const org = new OrgWorld();
    const taken = org.items({ creates: 15, changes: 4 });
    const isKept = ({ key }: PushItem): boolean => key !== 'c3';
    const items = [...taken.filter(({ act }) => act === 'create').filter(isKept)];
    const { inJob: _, ...alone } = taken.find(({ key }) => key === 'c3')!;
    const plan = await org.plan([...items, alone, ...taken.filter(({ act }) => act === 'update')], SMALL);
    const batches = batchesOf(
      plan,
      onBoth(() => 3),
    );
    expect(batches.map(({ isJob, items: own }) => [isJob, own.length])).toEqual([
      [true, 6],
      [true, 6],
      [false, 3],
      [false, 3],
      [false, 1],
    ]);
    const journal = await org.begin(plan);
    expect(await org.run(journal, { through: callsOf(3) })).toEqual({ ok: true, state: { is: 'done' } });
    expect(org.written()).toEqual([3, 3, 1]);
    expect(org.fake.jobs.count).toBe(2);
    const results = resultsOf(journal.standing);
    expect(countResults(results).written).toBe(19);
    expect(results.every((one) => one.is === 'written' && one.reads === 'as-planned')).toBe(true);
    org.judge(results);
    const first = journal.standing.of('c0').batch;
    expect([...journal.standing.items()].filter(({ batch }) => batch === first).length).toBe(6);
  });

  it('goes alone: nothing else of its side is on its way', async () => {
    const org = new OrgWorld();
    const journal = await org.begin(await org.plan(org.items({ creates: 14, changes: 0 }), SMALL));
    const order: string[] = [];
    const through = (app: AppConnector): AppConnector => {
      const jobs = app.jobs!;
      return altered(app, {
        write: (batch) => {
          order.push('call');
          return app.write(batch);
        },
        jobs: {
          ...jobs,
          open: (batch) => {
            order.push('job');
            return jobs.open(batch);
          },
          outcome: (...asked) => {
            order.push('its outcome');
            return jobs.outcome(...asked);
          },
        },
      });
    };
    await org.run(journal, { through });
    expect(org.written()).toEqual([2]);
    expect(order).toEqual(['job', 'its outcome', 'job', 'its outcome', 'call']);
  });

  it('is never what goes first, and nothing where the plan knows of no jobs', async () => {
    const org = new OrgWorld();
    const items = org.items({ creates: 12, changes: 0 });
    const plan = await org.plan(items, SMALL, { canary: items.slice(0, 5).map(({ key }) => key) });
    expect(
      batchesOf(
        plan,
        onBoth(() => 200),
      ).map((one) => [one.isCanary, one.isJob, one.items.length]),
    ).toEqual([
      [true, false, 5],
      [false, true, 6],
      [false, false, 1],
    ]);
    const journal = await org.begin(plan);
    expect(await org.run(journal)).toEqual({ ok: true, state: { is: 'done' } });
    expect(org.written()).toEqual([5, 1]);
    expect(org.fake.jobs.count).toBe(1);
    const { jobs: _, ...without } = plan;
    const sizes = onBoth(() => 200);
    expect(batchesOf(without, sizes).every(({ isJob }) => !isJob)).toBe(true);
  });

  it('holds no two creates whose keys differ in case alone, and no child of one in it', async () => {
    const org = new OrgWorld();
    const items = org.items({ creates: 12, changes: 0 }).map((item, n): PushItem => {
      if (n === 8) return { ...item, unique: { field: 'External_Id__c', value: 'NEW-1' } };
      return item;
    });
    const sizes = onBoth(() => 200);
    const plan = await org.plan(items, { over: 4, most: 50 });
    expect(batchesOf(plan, sizes).map(({ items: own }) => own.length)).toEqual([8, 4]);
    const child = items.map((item, n): PushItem =>
      n === 7 ? { ...item, refs: new Map([['ParentId', 'c2']]) } : item,
    );
    const circled = batchesOf({ ...plan, items: child.slice(0, 8) }, sizes);
    expect(circled.map(({ isJob, items: own }) => [isJob, own.length])).toEqual([
      [true, 7],
      [false, 1],
    ]);
  });

  it('is not broken by one that no job takes, which goes behind it', async () => {
    const org = new OrgWorld();
    const items = org.items({ creates: 9, changes: 0 }).map((item, n): PushItem => {
      const { inJob: _, ...alone } = item;
      return n === 3 ? alone : item;
    });
    const plan = await org.plan(inOrder(items), { over: 4, most: 50 });
    expect(
      batchesOf(
        plan,
        onBoth(() => 200),
      ).map(({ isJob, items: own }) => [isJob, own.map(({ key }) => key).join(' ')]),
    ).toEqual([
      [true, 'c0 c1 c2 c4 c5 c6 c7 c8'],
      [false, 'c3'],
    ]);
    const journal = await org.begin(plan);
    expect(await org.run(journal)).toEqual({ ok: true, state: { is: 'done' } });
    expect([org.fake.jobs.carriedOut.size, org.written()]).toEqual([8, [1]]);
  });

  it('is none where its children leave too few', async () => {
    const org = new OrgWorld();
    const items = org
      .items({ creates: 9, changes: 0 })
      .map((item, n): PushItem => (n === 3 ? { ...item, refs: new Map([['ParentId', 'c0']]) } : item));
    const plan = await org.plan(items, { over: 4, most: 50 });
    expect(
      batchesOf(
        plan,
        onBoth(() => 200),
      ).map(({ isJob, items: own }) => [isJob, own.length]),
    ).toEqual([
      [false, 3],
      [true, 6],
    ]);
  });

  it('is in the forecast', async () => {
    const org = new OrgWorld();
    const plan = await org.plan(org.items({ creates: 0, changes: 12 }), { over: 4, most: 10 });
    const { can } = await org.connect();
    const sized = { ...can, batchSize: 5 };
    const { sides } = forecast(plan, { left: sized, right: sized }, { left: null, right: null });
    // The account; ten looked at by two calls and sent as a job by eight; two looked at and sent; all read back at once.
    expect(sides.right).toMatchObject({ jobs: 1, calls: 1 + 2 + 8 + 2 + 1 });
  });
});

describe('[S441] a job and its journal', () => {
  it('has its name written down before it is filled, and that it is started before it is', async () => {
    const org = new OrgWorld();
    const plan = await org.plan(org.items({ creates: 6, changes: 0 }), SMALL);
    await org.begin(plan);
    const told: string[] = [];
    const log: JournalLog = {
      begin: (...about) => org.log.begin(...about),
      read: (push) => org.log.read(push),
      list: () => org.log.list(),
      append: async (push, at, given) => {
        const answer = await org.log.append(push, at, given);
        for (const text of given) {
          const { kind, step } = JSON.parse(text) as { kind: string; step?: { is: string } };
          if (kind === 'intent' || kind === 'job') told.push(step?.is ?? kind);
        }
        return answer;
      },
    };
    const journal = await org.reopen(plan, log);
    let seen = 0;
    const through = (app: AppConnector): AppConnector => {
      const jobs = app.jobs!;
      const noted = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
        told.push(name);
        seen++;
        return work();
      };
      return altered(app, {
        jobs: {
          ...jobs,
          open: (batch) => noted('open', () => jobs.open(batch)),
          fill: (...asked) => noted('fill', () => jobs.fill(...asked)),
          start: (job) => noted('start', () => jobs.start(job)),
          outcome: (...asked) => noted('outcome', () => jobs.outcome(...asked)),
        },
      });
    };
    await org.run(journal, { through });
    expect(told).toEqual(['intent', 'open', 'named', 'fill', 'starting', 'start', 'outcome']);
    expect(seen).toBe(4);
  });

  it('tells how far it is', async () => {
    const org = new OrgWorld();
    org.fake.jobs.rowsALook = 2;
    const journal = await org.begin(await org.plan(org.items({ creates: 6, changes: 0 }), SMALL));
    const events: PushEvent[] = [];
    await org.run(journal, { tell: (event) => events.push(event) });
    const processed = events.flatMap((event) => (event.kind === 'job' ? [event.processed] : []));
    expect(processed).toEqual([0, 2, 4, 6, 6]);
  });

  it('[F3] killed at every step, before it and after it, and resumed: nothing twice, nothing lost', async () => {
    let kills = 0;
    for (const after of [false, true]) {
      for (let step = 1; ; step++) {
        const org = new OrgWorld();
        org.fake.jobs.rowsALook = 3;
        const plan = await org.plan(org.items({ creates: 7, changes: 6 }), SMALL);
        await org.begin(plan);
        const killer = new Killer(step, after);
        try {
          await org.run(await org.reopen(plan, killer.log(org.log)), {
            tools: killer.tools(toolsOf(org)),
            through: (app) => killer.connector(app),
          });
        } catch (error) {
          if (!(error instanceof Killed)) throw error;
        }
        const journal = await org.reopen(plan);
        if (killer.hasKilled) expect(await org.run(journal)).toEqual({ ok: true, state: { is: 'done' } });
        const results = resultsOf(journal.standing);
        expect(countResults(results).written, `step ${String(step)}`).toBe(13);
        org.judge(results);
        if (!killer.hasKilled) break;
        kills++;
      }
    }
    expect(kills).toBeGreaterThanOrEqual(50);
  });

  it('takes back on resuming what was not started, since a person may have changed the records since', async () => {
    const org = new OrgWorld();
    const plan = await org.plan(org.items({ creates: 0, changes: 6 }), SMALL);
    const journal = await org.begin(plan);
    org.desk.add({ kind: 'drop', when: 'before-commit', meets: { method: 'PUT', times: 1 } });
    const control = new HandControl();
    const tools = { ...toolsOf(org), sleep: async () => control.want('pause') };
    const end = await org.run(journal, { control, tools });
    expect(end).toMatchObject({ state: { is: 'paused', cause: { code: 'asked' } } });
    expect(org.jobCalls()).toEqual(['POST', 'PUT batches', 'PATCH Aborted']);
    const [first] = plan.items;
    org.fake.store.update('Account', first!.id!, { Name: 'By hand' });
    expect(await org.run(await org.reopen(plan))).toEqual({ ok: true, state: { is: 'done' } });
    const results = resultsOf((await org.reopen(plan)).standing);
    expect(countResults(results)).toMatchObject({ stale: 1, written: 5 });
    expect(org.fake.store.row('Account', first!.id)?.['Name']).toBe('By hand');
  });
});

describe('[S442] a person and a job', () => {
  /** Runs until `at` is called, then wants something. */
  const wanting = (org: OrgWorld, what: 'pause' | 'stop', at: 'fill' | 'look') => {
    const control = new HandControl();
    const through = (app: AppConnector): AppConnector => {
      const jobs = app.jobs!;
      const then = <T>(answer: T): T => {
        control.want(what);
        return answer;
      };
      return altered(app, {
        jobs: {
          ...jobs,
          ...(at === 'fill' && { fill: (...asked) => jobs.fill(...asked).then(then) }),
          ...(at === 'look' && { look: (job) => jobs.look(job).then(then) }),
        },
      });
    };
    return { control, through, tools: toolsOf(org) };
  };

  it('stops: one that is not started is taken back, and nothing of it is sent', async () => {
    const org = new OrgWorld();
    const journal = await org.begin(await org.plan(org.items({ creates: 6, changes: 0 }), SMALL));
    expect(await org.run(journal, wanting(org, 'stop', 'fill'))).toEqual({
      ok: true,
      state: { is: 'stopped' },
    });
    expect(org.jobCalls()).toEqual(['POST', 'PUT batches', 'PATCH Aborted']);
    const results = resultsOf(journal.standing);
    expect(countResults(results)['not-sent']).toBe(6);
    org.judge(results);
  });

  it('stops: one that is started is waited for, and what became of it is read', async () => {
    const org = new OrgWorld();
    org.fake.jobs.rowsALook = 2;
    const journal = await org.begin(await org.plan(org.items({ creates: 14, changes: 0 }), SMALL));
    expect(await org.run(journal, wanting(org, 'stop', 'look'))).toEqual({
      ok: true,
      state: { is: 'stopped' },
    });
    const results = resultsOf(journal.standing);
    expect(countResults(results)).toMatchObject({ written: 6, 'not-sent': 8, unknown: 0 });
    org.judge(results);
  });

  it('pauses: one that is started goes on without it, and is asked by its name afterwards', async () => {
    const org = new OrgWorld();
    org.fake.jobs.rowsALook = 2;
    const plan = await org.plan(org.items({ creates: 6, changes: 0 }), SMALL);
    const journal = await org.begin(plan);
    const end = await org.run(journal, wanting(org, 'pause', 'look'));
    expect(end).toMatchObject({ state: { is: 'paused', cause: { code: 'asked' } } });
    const [job] = [...journal.standing.jobs()];
    expect(journal.standing.sentIn(job!).length).toBe(6);
    expect(await org.run(await org.reopen(plan))).toEqual({ ok: true, state: { is: 'done' } });
    expect(org.fake.jobs.count).toBe(1);
    org.judge(resultsOf((await org.reopen(plan)).standing));
  });

  it('pauses while a stop waits for a job: it is paused, and can be stopped another time', async () => {
    const org = new OrgWorld();
    org.fake.jobs.patience = Infinity;
    const plan = await org.plan(org.items({ creates: 6, changes: 0 }), SMALL);
    const journal = await org.begin(plan);
    const control = new HandControl();
    let looks = 0;
    const through = (app: AppConnector): AppConnector => {
      const jobs = app.jobs!;
      const look: typeof jobs.look = (job) => {
        if (++looks === 2) control.want('stop');
        if (looks === 6) control.want('pause');
        return jobs.look(job);
      };
      return altered(app, { jobs: { ...jobs, look } });
    };
    expect(await org.run(journal, { control, through })).toMatchObject({ state: { is: 'paused' } });
    org.fake.jobs.patience = 0;
    const stopping = new HandControl();
    stopping.want('stop');
    expect(await org.run(journal, { control: stopping })).toEqual({ ok: true, state: { is: 'stopped' } });
    const results = resultsOf(journal.standing);
    expect(countResults(results).written).toBe(6);
    org.judge(results);
  });

  it('looks once more at what a stop left, where the app did not answer then', async () => {
    const org = new OrgWorld();
    const plan = await org.plan(org.items({ creates: 6, changes: 0 }), SMALL);
    const journal = await org.begin(plan);
    const wants = wanting(org, 'stop', 'look');
    const answer = { kind: 'answer', when: 'before-commit' } as const;
    const reply = {
      status: 401,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }]),
    };
    const out = org.desk.add({
      ...answer,
      reply,
      meets: { path: /jobs.ingest.750/, method: 'GET', skip: 1 },
    });
    expect(await org.run(journal, wants)).toEqual({ ok: true, state: { is: 'stopped' } });
    expect(countResults(resultsOf(journal.standing)).unknown).toBe(6);
    out.off();
    expect(await openAgain(journal, 'refused', '2026-01-03T00:00:00Z')).toBe(0);
    expect(await openAgain(journal, 'unknown', '2026-01-03T00:00:00Z')).toBe(6);
    expect(await org.run(await org.reopen(plan))).toEqual({ ok: true, state: { is: 'done' } });
    const results = resultsOf((await org.reopen(plan)).standing);
    expect(countResults(results).written).toBe(6);
    org.judge(results);
  });
});

describe('[S443] what a job does not do', () => {
  it('each record has its own outcome: refused ones are told, the others written', async () => {
    const org = new OrgWorld();
    const items = org
      .items({ creates: 6, changes: 0 })
      .map((item, n): PushItem =>
        n === 2 ? { ...item, values: texts({ External_Id__c: 'new-2', Name: '' }) } : item,
      );
    const journal = await org.begin(await org.plan(items, SMALL));
    await org.run(journal);
    const results = resultsOf(journal.standing);
    expect(results[2]).toMatchObject({
      is: 'refused',
      refusal: { code: 'REQUIRED_FIELD_MISSING', field: 'Name' },
    });
    expect(countResults(results)).toMatchObject({ written: 5, refused: 1 });
    org.judge(results);
  });

  it('what it did not come to is looked for and goes in calls, each record once', async () => {
    const org = new OrgWorld();
    org.fake.jobs.breaksAfter = 2;
    const journal = await org.begin(await org.plan(org.items({ creates: 0, changes: 6 }), SMALL));
    expect(await org.run(journal)).toEqual({ ok: true, state: { is: 'done' } });
    expect(org.fake.jobs.count).toBe(1);
    expect(org.written()).toEqual([4]);
    const results = resultsOf(journal.standing);
    expect(countResults(results).written).toBe(6);
    org.judge(results);
  });

  it('one that the app does not take, opened, filled or started, goes in calls', async () => {
    for (const meets of [
      { path: /jobs.ingest$/, method: 'POST' },
      { path: /batches$/, method: 'PUT' },
      { path: /jobs.ingest.750\w+$/, method: 'PATCH', times: 1 },
    ]) {
      const org = new OrgWorld();
      const body = JSON.stringify([{ errorCode: 'INVALIDJOB', message: 'this org takes no jobs' }]);
      const reply = { status: 400, headers: { 'content-type': 'application/json' }, body };
      org.desk.add({ kind: 'answer', when: 'before-commit', reply, meets });
      const journal = await org.begin(await org.plan(org.items({ creates: 6, changes: 0 }), SMALL));
      expect(await org.run(journal, { through: callsOf(4) })).toEqual({ ok: true, state: { is: 'done' } });
      expect(org.written()).toEqual([4, 2]);
      expect(org.fake.jobs.carriedOut.size).toBe(0);
      const results = resultsOf(journal.standing);
      expect(countResults(results).written).toBe(6);
      org.judge(results);
    }
  });

  it('a job that nobody knows any more leaves doubt, and each record is looked for', async () => {
    const org = new OrgWorld();
    const journal = await org.begin(await org.plan(org.items({ creates: 6, changes: 0 }), SMALL));
    const reply = {
      status: 404,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]),
    };
    const meets = { path: /jobs.ingest.750\w+.\w+Results$/i };
    org.desk.add({ kind: 'answer', when: 'before-commit', reply, meets });
    expect(await org.run(journal)).toEqual({ ok: true, state: { is: 'done' } });
    expect(org.written()).toEqual([]);
    const results = resultsOf(journal.standing);
    expect(countResults(results).written).toBe(6);
    org.judge(results);
  });

  it('a record that a person changed meanwhile is stale, and no part of it', async () => {
    const org = new OrgWorld();
    const items = org.items({ creates: 0, changes: 6 });
    const journal = await org.begin(await org.plan(items, SMALL));
    org.fake.store.update('Account', items[3]!.id!, { Description: 'by hand' });
    await org.run(journal);
    expect(countResults(resultsOf(journal.standing))).toMatchObject({ written: 5, stale: 1 });
    expect(org.fake.store.row('Account', items[3]!.id)?.['Description']).toBe('by hand');
    expect(org.fake.jobs.carriedOut.size).toBe(5);
  });

  it('[F2] whichever call of it is lost, before or after the app did it, nothing is lost and nothing twice', async () => {
    for (const when of ['before-commit', 'after-commit'] as const) {
      for (let skip = 0; skip < 9; skip++) {
        const org = new OrgWorld();
        const met = org.desk.add({ kind: 'drop', when, meets: { path: /jobs/, skip, times: 1 } });
        const journal = await org.begin(await org.plan(org.items({ creates: 3, changes: 6 }), SMALL));
        expect(await org.run(journal)).toEqual({ ok: true, state: { is: 'done' } });
        expect(met.hits).toBe(skip < 8 ? 1 : met.hits);
        const results = resultsOf(journal.standing);
        expect(countResults(results).written).toBe(9);
        org.judge(results);
      }
    }
  });

  it('a session that ends at any call pauses it, and it goes on after signing in again', async () => {
    const reply = {
      status: 401,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }]),
    };
    for (let skip = 0; skip < 8; skip++) {
      const org = new OrgWorld();
      const meets = { path: /jobs/, skip, times: 1 };
      org.desk.add({ kind: 'answer', when: 'before-commit', reply, meets });
      const plan = await org.plan(org.items({ creates: 6, changes: 0 }), SMALL);
      const journal = await org.begin(plan);
      expect(await org.run(journal)).toMatchObject({
        state: { is: 'paused', cause: { code: 'signed-out' } },
      });
      expect(await org.run(await org.reopen(plan))).toEqual({ ok: true, state: { is: 'done' } });
      const results = resultsOf((await org.reopen(plan)).standing);
      expect(countResults(results).written).toBe(6);
      org.judge(results);
    }
  });

  it('the calls of a day that are used up pause it, whatever call that is', async () => {
    for (let left = 3; left < 14; left++) {
      const org = new OrgWorld();
      const plan = await org.plan(org.items({ creates: 6, changes: 0 }), SMALL);
      const journal = await org.begin(plan);
      const app = await org.connect();
      org.fake.limit = org.fake.used + left;
      await org.run(journal, { through: () => app }).catch(() => undefined);
      org.fake.limit = 15_000;
      const again = await org.reopen(plan);
      if (again.standing.state.is === 'paused')
        expect(again.standing.state).toMatchObject({ cause: { code: 'daily-limit' } });
      if (again.standing.state.is !== 'done')
        expect(await org.run(again)).toEqual({ ok: true, state: { is: 'done' } });
      const results = resultsOf((await org.reopen(plan)).standing);
      expect(countResults(results).written).toBe(6);
      org.judge(results);
    }
  });
});
