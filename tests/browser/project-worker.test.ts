import { noted } from '../support/noted.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { ImportClient } from '../../src/lib/workbench/link/import-client.ts';
import { projectClient, type ProjectClient } from '../../src/lib/workbench/link/project-client.ts';
import { workerUrls } from '../../src/lib/workbench/link/worker-url.ts';
import type { Answer, Listeners, StoreHead } from '../../src/lib/conversation/index.ts';

const SAMPLE = new URL('/sample/', location.href).href;
const TODAY = '2026-01-15';
const AS_FOUND = { encoding: null, delimiter: null, headerLine: null };
const nothing = (): void => undefined;
/** Number of the one job at a time. */
const JOB = 1;

// A page may make its policy once.
const trusted = workerUrls();
const stores: string[] = [];
let tabs = 0;

interface Page {
  readonly client: ProjectClient;
  readonly imports: ImportClient;
  readonly heads: StoreHead[];
}

function page(store: string, onProgress: Listeners['progress'] = nothing): Page {
  const tab = `tab-${String(tabs++)}`;
  const heads: StoreHead[] = [];
  if (!stores.includes(store)) stores.push(store);
  return {
    client: projectClient(trusted, store, tab, {
      on: { store: (head) => heads.push(head), progress: onProgress, live: nothing },
      onDeath: nothing,
    }),
    imports: new ImportClient(trusted, store, tab),
    heads,
  };
}

const freshStore = (): string => `project-worker-${String(performance.now())}`;

afterEach(() => {
  for (const name of stores.splice(0)) indexedDB.deleteDatabase(name);
});

function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}

const csv = (name: string, ...lines: string[]): File =>
  new File([lines.map((line) => `${line}\n`).join('')], name);

describe('the workers of a project', () => {
  it('make the sample, open it, plan it, and find it again', async () => {
    const store = freshStore();
    const first = page(store);
    const id = value(await first.client.createSample(SAMPLE, JOB));
    const head = value(await first.client.openProject(id, JOB));
    expect(head.design.errors).toEqual([]);
    expect(head.readOnly).toBeNull();
    const plan = value(await first.client.plan(TODAY, 1, JOB));
    for (const { left, right } of Object.values(plan.summary.counts)) {
      for (const { read, ...outcomes } of [left, right]) {
        expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(read);
      }
    }
    const shared = value(await first.client.plan(TODAY, 2, JOB));
    expect({ ...shared.summary }).toEqual({ ...plan.summary });
    value(await first.client.keepPlan());
    value(await first.client.closeProject());

    const again = page(store);
    const [card] = value(await again.client.projects());
    expect(card).toMatchObject({ id, apps: { left: 'HubSpot', right: 'Salesforce' } });
    expect(card?.needsPerson).toBeGreaterThan(0);
    expect(value(await again.client.openProject(id, JOB)).readOnly).toBeNull();
    expect(value(await again.client.plan(TODAY, 1, JOB)).summary.planKey).toBe(plan.summary.planKey);
  });

  it('read two files, stop a third, and plan what was suggested', async () => {
    const { client, imports } = page(freshStore());
    const id = value(await client.createProject('Two files'));
    value(await client.openProject(id, JOB));
    const request = { project: id, sync: 'main', choices: AS_FOUND };
    const left = csv('hubspot.csv', 'Record ID,Email,First Name', '1,anna@acme.no,Anna', '2,bo@acme.no,Bo');
    const right = csv('salesforce.csv', 'Id,Email,FirstName', '003A,anna@acme.no,Ann');
    const seen: string[][] = [];
    const whats = new Set<string>();
    value(
      await imports.read(
        { ...request, side: 'left', file: left, token: imports.token() },
        ({ header }) => seen.push([...header]),
        ({ what }) => whats.add(what),
      ),
    );
    expect(seen).toEqual([['Record ID', 'Email', 'First Name']]);
    expect([...whats]).toEqual(['scan', 'read', 'profile']);
    value(
      await imports.read(
        { ...request, side: 'right', file: right, token: imports.token() },
        nothing,
        nothing,
      ),
    );
    const head = value(await client.refresh(JOB));
    expect(head.syncs[0]).toMatchObject({ id: 'main', kind: 'contacts' });
    const plan = value(await client.plan(TODAY, 1, JOB));
    expect(plan.summary.counts['main']?.left).toMatchObject({ read: 2 });

    const lines = Array.from({ length: 200_000 }, (_, row) => `${String(row)},p${String(row)}@acme.no,Name`);
    const file = csv('large.csv', 'Record ID,Email,First Name', lines.join('\n'));
    const token = imports.token();
    const large = { ...request, side: 'left', file, token } as const;
    const stopped = await imports.read(large, () => imports.cancel(token), nothing);
    expect(stopped.ok ? '' : stopped.problem.code).toBe('cancelled');
    expect(value(await client.refresh(JOB)).syncs[0]?.sides.left?.reading.file).toBe('hubspot.csv');
    value(await imports.read({ ...large, token: imports.token() }, nothing, nothing));
    expect(value(await client.refresh(JOB)).syncs[0]?.sides.left?.reading.stored).toBe(200_000);
  });

  it('a job is ended while it runs, by its number', async () => {
    const ENDED = 7;
    const { client } = page(freshStore(), ({ job }) => {
      if (job === ENDED) void client.cancel(ENDED);
    });
    const stopped = await client.createSample(SAMPLE, ENDED);
    expect(stopped.ok ? '' : stopped.problem.code).toBe('cancelled');
    expect(value(await client.projects())).toEqual([]);
    value(await client.createSample(SAMPLE, JOB));
    expect(value(await client.projects())).toHaveLength(1);
  });

  it('a second tab reads what the first one has, and says why it saves nothing', async () => {
    const store = freshStore();
    const first = page(store);
    const id = value(await first.client.createSample(SAMPLE, JOB));
    value(await first.client.openProject(id, JOB));
    const second = page(store);
    const head = value(await second.client.openProject(id, JOB));
    expect(head.readOnly).toBe('other-tab');
    expect(value(await second.client.plan(TODAY, 1, JOB)).summary.counts).toHaveProperty('contacts');
    const saved = await second.client.saveDesign({}, noted('no'));
    expect(saved.ok ? '' : saved.problem.code).toBe('read-only');
  });

  it('a project goes out as one file and comes in again as the same plan', async () => {
    const { client } = page(freshStore());
    const id = value(await client.createSample(SAMPLE, JOB));
    value(await client.openProject(id, JOB));
    const before = value(await client.plan(TODAY, 1, JOB));
    const { name, blob } = value(await client.projectOut(true, JOB));
    const copy = value(await client.projectIn(new File([blob], name), JOB));
    value(await client.openProject(copy, JOB));
    expect(value(await client.plan(TODAY, 1, JOB)).summary.planKey).toBe(before.summary.planKey);
  });
});
