import type { Tools } from '../../src/lib/engine/index.ts';
import type { KeptDesign, Result, Store, StoreOptions } from '../../src/lib/store/index.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import type { Helper } from '../common/share.ts';
import type {
  Answer,
  DesignHead,
  OnProgress,
  OutFile,
  ProjectCard,
  ProjectHead,
  ProjectWorker,
  StoreHead,
} from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { Calls } from '../common/calls.ts';
import type { Desk } from './desk.ts';
import { OpenedProject } from './opened-project.ts';
import { projectCards } from './project-cards.ts';
import { projectHead } from './project-head.ts';
import { projectIn } from '../file/project-in.ts';
import { projectOut } from '../file/project-out.ts';
import { createSample, type Load } from '../file/sample.ts';
import { sparse } from '../common/sparse.ts';
import { StoreDesk } from '../keep/store-desk.ts';
import { Verifier } from '../keep/verify.ts';

/** What a session gets from outside; tests bring their own. */
export interface SessionParts {
  /** A desk for a project that is opened. */
  readonly newDesk: () => Desk;
  readonly load: Load;
  readonly platform?: StoreOptions;
  /** Milliseconds before the background check of an opened project. */
  readonly verifyAfter?: number;
}

type SessionCalls = Omit<ProjectWorker, keyof Desk | 'connect'>;

/** The part of a project's worker that keeps: store, projects, sets and designs. Plans are its desk's. */
export class ProjectSession implements SessionCalls {
  readonly #parts: SessionParts;
  readonly #tools: Tools = createTools();
  readonly #calls = new Calls();
  readonly #desk: StoreDesk;
  #verifier: Verifier | null = null;
  #open: { readonly project: OpenedProject; readonly desk: Desk } | null = null;
  /** Of the second worker, once there is one. */
  helper: Helper | null = null;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#desk = new StoreDesk(parts.platform ?? {});
  }

  async open(storeName: string, tab: string, onStore: (head: StoreHead) => void): Promise<Answer<StoreHead>> {
    return this.#calls.run(async () => {
      const head = await this.#desk.open(storeName, tab, onStore);
      const { store } = this.#desk;
      if (store === null) return head;
      this.#verifier ??= new Verifier(
        store,
        (set, problem) => {
          this.#open?.project.spoil(set, problem);
          void this.#desk.note(problem);
        },
        this.#parts.verifyAfter,
      );
      return head;
    });
  }

  storeHead(): Promise<Answer<StoreHead>> {
    return this.#desk.head();
  }

  async persist(): Promise<boolean> {
    const granted = (await this.#desk.store?.persist()) === 'granted';
    if (granted) await this.#desk.tell();
    return granted;
  }

  projects(): Promise<Answer<readonly ProjectCard[]>> {
    return this.#onStore((store) => projectCards(store));
  }

  async createProject(name: string): Promise<Answer<string>> {
    const made = await this.#desk.ask((store) => store.projects.create(name, { left: '', right: '' }));
    return made.ok ? done(made.value.id) : made;
  }

  createSample(base: string, onProgress: OnProgress): Promise<Answer<string>> {
    return this.#calls.run(() =>
      this.#onStore((store) => createSample(store, this.#tools, base, sparse(onProgress), this.#parts.load)),
    );
  }

  renameProject(id: string, name: string): Promise<Answer<null>> {
    return this.#calls.run(() => this.#changeProject(id, (store) => store.projects.rename(id, name)));
  }

  removeProject(id: string): Promise<Answer<null>> {
    return this.#calls.run(async () => {
      if (this.#open?.project.id === id) await this.#close();
      return this.#changeProject(id, (store) => store.projects.remove(id));
    });
  }

  openProject(id: string, onProgress: OnProgress): Promise<Answer<ProjectHead>> {
    return this.#calls.run(() =>
      this.#onStore(async (store) => {
        await this.#close();
        const opened = await OpenedProject.open(store, this.#tools, id, sparse(onProgress));
        if (!opened.ok) return opened;
        if (opened.value.access.access === 'owner') this.#desk.regain(id);
        this.#open = { project: opened.value, desk: this.#parts.newDesk() };
        return this.#opened();
      }),
    );
  }

  closeProject(): Promise<void> {
    return this.#calls.run(() => this.#close());
  }

  refresh(onProgress: OnProgress): Promise<Answer<ProjectHead>> {
    return this.#calls.run(async () => {
      if (this.#open === null) return failed({ code: 'no-project' });
      const read = await this.#open.project.refresh(sparse(onProgress));
      return read.ok ? this.#opened() : read;
    });
  }

  saveDesign(json: unknown, label: string): Promise<Answer<DesignHead>> {
    return this.#changeDesign((store, id) => store.designs.save(id, JSON.stringify(json), label));
  }

  undoDesign(): Promise<Answer<DesignHead>> {
    return this.#changeDesign((store, id) => store.designs.undo(id));
  }

  redoDesign(): Promise<Answer<DesignHead>> {
    return this.#changeDesign((store, id) => store.designs.redo(id));
  }

  projectOut(withRecords: boolean, onProgress: OnProgress): Promise<Answer<OutFile>> {
    return this.#calls.run(async () => {
      if (this.#open === null) return failed({ code: 'no-project' });
      const { project } = this.#open;
      return this.#onStore((store) =>
        projectOut(store, this.#tools, project, withRecords, sparse(onProgress)),
      );
    });
  }

  projectIn(file: File, onProgress: OnProgress): Promise<Answer<string>> {
    return this.#calls.run(() =>
      this.#onStore((store) => projectIn(store, this.#tools, file, sparse(onProgress))),
    );
  }

  /** Asks the desk for something that is made from the present state, or says why it cannot be. */
  async planning<T>(ask: (desk: Desk) => Promise<Answer<T>>): Promise<Answer<T>> {
    // What was asked before may still be opening what this needs.
    await this.#calls.run(() => Promise.resolve());
    if (this.#open === null) return failed({ code: 'no-project' });
    const { project, desk } = this.#open;
    return project.planning.ok ? ask(desk) : project.planning;
  }

  /** Asks the desk for something of the last plan. */
  async planned<T>(ask: (desk: Desk) => Promise<Answer<T>>): Promise<Answer<T>> {
    return this.#open === null ? failed({ code: 'no-project' }) : ask(this.#open.desk);
  }

  async #opened(): Promise<Answer<ProjectHead>> {
    if (this.#open === null) return failed({ code: 'no-project' });
    const { project } = this.#open;
    const taken = await this.#hand();
    if (!taken.ok) return taken;
    const storage = await this.#desk.ask((store) => store.storage());
    if (!storage.ok) return storage;
    const bytes = storage.value.projects.find((each) => each.project === project.id)?.total ?? 0;
    const ids = project.row.sets.map(({ id }) => id);
    void this.#verifier?.check(ids);
    return done(projectHead(project, this.#desk.readOnly(project.id), bytes));
  }

  /** Gives the desk what it plans from now on. */
  async #hand(): Promise<Answer<null>> {
    if (this.#open === null) return done(null);
    const { project, desk } = this.#open;
    if (!project.planning.ok) return done(null);
    const taken = await desk.take({ ...project.planning.value, helper: this.helper });
    if (!taken.ok) return taken;
    for (const note of taken.value) await this.#desk.note(note);
    return done(null);
  }

  #changeDesign(
    change: (store: Store, project: string) => Promise<Result<KeptDesign>>,
  ): Promise<Answer<DesignHead>> {
    return this.#calls.run(async () => {
      if (this.#open === null) return failed({ code: 'no-project' });
      const { project } = this.#open;
      const kept = await this.#desk.ask((store) => change(store, project.id));
      if (!kept.ok) return kept;
      await project.take(kept.value, () => undefined);
      const taken = await this.#hand();
      return taken.ok ? done(project.designHead) : taken;
    });
  }

  /** Changes a project that need not be open: it is ours while we do. */
  async #changeProject(
    id: string,
    change: (store: Store) => Promise<Result<unknown>>,
  ): Promise<Answer<null>> {
    const opened = await this.#desk.ask((store) => store.projects.open(id));
    if (!opened.ok) return opened;
    if (opened.value.access === 'read-only') {
      return failed({ code: 'read-only', because: 'other-tab', project: id });
    }
    const changed = await this.#desk.ask(change);
    if (this.#open?.project.id !== id) await this.#desk.store?.projects.close(id);
    return changed.ok ? done(null) : changed;
  }

  async #close(): Promise<void> {
    if (this.#open === null) return;
    const { project, desk } = this.#open;
    this.#open = null;
    this.#verifier?.stop();
    await desk.cancelPlan();
    if (project.access.access === 'owner') await this.#desk.store?.projects.close(project.id);
  }

  async #onStore<T>(work: (store: Store) => Promise<Answer<T>>): Promise<Answer<T>> {
    const { store } = this.#desk;
    return store === null ? failed({ code: 'no-store' }) : work(store);
  }
}
