import type { AppDescription } from '../../src/lib/connectors/app/app-connector.ts';
import {
  isOff,
  processingOrder,
  SIDES,
  Spare,
  type Both,
  type Side,
  type Tools,
} from '../../src/lib/engine/index.ts';
import type { Answer, LivePass, PassCounts, SidePass } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { Calls } from '../common/calls.ts';
import { CANCELLED, type Work } from '../common/work.ts';
import type { KeptSet } from '../keep/kept-set.ts';
import type { OpenedProject } from '../project/opened-project.ts';
import { headerOf } from './app-rows.ts';
import { describedOf } from './described.ts';
import { faultOf } from './fault-of.ts';
import type { LiveDesk, LiveParts } from './live-desk.ts';
import type { LiveProject } from './live-project.ts';
import type { LiveSteps } from './live-steps.ts';
import { liveTarget } from './live-target.ts';
import { passOver } from './put-news.ts';
import { takenBackBy, type TakenBack } from './taken-back.ts';

/** A side of the open project that was read from an app. */
interface LiveSet {
  readonly sync: string;
  readonly side: Side;
  readonly set: KeptSet;
}

/** What the sides of one pass share. */
interface Pass {
  /** What each app said of itself. */
  readonly apps: { -readonly [S in keyof Both<unknown>]: Answer<AppDescription> | null };
  readonly takenBack: TakenBack;
  readonly work: Work;
}

/** Passes over the sides that are apps (LI3). */
export class SyncNow {
  readonly #parts: LiveParts;
  readonly #tools: Tools;
  readonly #spare = new Spare();
  readonly #desk: LiveDesk;
  readonly #steps: LiveSteps;
  /** Does a push run? */
  readonly #isPushing: () => boolean;
  readonly #turns = new Calls();

  constructor(parts: LiveParts, tools: Tools, desk: LiveDesk, steps: LiveSteps, isPushing: () => boolean) {
    this.#parts = parts;
    this.#tools = tools;
    this.#desk = desk;
    this.#steps = steps;
    this.#isPushing = isPushing;
  }

  /** S360: an object sync after the other in processing order; a side that fails leaves the others. Not while a push runs. */
  run(at: LiveProject, work: Work): Promise<Answer<LivePass>> {
    const syncs = readySets(at).map(({ sync }) => sync);
    this.#steps.queue(syncs, null);
    return this.#turns.run(async () => {
      try {
        return await this.#pass(at, work);
      } finally {
        for (const sync of syncs) this.#steps.set(sync, null);
      }
    });
  }

  async #pass(at: LiveProject, work: Work): Promise<Answer<LivePass>> {
    if (work.cancelled()) return failed(CANCELLED);
    if (this.#isPushing()) return failed({ code: 'push-runs' });
    const sets = liveSets(at.project);
    const ready = readySets(at);
    const off = offSyncs(at.project);
    if (sets.length === 0 && off.size > 0)
      return done({ at: this.#parts.now().toISOString(), sides: [], failed: [], signedOut: [] });
    const syncs = [...new Set(ready.map(({ sync }) => sync))];
    if (ready.length === 0)
      return failed({ code: 'app-signed-out', app: sets[0]?.set.report.live?.app ?? null });
    const sides: SidePass[] = [];
    const broken: LivePass['failed'][number][] = [];
    const pass: Pass = { apps: { left: null, right: null }, takenBack: takenBackBy(at), work };
    for (const [place, sync] of syncs.entries()) {
      this.#steps.queue(syncs.slice(place + 1), sync);
      for (const one of ready.filter((each) => each.sync === sync)) {
        const passed = await this.#side(at, one, pass);
        if (passed.ok) sides.push(passed.value);
        else if (passed.problem.code === 'cancelled') return passed;
        else broken.push({ sync, side: one.side, problem: passed.problem });
      }
      this.#steps.set(sync, null);
    }
    const signedOut = sets
      .filter(({ side, set }) => liveTarget(set, at.live, side).is !== 'ready')
      .map(({ sync, side }) => ({ sync, side }));
    return done({ at: this.#parts.now().toISOString(), sides, failed: broken, signedOut });
  }

  async #side(
    at: LiveProject,
    { sync, side, set }: LiveSet,
    { apps, takenBack, work }: Pass,
  ): Promise<Answer<SidePass>> {
    const { live: source } = set.report;
    const open = at.live.of(side);
    if (source === undefined || open === null) return failed({ code: 'app-signed-out', app: null });
    const { app, object, idField } = source;
    const steps = this.#steps.reading(sync, work, false);
    const now = (apps[side] ??= await this.#desk.describe(at, side, open, work));
    if (!now.ok) return now;
    const described = describedOf(now.value, object);
    if (described === null) return failed({ code: 'app-no-object', app, object });
    const told = (because: SidePass['because'], counts: PassCounts | null, id: string): Answer<SidePass> => {
      const stored = id !== set.manifest.id;
      if (stored) at.live.fresh.add(id);
      const moved = stored && (counts === null || counts.added + counts.changed + counts.gone > 0);
      return done({ sync, side, app, object, because, counts, moved, stored });
    };
    // Records that were read before an app told of archived ones have none (S456).
    const saysLess =
      set.report.described?.object.presence === undefined && described.object.presence !== undefined;
    if (saysLess || !isSame(headerOf(described, idField), set.manifest.header)) {
      const read = await this.#desk.read(at, sync, side, object, work, takenBack);
      return read.ok ? told('other-fields', null, read.value) : read;
    }
    const { connector } = open;
    const over = {
      sync,
      side,
      kept: set,
      source,
      described,
      connector,
      seenByPush: at.project.seenByPush(sync, side),
      takenBack: await takenBack(side, described),
    };
    const passed = await passOver(over, {
      ...steps,
      store: at.store,
      project: at.project.id,
      tools: this.#tools,
      spare: this.#spare,
      now: this.#parts.now,
      sleep: this.#parts.sleep,
    });
    if (passed.ok) {
      const { because, set: id, ...counts } = passed.value;
      return told(because, counts, id);
    }
    if (work.cancelled()) return failed(CANCELLED);
    return failed(passed.problem ?? faultOf(app, 'read', passed.fault));
  }
}

/** LI2: those nothing is asked of. */
const offSyncs = ({ reading }: OpenedProject): ReadonlySet<string> =>
  new Set((reading.design?.syncs ?? []).filter(isOff).map(({ id }) => id));

/** Sides of the open project that were read from apps, of syncs that are on, in processing order (PH8). */
function liveSets(project: OpenedProject): readonly LiveSet[] {
  const { sets, reading } = project;
  const order = processingOrder(reading.design?.syncs ?? []).map(({ id }) => id);
  const place = (sync: string): number => (order.includes(sync) ? order.indexOf(sync) : order.length);
  const off = offSyncs(project);
  return sets.syncs
    .filter((sync) => !off.has(sync))
    .sort((a, b) => place(a) - place(b))
    .flatMap((sync) =>
      SIDES.flatMap((side) => {
        const set = sets.get(sync, side);
        return set?.report.live === undefined ? [] : [{ sync, side, set }];
      }),
    );
}

const readySets = ({ project, live }: LiveProject): readonly LiveSet[] =>
  liveSets(project).filter(({ side, set }) => liveTarget(set, live, side).is === 'ready');

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name) => b.includes(name));
