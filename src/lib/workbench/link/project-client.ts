import * as Comlink from 'comlink';
import projectUrl from '../../../../workers/project.worker.ts?worker&url';
import type {
  Answer,
  Choice,
  Decided,
  DecisionWord,
  DesignHead,
  FieldImpact,
  Filter,
  OnProgress,
  OutFile,
  PlanHead,
  ProjectCard,
  ProjectHead,
  ProjectWorker,
  RecordIds,
  Row,
  StoreHead,
  SubjectDetail,
  SyncFacts,
  Target,
  View,
} from '../../conversation/index.ts';
import { WorkerLink } from './worker-link.ts';

const NOTHING: Answer<null> = { ok: true, value: null };

/**
 * Speaks with the project worker: `ProjectWorker` of conversation.ts, with callbacks proxied here. No call throws; a worker that
 * dies answers `worker-stopped`. The store is opened before the first call.
 */
export class ProjectClient {
  readonly #link: WorkerLink<ProjectWorker>;
  readonly #start: (name: string) => Worker;
  /** The second worker, once a plan asked for it. */
  #helping: Promise<void> | null = null;

  /** `onStore` is told of the store when it opens and whenever something about it changes. */
  constructor(
    trusted: (url: string) => string,
    store: string,
    tab: string,
    onStore: (head: StoreHead) => void,
  ) {
    this.#start = (name) => new Worker(trusted(projectUrl), { type: 'module', name });
    this.#link = new WorkerLink<ProjectWorker>(
      () => this.#start('drysync project'),
      async (remote) => {
        const answer = await remote.open(store, tab, Comlink.proxy(onStore));
        if (answer.ok) onStore(answer.value);
        return answer;
      },
    );
  }

  storeHead(): Promise<Answer<StoreHead>> {
    return this.#link.ask((worker) => worker.storeHead());
  }
  /** Asks the browser to keep the data; false where it does not. */
  async persist(): Promise<boolean> {
    const answer = await this.#link.ask(async (worker) => ({ ok: true, value: await worker.persist() }));
    return answer.ok && answer.value;
  }

  projects(): Promise<Answer<readonly ProjectCard[]>> {
    return this.#link.ask((worker) => worker.projects());
  }
  createProject(name: string): Promise<Answer<string>> {
    return this.#link.ask((worker) => worker.createProject(name));
  }
  createSample(base: string, onProgress: OnProgress): Promise<Answer<string>> {
    return this.#link.ask((worker) => worker.createSample(base, Comlink.proxy(onProgress)));
  }
  renameProject(id: string, name: string): Promise<Answer<null>> {
    return this.#link.ask((worker) => worker.renameProject(id, name));
  }
  removeProject(id: string): Promise<Answer<null>> {
    return this.#link.ask((worker) => worker.removeProject(id));
  }
  openProject(id: string, onProgress: OnProgress): Promise<Answer<ProjectHead>> {
    return this.#link.ask((worker) => worker.openProject(id, Comlink.proxy(onProgress)));
  }
  closeProject(): Promise<Answer<null>> {
    return this.#link.ask((worker) => worker.closeProject().then(() => NOTHING));
  }
  refresh(onProgress: OnProgress): Promise<Answer<ProjectHead>> {
    return this.#link.ask((worker) => worker.refresh(Comlink.proxy(onProgress)));
  }

  saveDesign(json: unknown, label: string): Promise<Answer<DesignHead>> {
    return this.#link.ask((worker) => worker.saveDesign(json, label));
  }
  undoDesign(): Promise<Answer<DesignHead>> {
    return this.#link.ask((worker) => worker.undoDesign());
  }
  redoDesign(): Promise<Answer<DesignHead>> {
    return this.#link.ask((worker) => worker.redoDesign());
  }
  facts(sync: string, onProgress: OnProgress): Promise<Answer<SyncFacts>> {
    return this.#link.ask((worker) => worker.facts(sync, Comlink.proxy(onProgress)));
  }

  plan(asOf: string, workers: 1 | 2, onProgress: OnProgress): Promise<Answer<PlanHead>> {
    return this.#link.ask(async (worker) => {
      // One opening for every plan that asks meanwhile: none may overtake another on the way to the worker.
      if (workers === 2) await (this.#helping ??= this.#openHelper(worker));
      return worker.plan(asOf, workers, Comlink.proxy(onProgress));
    });
  }
  /** Ends a plan that still runs; its call answers `superseded`. */
  cancelPlan(): Promise<Answer<null>> {
    return this.#link.ask((worker) => worker.cancelPlan().then(() => NOTHING));
  }
  keepPlan(): Promise<Answer<PlanHead>> {
    return this.#link.ask((worker) => worker.keepPlan());
  }

  view(sync: string, filter: Filter): Promise<Answer<View>> {
    return this.#link.ask((worker) => worker.view(sync, filter));
  }
  rows(sync: string, from: number, to: number): Promise<Answer<readonly Row[]>> {
    return this.#link.ask((worker) => worker.rows(sync, from, to));
  }
  subject(sync: string, subject: number): Promise<Answer<SubjectDetail>> {
    return this.#link.ask((worker) => worker.subject(sync, subject));
  }
  find(sync: string, ids: RecordIds): Promise<Answer<number>> {
    return this.#link.ask((worker) => worker.find(sync, ids));
  }
  nextOpen(sync: string, subject: number): Promise<Answer<number>> {
    return this.#link.ask((worker) => worker.nextOpen(sync, subject));
  }
  impact(sync: string): Promise<Answer<readonly FieldImpact[]>> {
    return this.#link.ask((worker) => worker.impact(sync));
  }

  decide(sync: string, target: Target, decision: DecisionWord): Promise<Answer<Decided>> {
    return this.#link.ask((worker) => worker.decide(sync, target, decision));
  }
  choose(sync: string, choice: Choice, asOf: string): Promise<Answer<PlanHead>> {
    return this.#link.ask((worker) => worker.choose(sync, choice, asOf));
  }
  undoDecision(sync: string, asOf: string): Promise<Answer<PlanHead>> {
    return this.#link.ask((worker) => worker.undoDecision(sync, asOf));
  }
  redoDecision(sync: string, asOf: string): Promise<Answer<PlanHead>> {
    return this.#link.ask((worker) => worker.redoDecision(sync, asOf));
  }

  changeFiles(
    kind: 'systems' | 'spreadsheets',
    approvedOnly: boolean,
    onProgress: OnProgress,
  ): Promise<Answer<readonly OutFile[]>> {
    return this.#link.ask((worker) => worker.changeFiles(kind, approvedOnly, Comlink.proxy(onProgress)));
  }
  planFiles(onProgress: OnProgress): Promise<Answer<readonly OutFile[]>> {
    return this.#link.ask((worker) => worker.planFiles(Comlink.proxy(onProgress)));
  }
  projectOut(withRecords: boolean, onProgress: OnProgress): Promise<Answer<OutFile>> {
    return this.#link.ask((worker) => worker.projectOut(withRecords, Comlink.proxy(onProgress)));
  }
  projectIn(file: File, onProgress: OnProgress): Promise<Answer<string>> {
    return this.#link.ask((worker) => worker.projectIn(file, Comlink.proxy(onProgress)));
  }

  async #openHelper(main: Comlink.Remote<ProjectWorker>): Promise<void> {
    const second = this.#start('drysync project 2');
    const { port1, port2 } = new MessageChannel();
    const helper = Comlink.wrap<ProjectWorker>(second);
    await helper.connect(Comlink.transfer(port2, [port2]), 'helper');
    await main.connect(Comlink.transfer(port1, [port1]), 'main');
  }
}
