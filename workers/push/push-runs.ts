import { onBoth } from '../../src/lib/engine/index.ts';
import {
  beginPush,
  isOver,
  openStops,
  resultsOf,
  runPush,
  type GuardLook,
  type Journal,
  type PushEvent,
  type PushPlan,
  type PushTools,
  type Result,
  type Standing,
} from '../../src/lib/push/index.ts';
import type { Locks } from '../../src/lib/store/index.ts';
import type { Answer, PushStarted } from '../../src/lib/conversation/index.ts';
import { done } from '../common/answer.ts';
import { Calls } from '../common/calls.ts';
import type { OpenedProject } from '../project/opened-project.ts';
import type { ProjectSession } from '../project/project-session.ts';
import type { SessionParts } from '../project/session-parts.ts';
import { backKey, backOf, pushId } from './about.ts';
import type { PushApps } from './push-apps.ts';
import { journalFailed, type OpenPush, type PushBooks, type PushRun } from './push-books.ts';
import { ProjectPushLock, RunControl, workerTools } from './push-tools.ts';

/** How pushes of the open project begin and run, and what is handed over when they end. */
export class PushRuns {
  readonly #session: ProjectSession;
  readonly #books: PushBooks;
  readonly #apps: PushApps;
  readonly #tools: PushTools;
  readonly #locks: Locks | null;
  readonly #begins = new Calls();

  constructor(
    session: ProjectSession,
    on: { readonly books: PushBooks; readonly apps: PushApps },
    { platform, pushTools }: SessionParts,
  ) {
    this.#session = session;
    this.#books = on.books;
    this.#apps = on.apps;
    this.#tools = pushTools ?? workerTools;
    this.#locks = platform?.locks === undefined ? browserLocks() : platform.locks;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#tools.now();
  }

  at(): string {
    return new Date(this.now()).toISOString();
  }

  async nextId(project: OpenedProject): Promise<string> {
    const number = (await this.#books.ids(project)).filter((id) => backOf(id) === null).length + 1;
    return pushId(number, this.#tools.now());
  }

  /** The push of this project that is not over, and whether it runs now; null: all are over. */
  async unfinished(project: OpenedProject): Promise<{ readonly id: string; readonly runs: boolean } | null> {
    const id = await this.#books.unfinished(project);
    const open = id === null ? null : await this.#books.open(id);
    return id === null ? null : { id, runs: open?.ok === true && open.value.run !== null };
  }

  /** Work on a push of the open project. */
  on<T>(
    push: string,
    work: (open: OpenPush, project: OpenedProject) => Promise<Answer<T>>,
  ): Promise<Answer<T>> {
    return this.#session.onProject(async (_, project) => {
      const opened = await this.#books.open(push);
      return opened.ok ? work(opened.value, project) : opened;
    });
  }

  /** One after the other: of two that begin at once the second finds the first. */
  begin(
    plan: PushPlan,
    stops: readonly GuardLook[],
    names: ReadonlyMap<string, string>,
    project: OpenedProject,
    basis: PushPlan['basis'],
  ): Promise<Answer<PushStarted>> {
    return this.#begins.run(async (): Promise<Answer<PushStarted>> => {
      if ((await this.#books.unfinished(project)) !== null) return done({ ok: false, because: 'unfinished' });
      const log = this.#books.log(project);
      const begun = await beginPush({
        plan: { ...plan, sizes: this.#books.sizes() },
        basis,
        stops,
        log,
        at: plan.approval.at,
      });
      if (begun.ok) {
        const open = this.#books.keep(begun.journal, () => names);
        this.run(open, project, new RunControl());
        return done({ ok: true, push: plan.id });
      }
      switch (begun.because) {
        case 'stale':
          return done({ ok: false, because: 'stale', changed: begun.changed });
        case 'guards':
          return done({ ok: false, because: 'guards', stops: openStops(stops, plan.approval.confirmed) });
        case 'journal':
          return journalFailed(begun.said);
        default:
          return begun satisfies never;
      }
    });
  }

  /** Goes on with a push, from where its journal stands. */
  run(open: OpenPush, project: OpenedProject, control: RunControl): PushRun {
    const { journal } = open;
    open.taken = null;
    const lock = new ProjectPushLock(
      this.#locks,
      () => project.access,
      () => control.want('pause'),
    );
    const end = runPush({
      journal,
      connectors: onBoth((side) => this.#apps.connectorOf(side, journal.standing.plan.accounts[side])),
      lock,
      owner: journal.standing.plan.approval.by,
      tools: this.#tools,
      control,
      tell: (event) => hear(open, event),
    }).then(
      async (ended) => {
        open.waits = null;
        if (!ended.ok && ended.because === 'taken') open.taken = { owner: ended.owner, since: ended.since };
        if (isOver(journal.standing.state)) await this.#handOver(journal, project);
        open.run = null;
      },
      () => {
        open.waits = null;
        open.run = null;
      },
    );
    const run = { control, end };
    open.run = run;
    return run;
  }

  /** The baseline moves by what the push, less what was taken back of it, wrote and the apps answered. */
  async #handOver({ standing }: Journal, project: OpenedProject): Promise<void> {
    const { id, kind } = standing.plan;
    const push = kind === 'rollback' ? (backOf(id) ?? id) : id;
    const opened = await this.#books.open(push);
    if (!opened.ok) return;
    const undone = await this.#books.undone(push, project);
    const results = resultsOf(opened.value.journal.standing).map((result): Result =>
      undone.has(backKey(result.item.key))
        ? { item: result.item, is: 'not-sent', because: 'stopped' }
        : result,
    );
    const handed = results.some(({ is }) => is === 'written' || is === 'refused' || is === 'unknown');
    const { basis } = opened.value.journal.standing.plan;
    await this.#session.handOverPush({ push, basis, results }, !handed);
  }

  /** Where a push stands once it does not run any more. */
  async ended(push: string): Promise<Standing | null> {
    const opened = await this.#books.open(push);
    if (!opened.ok) return null;
    await opened.value.run?.end;
    return opened.value.journal.standing;
  }
}

/** What a run tells of itself beside its journal. */
function hear(open: OpenPush, event: PushEvent): void {
  if (event.kind === 'call') open.calls[event.side]++;
  if (event.kind === 'job') open.processed.set(event.job, event.processed);
  const { side, milliseconds, fault } = event.kind === 'waiting' ? event : NO_WAIT;
  open.waits = side === null ? null : { side, milliseconds, said: fault?.said ?? '' };
}

const NO_WAIT = { side: null, milliseconds: 0, fault: null } as const;

const browserLocks = (): Locks | null =>
  typeof navigator === 'undefined' ? null : ((navigator as { readonly locks?: Locks }).locks ?? null);
