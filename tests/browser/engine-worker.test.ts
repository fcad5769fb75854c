import { afterEach, describe, expect, it } from 'vitest';
import { EngineClient } from '../../src/lib/workbench/engine-client.ts';
import { FirstPlan } from '../../src/lib/workbench/first-plan.svelte.ts';
import { workerUrls } from '../../src/lib/workbench/worker-url.ts';
import type { Planned } from '../../workers/conversation.ts';

const SAMPLE = new URL('/sample/', location.href).href;
const TODAY = '2026-01-15';

// A page may make its policy once.
const trusted = workerUrls();
let client = new EngineClient(trusted);
afterEach(() => {
  client.stop();
  client = new EngineClient(trusted);
});

const csv = (name: string, ...lines: string[]): File =>
  new File([lines.map((line) => `${line}\n`).join('')], name);
const left = (): File =>
  csv('hubspot-contacts.csv', 'Record ID,Email,First Name', '1,anna@acme.no,Anna', '2,,Bo');
const right = (): File => csv('salesforce-contacts.csv', 'Id,Email,FirstName', '003A,anna@acme.no,Ann');

async function planSample(workers: 1 | 2): Promise<Planned> {
  const source = { kind: 'sample', base: SAMPLE } as const;
  const answer = await client.plan(source, { asOf: TODAY, workers }, () => undefined);
  if (!answer.ok) throw new Error(answer.problem.title);
  return answer.value;
}

describe('the engine worker', () => {
  it('[MA16] one worker and two give the same plan of the sample', async () => {
    const one = await planSample(1);
    client.stop();
    const two = await planSample(2);
    expect({ ...two, took: 0 }).toEqual({ ...one, took: 0 });
    for (const { left: l, right: r } of Object.values(one.summary.counts)) {
      for (const side of [l, r]) {
        const { read, ...outcomes } = side;
        expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(read);
      }
    }
  });

  it('tells progress in steps with words of their own', async () => {
    const seen = new Set<string>();
    const source = { kind: 'sample', base: SAMPLE } as const;
    await client.plan(source, { asOf: TODAY, workers: 1 }, ({ what }) => seen.add(what));
    expect(seen).toContain('open');
  });

  it('a sample that is not there is an error in words', async () => {
    const source = { kind: 'sample', base: new URL('/nowhere/', location.href).href } as const;
    const plan = client.plan(source, { asOf: TODAY, workers: 1 }, () => undefined);
    await expect(plan).rejects.toThrow();
  });
});

describe('the first plan', () => {
  const make = (): FirstPlan => new FirstPlan(client, () => TODAY);

  it('plans as soon as both files are read, and keeps their readings', async () => {
    const plan = make();
    await plan.choose('left', left());
    expect(plan.files.left?.reading).toMatchObject({ rows: 2, stored: 2, rejected: 0, blank: 0, columns: 3 });
    expect(plan.planned).toBeNull();
    await plan.choose('right', right());
    const [sync] = plan.planned?.syncs ?? [];
    expect(sync).toMatchObject({ kind: 'contacts', suggested: { ids: { left: 'Record ID', right: 'Id' } } });
    expect(plan.planned?.summary.counts['contacts']?.left).toMatchObject({ read: 2, excluded: 1 });
  });

  it('reads and plans also where both files are given at once', async () => {
    const plan = make();
    await Promise.all([plan.choose('left', left()), plan.choose('right', right())]);
    expect(plan.planned?.summary.counts['contacts']?.right.read).toBe(1);
  });

  it('a file that cannot be read says so on its side and stops nothing else', async () => {
    const plan = make();
    await plan.choose('left', left());
    await plan.choose('right', new File([], 'empty.csv'));
    expect(plan.files.right?.problem?.title).toContain('empty.csv');
    expect(plan.files.left?.problem).toBeNull();
    expect(plan.canPlan).toBe(false);
    await plan.choose('right', right());
    expect(plan.planned).not.toBeNull();
  });

  it('cancel keeps the last plan and the files, and the next plan reads them again', async () => {
    const plan = make();
    await plan.choose('left', left());
    await plan.choose('right', right());
    const before = plan.planned;
    const running = plan.trySample(SAMPLE);
    plan.cancel();
    await Promise.race([running, new Promise((done) => setTimeout(done, 50))]);
    expect(plan.planned).toBe(before);
    expect(plan.busy).toBe(false);
    await plan.planFiles();
    expect(plan.planned?.summary.planKey).toBe(before?.summary.planKey);
    expect(plan.planned).not.toBe(before);
  });
});
