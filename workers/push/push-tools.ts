import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import type { AppFault } from '../../src/lib/connectors/app/fault.ts';
import type { Control, PushLock, PushTools } from '../../src/lib/push/index.ts';
import { takeLock, type Locks } from '../../src/lib/store/index.ts';
import type { Access } from '../../src/lib/store/index.ts';

/** The clock, waits and chance of a worker. */
export const workerTools: PushTools = {
  now: () => Date.now(),
  sleep: (milliseconds, stop) =>
    new Promise((resolve) => {
      if (stop.aborted) return resolve();
      const end = (): void => {
        clearTimeout(timer);
        stop.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      stop.addEventListener('abort', end);
    }),
  jitter: () => Math.random(),
};

/** How the session reaches a push that runs. */
export class RunControl implements Control {
  readonly #abort = new AbortController();
  wanted: Control['wanted'] = 'run';

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  want(what: 'pause' | 'stop'): void {
    this.wanted = what;
    this.#abort.abort();
  }
}

/**
 * One pusher a project: who may write the project may push it, and holds a Web Lock while a push runs. A lock that a frozen tab kept is taken
 * over with the project (F6): that tab cannot write the journal any more, and so sends nothing.
 */
export class ProjectPushLock implements PushLock {
  readonly #locks: Locks | null;
  readonly #access: () => Access;
  readonly #onLost: () => void;

  constructor(locks: Locks | null, access: () => Access, onLost: () => void) {
    this.#locks = locks;
    this.#access = access;
    this.#onLost = onLost;
  }

  async take(project: string): ReturnType<PushLock['take']> {
    const access = this.#access();
    if (access.access !== 'owner') {
      return { ok: false, owner: access.owner?.tab ?? '', since: access.owner?.since ?? '' };
    }
    if (this.#locks === null) return { ok: true, release: () => Promise.resolve() };
    const name = `drysync/push/${project}`;
    const lock =
      (await takeLock(this.#locks, name, false, this.#onLost)) ??
      (await takeLock(this.#locks, name, true, this.#onLost));
    return {
      ok: true,
      release: () => {
        lock?.release();
        return Promise.resolve();
      },
    };
  }
}

const SIGNED_OUT: AppFault = {
  code: 'signed-out',
  category: 'permission',
  status: null,
  said: '',
  waitFor: null,
};
const no = () => Promise.resolve({ ok: false, fault: SIGNED_OUT } as const);

/** Stands where nobody is signed in: whatever is asked of it pauses the push. */
export const ABSENT: AppConnector = {
  app: 'hubspot',
  can: {
    readChanged: null,
    readDeleted: false,
    datesRestored: true,
    create: true,
    update: true,
    upsert: false,
    findsByAny: false,
    remove: 'archive',
    restore: true,
    clear: true,
    batchSize: 100,
    transaction: 'items',
    rate: null,
    needsRelay: false,
  },
  allowance: null,
  account: no,
  describe: no,
  read: no,
  readByIds: no,
  findByKey: no,
  write: () => Promise.resolve({ kind: 'not-done', fault: SIGNED_OUT }),
  jobs: {
    sizes: { over: 0, most: 1 },
    takes: () => false,
    open: no,
    fill: no,
    start: no,
    look: no,
    abort: no,
    outcome: no,
  },
};
