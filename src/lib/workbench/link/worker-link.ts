import * as Comlink from 'comlink';
import type { Answer } from '../../conversation/index.ts';

interface Opened<T> {
  readonly worker: Worker;
  readonly remote: Comlink.Remote<T>;
  /** Rejects when the worker dies; never resolves. */
  readonly died: Promise<never>;
  readonly ready: Promise<Answer<unknown>>;
}

/** One worker, opened when first asked. Its death is an answer, never a promise that stays open. */
export class WorkerLink<T> {
  readonly #start: () => Worker;
  readonly #ready: (remote: Comlink.Remote<T>) => Promise<Answer<unknown>>;
  #open: Opened<T> | null = null;

  /** `ready` is awaited once before the first call; where it fails, every call answers with its problem. */
  constructor(start: () => Worker, ready: (remote: Comlink.Remote<T>) => Promise<Answer<unknown>>) {
    this.#start = start;
    this.#ready = ready;
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
    this.#open?.worker.terminate();
    this.#open = null;
  }

  #connect(): Opened<T> {
    const worker = this.#start();
    const remote = Comlink.wrap<T>(worker);
    const died = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => {
        this.stop();
        reject(new Error(event.message));
      });
    });
    // Where nobody waits for it, a death is no unhandled rejection.
    died.catch(() => undefined);
    const ready = this.#ready(remote);
    ready.catch(() => undefined);
    return { worker, remote, died, ready };
  }
}
