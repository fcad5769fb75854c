import type { AppConnector } from '../../../src/lib/connectors/app/app-connector.ts';
import { appOpener } from '../../../src/lib/connectors/app/open-app.ts';
import type { WriteBatch } from '../../../src/lib/connectors/app/write.ts';
import { SIDES, type Side } from '../../../src/lib/engine/index.ts';
import type { ProjectWorker } from '../../../src/lib/conversation/index.ts';
import { planDesk } from '../../../workers/plan/plan-desk.ts';
import { designOfApps } from '../../push/as-planned.ts';
import { FaultDesk, inProcess } from '../../servers/faults/index.ts';
import { HubSpotFake } from '../../servers/hubspot/index.ts';
import { FakeSalesforce } from '../../servers/salesforce/index.ts';
import { JOB, SessionWorld, value, type Tab } from '../session-world.ts';
import { NO_WINDOW } from './live-app.ts';

export const OBJECTS = {
  companies: {
    left: { object: 'companies', fields: ['domain', 'name', 'city', 'description'], uniqueFields: [] },
    right: {
      object: 'Account',
      fields: ['External_Id__c', 'Name', 'BillingCity', 'Description'],
      uniqueFields: ['External_Id__c'],
    },
  },
  contacts: {
    left: {
      object: 'contacts',
      fields: ['email', 'firstname', 'lastname'],
      uniqueFields: ['email'],
      parent: 'assoc:companies',
    },
    right: {
      object: 'Contact',
      fields: ['Email', 'FirstName', 'LastName'],
      uniqueFields: [],
      parent: 'AccountId',
    },
  },
} as const;
export type Sync = keyof typeof OBJECTS;
export const SYNCS: readonly Sync[] = ['companies', 'contacts'];

/** What a cell is: a sync, a side, a record, and which of the mapped fields, the key being the first. */
export interface Cell {
  readonly sync: Sync;
  readonly side: Side;
  readonly id: string;
  readonly field: number;
}
/** The mapped texts of the records that are there, by id; the key first. */
export type Shown = ReadonlyMap<string, readonly string[]>;

/** Done by a call of the sync: what stood there before (null: the record is new) and what stands there now. */
export interface Move extends Cell {
  readonly from: string | null;
  readonly to: string;
}

/** What becomes of a call that writes. */
export type Befalls = 'goes' | 'never-sent' | 'no-answer';

const GUARDS = { createsPerMatch: null, maxChanged: null, maxMissing: null, maxOverwritten: null };

/** A HubSpot (left) and a Salesforce (right), a project of both, and the tab it is open in, which can die in the middle of a push. */
export class TwoFakes {
  readonly hubspot = new HubSpotFake();
  readonly salesforce = new FakeSalesforce();
  readonly world = new SessionWorld();
  /** All that calls of the sync did, as the apps have it. */
  readonly moves: Move[] = [];
  /** Asked of each call that writes. */
  befalls: () => Befalls = () => 'goes';
  /** Records a call takes. */
  batchSize = 100;
  tab!: Tab;
  #id = '';
  #token = '';
  #now = Date.UTC(2026, 10, 30, 9);
  /** The tab of a connector is dead once another was opened. */
  #life = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor() {
    this.salesforce.store.now = this.#now;
    this.world.pushTools = {
      now: () => this.#now,
      sleep: async (milliseconds) => {
        this.later(milliseconds);
        await new Promise((resolve) => setImmediate(resolve));
      },
      jitter: () => 0.5,
    };
  }

  get session(): ProjectWorker {
    return this.tab.session;
  }

  later(milliseconds: number): void {
    this.#now += milliseconds;
    this.hubspot.portal.wait(milliseconds);
    this.salesforce.store.now += milliseconds;
  }

  put(sync: Sync, side: Side, texts: readonly string[]): string {
    const { object, fields } = OBJECTS[sync][side];
    const values = Object.fromEntries(fields.map((field, at) => [field, texts[at] ?? '']));
    if (side === 'left') return this.hubspot.portal.add(object, values).id;
    return this.salesforce.store.insert(object, values).Id;
  }

  edit({ sync, side, id, field }: Cell, text: string): void {
    const { object, fields } = OBJECTS[sync][side];
    const values = { [fields[field] ?? '']: text };
    if (side === 'left') this.hubspot.portal.edit(object, id, values);
    else this.salesforce.store.update(object, id, values);
  }

  remove(sync: Sync, side: Side, id: string): void {
    const { object } = OBJECTS[sync][side];
    if (side === 'left') this.hubspot.portal.remove(object, id);
    else this.salesforce.store.remove(object, id);
  }

  there(sync: Sync, side: Side): Shown {
    const { object, fields } = OBJECTS[sync][side];
    const texts = (values: Readonly<Record<string, unknown>>): readonly string[] =>
      fields.map((field) => String(values[field] ?? ''));
    if (side === 'left') {
      const records = [...this.hubspot.portal.must(object).records.values()];
      const all = records.filter(({ archivedAt, mergedInto }) => archivedAt === null && mergedInto === null);
      return new Map(all.map(({ id, properties }) => [id, texts(properties)]));
    }
    const rows = this.salesforce.store.all(object).filter((row) => row['IsDeleted'] !== true);
    return new Map(rows.map((row) => [row.Id, texts(row)]));
  }

  /** Signed in to both, both read, designed. */
  async open(): Promise<void> {
    this.#token = this.salesforce.sessions.open();
    await this.#openTab();
    this.#id = value(await this.session.createProject('Acme'));
    value(await this.session.openProject(this.#id, JOB));
    await this.#signIn();
    this.later(60_000);
    for (const sync of SYNCS) {
      for (const side of SIDES)
        value(await this.session.readApp(sync, side, OBJECTS[sync][side].object, JOB));
    }
    value(await this.session.refresh(JOB));
    const { syncs, ...design } = designOfApps(OBJECTS) as { readonly syncs: readonly { id: Sync }[] };
    value(
      await this.session.saveDesign(
        {
          ...design,
          syncs: syncs.map((sync) => ({
            ...sync,
            left: { object: OBJECTS[sync.id].left.object, idField: 'hs_object_id' },
            right: { object: OBJECTS[sync.id].right.object, idField: 'Id' },
          })),
          guards: GUARDS,
        },
        { code: 'reverted', values: {} },
      ),
    );
  }

  /** The tab is gone. What was on its way is done by then, or never. */
  async die(): Promise<void> {
    this.#life++;
    await this.#turn;
    await this.tab.kill();
  }

  async reopen(): Promise<void> {
    await this.#openTab();
    value(await this.session.openProject(this.#id, JOB));
    await this.#signIn();
  }

  /** Both sides are read anew, what changed there. */
  async pull(): Promise<void> {
    this.later(3_600_000);
    const told = value(await this.session.syncNow(JOB));
    if (told.failed.length + told.signedOut.length > 0) throw new Error(JSON.stringify(told));
    value(await this.session.refresh(JOB));
  }

  async plan(): Promise<void> {
    value(await this.session.plan(new Date(this.#now).toISOString().slice(0, 10), 1, JOB));
  }

  async #openTab(): Promise<void> {
    const life = ++this.#life;
    const direct = inProcess(new FaultDesk().wrap(this.salesforce.answer), () => ({
      authorization: `Bearer ${this.#token}`,
    }));
    const openApp = appOpener({ relay: () => this.hubspot.caller(), direct: () => direct });
    this.tab = await this.world.tab(() => planDesk(() => new Date((this.#now += 1000))), undefined, {
      openApp: async (settings, secret) => {
        const opened = await openApp(settings, secret);
        if (!opened.ok) return opened;
        const side = settings.app === 'hubspot' ? 'left' : 'right';
        return {
          ok: true,
          value: { ...opened.value, connector: this.#seen(opened.value.connector, side, life) },
        };
      },
      window: NO_WINDOW,
      ways: async () => ({ relayed: [], direct: [] }),
      sleep: async () => undefined,
      now: () => new Date(this.#now),
    });
  }

  async #signIn(): Promise<void> {
    value(await this.session.signIn('left', { app: 'hubspot' }, this.hubspot.token, JOB));
    const origin = 'https://acme.my.salesforce.com';
    value(await this.session.signIn('right', { app: 'salesforce', origin }, this.#token, JOB));
  }

  /** A connector whose writes are watched, and which never answers again once its tab is dead. */
  #seen(own: AppConnector, side: Side, life: number): AppConnector {
    const never = new Promise<never>(() => undefined);
    const write = async (batch: WriteBatch): Promise<unknown> => {
      const fate = this.befalls();
      if (fate === 'never-sent') return never;
      const answer = await this.#watched(side, () => own.write(batch));
      return fate === 'no-answer' ? never : answer;
    };
    const can = { ...own.can, batchSize: this.batchSize };
    return new Proxy(own, {
      get: (target, name) => {
        if (name === 'can') return can;
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return async (...given: unknown[]) => {
          if (life !== this.#life) return never;
          const told: unknown =
            name === 'write' ? await write(given[0] as WriteBatch) : await member.apply(target, given);
          return life === this.#life ? told : never;
        };
      },
    });
  }

  /** One call after the other, so that what stands otherwise behind it is what it did. */
  #watched<T>(side: Side, work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(async () => {
      const was = new Map(SYNCS.map((sync) => [sync, this.there(sync, side)]));
      const told = await work();
      for (const sync of SYNCS) {
        for (const [id, texts] of this.there(sync, side)) {
          const old = was.get(sync)?.get(id);
          texts.forEach((to, field) => {
            if (old === undefined || old[field] !== to)
              this.moves.push({ sync, side, id, field, from: old?.[field] ?? null, to });
          });
        }
      }
      return told;
    });
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
