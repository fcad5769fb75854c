// Over 300 lines: one session in the order of a project's life; what goes on to its desk is in whole-session.ts.
import type { Tools } from '../../src/lib/engine/index.ts';
import type { KeptDesign, Result, Store } from '../../src/lib/store/index.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import { HelperSeat } from '../common/helper-seat.ts';
import type {
  Answer,
  ContinuousCalls,
  DesignHead,
  HandOverHead,
  KeptPlanHead,
  LiveCalls,
  Moved,
  ChangeForm,
  OutFile,
  ProjectCard,
  ProjectHead,
  ProjectWorker,
  PushWorker,
  StoreHead,
  DoneStep,
  Tell,
} from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { Calls } from '../common/calls.ts';
import { changeProject } from './change-project.ts';
import { withFreshFields } from '../live/app-fields.ts';
import { LiveSides } from '../live/live-sides.ts';
import type { Handing } from '../plan/push-hand-over.ts';
import type { Desk } from './desk.ts';
import { withChecksOf } from './design-changes.ts';
import { moveNext, type Way } from './moving.ts';
import { OpenedProject } from './opened-project.ts';
import { projectCards } from './project-cards.ts';
import { projectHead } from './project-head.ts';
import { projectIn } from '../file/project-in.ts';
import { projectOut } from '../file/project-out.ts';
import { createSample } from '../file/sample.ts';
import { Running, unlessCancelled } from '../common/running.ts';
import type { Work } from '../common/work.ts';
import { stepLabel } from '../common/step-label.ts';
import type { SessionParts } from './session-parts.ts';
import { handedByPush, takeResults } from '../keep/hand-over.ts';
import { StoreDesk } from '../keep/store-desk.ts';
import { Verifier } from '../keep/verify.ts';

type SessionCalls = Omit<
  ProjectWorker,
  | Exclude<keyof Desk & keyof ProjectWorker, 'keepPlan' | 'changeFiles'>
  | keyof LiveCalls
  | keyof ContinuousCalls
  | 'rejected'
  | 'rejectedFile'
  | 'looked'
  | 'linkedPairs'
  | 'connect'
  | 'disconnect'
  | 'hold'
  | keyof PushWorker
>;

/** The part of a project's worker that keeps: store, projects, sets and designs. Plans are its desk's. */
export class ProjectSession implements SessionCalls {
  readonly #parts: SessionParts;
  readonly #tools: Tools = createTools();
  readonly #calls = new Calls();
  /** Undo and redo: which act is next is asked when the one before has moved. */
  readonly #moves = new Calls();
  readonly #desk: StoreDesk;
  #verifier: Verifier | null = null;
  #open: { readonly project: OpenedProject; readonly desk: Desk } | null = null;
  /** The apps the open project is signed in to. */
  live = new LiveSides();
  /** What has to end before the open project is closed. */
  beforeClose: () => Promise<void> = () => Promise.resolve();
  /** Where the second worker is reached, once there is one. */
  readonly helper = new HelperSeat();
  readonly running = new Running();

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#desk = new StoreDesk(parts.platform ?? {});
  }

  async open(storeName: string, tab: string, tell: Tell): Promise<Answer<StoreHead>> {
    this.running.tell = tell;
    return this.#calls.run(async () => {
      const head = await this.#desk.open(storeName, tab, tell);
      const { store } = this.#desk;
      if (store === null) return head;
      this.#verifier ??= new Verifier(
        store,
        (set, problem) => {
          this.#open?.project.spoil(set, problem);
          void this.#desk.note(problem);
        },
        () => this.running.any,
        this.#parts.verifyAfter,
      );
      return head;
    });
  }

  get store(): Store | null {
    return this.#desk.store;
  }

  cancel(job: number): Promise<Answer<null>> {
    this.running.cancel(job);
    return Promise.resolve(done(null));
  }

  storeHead(): Promise<Answer<StoreHead>> {
    return this.#desk.head();
  }

  async persist(): Promise<Answer<boolean>> {
    const granted = (await this.#desk.store?.persist()) === 'granted';
    if (granted) await this.#desk.tell();
    return done(granted);
  }

  projects(): Promise<Answer<readonly ProjectCard[]>> {
    return this.#onStore((store) => projectCards(store));
  }

  async createProject(name: string): Promise<Answer<string>> {
    const made = await this.#desk.ask((store) => store.projects.create(name, { left: '', right: '' }));
    return made.ok ? done(made.value.id) : made;
  }

  createSample(base: string, job: number): Promise<Answer<string>> {
    return this.#inTurn(job, (work) =>
      this.#onStore((store) => createSample(store, this.#tools, base, work, this.#parts.load)),
    );
  }

  renameProject(id: string, name: string): Promise<Answer<null>> {
    return this.#calls.run(async () => {
      const renamed = await changeProject(this.#desk, id, this.#open?.project.id === id, (store) =>
        store.projects.rename(id, name),
      );
      return renamed.ok && this.#open?.project.id === id ? this.#readRow() : renamed;
    });
  }

  removeProject(id: string): Promise<Answer<null>> {
    return this.#calls.run(async () => {
      if (this.#open?.project.id === id) await this.#close();
      return changeProject(this.#desk, id, false, (store) => store.projects.remove(id));
    });
  }

  openProject(id: string, job: number): Promise<Answer<ProjectHead>> {
    return this.#inTurn(job, (work) =>
      this.#onStore(async (store) => {
        await this.#close();
        const opened = await OpenedProject.open(store, this.#tools, id, work);
        if (!opened.ok) return opened;
        if (opened.value.access.access === 'owner') this.#desk.regain(id);
        this.#open = { project: opened.value, desk: this.#parts.newDesk() };
        return this.#opened();
      }),
    );
  }

  closeProject(): Promise<Answer<null>> {
    return this.#calls.run(async () => {
      await this.#close();
      return done(null);
    });
  }

  refresh(job: number): Promise<Answer<ProjectHead>> {
    return this.#inTurn(job, async (work) => {
      if (this.#open === null) return failed({ code: 'no-project' });
      const read = await this.#open.project.refresh(work);
      if (!read.ok) return read;
      const taken = await this.#takeAppFields(this.#open.project);
      return taken.ok ? this.#opened() : taken;
    });
  }

  saveDesign(json: unknown, step: DoneStep): Promise<Answer<DesignHead>> {
    return this.#changeDesign((store, id) => store.designs.save(id, JSON.stringify(json), stepLabel(step)));
  }

  undo(asOf: string): Promise<Answer<Moved>> {
    return this.#moves.run(() => this.#move('undo', asOf));
  }

  redo(asOf: string): Promise<Answer<Moved>> {
    return this.#moves.run(() => this.#move('redo', asOf));
  }

  /** Back to the design of the kept plan, as one more step; where no plan was kept, back by one. */
  revertDesign(): Promise<Answer<DesignHead>> {
    return this.#changeDesign(async (store, id, project) => {
      const kept = await project.keptDesign();
      if (kept === null) return store.designs.undo(id);
      const text = withChecksOf(kept, project.reading.json);
      if (text === project.reading.kept?.text) return { ok: true, value: project.reading.kept };
      return store.designs.save(id, text, stepLabel({ code: 'reverted', values: {} }));
    });
  }

  projectOut(withRecords: boolean, job: number): Promise<Answer<OutFile>> {
    return this.#inTurn(job, (work) =>
      this.onProject((store, project) => projectOut(store, this.#tools, project, withRecords, work)),
    );
  }

  projectIn(file: File, job: number): Promise<Answer<string>> {
    return this.#inTurn(job, (work) => this.#onStore((store) => projectIn(store, this.#tools, file, work)));
  }

  /** Asks the desk for something that is made from the present state, or says why it cannot be. */
  async planning<T>(ask: (desk: Desk, project: OpenedProject) => Promise<Answer<T>>): Promise<Answer<T>> {
    // What was asked before may still be opening what this needs.
    await this.#calls.run(() => Promise.resolve());
    if (this.#open === null) return failed({ code: 'no-project' });
    const { project, desk } = this.#open;
    return project.planning.ok ? ask(desk, project) : project.planning;
  }

  /** Keeps the plan; the design is measured by it from then on. */
  async keepPlan(): Promise<Answer<KeptPlanHead>> {
    const plan = await this.planned((desk) => desk.keepPlan());
    if (!plan.ok) return plan;
    if (this.#open === null) return failed({ code: 'no-project' });
    const { project } = this.#open;
    await project.takeKept();
    return done({ plan: plan.value, design: project.designHead });
  }

  /** Change files, and what the project hands over with them. */
  async changeFiles(
    form: ChangeForm,
    approvedOnly: boolean,
    job: number,
  ): Promise<Answer<readonly OutFile[]>> {
    const files = await this.running.run(job, (work) =>
      this.planning((desk) => unlessCancelled(work, () => desk.changeFiles(form, approvedOnly, work))),
    );
    if (!files.ok) return files;
    // The plan on the desk stays as it is: nothing of a hand-over counts yet (S115).
    const read = await this.#calls.run(() => this.#readRow());
    return read.ok ? files : read;
  }

  handOver(): Promise<Answer<HandOverHead>> {
    return this.onProject((_, project) => project.handOver());
  }

  addResults(files: readonly File[], job: number): Promise<Answer<HandOverHead>> {
    return this.#inTurn(job, () =>
      this.#changeHandOver((store, project) => takeResults(store, project.row, files)),
    );
  }

  dropResult(id: string): Promise<Answer<HandOverHead>> {
    return this.#calls.run(() =>
      this.#changeHandOver(() => this.#desk.ask((store) => store.baselines.dropResult(this.#id, id))),
    );
  }

  forgetHandOver(): Promise<Answer<HandOverHead>> {
    return this.#calls.run(() =>
      this.#changeHandOver(() => this.#desk.ask((store) => store.baselines.forget(this.#id))),
    );
  }

  /** What a push wrote is handed over; false where its plan cannot be made again. With nothing left to hand over it is forgotten. */
  handOverPush(handing: Handing, isNothing: boolean): Promise<Answer<boolean>> {
    return this.#calls.run(async () => {
      if (this.#open === null) return failed({ code: 'no-project' });
      const { project, desk } = this.#open;
      const { store } = this.#desk;
      const isOurs = store !== null && (await handedByPush(store, project.row)) === handing.push;
      const before = isOurs ? await project.planningBefore() : project.planning;
      if (!before.ok) return before;
      const kept: Answer<boolean> = isNothing
        ? done(false)
        : await desk.handOverPush({ ...before.value, helper: this.helper }, handing);
      if (!kept.ok || (!kept.value && !isOurs)) return kept;
      const changed = await this.#changeHandOver(async () =>
        kept.value ? done(null) : this.#desk.ask((store) => store.baselines.forget(this.#id)),
      );
      return changed.ok ? kept : changed;
    });
  }

  /** Asks the desk for something of the last plan. */
  async planned<T>(ask: (desk: Desk) => Promise<Answer<T>>): Promise<Answer<T>> {
    return this.#open === null ? failed({ code: 'no-project' }) : ask(this.#open.desk);
  }

  /** S355: what was just read from an app changes the design where the app's fields changed. */
  async #takeAppFields(project: OpenedProject): Promise<Answer<null>> {
    const { fresh } = this.live;
    const json = fresh.size === 0 ? null : withFreshFields(project, fresh);
    fresh.clear();
    if (json === null) return done(null);
    const label = stepLabel({ code: 'app-fields', values: {} });
    const kept = await this.#desk.ask((store) => store.designs.save(project.id, JSON.stringify(json), label));
    if (!kept.ok) return kept;
    await project.take(kept.value);
    return done(null);
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
    const handOver = await project.handOver();
    if (!handOver.ok) return handOver;
    return done(projectHead(project, this.#desk.readOnly(project.id), bytes, handOver.value));
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

  get #id(): string {
    return this.#open?.project.id ?? '';
  }

  #changeHandOver(
    change: (store: Store, project: OpenedProject) => Promise<Answer<unknown>>,
  ): Promise<Answer<HandOverHead>> {
    return this.onProject(async (store, project): Promise<Answer<HandOverHead>> => {
      const changed = await change(store, project);
      if (!changed.ok) return changed;
      const row = await this.#desk.ask((one) => one.projects.get(project.id));
      if (!row.ok) return row;
      await project.takeHandOver(row.value);
      const taken = await this.#hand();
      return taken.ok ? project.handOver() : taken;
    });
  }

  #move(way: Way, asOf: string): Promise<Answer<Moved>> {
    return moveNext(way, {
      // An act that was asked for before is in the log first.
      next: () =>
        this.#calls.run(async () => {
          if (this.#open === null) return failed({ code: 'no-project' });
          const { id } = this.#open.project;
          return this.#desk.ask((store) => store.history.next(id));
        }),
      design: () => this.#changeDesign((store, id) => store.designs[way](id)),
      decisions: (sync) =>
        this.planning((desk) =>
          way === 'undo' ? desk.undoDecision(sync, asOf) : desk.redoDecision(sync, asOf),
        ),
      name: (act) =>
        this.#calls.run(async () => {
          const to = way === 'undo' ? 'undone' : 'made';
          const moved = await this.#desk.ask((store) => store.history.rename(act, to));
          return moved.ok ? this.#readRow() : moved;
        }),
      project: () => this.#open?.project ?? null,
    });
  }

  /** The open project's row as it is now. */
  async #readRow(): Promise<Answer<null>> {
    if (this.#open === null) return done(null);
    const { project } = this.#open;
    const row = await this.#desk.ask((store) => store.projects.get(project.id));
    if (row.ok) project.takeRow(row.value);
    return row.ok ? done(null) : row;
  }

  #changeDesign(
    change: (store: Store, id: string, project: OpenedProject) => Promise<Result<KeptDesign>>,
  ): Promise<Answer<DesignHead>> {
    return this.#calls.run(async () => {
      if (this.#open === null) return failed({ code: 'no-project' });
      const { project } = this.#open;
      const kept = await this.#desk.ask((store) => change(store, project.id, project));
      if (!kept.ok) return kept;
      await project.take(kept.value);
      const taken = await this.#hand();
      return taken.ok ? done(project.designHead) : taken;
    });
  }

  async #close(): Promise<void> {
    if (this.#open === null) return;
    await this.beforeClose();
    const { project, desk } = this.#open;
    this.#open = null;
    // The sign-ins of a project end with it.
    await this.live.forget();
    this.live = new LiveSides();
    this.#verifier?.stop();
    await desk.cancelPlan();
    if (project.access.access === 'owner') await this.#desk.store?.projects.close(project.id);
  }

  /** A job that changes what is open, or is made of it. */
  #inTurn<T>(job: number, call: (work: Work) => Promise<Answer<T>>): Promise<Answer<T>> {
    return this.running.run(job, (work) => this.#calls.run(() => unlessCancelled(work, call)));
  }

  /** Asks something of what the open project keeps. */
  onProject<T>(ask: (store: Store, project: OpenedProject) => Promise<Answer<T>>): Promise<Answer<T>> {
    const project = this.#open?.project;
    if (project === undefined) return Promise.resolve(failed({ code: 'no-project' }));
    return this.#onStore((store) => ask(store, project));
  }

  async #onStore<T>(work: (store: Store) => Promise<Answer<T>>): Promise<Answer<T>> {
    const { store } = this.#desk;
    return store === null ? failed({ code: 'no-store' }) : work(store);
  }
}
