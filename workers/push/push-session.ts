// Over 300 lines: a verb for each question about pushes, in the order of a push's life; the answers are made in the files beside it.
import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import {
  onBoth,
  openChecks,
  SIDES,
  type Both,
  type CheckResult,
  type Guards,
  type Side,
} from '../../src/lib/engine/index.ts';
import type { Journal } from '../../src/lib/push/index.ts';
import {
  beginPush,
  cannotUndo,
  canaryOf,
  changedSince,
  forecast,
  goingOf,
  guardLooks,
  isOver,
  JournalFailed,
  openAgain,
  openStops,
  resultsOf,
  rollbackOf,
  runPush,
  type GuardLook,
  type LiveFacts,
  type PushEvent,
  type PushPlan,
  type PushTools,
  type Result,
  type Standing,
} from '../../src/lib/push/index.ts';
import type { Locks, Store } from '../../src/lib/store/index.ts';
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
  PushTarget,
  PushWorker,
} from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { Calls } from '../common/calls.ts';
import { unlessCancelled } from '../common/running.ts';
import { UNWATCHED } from '../common/work.ts';
import { handedByPush } from '../keep/hand-over.ts';
import type { ApprovedPlan } from '../plan/approved-plan.ts';
import type { OpenedProject } from '../project/opened-project.ts';
import type { ProjectSession } from '../project/project-session.ts';
import type { SessionParts } from '../project/session-parts.ts';
import { backId, backKey, backOf, forwardKey, groupsBy, LISTED, nameless, pairsOf, pushId } from './about.ts';
import { frozenPush, countActs, type FrozenPush } from './frozen-push.ts';
import type { PushTimeline } from './push-timeline.ts';
import { journalFailed, PushBooks, type OpenPush, type PushRun } from './push-books.ts';
import { sideFacts, type SideFacts } from './live-facts.ts';
import { readsOf } from './reads-of.ts';
import { ABSENT, ProjectPushLock, RunControl, workerTools } from './push-tools.ts';
import { resultFiles } from './result-files.ts';
import { standingOf } from './standing-of.ts';

/** What was shown to a person last, to be started as it was shown. */
interface Shown {
  readonly shown: string;
  readonly guards: readonly GuardLook[];
}

/** The pushes of the open project. Everything that is true of them is in their journals; this remembers what was opened. */
export class PushSession implements PushWorker {
  readonly #session: ProjectSession;
  readonly #tools: PushTools;
  readonly #locks: Locks | null;
  readonly #own = createTools();
  readonly #books: PushBooks;
  readonly #begins = new Calls();
  #shown: (Shown & { readonly line: PushTimeline; readonly first: number | null }) | null = null;
  #backShown: (Shown & { readonly plan: PushPlan }) | null = null;

  constructor(session: ProjectSession, { platform, pushTools }: SessionParts) {
    this.#session = session;
    this.#books = new PushBooks(session);
    this.#tools = pushTools ?? workerTools;
    this.#locks = platform?.locks === undefined ? browserLocks() : platform.locks;
  }

  /** The project is about to be closed: what runs is paused, and written down so. */
  async leave(): Promise<void> {
    await this.pushPause();
    this.#books.forget();
    this.#shown = null;
    this.#backShown = null;
  }

  /** Does one run in this worker? */
  get runs(): boolean {
    return this.#books.running().length > 0;
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
      const at = this.#at();
      const approval = { by, at, confirmed };
      const frozen = this.freeze(approved.value, project, {
        id: await this.#nextId(project),
        approval,
        first: this.#shown?.first ?? null,
      });
      const { now } = approved.value;
      const changed = changedSince(frozen.plan.basis, now);
      if (changed.length > 0) return done({ ok: false, because: 'stale', changed });
      if (this.#shown === null || shown !== this.#shown.shown || shown !== frozen.shown)
        return done({ ok: false, because: 'other-plan' });
      if (frozen.plan.items.length === 0) return done({ ok: false, because: 'nothing' });
      return this.#begin(frozen.plan, this.#shown.guards, frozen.names, project, now);
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
    return this.#onPush(push, async (open, project) => {
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
      await this.#run(open, project, control).end;
      return done(null);
    });
  }

  pushResume(push: string): Promise<Answer<null>> {
    return this.#onPush(push, (open, project) => {
      if (open.run === null && !isOver(open.journal.standing.state))
        this.#run(open, project, new RunControl());
      return Promise.resolve(done(null));
    });
  }

  pushAgain(push: string, which: 'refused' | 'unknown'): Promise<Answer<number>> {
    return this.#onPush(push, async (open, project) => {
      if (open.run !== null || !isOver(open.journal.standing.state)) return done(0);
      try {
        const count = await openAgain(open.journal, which, this.#at());
        if (count > 0) this.#run(open, project, new RunControl());
        return done(count);
      } catch (error) {
        if (error instanceof JournalFailed) return journalFailed(error.because);
        throw error;
      }
    });
  }

  pushJournal(push: string, filter: JournalFilter, from: number, to: number): Promise<Answer<JournalPage>> {
    return this.#onPush(push, ({ rows }) => Promise.resolve(done(rows().page(filter, from, to))));
  }

  async pushLine(push: string | null, at: number | null): Promise<Answer<PushLine | null>> {
    if (push === null) return done(this.#shown?.line.show(null, at) ?? null);
    return this.#onPush(push, ({ journal, line }) =>
      Promise.resolve(done(line().show(journal.standing, at))),
    );
  }

  pushResults(push: string): Promise<Answer<readonly OutFile[]>> {
    return this.#onPush(push, ({ journal }, project) => {
      const idField = (sync: string, side: Side): string =>
        project.sets.get(sync, side)?.report.live?.idField ??
        project.reading.design?.syncs.find(({ id }) => id === sync)?.[side].idField ??
        'id';
      return Promise.resolve(done(resultFiles(resultsOf(journal.standing), idField, this.#own)));
    });
  }

  backAbout(push: string): Promise<Answer<BackAbout>> {
    return this.#onPush(push, async (open, project) => {
      const ids = await this.#books.ids(project);
      const number = ids.filter((id) => backOf(id) === push).length + 1;
      const approval = { by: '', at: this.#at(), confirmed: [] };
      const { basis } = open.journal.standing.plan;
      const undone = await this.#books.undone(push, project);
      const can = onBoth((side) => this.#connector(side).can);
      const apps = onBoth((side) => this.#connector(side).jobs);
      const made = rollbackOf(
        open.journal.standing,
        can,
        {
          id: backId(push, number),
          approval,
          basis,
          jobs: onBoth((side) => apps[side]?.sizes ?? null),
        },
        ({ side, object, act, ...item }) => apps[side]?.takes(object, act, item) === true,
      );
      const items = made.plan.items.filter(({ key }) => !undone.has(key));
      const plan: PushPlan = { ...made.plan, items, canary: canaryOf(items).keys };
      const guards = guardLooks(NO_PLAN, guardsOf(project), plan.items, {
        ...liveFacts({ left: null, right: null }, plan),
        pairs: pairsOf(plan),
        reads: [],
        now: this.#tools.now(),
      });
      const shown = this.#own.sha256(
        this.#own.encode(JSON.stringify(items.map(({ key, values, from }) => [key, [...values], [...from]]))),
      );
      this.#backShown = { shown, guards, plan };
      const nameOf = (key: string, id: string): string => open.names().get(key) ?? id;
      return done({
        shown,
        of: push,
        items: items.length,
        sides: onBoth((side) => countActs(items.filter((item) => item.side === side))),
        notUndone: groupsBy(made.notUndone, ({ because, item }) => JSON.stringify([because, item.side])).map(
          (own) => ({
            because: own[0].because,
            side: own[0].item.side,
            count: own.length,
            names: own.slice(0, LISTED).map(({ item }) => nameOf(item.key, nameless(item))),
          }),
        ),
        guards,
        waitsFor: SIDES.filter(
          (side) => items.some((item) => item.side === side) && !this.#isReady(side, plan.accounts[side]),
        ),
      });
    });
  }

  backStart(push: string, { shown, by, confirmed }: PushStart): Promise<Answer<PushStarted>> {
    return this.#onPush(push, async (open, project): Promise<Answer<PushStarted>> => {
      if ((await this.#books.unfinished(project)) !== null) return done({ ok: false, because: 'unfinished' });
      const known = this.#backShown;
      if (known?.shown !== shown || backOf(known.plan.id) !== push)
        return done({ ok: false, because: 'other-plan' });
      if (known.plan.items.length === 0) return done({ ok: false, because: 'nothing' });
      const plan = { ...known.plan, approval: { by, at: this.#at(), confirmed } };
      const names = new Map(
        plan.items.flatMap(({ key }) => {
          const name = open.names().get(forwardKey(key));
          return name === undefined ? [] : [[key, name] as const];
        }),
      );
      return this.#begin(plan, known.guards, names, project, plan.basis);
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
    const { guards, facts } = await this.look(frozen, approved, project);
    this.#shown = { shown: frozen.shown, guards, first, line: this.#books.lineOf(plan, () => frozen.names) };
    const connectors = onBoth((side) => this.#connector(side));
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

  /** What the guards measure of it, asking the apps. */
  async look(
    frozen: FrozenPush,
    approved: ApprovedPlan,
    project: OpenedProject,
  ): Promise<{ readonly guards: readonly GuardLook[]; readonly facts: Both<SideFacts | null> }> {
    const items = goingOf(frozen.plan);
    const facts = await this.#facts(frozen, approved, project);
    const planned = { whole: approved.guards, part: approved.guardsOf(items) };
    const guards = guardLooks(planned, approved.design.guards, items, {
      ...liveFacts(facts, frozen.plan),
      pairs: approved.pairs,
      reads: readsOf(items, project),
      now: this.#tools.now(),
    });
    return { guards, facts };
  }

  /** The push of this project that is not over, and whether it runs now; null: all are over. */
  async unfinished(project: OpenedProject): Promise<{ readonly id: string; readonly runs: boolean } | null> {
    const id = await this.#books.unfinished(project);
    const open = id === null ? null : await this.#books.open(id);
    return id === null ? null : { id, runs: open?.ok === true && open.value.run !== null };
  }

  /** Begins a push by rules alone, of exactly what was frozen; no guard may stand in its way, for nobody lets one through. */
  async letGo(
    { plan, names }: FrozenPush,
    guards: readonly GuardLook[],
    by: string,
    project: OpenedProject,
    now: PushPlan['basis'],
  ): Promise<Answer<PushStarted>> {
    const approval = { by, at: this.#at(), confirmed: [], continuous: true as const };
    return this.#begin({ ...plan, id: await this.#nextId(project), approval }, guards, names, project, now);
  }

  /** Where a push stands once it does not run any more. */
  async ended(push: string): Promise<Standing | null> {
    const opened = await this.#books.open(push);
    if (!opened.ok) return null;
    await opened.value.run?.end;
    return opened.value.journal.standing;
  }

  /** What the apps say of themselves now, where something goes there. */
  async #facts(
    { plan, targets }: FrozenPush,
    approved: ApprovedPlan,
    project: OpenedProject,
  ): Promise<Both<SideFacts | null>> {
    const baseline = project.planning.ok ? project.planning.value.baseline : null;
    const of = async (side: Side): Promise<SideFacts | null> => {
      if (targets[side].is !== 'ready') return null;
      const objects = new Map(
        goingOf(plan)
          .filter((item) => item.side === side)
          .map(({ sync, object }) => [sync, object]),
      );
      const written = [...objects].map(([sync, object]) => ({
        sync,
        object,
        planned: approved.records.get(sync)?.[side] ?? 0,
      }));
      return sideFacts(side, this.#connector(side), written, baseline);
    };
    const [left, right] = await Promise.all([of('left'), of('right')]);
    return { left, right };
  }

  /** One after the other: of two that begin at once the second finds the first. */
  #begin(
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
        this.#run(open, project, new RunControl());
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

  #run(open: OpenPush, project: OpenedProject, control: RunControl): PushRun {
    const { journal } = open;
    open.taken = null;
    const lock = new ProjectPushLock(
      this.#locks,
      () => project.access,
      () => control.want('pause'),
    );
    const end = runPush({
      journal,
      connectors: onBoth((side) => this.#connectorOf(side, journal.standing.plan.accounts[side])),
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
      ready: (side, account) => this.#isReady(side, account),
    });
  }

  #onPush<T>(
    push: string,
    work: (open: OpenPush, project: OpenedProject) => Promise<Answer<T>>,
  ): Promise<Answer<T>> {
    return this.#session.onProject(async (_, project) => {
      const opened = await this.#books.open(push);
      return opened.ok ? work(opened.value, project) : opened;
    });
  }

  #connector(side: Side): AppConnector {
    return this.#session.live.of(side)?.connector ?? ABSENT;
  }

  /** Where nobody is signed in to this account, nothing is asked. */
  #connectorOf(side: Side, account: string): AppConnector {
    return account === '' ? ABSENT : this.#connector(side);
  }

  #isReady(side: Side, account: string): boolean {
    return this.#session.live.of(side)?.account.id === account;
  }

  async #nextId(project: OpenedProject): Promise<string> {
    const number = (await this.#books.ids(project)).filter((id) => backOf(id) === null).length + 1;
    return pushId(number, this.#tools.now());
  }

  #at(): string {
    return new Date(this.#tools.now()).toISOString();
  }
}

/** Of what is only looked at. */
const NOT_BEGUN = { id: '', approval: { by: '', at: '', confirmed: [] }, first: null };

/** What a run tells of itself beside its journal. */
function hear(open: OpenPush, event: PushEvent): void {
  if (event.kind === 'call') open.calls[event.side]++;
  if (event.kind === 'job') open.processed.set(event.job, event.processed);
  const { side, milliseconds, fault } = event.kind === 'waiting' ? event : NO_WAIT;
  open.waits = side === null ? null : { side, milliseconds, said: fault?.said ?? '' };
}

/** Names of the checks that are broken and stop a push. */
export const broken = (checks: readonly CheckResult[]): readonly string[] =>
  openChecks(checks).map(({ name }) => name);

const NO_WAIT = { side: null, milliseconds: 0, fault: null } as const;

const hasLive = ({ sets }: OpenedProject): boolean =>
  sets.syncs.some((sync) => SIDES.some((side) => sets.get(sync, side)?.report.live !== undefined));

/** What the guards need of the apps; a push goes only to the accounts its records were read from. */
function liveFacts(
  facts: Both<SideFacts | null>,
  { accounts }: PushPlan,
): Pick<LiveFacts, 'accounts' | 'counts' | 'canaries'> {
  return {
    accounts: onBoth((side) => ({ expected: accounts[side], found: accounts[side] })),
    counts: SIDES.flatMap((side) => (facts[side]?.ok === true ? facts[side].counts : [])),
    canaries: onBoth((side) =>
      facts[side]?.ok === true ? facts[side].canaries : { recorded: 0, asRecorded: 0 },
    ),
  };
}

const answering = (target: PushTarget, facts: SideFacts | null): PushTarget =>
  target.is === 'ready' && facts?.ok === false
    ? { is: 'no-answer', source: target.source, said: facts.said }
    : target;

/** A way back has no plan of its own. */
const NO_PLAN = { whole: [], part: [] };

const guardsOf = (project: OpenedProject): Guards => project.reading.design?.guards ?? NO_GUARDS;

/** Where the design cannot be read: the default of what a way back is looked at for. */
const NO_GUARDS: Guards = {
  maxMissing: null,
  createsPerMatch: null,
  maxCleared: { share: 0.1, count: 100 },
  maxChanged: null,
  minMatched: null,
  maxShrunk: null,
  maxRejected: null,
  maxOverwritten: null,
  maxAge: null,
  named: [],
};

const browserLocks = (): Locks | null =>
  typeof navigator === 'undefined' ? null : ((navigator as { readonly locks?: Locks }).locks ?? null);

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
