import type { Remote } from 'comlink';
import importUrl from '../../../../workers/import.worker.ts?worker&url';
import type {
  Answer,
  ImportRequest,
  ImportWorker,
  OnProgress,
  Preview,
  ReadingChoices,
} from '../../conversation/index.ts';
import type { Both, Side } from '../../engine/index.ts';
import { functionsByPort } from './functions-by-port.ts';
import { WorkerLink } from './worker-link.ts';

/** A worker and the calls it has to answer. */
interface Lane {
  readonly link: WorkerLink<ImportWorker>;
  calls: number;
  /** Has it read a whole file? */
  hasRead: boolean;
  /** Ends it. */
  end: ReturnType<typeof setTimeout> | undefined;
}

/** A worker that showed a preview will soon have to read the file: it stays so long (milliseconds). */
const STAYS = 60_000;

/**
 * Speaks with the import workers, one a side: `ImportWorker` of conversation.ts, with callbacks proxied here. A worker that
 * has read a file ends with its last call, and gives back the memory. No call throws.
 */
export class ImportClient {
  readonly #lanes: Both<Lane>;
  readonly #sides = new Map<number, Side>();
  #tokens = 0;

  constructor(trusted: (url: string) => string, store: string, tab: string) {
    functionsByPort();
    const lane = (side: Side): Lane => ({
      link: new WorkerLink<ImportWorker>(
        () => new Worker(trusted(importUrl), { type: 'module', name: `drysync import ${side}` }),
        (remote) => remote.open(store, tab),
      ),
      calls: 0,
      hasRead: false,
      end: undefined,
    });
    this.#lanes = { left: lane('left'), right: lane('right') };
  }

  /** A token no other request of this page has. */
  token(): number {
    return ++this.#tokens;
  }

  preview(side: Side, file: File, choices: ReadingChoices): Promise<Answer<Preview>> {
    return this.#ask(side, (worker) => worker.preview(file, choices));
  }

  async read(
    request: ImportRequest,
    onPreview: ((preview: Preview) => void) | null,
    onProgress: OnProgress,
  ): Promise<Answer<string>> {
    const { token, side } = request;
    this.#sides.set(token, side);
    const answer = await this.#ask(side, (worker, lane) => {
      lane.hasRead = true;
      return worker.read(request, onPreview, onProgress);
    });
    this.#sides.delete(token);
    return answer;
  }

  cancel(token: number): void {
    const side = this.#sides.get(token);
    if (side === undefined) return;
    void this.#ask(side, async (worker) => {
      await worker.cancel(token);
      return { ok: true, value: null };
    });
  }

  async #ask<A>(
    side: Side,
    run: (worker: Remote<ImportWorker>, lane: Lane) => Promise<Answer<A>>,
  ): Promise<Answer<A>> {
    const lane = this.#lanes[side];
    clearTimeout(lane.end);
    lane.calls++;
    const answer = await lane.link.ask((worker) => run(worker, lane));
    if (--lane.calls > 0) return answer;
    if (lane.hasRead) stop(lane);
    else lane.end = setTimeout(stop, STAYS, lane);
    return answer;
  }
}

function stop(lane: Lane): void {
  lane.hasRead = false;
  lane.link.stop();
}
