import type { LiveSource } from '../../../src/lib/connectors/app/live-source.ts';
import type { AppConnector, Capabilities } from '../../../src/lib/connectors/app/app-connector.ts';
import type { WriteAnswer, WriteBatch } from '../../../src/lib/connectors/app/write.ts';
import { ALL_SUBJECTS, onBoth, SIDES, type Both, type Side } from '../../../src/lib/engine/index.ts';
import type {
  PlanHead,
  PushAbout,
  PushStanding,
  PushStarted,
  RecordIds,
} from '../../../src/lib/conversation/index.ts';
import { planDesk } from '../../../workers/plan/plan-desk.ts';
import type { ProjectSession } from '../../../workers/project/project-session.ts';
import { Random } from '../../reference/random.ts';
import type { MemoryApp } from '../../servers/memory/memory-app.ts';
import { MemoryConnector } from '../../servers/memory/memory-connector.ts';
import type { Befalls } from '../../servers/memory/memory-faults.ts';
import { appOf, texts } from '../../push/push-world.ts';
import { importInto, JOB, value, type SessionWorld, type Tab } from '../session-world.ts';

const object = (id: string, kind: string, key: string, fields: readonly string[], more: object = {}) => ({
  id,
  kind,
  left: { object: id, idField: 'id' },
  right: { object: id, idField: 'id' },
  direction: 'both',
  winner: 'left',
  matching: { method: 'keys', keys: [{ fields: [{ left: key, right: key, normalize: ['text'] }] }] },
  mappings: fields.map((field) => ({ left: field, right: field })),
  ...more,
});

/** Companies and the people that belong to them, both ways. */
export const designOf = (guards: object = {}) => ({
  format: 'drysync/design@1',
  name: 'two apps',
  apps: { left: { kind: 'csv', label: 'Left' }, right: { kind: 'csv', label: 'Right' } },
  syncs: [
    object('companies', 'companies', 'domain', ['domain', 'name', 'size']),
    object('people', 'contacts', 'email', ['email', 'name', 'note'], {
      associations: [{ to: 'companies', left: { field: 'company' }, right: { field: 'company' } }],
    }),
  ],
  guards,
});

const HEADERS = {
  companies: ['id', 'domain', 'name', 'size'],
  people: ['id', 'email', 'name', 'note', 'company'],
} as const;
const SYNCS = ['companies', 'people'] as const;
const DAY = '2026-03-02';

/** Two apps, a project read from both, and a tab it is open in. */
export interface PushedProject {
  readonly world: SessionWorld;
  readonly apps: Both<MemoryApp>;
  readonly id: string;
  tab: Tab;
}

export interface Signing {
  readonly befalls?: Befalls;
  readonly can?: Partial<Capabilities>;
  readonly sides?: readonly Side[];
  /** Stands between the session and its apps. */
  readonly through?: (connector: AppConnector) => AppConnector;
}

/** Records of both apps that overlap by their keys, and differ in what else they say. */
export function filled(seed: number, people: number, companies: number): Both<MemoryApp> {
  const apps = { left: appOf(), right: appOf() };
  const random = new Random(seed);
  for (const side of SIDES) {
    const app = apps[side];
    const parents: string[] = [];
    for (let n = 0; n < companies; n++) {
      if (random.chance(0.15)) continue;
      const own = { domain: `c${String(n)}.com`, name: `Company ${String(n)}` };
      parents.push(app.put('companies', texts({ ...own, size: random.pick(['', '1', '2']) })));
    }
    for (let n = 0; n < people; n++) {
      if (random.chance(0.15)) continue;
      const own = { email: `p${String(n)}@x.com`, name: `Person ${String(n)}` };
      const company = random.chance(0.6) ? { company: random.pick(parents) } : {};
      app.put('people', texts({ ...own, note: random.pick(['', 'met', 'called']), ...company }));
    }
  }
  return apps;
}

export async function openTab(world: SessionWorld): Promise<Tab> {
  let clock = Date.UTC(2026, 2, 2, 10);
  return world.tab(() => planDesk(() => new Date((clock += 1000))));
}

const sessionOf = ({ tab }: PushedProject): ProjectSession => tab.session as unknown as ProjectSession;

/** Signs in to both apps, as the Sides screen does. */
export async function signIn(
  project: PushedProject,
  { befalls, can = { batchSize: 100 }, sides = SIDES, through = (one) => one }: Signing = {},
) {
  for (const side of sides) {
    const connector = through(new MemoryConnector(project.apps[side], befalls, can));
    const [account, description] = [await connector.account(), await connector.describe()];
    if (!account.ok || !description.ok) throw new Error('the app does not answer');
    sessionOf(project).live.set(side, {
      connector,
      account: account.value,
      description: description.value,
    });
  }
}

/** Reads both sides anew; of those named the records are known to come from the app. */
export async function readSides(project: PushedProject, live: readonly Side[] = SIDES): Promise<void> {
  const { tab, id, apps } = project;
  for (const sync of SYNCS) {
    for (const side of SIDES) {
      const header = HEADERS[sync];
      const rows = apps[side]
        .there(sync)
        .map(({ id: own, values }) =>
          header.map((field) => (field === 'id' ? own : `"${values.get(field) ?? ''}"`)).join(','),
        );
      const text = [header.join(','), ...rows].map((line) => `${line}\n`).join('');
      await importInto(tab, id, sync, side, new File([text], `${side}-${sync}.csv`));
    }
  }
  value(await tab.session.refresh(JOB));
  await cameFrom(project, live);
}

/** The records of these sides were read from their apps. */
export async function cameFrom(
  project: PushedProject,
  live: readonly Side[] = SIDES,
  readAt = new Date().toISOString(),
): Promise<void> {
  value(
    await sessionOf(project).onProject((_, opened) => {
      for (const sync of SYNCS) {
        for (const side of live) {
          const source: LiveSource = {
            app: 'pocketbase',
            account: { id: 'memory-1', name: `Memory ${side}` },
            object: sync,
            idField: 'id',
            readAt,
          };
          Object.assign(opened.sets.get(sync, side)!.report, { live: source });
        }
      }
      return Promise.resolve({ ok: true, value: null });
    }),
  );
}

export async function pushedProject(
  world: SessionWorld,
  apps: Both<MemoryApp>,
  { guards, live = SIDES }: { readonly guards?: object; readonly live?: readonly Side[] } = {},
): Promise<PushedProject> {
  const tab = await openTab(world);
  const id = value(await tab.session.createProject('Acme'));
  value(await tab.session.openProject(id, JOB));
  const project = { world, apps, id, tab };
  await readSides(project, live);
  value(await tab.session.saveDesign(designOf(guards), { code: 'reverted', values: {} }));
  await signIn(project, { sides: live });
  return project;
}

export const planned = async ({ tab }: PushedProject): Promise<PlanHead> =>
  value(await tab.session.plan(DAY, 1, JOB));

export const NOTHING = { ...ALL_SUBJECTS, text: '', cause: '', check: '' };

/** Approves all that writes. */
export async function approveAll({ tab }: PushedProject): Promise<void> {
  for (const sync of SYNCS) {
    value(await tab.session.view(sync, { ...NOTHING, scope: 'written' }));
    value(await tab.session.decide(sync, { kind: 'view' }, 'approved'));
  }
}

/** Ids of the subjects that write, and how many fields. */
export async function writing({ tab }: PushedProject): Promise<readonly (RecordIds & { sync: string })[]> {
  const all = [];
  for (const sync of SYNCS) {
    const { total } = value(await tab.session.view(sync, { ...NOTHING, scope: 'written' }));
    const rows = value(await tab.session.rows(sync, 0, total));
    all.push(...rows.map(({ left, right }) => ({ sync, left: left?.id ?? null, right: right?.id ?? null })));
  }
  return all;
}

export const about = async ({ tab }: PushedProject): Promise<PushAbout> =>
  value(await tab.session.pushAbout(JOB));

/** Lets exactly what is shown go, with everything typed that the guards ask for. */
export async function start(project: PushedProject): Promise<string> {
  const { shown, guards } = await about(project);
  const started = value(
    await project.tab.session.pushStart({
      shown,
      by: 'Ada',
      confirmed: guards.map(({ confirm }) => confirm),
    }),
  );
  return pushOf(started);
}

export function pushOf(started: PushStarted): string {
  if (!started.ok) throw new Error(JSON.stringify(started));
  return started.push;
}

/** Waits until it does not run any more. */
export async function ended({ tab }: PushedProject, push: string): Promise<PushStanding> {
  for (;;) {
    const standing = value(await tab.session.pushStanding(push));
    if (standing !== null && !standing.runs) return standing;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What each app holds, by record; what is blank is as if it had no such field. */
export const pictures = (apps: Both<MemoryApp>): Both<ReadonlyMap<string, string>> =>
  onBoth(
    (side) =>
      new Map(
        SYNCS.flatMap((sync) =>
          apps[side]
            .there(sync)
            .map(({ id, values }): [string, string] => [
              `${sync} ${id}`,
              JSON.stringify([...values].filter(([, text]) => text !== '').sort()),
            ]),
        ),
      ),
  );

/** Each thing the apps did, by the key of its item; in a push that doubles nothing each key is there once. */
export const doneKeys = (apps: Both<MemoryApp>): readonly string[] =>
  SIDES.flatMap((side) => apps[side].done.map(({ key }) => key));

/** A connector whose batches go another way. */
export const writingBy =
  (write: (own: AppConnector, batch: WriteBatch) => Promise<WriteAnswer>) =>
  (connector: AppConnector): AppConnector =>
    new Proxy(connector, {
      get(own, name) {
        if (name === 'write') return (batch: WriteBatch) => write(own, batch);
        const member: unknown = Reflect.get(own, name, own);
        return typeof member === 'function' ? (member.bind(own) as unknown) : member;
      },
    });
