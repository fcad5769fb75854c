import { HandClock } from '../support/hand-clock.ts';
import { noted } from '../support/noted.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ALL_SUBJECTS } from '../../src/lib/engine/index.ts';
import type { Answer, Filter } from '../../src/lib/conversation/index.ts';
import { projectClient, type ProjectClient } from '../../src/lib/workbench/link/project-client.ts';
import { Jobs } from '../../src/lib/workbench/project/jobs.svelte.ts';
import { OpenProject } from '../../src/lib/workbench/project/open-project.svelte.ts';

const SAMPLE = new URL('/sample/', location.href).href;
const TODAY = '2026-01-15';
const ALL: Filter = { ...ALL_SUBJECTS, text: '', cause: '', check: '' };
const nothing = (): void => undefined;
/** Number of the one job at a time. */
const JOB = 1;

/** Every worker the page made, by name; `instead`: what is started in the place of the next of that name. */
let workers: { readonly name: string; readonly worker: Worker }[] = [];
let instead: (name: string) => string | null = () => null;
const Browsers = globalThis.Worker;
const stores: string[] = [];

beforeEach(() => {
  workers = [];
  instead = () => null;
  globalThis.Worker = class extends Browsers {
    constructor(address: string | URL, options: WorkerOptions = {}) {
      const name = options.name ?? '';
      super(instead(name) ?? address, options);
      workers.push({ name, worker: this });
    }
  };
});
afterEach(() => {
  globalThis.Worker = Browsers;
  for (const { worker } of workers) worker.terminate();
  for (const name of stores.splice(0)) indexedDB.deleteDatabase(name);
});

function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}

function page(): { client: ProjectClient; project: OpenProject } {
  const store = `killed-worker-${String(performance.now())}`;
  stores.push(store);
  const client = projectClient((url) => url, store, 'tab', {
    on: { store: nothing, progress: nothing, live: nothing },
    onDeath: () => void project.reopen(),
  });
  const project: OpenProject = new OpenProject(client, new Jobs(new HandClock(), nothing), () => TODAY);
  return { client, project };
}

const named = (name: string): Worker[] =>
  workers.filter((one) => one.name === name).map(({ worker }) => worker);

/** Waits for an order of events, however slow the machine is. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((done) => setTimeout(done, 5));
}

it('the project is opened again, with all that was acknowledged', async () => {
  const { client, project } = page();
  const id = value(await client.createSample(SAMPLE, JOB));
  await project.open(id);
  const sync = project.plan!.syncs[0]!.id;
  value(await client.view(sync, ALL));
  const decided = value(await client.decide(sync, { kind: 'view' }, 'approved'));
  expect(decided.decisions.approved).toBeGreaterThan(0);
  const saved = { ...(project.head!.design.json as object), 'x-note': 'ours' };
  expect(await project.saveDesign(saved, noted('Note'))).toBe(true);
  const before = project.plan!;

  named('drysync project')[0]!.terminate();
  await until(() => project.reopened && project.current);
  expect(named('drysync project')).toHaveLength(2);
  expect(project.problem).toBeNull();
  expect(project.head?.design.json).toEqual(saved);
  expect(project.plan?.planKey).toBe(before.planKey);
  expect(project.plan?.syncs[0]?.decisions).toEqual(before.syncs[0]?.decisions);
  expect(value(await client.view(sync, ALL)).decisions.approved).toBe(before.syncs[0]?.decisions.approved);
  project.dismiss();
  expect(project.reopened).toBe(false);
});

it('one that dies again while it opens the project leaves it closed, and says so', async () => {
  const { client, project } = page();
  await project.open(value(await client.createProject('P')));
  instead = () => '/no-such-worker.js';
  named('drysync project')[0]!.terminate();
  await until(() => project.problem !== null);
  expect([project.problem?.code, project.head, project.reopened]).toEqual(['worker-stopped', null, false]);
  instead = () => null;
  await project.open(project.id!);
  expect(project.head?.name).toBe('P');
});

it.each([
  ['cannot be started', '/no-such-worker.js'],
  ['never answers', URL.createObjectURL(new Blob([''], { type: 'text/javascript' }))],
])(
  'a plan is made where the second worker %s, and the next tries again',

  async (_, address) => {
    const { client } = page();
    const id = value(await client.createSample(SAMPLE, JOB));
    value(await client.openProject(id, JOB));
    instead = (name) => (name === 'drysync project 2' ? address : null);
    const alone = value(await client.plan(TODAY, 2, JOB));
    instead = () => null;
    for (const worker of named('drysync project 2')) worker.dispatchEvent(new ErrorEvent('error'));
    expect(value(await client.plan(TODAY, 2, JOB)).planKey).toBe(alone.planKey);
    await until(() => named('drysync project 2').length === 2);
  },
);

it('the second worker goes with the first', async () => {
  const { client } = page();
  const id = value(await client.createSample(SAMPLE, JOB));
  value(await client.openProject(id, JOB));
  value(await client.plan(TODAY, 2, JOB));
  const [second] = named('drysync project 2');
  let ended = false;
  const terminate = second!.terminate.bind(second);
  second!.terminate = () => {
    ended = true;
    terminate();
  };
  named('drysync project')[0]!.terminate();
  await until(() => ended);
});
