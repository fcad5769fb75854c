import { onBoth, SIDES, type Both, type Outcome, type Side } from '../../../src/lib/engine/index.ts';
import type {
  ContinuousAbout,
  ContinuousPass,
  ContinuousStart,
  DecisionWord,
  PlanHead,
  ProjectWorker,
} from '../../../src/lib/conversation/index.ts';
import type { AppConnector } from '../../../src/lib/connectors/app/app-connector.ts';
import { planDesk } from '../../../workers/plan/plan-desk.ts';
import type { MemoryApp } from '../../servers/memory/memory-app.ts';
import { MemoryConnector } from '../../servers/memory/memory-connector.ts';
import type { Befalls } from '../../servers/memory/memory-faults.ts';
import { designOf, NOTHING } from '../push/pushed-project.ts';
import { JOB, SessionWorld, value, type Tab } from '../session-world.ts';
import { NO_WINDOW, SETTINGS } from './live-app.ts';

const SYNCS = ['companies', 'people'] as const;
const DAY = '2026-03-02';

/** A rule of approval as a design has it. */
export const rule = (id: string, decision: string, count: object = {}): object => ({
  ...{ id, name: `Rule ${id}`, decision, count },
});

/** A project of two apps that were signed in to and read, as the workbench does it, with rules of approval. */
export class TwoLiveApps {
  readonly world = new SessionWorld();
  readonly apps: Both<MemoryApp>;
  befalls: Befalls = () => null;
  /** Stands between the session and its apps. */
  through: (connector: AppConnector, side: Side) => AppConnector = (one) => one;
  /** From now: how old what was read is, is measured by the clock of the machine (S409). */
  now = Date.now();
  tab!: Tab;
  id = '';
  #side: Side = 'left';

  constructor(apps: Both<MemoryApp>) {
    this.apps = apps;
  }

  get session(): ProjectWorker {
    return this.tab.session;
  }

  async openTab(): Promise<Tab> {
    let clock = this.now;
    const live = {
      window: NO_WINDOW,
      openApp: async () => {
        const side = this.#side;
        const own = new MemoryConnector(this.apps[side], (call) => this.befalls(call));
        const connector = this.through(own, side);
        const description = await connector.describe();
        if (!description.ok) return description;
        return {
          ok: true as const,
          value: { connector, account: description.value.account, description: description.value },
        };
      },
      ways: async () => ({ relayed: [], direct: [] }),
      sleep: async () => undefined,
      now: () => new Date(this.now),
    };
    return this.world.tab(() => planDesk(() => new Date((clock += 1000))), undefined, live);
  }

  async signIn(sides: readonly Side[] = SIDES): Promise<void> {
    for (const side of sides) {
      this.#side = side;
      value(await this.session.signIn(side, SETTINGS, 'secret', JOB));
    }
  }

  /** Signed in anew, with something between the session and its apps. */
  async signInThrough(through: (connector: AppConnector) => AppConnector): Promise<void> {
    this.through = through;
    for (const side of SIDES) value(await this.session.signOut(side, false));
    await this.signIn();
  }

  /** Read and designed, and planned once. */
  async open(approval: readonly object[], more: object = {}, guards: object = {}): Promise<this> {
    this.tab = await this.openTab();
    this.id = value(await this.session.createProject('Acme'));
    value(await this.session.openProject(this.id, JOB));
    await this.signIn();
    for (const sync of SYNCS)
      for (const side of SIDES) value(await this.session.readApp(sync, side, sync, JOB));
    value(await this.session.refresh(JOB));
    await this.design(approval, more, guards);
    return this;
  }

  async design(approval: readonly object[], more: object = {}, guards: object = {}): Promise<PlanHead> {
    const design = { ...designOf(guards), approval, ...more };
    value(await this.session.saveDesign(design, { code: 'reverted', values: {} }));
    return this.plan();
  }

  async plan(): Promise<PlanHead> {
    return value(await this.session.plan(DAY, 1, JOB));
  }

  async about(): Promise<ContinuousAbout> {
    return value(await this.session.continuousAbout(JOB));
  }

  /** As a person does who reads what is shown and types what is asked for. */
  async turnOn(more: Partial<ContinuousStart> = {}): Promise<ContinuousAbout> {
    const about = await this.about();
    const started = value(
      await this.session.continuousOn({ shown: about.shown, by: 'Ada', typed: about.confirm, ...more }),
    );
    if (!started.ok) throw new Error(JSON.stringify([started, about.bars]));
    return about;
  }

  /** What the page does at a look of its watch. */
  async read(): Promise<void> {
    this.now += 5 * 60_000;
    await this.session.syncNow(JOB);
    value(await this.session.refresh(JOB));
    await this.plan();
  }

  async look(): Promise<ContinuousPass> {
    await this.read();
    return value(await this.session.continuousPush(JOB));
  }

  /** A person decides the whole list of a sync, or one outcome of it. */
  async decide(sync: string, decision: DecisionWord, outcomes: readonly Outcome[] = []): Promise<void> {
    value(await this.session.view(sync, { ...NOTHING, scope: 'written', outcomes }));
    value(await this.session.decide(sync, { kind: 'view' }, decision));
  }

  /** What connectors did, by side. */
  get done(): Both<number> {
    return onBoth((side) => this.apps[side].done.length);
  }
}
