import { onBoth, SIDES, type Guards } from '../../src/lib/engine/index.ts';
import { canaryOf, guardLooks, rollbackOf, type PushPlan } from '../../src/lib/push/index.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import type { Answer, BackAbout, PushStart, PushStarted } from '../../src/lib/conversation/index.ts';
import { done } from '../common/answer.ts';
import type { OpenedProject } from '../project/opened-project.ts';
import { backId, backOf, forwardKey, groupsBy, LISTED, nameless, pairsOf } from './about.ts';
import { countActs } from './frozen-push.ts';
import { liveFacts, type PushApps } from './push-apps.ts';
import type { PushBooks } from './push-books.ts';
import type { PushRuns } from './push-runs.ts';
import type { Shown } from './shown.ts';

/** The way back from a push: shown first, and begun as it was shown. */
export class PushBack {
  readonly #books: PushBooks;
  readonly #apps: PushApps;
  readonly #runs: PushRuns;
  readonly #own = createTools();
  #shown: (Shown & { readonly plan: PushPlan }) | null = null;

  constructor(on: { readonly books: PushBooks; readonly apps: PushApps; readonly runs: PushRuns }) {
    this.#books = on.books;
    this.#apps = on.apps;
    this.#runs = on.runs;
  }

  /** Another project is to be opened. */
  forget(): void {
    this.#shown = null;
  }

  about(push: string): Promise<Answer<BackAbout>> {
    return this.#runs.on(push, async (open, project) => {
      const ids = await this.#books.ids(project);
      const number = ids.filter((id) => backOf(id) === push).length + 1;
      const approval = { by: '', at: this.#runs.at(), confirmed: [] };
      const { basis } = open.journal.standing.plan;
      const undone = await this.#books.undone(push, project);
      const can = onBoth((side) => this.#apps.connector(side).can);
      const apps = onBoth((side) => this.#apps.connector(side).jobs);
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
        now: this.#runs.now(),
      });
      const shown = this.#own.sha256(
        this.#own.encode(JSON.stringify(items.map(({ key, values, from }) => [key, [...values], [...from]]))),
      );
      this.#shown = { shown, guards, plan };
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
          (side) =>
            items.some((item) => item.side === side) && !this.#apps.isReady(side, plan.accounts[side]),
        ),
      });
    });
  }

  start(push: string, { shown, by, confirmed }: PushStart): Promise<Answer<PushStarted>> {
    return this.#runs.on(push, async (open, project): Promise<Answer<PushStarted>> => {
      if ((await this.#books.unfinished(project)) !== null) return done({ ok: false, because: 'unfinished' });
      const known = this.#shown;
      if (known?.shown !== shown || backOf(known.plan.id) !== push)
        return done({ ok: false, because: 'other-plan' });
      if (known.plan.items.length === 0) return done({ ok: false, because: 'nothing' });
      const plan = { ...known.plan, approval: { by, at: this.#runs.at(), confirmed } };
      const names = new Map(
        plan.items.flatMap(({ key }) => {
          const name = open.names().get(forwardKey(key));
          return name === undefined ? [] : [[key, name] as const];
        }),
      );
      return this.#runs.begin(plan, known.guards, names, project, plan.basis);
    });
  }
}

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
