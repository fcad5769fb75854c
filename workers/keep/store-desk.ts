import {
  beginLog,
  openStore,
  type ReadOnlyEvent,
  type Store,
  type StoreOptions,
  type StoreProblem,
} from '../../src/lib/store/index.ts';
import type { Answer, Problem, ReadOnlyBecause, StoreHead, Tell } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { storeTools } from './store-tools.ts';

/** The store of this worker, and what the page is told of it. */
export class StoreDesk {
  readonly #platform: StoreOptions;
  readonly #lost = new Map<string, ReadOnlyBecause>();
  #store: Store | null = null;
  #stopped: ReadOnlyBecause | null = null;
  #notes: readonly Problem[] = [];
  #tell: Tell = () => undefined;

  /** `platform`: for tests, another IndexedDB. */
  constructor(platform: StoreOptions) {
    this.#platform = platform;
  }

  async open(name: string, tab: string, tell: Tell): Promise<Answer<StoreHead>> {
    this.#tell = tell;
    if (this.#store !== null) return this.head();
    const opened = await openStore(name, storeTools(), () => new Date(), {
      ...this.#platform,
      tab,
      onReadOnly: (event) => this.#lose(event),
    });
    if (!opened.ok) return failed(opened.problem);
    this.#store = opened.store;
    // Beside the rest: what is written until then is on the disk as well.
    if (this.#platform.idb === undefined) void beginLog(name);
    if (opened.store.swept.length > 0) this.#notes = [{ code: 'unfinished-removed' }];
    const projects = await opened.store.projects.list();
    if (!projects.ok) return failed(projects.problem);
    this.#notes = [
      ...this.#notes,
      ...projects.value.lost.map((id): Problem => ({ code: 'lost-project', id })),
    ];
    return this.head();
  }

  get store(): Store | null {
    return this.#store;
  }

  /** Why a project cannot be written from here; null where it can. */
  readOnly(project: string): ReadOnlyBecause | null {
    return this.#stopped ?? this.#lost.get(project) ?? null;
  }

  async head(): Promise<Answer<StoreHead>> {
    if (this.#store === null) return failed({ code: 'no-store' });
    const storage = await this.#store.storage();
    if (!storage.ok && this.#stopped === null) return failed(storage.problem);
    const state = storage.ok ? storage.value : { total: 0, estimate: null, persisted: null };
    return done({
      readOnly: this.#stopped ?? [...this.#lost.values()][0] ?? null,
      recovered: this.#notes,
      used: state.total,
      quota: state.estimate?.quota ?? null,
      persisted: state.persisted ?? false,
    });
  }

  /** Says something to the page that it has not asked for. */
  async note(problem: Problem): Promise<void> {
    this.#notes = [...this.#notes, problem];
    await this.tell();
  }

  async tell(): Promise<void> {
    const head = await this.head();
    if (head.ok) this.#tell('store', head.value);
  }

  /** Runs on the store; its problems are answers. */
  async ask<T>(
    work: (
      store: Store,
    ) => Promise<
      { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: StoreProblem }
    >,
  ): Promise<Answer<T>> {
    if (this.#store === null) return failed({ code: 'no-store' });
    const result = await work(this.#store);
    return result.ok ? done(result.value) : failed(result.problem);
  }

  /** A project was opened for writing. */
  regain(project: string): void {
    this.#lost.delete(project);
  }

  #lose({ because, project }: ReadOnlyEvent): void {
    if (project === null) this.#stopped = because;
    else this.#lost.set(project, because);
    void this.tell();
  }
}
