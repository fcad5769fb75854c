import { noted } from '../support/noted.ts';
import * as Comlink from 'comlink';
import { ALL_SUBJECTS } from '../../src/lib/engine/index.ts';
import type {
  Answer,
  Filter,
  ImportWorker,
  PlanHead,
  ProjectHead,
  ProjectWorker,
} from '../../src/lib/conversation/index.ts';

/** Runs inside the bench's page: the product's built workers, spoken to as its page does. Times are milliseconds. */

interface Addresses {
  readonly project: string;
  readonly imports: string;
}

const AS_OF = '2026-01-01';
const STORE = 'drysync-bench';
const ALL: Filter = { ...ALL_SUBJECTS, text: '', cause: '', check: '' };
const nothing = Comlink.proxy(() => undefined);
/** Number of the one job at a time. */
const JOB = 1;

let addresses: Addresses;
let project: Comlink.Remote<ProjectWorker>;
let imports: Comlink.Remote<ImportWorker>[];
let workers: Worker[] = [];
let projectId = '';
const former: string[] = [];
let sync = '';

/** Starts the workers on the bench's own store. */
export async function start(given: Addresses): Promise<void> {
  addresses = given;
  const main = worker(given.project);
  project = Comlink.wrap<ProjectWorker>(main);
  // One import worker a side, as the page has.
  imports = [worker(given.imports), worker(given.imports)].map((one) => Comlink.wrap<ImportWorker>(one));
  value(await project.open(STORE, 'bench', nothing));
  for (const one of imports) value(await one.open(STORE, 'bench'));
  const helper = Comlink.wrap<ProjectWorker>(worker(given.project));
  const { port1, port2 } = new MessageChannel();
  await helper.connect(Comlink.transfer(port2, [port2]), 'helper');
  await project.connect(Comlink.transfer(port1, [port1]), 'main');
}

/** Ends all workers: whatever is planned next was opened from the store. */
export function stop(): void {
  for (const one of workers) one.terminate();
  workers = [];
}

/**
 * Both files into durable storage, in a project of their own. The former ones stay until `prepare`: the browser goes on
 * deleting for seconds after it said it had, into the time of the next import.
 */
export async function importBoth(left: File, right: File): Promise<number> {
  if (projectId !== '') {
    await project.closeProject();
    former.push(projectId);
  }
  projectId = value(await project.createProject('Benchmark'));
  const head = value(await project.openProject(projectId, JOB));
  sync = head.syncs[0]?.id ?? 'contacts';
  const choices = { encoding: null, delimiter: null, headerLine: null };
  const started = performance.now();
  const answers = await Promise.all(
    (
      [
        [left, 'left', 1],
        [right, 'right', 2],
      ] as const
    ).map(([file, side, token], i) =>
      // The page has looked at the starts when the files were chosen.
      imports[i]!.read({ project: projectId, sync, side, file, choices, token }, null, nothing),
    ),
  );
  answers.forEach(value);
  return performance.now() - started;
}

/** Takes the imported sets in and gives the project the design; the projects of earlier imports go. */
export async function prepare(design: unknown): Promise<number> {
  for (const id of former.splice(0)) value(await project.removeProject(id));
  const started = performance.now();
  value(await project.refresh(JOB));
  const milliseconds = performance.now() - started;
  value(await project.saveDesign(named(design), noted('Benchmark')));
  return milliseconds;
}

/** Opens the project's sets in new workers that have nothing in memory. */
export async function reopen(): Promise<number> {
  stop();
  await start(addresses);
  const started = performance.now();
  const head: ProjectHead = value(await project.openProject(projectId, JOB));
  sync = head.syncs[0]!.id;
  return performance.now() - started;
}

export interface Planned {
  readonly milliseconds: number;
  readonly total: number;
  readonly counts: PlanHead['summary']['counts'];
}

/** To counts and the first window of rows. */
export async function plan(): Promise<Planned> {
  const started = performance.now();
  const head = value(await project.plan(AS_OF, 2, JOB));
  const view = value(await project.view(sync, ALL));
  const rows = value(await project.rows(sync, 0, 50));
  const milliseconds = performance.now() - started;
  if (rows.length === 0) throw new Error('no rows');
  return { milliseconds, total: view.total, counts: head.summary.counts };
}

/** Saves a changed design, outside the time, and plans it. */
export async function replan(design: unknown): Promise<Planned> {
  value(await project.saveDesign(named(design), noted('Changed')));
  return plan();
}

/** The window at the end of the list. */
export async function lastRows(total: number): Promise<{ milliseconds: number; rows: number }> {
  const started = performance.now();
  const rows = value(await project.rows(sync, Math.max(0, total - 50), total));
  return { milliseconds: performance.now() - started, rows: rows.length };
}

/** The bench's design under the id the project gave its sync. */
function named(design: unknown): unknown {
  const { syncs, ...rest } = design as { syncs: readonly Record<string, unknown>[] };
  return { ...rest, syncs: syncs.map((one) => ({ ...one, id: sync })) };
}

function worker(address: string): Worker {
  const one = new Worker(address, { type: 'module' });
  workers.push(one);
  return one;
}

function value<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new Error(JSON.stringify(answer.problem));
}
