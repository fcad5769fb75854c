import * as Comlink from 'comlink';
import importUrl from '../../../workers/import.worker.ts?worker&url';
import type {
  Answer,
  ImportRequest,
  ImportWorker,
  OnProgress,
  Preview,
  ReadingChoices,
} from '../../../workers/conversation.ts';
import { WorkerLink } from './worker-link.ts';

/** Speaks with the import worker: `ImportWorker` of conversation.ts, with callbacks proxied here. No call throws. */
export class ImportClient {
  readonly #link: WorkerLink<ImportWorker>;
  #tokens = 0;

  constructor(trusted: (url: string) => string, store: string, tab: string) {
    this.#link = new WorkerLink<ImportWorker>(
      () => new Worker(trusted(importUrl), { type: 'module', name: 'drysync import' }),
      (remote) => remote.open(store, tab),
    );
  }

  /** A token no other request of this page has. */
  token(): number {
    return ++this.#tokens;
  }

  preview(file: File, choices: ReadingChoices): Promise<Answer<Preview>> {
    return this.#link.ask((worker) => worker.preview(file, choices));
  }

  read(
    request: ImportRequest,
    onPreview: (preview: Preview) => void,
    onProgress: OnProgress,
  ): Promise<Answer<string>> {
    return this.#link.ask((worker) =>
      worker.read(request, Comlink.proxy(onPreview), Comlink.proxy(onProgress)),
    );
  }

  cancel(token: number): void {
    void this.#link.ask(async (worker) => {
      await worker.cancel(token);
      return { ok: true, value: null };
    });
  }
}
