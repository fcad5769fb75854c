import { readFileSync } from 'node:fs';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { storedText } from '../support/stored-text.ts';
import { MemoryLocks, TabLocks } from '../store/locks.ts';
import type { PlanContext } from '../../workers/common/plan-context.ts';
import type { Desk } from '../../workers/project/desk.ts';
import type { LiveParts } from '../../workers/live/live-desk.ts';
import { ImportSession } from '../../workers/import/import-session.ts';
import { wholeSession } from '../../workers/project/whole-session.ts';
import type {
  Answer,
  ProjectWorker,
  ProjectEvents,
  ProjectHead,
  PutInto,
  ReadingChoices,
  StoreHead,
  Problem,
} from '../../src/lib/conversation/index.ts';
import type { Side } from '../../src/lib/engine/index.ts';
import type { PushTools } from '../../src/lib/push/index.ts';

/** A browser of tests: one storage, tabs with a project and an import session each. */
export class SessionWorld {
  readonly idb = { indexedDB: new IDBFactory(), IDBKeyRange };
  readonly locks = new MemoryLocks();
  readonly name = 'session-test';
  /** The clock and the waits of pushes; the worker's own where there are none. */
  pushTools: PushTools | null = null;
  #tabs = 0;

  /** `newDesk`: one that plans; without it one that only remembers what it was handed. */
  async tab(
    newDesk?: () => Desk,
    onProgress: (event: ProjectEvents['progress']) => void = () => undefined,
    live?: LiveParts,
    onLive: (steps: ProjectEvents['live']) => void = () => undefined,
  ): Promise<Tab> {
    const locks = new TabLocks(this.locks);
    const platform = { idb: this.idb, locks, storage: null, patience: 50 };
    const name = `tab ${String(this.#tabs++)}`;
    const contexts: PlanContext[] = [];
    const heads: StoreHead[] = [];
    const session = wholeSession({
      newDesk: newDesk ?? (() => deskInto(contexts)),
      load: sampleFromDisk,
      platform,
      verifyAfter: 0,
      ...(this.pushTools === null ? {} : { pushTools: this.pushTools }),
      ...(live === undefined ? {} : { live }),
    });
    const imports = new ImportSession(platform);
    const opened = await session.open(this.name, name, (event, told) => {
      if (event === 'store') heads.push(told as StoreHead);
      else if (event === 'live') onLive(told as ProjectEvents['live']);
      else onProgress(told as ProjectEvents['progress']);
    });
    value(await imports.open(this.name, name));
    return { session, imports, contexts, heads, opened: value(opened), kill: () => locks.kill() };
  }

  /** All that is stored, as one text. */
  async everything(): Promise<string> {
    const db = await this.#database();
    const texts: string[] = [];
    for (const table of db.objectStoreNames) {
      const rows = await new Promise<unknown[]>((resolve, reject) => {
        const request = db.transaction(table).objectStore(table).getAll();
        request.onsuccess = () => resolve(request.result as unknown[]);
        request.onerror = () => reject(request.error as Error);
      });
      texts.push(...rows.map(storedText));
    }
    db.close();
    return texts.join('\n');
  }

  /** Runs one transaction past the store, for damage. */
  async raw(table: string, work: (store: IDBObjectStore) => void): Promise<void> {
    const db = await this.#database();
    await new Promise<void>((resolve, reject) => {
      const transaction = db.transaction(table, 'readwrite');
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error as Error);
      work(transaction.objectStore(table));
    });
    db.close();
  }

  #database(): Promise<IDBDatabase> {
    return new Promise<IDBDatabase>((resolve, reject) => {
      const request = this.idb.indexedDB.open(this.name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error as Error);
    });
  }
}

export interface Tab {
  readonly session: ProjectWorker;
  readonly imports: ImportSession;
  /** What the desk was handed, in order. */
  readonly contexts: PlanContext[];
  readonly heads: StoreHead[];
  readonly opened: StoreHead;
  kill(): Promise<void>;
}

/** Number of the one job at a time. */
export const JOB = 1;
export const AS_FOUND: ReadingChoices = { encoding: null, delimiter: null, headerLine: null };

export function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}

export function problem<T>(answer: Answer<T>): Problem {
  if (answer.ok) throw new Error('there is no problem');
  return answer.problem;
}

export const csv = (name: string, ...lines: string[]): File =>
  new File([lines.map((line) => `${line}\n`).join('')], name);

export const LEFT = csv(
  'hubspot-contacts.csv',
  'Record ID,Email,First Name,Last Name,Notes',
  '1,anna@acme.no,Anna,Ås,x',
  '2,bo@acme.no,Bo,Berg,',
  '3,bo2@acme.no,Bo,Berg,',
);
export const RIGHT = csv(
  'salesforce-contacts.csv',
  'Id,Email,FirstName,LastName',
  '003000000000001AAA,anna@acme.no,Ann,Ås',
  '003000000000002AAA,cy@acme.no,Cy,Dahl',
);

let tokens = 0;
export async function importInto(
  tab: Tab,
  project: string,
  sync: string,
  side: Side,
  file: File,
  choices: ReadingChoices = AS_FOUND,
  into: PutInto | null = null,
): Promise<string> {
  const request = { project, sync, side, file, choices, token: ++tokens, into };
  return value(await tab.imports.read(request, null, () => undefined));
}

/** A project with two files of contacts, opened. */
export async function twoFiles(tab: Tab): Promise<ProjectHead> {
  const id = value(await tab.session.createProject('Acme'));
  value(await tab.session.openProject(id, JOB));
  await importInto(tab, id, 'people', 'left', LEFT);
  await importInto(tab, id, 'people', 'right', RIGHT);
  return value(await tab.session.refresh(JOB));
}

/** A desk that only remembers what it was handed. */
function deskInto(contexts: PlanContext[]): Desk {
  const no = (): Promise<Answer<never>> =>
    Promise.resolve({ ok: false, problem: { code: 'unexpected', because: 'the desk was asked' } });
  return {
    take: (context) => {
      contexts.push(context);
      return Promise.resolve({ ok: true, value: [] });
    },
    cancelPlan: () => Promise.resolve(),
    ...{
      facts: no,
      plan: no,
      keepPlan: no,
      view: no,
      rows: no,
      subject: no,
      find: no,
      nextOpen: no,
      impact: no,
      health: no,
      healthView: no,
      healthRows: no,
      healthFile: no,
      differences: no,
      toDoFile: no,
      tried: no,
      whyNot: no,
      whatWould: no,
      recordsWith: no,
      since: no,
      deleted: no,
      checks: no,
      approvalRules: no,
      planHash: no,
      rounds: no,
      hubspot: no,
      hubspotRows: no,
      hubspotSubject: no,
      tryTransform: no,
    },
    ...{ decide: no, choose: no, undoDecision: no, redoDecision: no, changeFiles: no, planFiles: no },
    ...{ approved: no, handOverPush: no },
  };
}

export const SAMPLE = 'http://app.test/sample/';

function sampleFromDisk(address: string): Promise<{ ok: boolean; status: number; blob(): Promise<Blob> }> {
  const name = address.slice(SAMPLE.length);
  if (!address.startsWith(SAMPLE))
    return Promise.resolve({ ok: false, status: 404, blob: () => Promise.reject() });
  const blob = new Blob([readFileSync(new URL(`../../static/sample/${name}`, import.meta.url))]);
  return Promise.resolve({ ok: true, status: 200, blob: () => Promise.resolve(blob) });
}
