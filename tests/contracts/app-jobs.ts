import { expect } from 'vitest';
import type { AppJobs, JobLook } from '../../src/lib/connectors/app/jobs.ts';
import type { Receipt, WriteAct, WriteBatch, WriteItem } from '../../src/lib/connectors/app/write.ts';
import { must, opened, valueOf, type Opened } from './app-opened.ts';
import type { AppUnderTest, Declare } from './app-server.ts';

/** Jobs, where an app takes them: the app's own store is asked what became of it (S310). */
export function appJobs(app: AppUnderTest, it: Declare): void {
  it(
    'a job creates, changes, clears and removes: one receipt each, and the store has it',
    withJobs(app, async (on, jobs) => {
      const { text, note } = on.server.object;
      const { can } = on.connector;
      const count = can.batchSize + 5;
      const creates = Array.from({ length: count }, (_, n) => on.create(n));
      const made = await ranWhole(jobs, batchOf(on, 'create', creates));
      expect((await on.there()).length).toBe(count);
      const ids = creates.map(({ key }) => {
        const receipt = made.get(key)!;
        if (receipt.kind !== 'written') throw new Error(JSON.stringify(receipt));
        return receipt.id;
      });
      for (const n of [0, 1, count - 1])
        expect((await on.kept(ids[n]!))?.get(text)).toBe(creates[n]!.values.get(text));
      const changes = ids.map((id, n) =>
        on.change(id, new Map(n % 2 === 0 ? [[text, `a "job", of\n${String(n)}`]] : [[note, '']])),
      );
      const changed = await ranWhole(jobs, batchOf(on, 'update', changes));
      expect([...changed.values()].map(({ kind }) => kind)).toEqual(changes.map(() => 'written'));
      const there = new Map((await on.there()).map((record) => [record.id, record]));
      for (const [n, id] of ids.entries()) {
        const before = creates[n]!.values;
        const record = there.get(id)!;
        expect(valueOf(record, text)).toBe(n % 2 === 0 ? `a "job", of\n${String(n)}` : before.get(text));
        expect(valueOf(record, note)).toBe(n % 2 === 0 ? before.get(note) : '');
      }
      if (can.remove === null) return;
      const removes = ids.slice(1).map((id) => on.change(id, new Map()));
      await ranWhole(jobs, batchOf(on, 'remove', removes));
      expect((await on.there()).map(({ id }) => id)).toEqual([ids[0]]);
    }),
  );

  it(
    'of a job one bad record is the only one that is not written',
    withJobs(app, async (on, jobs) => {
      const { bad, missingId, text } = on.server.object;
      const items = [on.create(0), on.create(1, new Map([[bad.field, bad.value]])), on.create(2)];
      const made = await ranWhole(jobs, batchOf(on, 'create', items));
      expect(items.map(({ key }) => made.get(key)!.kind)).toEqual(['written', 'refused', 'written']);
      const refused = made.get('create-1');
      expect(refused?.kind === 'refused' && refused.refusal.said).not.toBe('');
      const [id] = (await on.there()).map((record) => record.id);
      const values = new Map([[text, 'written']]);
      const changes = [on.change(missingId, values), on.change(id!, values)];
      const changed = await ranWhole(jobs, batchOf(on, 'update', changes));
      expect(changes.map(({ key }) => changed.get(key)!.kind)).toEqual(['refused', 'written']);
      expect((await on.there()).length).toBe(2);
    }),
  );

  it(
    'nothing of a job is done before it is started, and nothing once it is taken back',
    withJobs(app, async (on, jobs) => {
      const asked = batchOf(on, 'create', [on.create(0), on.create(1)]);
      const empty = must(await jobs.open(asked));
      expect(must(await jobs.look(empty)).state).toBe('open');
      const job = must(await jobs.open(asked));
      expect(job).not.toBe(empty);
      must(await jobs.fill(job, asked));
      for (let looks = 0; looks < 5; looks++) expect(must(await jobs.look(job)).state).toBe('open');
      expect(await on.there()).toEqual([]);
      for (const one of [empty, job]) {
        expect(must(await jobs.abort(one)).state).toBe('aborted');
        expect((await jobs.start(one)).ok).toBe(false);
        expect(must(await jobs.look(one)).state).toBe('aborted');
      }
      const told = must(await jobs.outcome(job, asked));
      expect(told.map((one) => (one.kind === 'unknown' ? one.because : one.kind))).toEqual([
        'unprocessed',
        'unprocessed',
      ]);
      expect(await on.there()).toEqual([]);
    }),
  );

  it(
    'a job that is started twice runs once, and who has its name is told of it, also from another place',
    withJobs(app, async (on, jobs) => {
      const asked = batchOf(on, 'create', [on.create(0), on.create(1), on.create(2)]);
      const job = must(await jobs.open(asked));
      must(await jobs.fill(job, asked));
      must(await jobs.start(job));
      await jobs.start(job);
      const other = (await on.server.again()).jobs!;
      expect((await ended(other, job)).processed).toBe(3);
      await other.start(job);
      expect((await ended(other, job)).state).toBe('done');
      const told = receiptsOf(asked, must(await other.outcome(job, asked)));
      expect([...told.values()].map(({ kind }) => kind)).toEqual(['written', 'written', 'written']);
      expect((await on.there()).length).toBe(3);
      expect((await jobs.abort(job)).ok).toBe(false);
    }),
  );

  it(
    '[F2] whichever call of a job is lost, by asking it everything is known, and nothing is done twice',
    withJobs(app, async (on, jobs) => {
      for (let cut = 0; cut < 12; cut++) {
        const after = cut % 2 === 1;
        const at = Math.floor(cut / 2);
        const asked = batchOf(on, 'create', [on.create(10 * cut), on.create(10 * cut + 1)]);
        let calls = 0;
        const step = async <T>(call: () => Promise<T>): Promise<T> => {
          if (calls++ === at) on.server.meet({ kind: 'dropped', after }, 1);
          return call();
        };
        let name = await step(() => jobs.open(asked));
        if (!name.ok) name = await jobs.open(asked);
        let job = must(name);
        if (!(await step(() => jobs.fill(job, asked))).ok) {
          must(await jobs.abort(job));
          job = must(await jobs.open(asked));
          must(await jobs.fill(job, asked));
        }
        const started = await step(() => jobs.start(job));
        if (!started.ok && must(await jobs.look(job)).state === 'open') must(await jobs.start(job));
        await step(() => jobs.look(job));
        await step(() => jobs.look(job));
        await ended(jobs, job);
        const first = await step(() => jobs.outcome(job, asked));
        const told = first.ok ? first.value : must(await jobs.outcome(job, asked));
        expect(told.map(({ kind }) => kind)).toEqual(['written', 'written']);
        expect((await on.there()).length).toBe(2 * (cut + 1));
      }
    }),
  );

  it(
    'a job takes what it can tell apart afterwards, and nothing else',
    withJobs(app, async (on, jobs) => {
      const { name } = on.server.object;
      const [id] = await on.put(1);
      const change = on.change(id!, new Map([[on.server.object.text, 'written']]));
      expect(jobs.takes(name, 'create', on.create(5))).toBe(true);
      expect(jobs.takes(name, 'update', change)).toBe(true);
      const keyless = { ...on.create(5), unique: null };
      expect(jobs.takes(name, 'create', keyless)).toBe(false);
      expect(jobs.takes(name, 'restore', change)).toBe(false);
      expect((await jobs.open(batchOf(on, 'create', [on.create(5), keyless]))).ok).toBe(false);
      expect((await jobs.open(batchOf(on, 'create', []))).ok).toBe(false);
      const [nobody] = [must(await jobs.open(batchOf(on, 'create', [on.create(5)])))];
      const unknown = nobody.replace(/.$/, (sign) => (sign === '9' ? '8' : '9'));
      expect((await jobs.look(unknown)).ok).toBe(false);
      expect((await on.there()).length).toBe(1);
    }),
  );
}

/** Only where the app has them, and keys that tell creates apart. */
const withJobs = (
  app: AppUnderTest,
  test: (on: Opened, jobs: AppJobs) => Promise<void>,
): (() => Promise<void>) =>
  opened(app, async (on) => {
    const { jobs } = on.connector;
    if (jobs !== undefined && on.server.object.unique !== null) await test(on, jobs);
  });

const batchOf = (on: Opened, act: WriteAct, items: readonly WriteItem[]): WriteBatch => ({
  object: on.server.object.name,
  act,
  items,
});

async function ranWhole(jobs: AppJobs, batch: WriteBatch): Promise<ReadonlyMap<string, Receipt>> {
  const job = must(await jobs.open(batch));
  must(await jobs.fill(job, batch));
  must(await jobs.start(job));
  expect(await ended(jobs, job)).toEqual({ state: 'done', processed: batch.items.length });
  return receiptsOf(batch, must(await jobs.outcome(job, batch)));
}

/** One for every item. */
function receiptsOf({ items }: WriteBatch, receipts: readonly Receipt[]): ReadonlyMap<string, Receipt> {
  const byKey = new Map(receipts.map((receipt) => [receipt.key, receipt]));
  expect([...byKey.keys()].sort()).toEqual(items.map(({ key }) => key).sort());
  expect(receipts.length).toBe(items.length);
  return byKey;
}

/** A job that is not over after so many looks never is. */
async function ended(jobs: AppJobs, job: string): Promise<JobLook> {
  for (let looks = 0; looks < 1_000; looks++) {
    const look = await jobs.look(job);
    if (look.ok && look.value.state !== 'running') return look.value;
  }
  throw new Error(`job ${job} does not end`);
}
