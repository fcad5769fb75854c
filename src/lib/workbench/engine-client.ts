import * as Comlink from 'comlink';
import engineUrl from '../../../workers/engine.worker.ts?worker&url';
import type {
  Answer,
  EngineWorker,
  GivenFile,
  OnProgress,
  Planned,
  PlanOptions,
  PlanSource,
  Reading,
} from '../../../workers/conversation.ts';

interface Opened {
  readonly worker: Worker;
  readonly remote: Comlink.Remote<EngineWorker>;
  /** Rejects when the worker dies; never resolves. */
  readonly died: Promise<never>;
}

/** Speaks with one engine worker, or two that share a plan. Workers are opened when first asked for. */
export class EngineClient {
  readonly #trusted: (url: string) => string;
  #main: Opened | null = null;
  #helper: Opened | null = null;

  constructor(trusted: (url: string) => string) {
    this.#trusted = trusted;
  }

  read(given: GivenFile, onProgress: OnProgress): Promise<Answer<Reading>> {
    const { remote, died } = this.#open();
    return Promise.race([remote.read(given, Comlink.proxy(onProgress)), died]);
  }

  async plan(source: PlanSource, options: PlanOptions, onProgress: OnProgress): Promise<Answer<Planned>> {
    const { remote, died } = this.#open();
    if (options.workers === 2) await Promise.race([this.#openHelper(remote), died]);
    return Promise.race([remote.plan(source, options, Comlink.proxy(onProgress)), died]);
  }

  /** Ends all work at once. What was read is read again when it is asked for next. */
  stop(): void {
    this.#main?.worker.terminate();
    this.#helper?.worker.terminate();
    this.#main = null;
    this.#helper = null;
  }

  #open(): Opened {
    this.#main ??= this.#start('drysync engine 1');
    return this.#main;
  }

  async #openHelper(main: Comlink.Remote<EngineWorker>): Promise<void> {
    if (this.#helper !== null) return;
    this.#helper = this.#start('drysync engine 2');
    const { port1, port2 } = new MessageChannel();
    await this.#helper.remote.connect(Comlink.transfer(port2, [port2]), 'helper');
    await main.connect(Comlink.transfer(port1, [port1]), 'main');
  }

  #start(name: string): Opened {
    const worker = new Worker(this.#trusted(engineUrl), { type: 'module', name });
    const died = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => {
        this.stop();
        reject(new Error(event.message === '' ? 'the worker could not be started' : event.message));
      });
    });
    // Where nobody waits for it, a death is no unhandled rejection.
    died.catch(() => {});
    return { worker, remote: Comlink.wrap<EngineWorker>(worker), died };
  }
}
