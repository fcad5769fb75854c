// Over 300 lines: a verb for each question about pushes, in the order of a push's life; the answers are made in the files beside it.
import { onBoth, openChecks, SIDES, type CheckResult, type Side } from '../../src/lib/engine/index.ts';
import {
  cannotUndo,
  canaryOf,
  changedSince,
  forecast,
  goingOf,
  isOver,
  JournalFailed,
  openAgain,
  resultsOf,
  type GuardLook,
  type PushPlan,
} from '../../src/lib/push/index.ts';
import type { Store } from '../../src/lib/store/index.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import type {
  Answer,
  BackAbout,
  JournalFilter,
  JournalPage,
  OutFile,
  PushAbout,
  PushEntry,
  PushLine,
  PushStanding,
  PushStart,
  PushStarted,
  PushWorker,
} from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { unlessCancelled } from '../common/running.ts';
import { UNWATCHED } from '../common/work.ts';
import { handedByPush } from '../keep/hand-over.ts';
import type { ApprovedPlan } from '../plan/approved-plan.ts';
import type { OpenedProject } from '../project/opened-project.ts';
import type { ProjectSession } from '../project/project-session.ts';
import type { SessionParts } from '../project/session-parts.ts';
import { backKey, backOf, groupsBy, LISTED } from './about.ts';
import { frozenPush, type FrozenPush } from './frozen-push.ts';
import type { PushTimeline } from './push-timeline.ts';
import { journalFailed, PushBooks, type OpenPush } from './push-books.ts';
import { RunControl, workerTools } from './push-tools.ts';
import { resultFiles } from './result-files.ts';
import { answering, PushApps } from './push-apps.ts';
import { PushBack } from './push-back.ts';
import { PushRuns } from './push-runs.ts';
import type { Shown } from './shown.ts';
import { standingOf } from './standing-of.ts';

/** The pushes of the open project. Everything that is true of them is in their journals; this remembers what was opened. */
export class PushSession implements PushWorker {
  readonly #session: ProjectSession;
  readonly #own = createTools();
  readonly #books: PushBooks;
  readonly apps: PushApps;
  readonly begun: PushRuns;
  readonly #back: PushBack;
  #shown: (Shown & { readonly line: PushTimeline; readonly first: number | null }) | null = null;

  constructor(session: ProjectSession, parts: SessionParts) {
    this.#session = session;
    this.#books = new PushBooks(session);
    const { now } = parts.pushTools ?? workerTools;
    this.apps = new PushApps(() => session.live, now);
    const on = { books: this.#books, apps: this.apps };
    this.begun = new PushRuns(session, on, parts);
    this.#back = new PushBack({ ...on, runs: this.begun });
  }

  /** The project is about to be closed: what runs is paused, and written down so. */
  async leave(): Promise<void> {
    await this.pushPause();
    this.#books.forget();
    this.#shown = null;
    this.#back.forget();
  }

  /** Does one run in this worker? */
  get runs(): boolean {
    return this.#books.running().length > 0;
  }

  backAbout(push: string): Promise<Answer<BackAbout>> {
    return this.#back.about(push);
  }

  backStart(push: string, start: PushStart): Promise<Answer<PushStarted>> {
    return this.#back.start(push, start);
  }

  pushes(): ReturnType<PushWorker['pushes']> {
    return this.#session.onProject(async (_, project) => {
      const ids = await this.#books.log(project).list();
      if (!ids.ok) return journalFailed(ids.because);
      const list: PushEntry[] = [];
      for (const id of ids.value) {
        const opened = await this.#books.open(id);
        if (!opened.ok) return opened;
        const { standing } = opened.value.journal;
        const { kind, approval } = standing.plan;
        const total = [...standing.items()].length;
        list.push({ id, kind, total, at: standing.beganAt, by: approval.by, state: standing.state.is });
      }
      return done({ live: hasLive(project), list });
    });
  }

  pushAbout(job: number, first: number | null = null): Promise<Answer<PushAbout>> {
    return this.#session.running.run(job, (work) =>
      unlessCancelled(work, () =>
        this.#session.planning(async (desk, project) => {
          const approved = await desk.approved(work);
          if (!approved.ok) return approved;
          const checks = await desk.checks(work);
          return checks.ok ? this.#about(approved.value, project, broken(checks.value), first) : checks;
        }),
      ),
    );
  }

  async pushStart({ shown, by, confirmed }: PushStart): Promise<Answer<PushStarted>> {
    return this.#session.planning(async (desk, project): Promise<Answer<PushStarted>> => {
      if ((await this.#books.unfinished(project)) !== null) return done({ ok: false, because: 'unfinished' });
      const approved = await desk.approved(UNWATCHED);
      if (!approved.ok) return approved;
      const checks = await desk.checks(UNWATCHED);
      if (!checks.ok) return checks;
      // S400: as they stand now, whenever what is pushed was approved (S403).
      const names = broken(checks.value);
      if (names.length > 0) return failed({ code: 'checks-broken', names });
      const at = this.begun.at();
      const approval = { by, at, confirmed };
      const frozen = this.freeze(approved.value, project, {
        id: await this.begun.nextId(project),
        approval,
        first: this.#shown?.first ?? null,
      });
      const { now } = approved.value;
      const changed = changedSince(frozen.plan.basis, now);
      if (changed.length > 0) return done({ ok: false, because: 'stale', changed });
      if (this.#shown === null || shown !== this.#shown.shown || shown !== frozen.shown)
        return done({ ok: false, because: 'other-plan' });
      if (frozen.plan.items.length === 0) return done({ ok: false, because: 'nothing' });
      return this.begun.begin(frozen.plan, this.#shown.guards, frozen.names, project, now);
    });
  }

  pushStanding(push: string | null): Promise<Answer<PushStanding | null>> {
    return this.#session.onProject(async (store, project) => {
      const id = push ?? (await this.#books.ids(project)).at(-1);
      if (id === undefined) return done(null);
      const opened = await this.#books.open(id);
      if (!opened.ok) return opened;
      return done(await this.#standing(opened.value, store, project));
    });
  }

  async pushPause(): Promise<Answer<null>> {
    const running = this.#books.running();
    for (const { control } of running) control.want('pause');
    await Promise.all(running.map(({ end }) => end));
    return done(null);
  }

  pushStop(push: string): Promise<Answer<null>> {
    return this.begun.on(push, async (open, project) => {
      const { run, journal } = open;
      if (run !== null) {
        run.control.want('stop');
        await run.end;
        return done(null);
      }
      if (isOver(journal.standing.state)) return done(null);
      // What it sent is still looked at, as far as the apps let it.
      const control = new RunControl();
      control.want('stop');
      await this.begun.run(open, project, control).end;
      return done(null);
    });
  }

  pushResume(push: string): Promise<Answer<null>> {
    return this.begun.on(push, (open, project) => {
      if (open.run === null && !isOver(open.journal.standing.state))
        this.begun.run(open, project, new RunControl());
      return Promise.resolve(done(null));
    });
  }

  pushAgain(push: string, which: 'refused' | 'unknown'): Promise<Answer<number>> {
    return this.begun.on(push, async (open, project) => {
      if (open.run !== null || !isOver(open.journal.standing.state)) return done(0);
      try {
        const count = await openAgain(open.journal, which, this.begun.at());
        if (count > 0) this.begun.run(open, project, new RunControl());
        return done(count);
      } catch (error) {
        if (error instanceof JournalFailed) return journalFailed(error.because);
        throw error;
      }
    });
  }

  pushJournal(push: string, filter: JournalFilter, from: number, to: number): Promise<Answer<JournalPage>> {
    return this.begun.on(push, ({ rows }) => Promise.resolve(done(rows().page(filter, from, to))));
  }

  async pushLine(push: string | null, at: number | null): Promise<Answer<PushLine | null>> {
    if (push === null) return done(this.#shown?.line.show(null, at) ?? null);
    return this.begun.on(push, ({ journal, line }) =>
      Promise.resolve(done(line().show(journal.standing, at))),
    );
  }

  pushResults(push: string): Promise<Answer<readonly OutFile[]>> {
    return this.begun.on(push, ({ journal }, project) => {
      const idField = (sync: string, side: Side): string =>
        project.sets.get(sync, side)?.report.live?.idField ??
        project.reading.design?.syncs.find(({ id }) => id === sync)?.[side].idField ??
        'id';
      return Promise.resolve(done(resultFiles(resultsOf(journal.standing), idField, this.#own)));
    });
  }

  async #about(
    approved: ApprovedPlan,
    project: OpenedProject,
    checks: readonly string[],
    first: number | null,
  ): Promise<Answer<PushAbout>> {
    const frozen = this.freeze(approved, project, { ...NOT_BEGUN, first });
    const { plan, part, leftOut, keyless, targets, going, staying } = frozen;
    const items = goingOf(plan);
    const { guards, facts } = await this.apps.look(frozen, approved, project);
    this.#shown = { shown: frozen.shown, guards, first, line: this.#books.lineOf(plan, () => frozen.names) };
    const connectors = onBoth((side) => this.apps.connector(side));
    const named = (items: readonly { readonly key: string }[]) => ({
      count: items.length,
      names: items.slice(0, LISTED).map(({ key }) => frozen.names.get(key) ?? ''),
    });
    const can = onBoth((side) => connectors[side].can);
    return done({
      shown: frozen.shown,
      plan: approved.number,
      planKey: approved.basis.plan,
      records: approved.lines.length,
      byRule: approved.rules.filter((rule) => rule !== null).length,
      items: items.length,
      first: part,
      sides: onBoth((side) => ({
        to: answering(targets[side], facts[side]),
        going: going[side],
        staying: staying[side],
      })),
      leftOut: groupsBy(leftOut, ({ because }) => because).map((own) => ({
        because: own[0].because,
        records: named(own.map(({ item }) => item)),
      })),
      keyless: named(keyless),
      cannotUndo: groupsBy(cannotUndo(items, can), ({ because, item }) =>
        JSON.stringify([because, item.side]),
      ).map((own) => ({ because: own[0].because, side: own[0].item.side, count: own.length })),
      canary: { records: plan.canary.length, uncovered: canaryOf(items).uncovered },
      forecast: forecast(
        plan,
        can,
        onBoth((side) => connectors[side].allowance),
      ),
      guards,
      changed: changedSince(approved.basis, approved.now),
      checks,
      unfinished: await this.#books.unfinished(project),
    });
  }

  /** These lines as a push would send them now. */
  freeze(
    approved: ApprovedPlan,
    project: OpenedProject,
    about: Pick<PushPlan, 'id' | 'approval'> & { readonly first: number | null } = NOT_BEGUN,
  ): FrozenPush {
    return frozenPush(approved, project, this.#session.live, about, this.#own);
  }

  /** Begins a push by rules alone, of exactly what was frozen; no guard may stand in its way, for nobody lets one through. */
  async letGo(
    { plan, names }: FrozenPush,
    guards: readonly GuardLook[],
    by: string,
    project: OpenedProject,
    now: PushPlan['basis'],
  ): Promise<Answer<PushStarted>> {
    const approval = { by, at: this.begun.at(), confirmed: [], continuous: true as const };
    return this.begun.begin(
      { ...plan, id: await this.begun.nextId(project), approval },
      guards,
      names,
      project,
      now,
    );
  }

  async #standing(open: OpenPush, store: Store, project: OpenedProject): Promise<PushStanding> {
    const { standing } = open.journal;
    const { id, kind } = standing.plan;
    const handedBy = await handedByPush(store, project.row);
    const undone = await this.#books.undone(id, project);
    const isLeft = [...standing.items()].some(
      ({ is, item }) => is === 'written' && !undone.has(backKey(item.key)),
    );
    const ids = (await this.#books.ids(project)).filter((one) => backOf(one) === null);
    return standingOf(standing, {
      runs: open.run !== null,
      taken: open.taken,
      waits: open.waits,
      calls: open.calls,
      processed: open.processed,
      line: open.line(),
      backOf: backOf(id),
      handedOver:
        isOver(open.journal.standing.state) && open.run === null ? handedBy === (backOf(id) ?? id) : null,
      canRollBack:
        kind === 'push' &&
        isOver(open.journal.standing.state) &&
        open.run === null &&
        isLeft &&
        ids.at(-1) === id &&
        (handedBy === id || handedBy === null),
      ready: (side, account) => this.apps.isReady(side, account),
    });
  }
}

/** Of what is only looked at. */
const NOT_BEGUN = { id: '', approval: { by: '', at: '', confirmed: [] }, first: null };

/** Names of the checks that are broken and stop a push. */
export const broken = (checks: readonly CheckResult[]): readonly string[] =>
  openChecks(checks).map(({ name }) => name);

const hasLive = ({ sets }: OpenedProject): boolean =>
  sets.syncs.some((sync) => SIDES.some((side) => sets.get(sync, side)?.report.live !== undefined));

/** The verbs as the conversation has them. */
export const pushVerbs = (pushes: PushSession): PushWorker => ({
  pushes: () => pushes.pushes(),
  pushAbout: (job, first) => pushes.pushAbout(job, first),
  pushStart: (start) => pushes.pushStart(start),
  pushStanding: (push) => pushes.pushStanding(push),
  pushPause: () => pushes.pushPause(),
  pushStop: (push) => pushes.pushStop(push),
  pushResume: (push) => pushes.pushResume(push),
  pushAgain: (push, which) => pushes.pushAgain(push, which),
  pushJournal: (push, filter, from, to) => pushes.pushJournal(push, filter, from, to),
  pushLine: (push, at) => pushes.pushLine(push, at),
  pushResults: (push) => pushes.pushResults(push),
  backAbout: (push) => pushes.backAbout(push),
  backStart: (push, start) => pushes.backStart(push, start),
});
