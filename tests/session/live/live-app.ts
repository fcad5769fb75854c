import type { AppConnector, ReadRequest } from '../../../src/lib/connectors/app/app-connector.ts';
import type { AppSettings } from '../../../src/lib/connectors/app/app-settings.ts';
import type { WindowSignIn } from '../../../src/lib/connectors/app/window-sign-in.ts';
import type { Capabilities } from '../../../src/lib/conversation/index.ts';
import type { LiveParts } from '../../../workers/live/live-desk.ts';
import { planDesk } from '../../../workers/plan/plan-desk.ts';
import { MemoryApp, type MemoryObject } from '../../servers/memory/memory-app.ts';
import { MemoryConnector } from '../../servers/memory/memory-connector.ts';
import type { Befalls } from '../../servers/memory/memory-faults.ts';
import { JOB, SessionWorld, value, type Tab } from '../session-world.ts';

export const SETTINGS: AppSettings = {
  app: 'pocketbase',
  origin: 'http://127.0.0.1:8090',
  email: 'a@example.com',
};

/** For an app that nobody signs in to in a window. */
export const NO_WINDOW: WindowSignIn = {
  begin: () => Promise.reject(new Error('a window')),
  finish: () => Promise.reject(new Error('a window')),
  takeBack: () => Promise.reject(new Error('a window')),
};

const NAMES = ['people', 'firms'];

/** An app in which records change without being dated anew, as by a formula. */
class QuietApp extends MemoryApp {
  readonly #stays = new Map<string, number>();

  override modifiedAt(object: string, id: string): number {
    return this.#stays.get(`${object} ${id}`) ?? super.modifiedAt(object, id);
  }

  editQuietly(object: string, id: string, values: ReadonlyMap<string, string>): void {
    this.#stays.set(`${object} ${id}`, this.modifiedAt(object, id));
    this.edit(object, id, values);
  }
}

/** An app of people and firms whose records tell when they were changed; `n` of each. */
export function datedApp(n: number, more: Partial<MemoryObject> = {}): QuietApp {
  const app = new QuietApp(
    NAMES.map((name) => ({
      name,
      dated: true,
      fields: [{ name: 'email', unique: true }, { name: 'first_name' }],
      ...more,
    })),
  );
  for (let i = 1; i <= n; i++) for (const name of NAMES) app.put(name, person(i));
  return app;
}

export const person = (i: number): ReadonlyMap<string, string> =>
  new Map([
    ['email', `p${String(i)}@example.com`],
    ['first_name', `P${String(i)}`],
  ]);

/** A session on the left side of a project, with what its app was asked and the clock of this machine. */
export class LiveWorld {
  readonly app: QuietApp;
  /** Reads, in order. */
  readonly asked: ReadRequest[] = [];
  /** Milliseconds of waits. */
  readonly slept: number[] = [];
  now = Date.UTC(2026, 0, 2);
  befalls: Befalls = () => null;
  readonly world = new SessionWorld();
  readonly #can: Partial<Capabilities>;

  constructor(app: QuietApp, can: Partial<Capabilities> = {}) {
    this.app = app;
    this.#can = can;
  }

  get parts(): LiveParts {
    return {
      window: NO_WINDOW,
      openApp: async () => {
        const connector = this.connector();
        const description = await connector.describe();
        if (!description.ok) return description;
        const { account } = description.value;
        return { ok: true, value: { connector, account, description: description.value } };
      },
      ways: async () => ({ relayed: [], direct: [] }),
      sleep: async (milliseconds) => void this.slept.push(milliseconds),
      now: () => new Date(this.now),
    };
  }

  connector(): AppConnector {
    const own = new MemoryConnector(this.app, (call) => this.befalls(call), this.#can);
    const read: AppConnector['read'] = (request) => {
      this.asked.push(request);
      return own.read(request);
    };
    return new Proxy<AppConnector>(own, {
      get: (target, name) => {
        if (name === 'read') return read;
        const found: unknown = Reflect.get(target, name, target);
        return typeof found === 'function' ? found.bind(target) : found;
      },
    });
  }

  /** Signed in, with these objects read into the left side. */
  async open(
    objects: readonly string[],
    onEvent?: Parameters<SessionWorld['tab']>[3],
  ): Promise<Tab & { readonly project: string }> {
    const tab = await this.world.tab(() => planDesk(), undefined, this.parts, onEvent);
    const project = value(await tab.session.createProject('Acme'));
    value(await tab.session.openProject(project, JOB));
    value(await tab.session.signIn('left', SETTINGS, 'secret', JOB));
    for (const object of objects) value(await tab.session.readApp(object, 'left', object, JOB));
    value(await tab.session.refresh(JOB));
    return { ...tab, project };
  }
}
