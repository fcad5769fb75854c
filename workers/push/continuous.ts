import { SIDES } from '../../src/lib/engine/index.ts';
import {
  changedSince,
  countResults,
  goingOf,
  resultsOf,
  type PushItem,
  type Result,
} from '../../src/lib/push/index.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import type {
  Answer,
  ContinuousAbout,
  ContinuousPass,
  ContinuousStart,
  ContinuousStarted,
  ContinuousStop,
  LivePass,
} from '../../src/lib/conversation/index.ts';
import { done } from '../common/answer.ts';
import { UNWATCHED, type Work } from '../common/work.ts';
import type { Desk } from '../project/desk.ts';
import type { OpenedProject } from '../project/opened-project.ts';
import type { ProjectSession } from '../project/project-session.ts';
import { LISTED } from './about.ts';
import { byItself, recordsOf, type ByItself } from './by-itself.ts';
import { absentSides, barsOf, liveSyncs } from './continuous-bars.ts';
import { broken, type PushSession } from './push-session.ts';
import { readVerdict } from './read-verdict.ts';
import { ToAndFro } from './to-and-fro.ts';
import { termsOf } from './turned-on-with.ts';

/** S448: records that a pass may write after the first one. */
const LATER = 100;

/** What a person turned on. */
interface TurnedOn {
  readonly by: string;
  /** Of the design, its rules and its checks. */
  readonly terms: string;
  readonly written: ToAndFro;
  /** Records that the next pass may write. */
  most: number;
  passes: number;
}

/** What would go by itself now, and all that was looked at for it. */
interface Looked extends ByItself {
  readonly terms: string;
  readonly checks: readonly string[];
  readonly records: number;
}

/**
 * S446: pushes what rules approve while the apps are watched. It is turned on by a person and remembered here alone: it ends with this worker,
 * with the project and with the first thing a person has to look at. What it pushes goes the way of every push.
 */
export class Continuous {
  readonly #session: ProjectSession;
  readonly #pushes: PushSession;
  readonly #tools = createTools();
  #on: TurnedOn | null = null;
  /** The last pass over the apps, until it was pushed. */
  #read: Answer<LivePass> | null = null;
  /** The push it has begun, while that runs. */
  #push: string | null = null;

  constructor(session: ProjectSession, pushes: PushSession) {
    this.#session = session;
    this.#pushes = pushes;
  }

  /** A pass over the apps is over. */
  heard(pass: Answer<LivePass>): void {
    this.#read = pass;
  }

  /** Off, without a word: the project is closed. */
  forget(): void {
    this.#on = null;
    this.#read = null;
  }

  about(work: Work): Promise<Answer<ContinuousAbout>> {
    return this.#session.planning(async (desk, project) => {
      const told = await this.#about(desk, project, work);
      return told.ok ? done(told.value.about) : told;
    });
  }

  turnOn({ shown, by, typed }: ContinuousStart): Promise<Answer<ContinuousStarted>> {
    return this.#session.planning(async (desk, project): Promise<Answer<ContinuousStarted>> => {
      const told = await this.#about(desk, project, UNWATCHED);
      if (!told.ok) return told;
      const { about, terms } = told.value;
      const { bars, confirm, most } = about;
      if (about.shown !== shown) return done({ ok: false, because: 'other' });
      if (bars.length > 0) return done({ ok: false, because: 'barred' });
      if (typed.trim() !== confirm) return done({ ok: false, because: 'not-typed' });
      // What was read before is what the person saw: the first pass reads anew.
      this.#read = null;
      this.#on = { by, terms, written: new ToAndFro(), most: most.first, passes: 0 };
      return done({ ok: true });
    });
  }

  /** Off; what it pushes just now is stopped for good. */
  async turnOff(): Promise<Answer<null>> {
    this.#on = null;
    const push = this.#push;
    return push === null ? done(null) : this.#pushes.pushStop(push);
  }

  /** S449: after a pass over the apps was read and planned. */
  async push(work: Work): Promise<Answer<ContinuousPass>> {
    const on = this.#on;
    if (on === null) return OFF;
    const read = this.#read;
    this.#read = null;
    const verdict = readVerdict(read);
    if (verdict.is === 'stops') return this.#stop(verdict.because);
    if (verdict.is === 'waits') return waits(verdict.because);
    const passed = await this.#session.planning((desk, project) => this.#pass(on, { desk, project }, work));
    if (passed.ok) return passed;
    return UNDER_WAY.has(passed.problem.code)
      ? waits('plan')
      : this.#stop({ is: 'problem', problem: passed.problem });
  }

  async #pass(
    on: TurnedOn,
    { desk, project }: { readonly desk: Desk; readonly project: OpenedProject },
    work: Work,
  ): Promise<Answer<ContinuousPass>> {
    const unfinished = await this.#pushes.begun.unfinished(project);
    if (unfinished !== null) return unfinished.runs ? waits('push') : this.#stop({ is: 'unfinished' });
    const first = await this.#look(desk, project, work);
    if (!first.ok) return first;
    const { frozen, records, approved, terms } = first.value;
    if (terms !== on.terms) return this.#stop({ is: 'design' });
    if (changedSince(approved.basis, approved.now).length > 0) return waits('plan');
    const pass = on.passes + 1;
    const stop = this.#stopOf(on, first.value, project, pass);
    if (stop !== null) return this.#stop(stop);
    const items = goingOf(frozen.plan);
    if (items.length === 0) {
      on.passes = pass;
      return NOTHING;
    }
    const { guards, facts } = await this.#pushes.apps.look(frozen, approved, project);
    if (SIDES.some((side) => facts[side]?.ok === false)) return waits('app');
    const stops = guards.filter((one) => one.stops);
    if (stops.length > 0) return this.#stop({ is: 'guards', guards: stops });
    // Somebody may have decided otherwise while the apps were asked.
    const now = await this.#look(desk, project, work);
    if (!now.ok) return now;
    if (this.#on !== on) return OFF;
    if (now.value.frozen.shown !== frozen.shown || now.value.checks.length > 0) return waits('plan');
    const begun = await this.#pushes.letGo(frozen, guards, on.by, project, now.value.approved.now);
    if (!begun.ok) return begun;
    if (!begun.value.ok) {
      const { because } = begun.value;
      return because === 'unfinished' ? waits('push') : waits('plan');
    }
    return this.#ended(on, begun.value.push, { records, pass });
  }

  async #ended(
    on: TurnedOn,
    push: string,
    { records, pass }: { readonly records: number; readonly pass: number },
  ): Promise<Answer<ContinuousPass>> {
    this.#push = push;
    // Turned off while it began.
    if (this.#on !== on) await this.#pushes.pushStop(push);
    const standing = await this.#pushes.begun.ended(push);
    this.#push = null;
    if (this.#on !== on) return OFF;
    if (standing === null) return this.#stop({ is: 'unfinished' }, push);
    if (standing.state.is !== 'done') return this.#stop({ is: 'push', state: standing.state }, push);
    const results = resultsOf(standing);
    on.passes = pass;
    on.written.take(results, pass);
    on.most = LATER;
    const { refused, unknown, stale } = countResults(results);
    const different = results.filter(readsOtherwise).length;
    if (refused + unknown + different > 0)
      return this.#stop({ is: 'records', refused, unknown, different }, push);
    return done({ is: 'wrote', push, records, stale });
  }

  /** What of the plan itself stops a pass, before an app is asked. */
  #stopOf(on: TurnedOn, looked: Looked, project: OpenedProject, pass: number): ContinuousStop | null {
    const out = absentSides(project, this.#session.live);
    if (out.length > 0) return { is: 'signed-out', sides: out };
    if (looked.checks.length > 0) return { is: 'checks', names: looked.checks };
    if (looked.records > on.most) return { is: 'many', records: looked.records, most: on.most };
    const { plan, names } = looked.frozen;
    const again = on.written.find(goingOf(plan), pass, looked.approved.design.syncs);
    if (again.length === 0) return null;
    const keys = [...new Set(again.map(({ item }) => item.key))];
    return {
      is: 'to-and-fro',
      records: { count: keys.length, names: keys.slice(0, LISTED).map((key) => names.get(key) ?? '') },
      fields: [...new Set(again.map(({ field }) => field))],
    };
  }

  #stop(because: ContinuousStop, push: string | null = null): Answer<ContinuousPass> {
    this.#on = null;
    return done({ is: 'stopped', because, push });
  }

  async #look(desk: Desk, project: OpenedProject, work: Work): Promise<Answer<Looked>> {
    const approved = await desk.approved(work);
    if (!approved.ok) return approved;
    const checks = await desk.checks(work);
    if (!checks.ok) return checks;
    const part = byItself(approved.value, liveSyncs(project, this.#session.live), (lines) =>
      this.#pushes.freeze(lines, project),
    );
    return done({
      ...part,
      terms: termsOf(project.reading.json, this.#tools),
      checks: broken(checks.value),
      records: recordsOf(goingOf(part.frozen.plan)),
    });
  }

  async #about(
    desk: Desk,
    project: OpenedProject,
    work: Work,
  ): Promise<Answer<{ readonly about: ContinuousAbout; readonly terms: string }>> {
    const looked = await this.#look(desk, project, work);
    if (!looked.ok) return looked;
    const { frozen, approved, waits: behind, ruleOf, records, terms, checks } = looked.value;
    const items = goingOf(frozen.plan);
    const { guards, facts } = await this.#pushes.apps.look(frozen, approved, project);
    const rules = (project.reading.design?.approval ?? []).filter(({ decision }) => decision === 'approved');
    const syncs = [...liveSyncs(project, this.#session.live)];
    const count = (of: (item: PushItem) => boolean): number => recordsOf(items.filter(of));
    const most = { first: Math.max(records, LATER), later: LATER };
    const about: ContinuousAbout = {
      shown: this.#hash([frozen.shown, terms, most]),
      rules: rules.map(({ id, name }) => ({
        id,
        name,
        records: count((item) => ruleOf(item)?.id === id),
      })),
      syncs: syncs.map((sync) => ({ sync, records: count((item) => item.sync === sync) })),
      records,
      sides: frozen.going,
      waits: [...behind].map(([because, many]) => ({ because, records: many })),
      most,
      bars: barsOf({
        isOwner: project.access.access === 'owner',
        rules: rules.length,
        syncs: syncs.length,
        absent: absentSides(project, this.#session.live),
        silent: SIDES.filter((side) => facts[side]?.ok === false),
        unfinished: (await this.#pushes.begun.unfinished(project)) !== null,
        stale: changedSince(approved.basis, approved.now).length > 0,
        checks,
        guards,
      }),
      confirm: `continuous ${String(records)}`,
    };
    return done({ about, terms });
  }

  #hash(value: unknown): string {
    return this.#tools.sha256(this.#tools.encode(JSON.stringify(value)));
  }
}

const OFF: Answer<ContinuousPass> = done({ is: 'off' });
const NOTHING: Answer<ContinuousPass> = done({ is: 'nothing' });
const waits = (because: 'push' | 'app' | 'plan'): Answer<ContinuousPass> => done({ is: 'waits', because });

/** Written, and read back otherwise than planned, or gone. */
const readsOtherwise = (one: Result): boolean =>
  one.is === 'written' && (one.reads === 'different' || one.reads === 'gone');

/** The plan is being made, or another one is. */
const UNDER_WAY: ReadonlySet<string> = new Set(['cancelled', 'superseded', 'no-plan', 'no-view']);
