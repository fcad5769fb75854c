import { Spare } from '../../src/lib/engine/index.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import { openStore, type Store, type StoreOptions } from '../../src/lib/store/index.ts';
import type {
  Answer,
  ImportRequest,
  ImportWorker,
  OnProgress,
  Preview,
  ReadingChoices,
} from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { importFile } from './import-file.ts';
import { putInto } from './put-into.ts';
import { previewFile } from './preview.ts';
import { holdLock } from '../common/hold.ts';
import { sparse } from '../common/sparse.ts';
import { storeTools } from '../keep/store-tools.ts';

/** Memory waits so long for the next file (milliseconds). */
const HELD = 10_000;

/** Reads files into the store. `platform`: for tests, another IndexedDB. */
export class ImportSession implements ImportWorker {
  readonly #tools = createTools();
  readonly #spare = new Spare();
  #rest: ReturnType<typeof setTimeout> | undefined;
  #reading = 0;
  readonly #platform: StoreOptions;
  readonly #cancelled = new Set<number>();
  #store: Store | null = null;

  constructor(platform: StoreOptions = {}) {
    this.#platform = platform;
  }

  hold(name: string): Promise<boolean> {
    return holdLock(name);
  }

  async open(storeName: string, tab: string): Promise<Answer<null>> {
    if (this.#store !== null) return done(null);
    const opened = await openStore(storeName, storeTools(), () => new Date(), { ...this.#platform, tab });
    if (!opened.ok) return failed(opened.problem);
    this.#store = opened.store;
    return done(null);
  }

  preview(file: File, choices: ReadingChoices): Promise<Answer<Preview>> {
    return this.#holding(() => previewFile(file, choices, this.#spare));
  }

  async read(
    request: ImportRequest,
    onPreview: ((preview: Preview) => void) | null,
    onProgress: OnProgress,
  ): Promise<Answer<string>> {
    const store = this.#store;
    return store === null
      ? failed({ code: 'no-store' })
      : this.#holding(() => this.#read(store, request, onPreview, onProgress));
  }

  /** The memory of what is read is kept for the next file, where it comes soon. */
  async #holding<T>(work: () => Promise<T>): Promise<T> {
    clearTimeout(this.#rest);
    this.#reading++;
    try {
      return await work();
    } finally {
      if (--this.#reading === 0) this.#rest = setTimeout(() => this.#spare.clear(), HELD);
    }
  }

  async #read(
    store: Store,
    request: ImportRequest,
    onPreview: ((preview: Preview) => void) | null,
    onProgress: OnProgress,
  ): Promise<Answer<string>> {
    if (onPreview !== null) {
      const preview = await previewFile(request.file, request.choices, this.#spare);
      if (preview.ok) onPreview(preview.value);
    }
    const cancelled = (): boolean => this.#cancelled.has(request.token);
    const job = { ...request, onProgress: sparse(onProgress), cancelled };
    const { into = null } = request;
    const answer =
      into === null
        ? await importFile(store, this.#tools, this.#spare, job)
        : await putInto(store, this.#tools, this.#spare, job, into);
    this.#cancelled.delete(request.token);
    return answer;
  }

  cancel(token: number): void {
    this.#cancelled.add(token);
  }
}
