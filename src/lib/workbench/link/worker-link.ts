import * as Comlink from 'comlink';
import type { Answer, Supervised } from '../../conversation/index.ts';

interface Opened<T> {
  readonly worker: Worker;
  readonly remote: Comlink.Remote<T>;
  /** Rejects when the worker dies or is ended; never resolves. */
  readonly died: Promise<never>;
  readonly end: (cause: string) => void;
  readonly ready: Promise<Answer<unknown>>;
}

export interface Supervision {
  /** The worker was lost: it could not be started, failed, or was ended by the browser. The next question starts another. */
  readonly onDeath?: (cause: string) => void;
  /** The browser's locks: who waits for the one a worker holds learns of its end. Null where there are none. */
  readonly locks?: Pick<LockManager, 'request'> | null;
}

/** One worker, opened when first asked. Its death is an answer, never a promise that stays open. */
export class WorkerLink<T extends Supervised> {
  readonly #start: () => Worker;
  readonly #ready: (remote: Comlink.Remote<T>) => Promise<Answer<unknown>>;
  readonly #onDeath: (cause: string) => void;
  readonly #locks: Pick<LockManager, 'request'> | null;
  #open: Opened<T> | null = null;

  /** `ready` is awaited once before the first call; where it fails, every call answers with its problem. */
  constructor(
    start: () => Worker,
    ready: (remote: Comlink.Remote<T>) => Promise<Answer<unknown>>,
    { onDeath = () => undefined, locks = browserLocks() }: Supervision = {},
  ) {
    this.#start = start;
    this.#ready = ready;
    this.#onDeath = onDeath;
    this.#locks = locks;
  }

  /** Asks the worker. */
  async ask<A>(run: (remote: Comlink.Remote<T>) => Promise<Answer<A>>): Promise<Answer<A>> {
    try {
      const { remote, died, ready } = (this.#open ??= this.#connect());
      const opened = await Promise.race([ready, died]);
      if (!opened.ok) {
        // What kept it from opening may be gone the next time.
        this.stop();
        return opened;
      }
      return await Promise.race([run(remote), died]);
    } catch (error) {
      const because = error instanceof Error ? error.message : String(error);
      return { ok: false, problem: { code: 'worker-stopped', because } };
    }
  }

  /** Ends the worker and all its work at once. */
  stop(): void {
    this.#open?.end('');
    this.#open = null;
  }

  #connect(): Opened<T> {
    const worker = this.#start();
    const remote = Comlink.wrap<T>(worker);
    let end: (cause: string) => void = () => undefined;
    const died = new Promise<never>((_, reject) => {
      end = (cause) => {
        worker.terminate();
        reject(new Error(cause));
      };
    });
    // Where nobody waits for it, a death is no unhandled rejection.
    died.catch(() => undefined);
    const die = (cause: string): void => {
      if (this.#open?.worker !== worker) return;
      this.#open = null;
      end(cause);
      this.#onDeath(cause);
    };
    worker.addEventListener('error', ({ message }) => {
      // No message: its script is not there, or not let through.
      die(message ?? '');
    });
    // An answer that cannot be read is one that never comes.
    worker.addEventListener('messageerror', () => die(''));
    const watched = this.#watch(remote, () => die(''));
    const ready = Promise.all([this.#ready(remote), watched]).then(([answer]) => answer);
    ready.catch(() => undefined);
    return { worker, remote, died, end, ready };
  }

  /** Waits until the worker holds a lock; the page is given it when the worker is gone. */
  async #watch({ hold }: Comlink.Remote<T>, gone: () => void): Promise<void> {
    const locks = this.#locks;
    if (locks === null) return;
    const name = `drysync worker ${crypto.randomUUID()}`;
    const asked = hold as unknown as (name: string) => Promise<boolean>;
    if (await asked(name)) locks.request(name, gone).catch(() => undefined);
  }
}

const browserLocks = (): Pick<LockManager, 'request'> | null =>
  (navigator as { readonly locks?: LockManager }).locks ?? null;
