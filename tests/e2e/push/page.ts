/**
 * Bundled for the browser: opens the store, goes on with the push the server names, or begins it, and tells how it ended. Killed at any
 * moment it is started again on the same profile.
 */
import { directCaller } from '../../../src/lib/connectors/app/callers/direct.ts';
import { hubSpot } from '../../../src/lib/connectors/app/hubspot/index.ts';
import {
  Journal,
  resultsOf,
  runPush,
  type Control,
  type JournalLog,
  type PushPlan,
} from '../../../src/lib/push/index.ts';
import { openStore } from '../../../src/lib/store/index.ts';
import { sha256Hex } from '../../../src/lib/tools/hash.ts';
import { altered } from '../../contracts/altered.ts';
import { planIn, type AskedPush, type EndedPush } from './asked-push.ts';

const RUNNING: Control = { wanted: 'run', signal: new AbortController().signal };
/** Pauses that a person looks at and lets go on. */
const MOST_RUNS = 20;

let calls = 0;
/** Each call has a number of its own: what comes twice with the same was sent again by the browser. */
const numbered: typeof fetch = (url, init) =>
  fetch(url, {
    ...init,
    headers: { ...(init?.headers as Record<string, string>), 'x-call': String(++calls) },
  });

const whole = hubSpot(
  directCaller(location.origin, { headers: { authorization: 'Bearer pat-test-0' }, fetch: numbered }),
);
const connector = altered(whole, { can: { ...whole.can, batchSize: 4, rate: null } });

async function main(): Promise<void> {
  const log = await openLog();
  for (let asked = await next(); asked !== null; asked = await next()) {
    const journal = await openJournal(log, planIn(asked));
    let said = '';
    for (let runs = 0; runs < MOST_RUNS && journal.standing.state.is !== 'done'; runs++) {
      said = JSON.stringify(
        await runPush({ journal, connectors: { left: connector, right: connector }, ...AROUND }),
      );
    }
    await tell('/ended', {
      push: asked.push,
      isDone: journal.standing.state.is === 'done',
      said,
      results: resultsOf(journal.standing).map((one) => ({
        key: one.item.key,
        is: one.is,
        id: one.is === 'written' ? one.id : null,
      })),
    } satisfies EndedPush);
  }
}

const AROUND = {
  lock: { take: async () => ({ ok: true, release: async () => undefined }) as const },
  owner: 'page',
  control: RUNNING,
  tools: {
    now: () => Date.now(),
    sleep: (milliseconds: number) =>
      new Promise<void>((done) => setTimeout(done, Math.min(milliseconds, 50))),
    jitter: () => Math.random(),
  },
};

async function openLog(): Promise<JournalLog> {
  const opened = await openStore('pushes', { sha256: sha256Hex }, () => new Date());
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  const { projects, journals } = opened.store;
  const list = await projects.list();
  if (!list.ok) throw new Error(JSON.stringify(list.problem));
  const [known] = list.value.projects;
  if (known !== undefined) {
    const found = await projects.open(known.id, { takeOver: true });
    if (!found.ok) throw new Error(JSON.stringify(found.problem));
    return journals(known.id);
  }
  const made = await projects.create('P', { left: 'hubspot', right: 'hubspot' });
  if (!made.ok) throw new Error(JSON.stringify(made.problem));
  return journals(made.value.id);
}

async function openJournal(log: JournalLog, plan: PushPlan): Promise<Journal> {
  const opened = await Journal.open(log, plan.id);
  if (opened.ok) return opened.value;
  if (opened.because !== 'not-begun') throw new Error(opened.because);
  const begun = await Journal.begin(log, plan, new Date().toISOString());
  if (!begun.ok) throw new Error(begun.because);
  return begun.value;
}

/** Which load of the page this is. */
const { search } = new URL(import.meta.url);

const next = async (): Promise<AskedPush | null> =>
  (await (await fetch(`/plan${search}`, { cache: 'no-store' })).json()) as AskedPush | null;

const tell = (path: string, what: unknown): Promise<Response> =>
  fetch(path + search, { method: 'POST', body: JSON.stringify(what) });

main().catch((error: unknown) => tell('/failed', String(error instanceof Error ? error.stack : error)));
