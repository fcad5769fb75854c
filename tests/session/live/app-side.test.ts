import { describe, expect, it } from 'vitest';
import type { AppSettings } from '../../../src/lib/connectors/app/app-settings.ts';
import type { OpenApp } from '../../../src/lib/connectors/app/open-app.ts';
import { readDesign } from '../../../src/lib/engine/index.ts';
import { planDesk } from '../../../workers/plan/plan-desk.ts';
import type { LiveParts } from '../../../workers/live/live-desk.ts';
import { MemoryApp } from '../../servers/memory/memory-app.ts';
import { MemoryConnector } from '../../servers/memory/memory-connector.ts';
import type { Befalls } from '../../servers/memory/memory-faults.ts';
import { NO_WINDOW } from './live-app.ts';
import { AS_FOUND, csv, importInto, JOB, problem, SessionWorld, value, type Tab } from '../session-world.ts';

const SECRET = 'canary-secret-7f3a';
const SETTINGS: AppSettings = {
  app: 'pocketbase',
  origin: 'http://127.0.0.1:8090',
  email: 'a@example.com',
};

/** People of an app; `n` of them. */
function people(n: number): MemoryApp {
  const app = new MemoryApp([
    {
      name: 'people',
      fields: [
        { name: 'email', unique: true },
        { name: 'first_name', required: true },
        { name: 'status', options: ['new', 'old'] },
      ],
    },
  ]);
  for (let i = 1; i <= n; i++)
    app.put(
      'people',
      new Map([
        ['email', `p${String(i)}@example.com`],
        ['first_name', `P${String(i)}`],
        ['status', 'new'],
      ]),
    );
  return app;
}

/** Lets in who has the secret. */
const opener =
  (app: MemoryApp, befalls: Befalls): OpenApp =>
  async (_settings, secret) => {
    if (secret === 'never') return new Promise(() => undefined);
    if (secret !== SECRET)
      return {
        ok: false,
        fault: { code: 'signed-out', category: 'transport', status: 401, said: '', waitFor: null },
      };
    const connector = new MemoryConnector(app, befalls);
    const description = await connector.describe();
    if (!description.ok) return description;
    return {
      ok: true,
      value: { connector, account: description.value.account, description: description.value },
    };
  };

const partsOf = (app: MemoryApp, befalls: Befalls = () => null): LiveParts => ({
  openApp: opener(app, befalls),
  window: NO_WINDOW,
  ways: async () => ({ relayed: [], direct: [] }),
  sleep: async () => undefined,
  now: () => new Date('2026-11-30T09:00:00.000Z'),
});

const RIGHT = csv(
  'people.csv',
  'id,email,first_name',
  'a,p1@example.com,P1',
  'b,p2@example.com,Q',
  'c,new@example.com,N',
);

async function opened(world: SessionWorld, parts: LiveParts): Promise<Tab & { readonly project: string }> {
  const tab = await world.tab(() => planDesk(), undefined, parts);
  const project = value(await tab.session.createProject('Acme'));
  value(await tab.session.openProject(project, JOB));
  return { ...tab, project };
}

describe('a side that is an app', () => {
  it('[S351] [S352] a wrong secret is told, a right one opens the app, and nothing kept holds it', async () => {
    const world = new SessionWorld();
    const { session } = await opened(world, partsOf(people(3)));
    const wrong = problem(await session.signIn('left', SETTINGS, 'wrong', JOB));
    expect(wrong).toMatchObject({ code: 'app-fault', during: 'sign-in', fault: { code: 'signed-out' } });
    expect(value(await session.connections())).toEqual({ left: null, right: null });

    const head = value(await session.signIn('left', SETTINGS, SECRET, JOB));
    expect(head).toMatchObject({ account: { id: 'memory-1' }, settings: SETTINGS });
    expect(head.signedIn?.objects).toEqual([{ name: 'people', label: 'people', fields: 3, pipelines: 0 }]);
    expect(JSON.stringify(head)).not.toContain(SECRET);
    expect(await world.everything()).not.toContain(SECRET);
    expect(await world.everything()).toContain('a@example.com');
  });

  it('[S350] [S354] [S355] reads every record; the design takes its types, and the counts of the plan add up', async () => {
    const world = new SessionWorld();
    const { session, imports, project } = await opened(world, partsOf(people(40)));
    value(await session.signIn('left', SETTINGS, SECRET, JOB));
    const set = value(await session.readApp('people', 'left', 'people', JOB));
    await importInto({ session, imports } as Tab, project, 'people', 'right', RIGHT, AS_FOUND);
    const head = value(await session.refresh(JOB));
    const side = head.syncs[0]?.sides.left;
    expect(side?.setId).toBe(set);
    expect(side?.reading).toMatchObject({ rows: 40, stored: 40, rejected: 0, blank: 0 });
    expect(side?.reading.live).toEqual({
      app: 'pocketbase',
      account: { id: 'memory-1', name: 'Memory memory-1' },
      object: 'people',
      idField: 'id',
      readAt: '2026-11-30T09:00:00.000Z',
    });
    expect(head.apps.left).toEqual({ name: 'PocketBase', kind: 'pocketbase' });
    expect(head.design.errors).toEqual([]);
    const sync = readDesign(head.design.json).design?.syncs[0];
    expect(sync?.left).toMatchObject({ object: 'people', idField: 'id', modifiedField: null });
    expect(sync?.schema.left?.fields).toMatchObject([
      { name: 'email', unique: true },
      { name: 'first_name', required: true },
      { name: 'status', type: 'single-select', options: [{ value: 'new' }, { value: 'old' }] },
    ]);
    const plan = value(await session.plan('2026-11-30', 1, JOB));
    // Two are linked.
    expect(plan.syncs[0]?.total).toBe(41);
    expect(plan.summary.inputs).toMatchObject([
      { side: 'left', file: 'pocketbase people', rows: 40, stored: 40, rejected: 0, blank: 0 },
      { side: 'right', rows: 3, stored: 3 },
    ]);
  });

  it('[S354] a cut leaves what came: reading goes on behind it, and nothing comes twice', async () => {
    let down = false;
    let reads = 0;
    const world = new SessionWorld();
    const app = people(30);
    const { session } = await opened(
      world,
      partsOf(app, ({ what }) => {
        if (what === 'read') reads += 1;
        return down && what === 'read' && reads > 2 ? { kind: 'dropped', after: false } : null;
      }),
    );
    value(await session.signIn('left', SETTINGS, SECRET, JOB));
    down = true;
    const cut = problem(await session.readApp('people', 'left', 'people', JOB));
    expect(cut).toMatchObject({ code: 'app-fault', during: 'read', fault: { code: 'no-answer' }, read: 14 });
    expect(value(await session.refresh(JOB)).syncs).toEqual([]);
    expect(value(await session.connections()).left?.cut).toEqual([
      { sync: 'people', object: 'people', read: 14 },
    ]);
    down = false;
    const before = reads;
    value(await session.readApp('people', 'left', 'people', JOB));
    expect(reads - before).toBe(3);
    const head = value(await session.refresh(JOB));
    expect(head.syncs[0]?.sides.left?.reading).toMatchObject({ rows: 30, stored: 30, rejected: 0 });
    expect(value(await session.connections()).left?.cut).toEqual([]);
    const ids = head.syncs[0]?.sides.left?.columns.find(({ name }) => name === 'id');
    expect(ids).toMatchObject({ distinct: 30, repeats: 0 });
  });

  it('[S354] an app that is overloaded for a moment is asked again; cancelled, what was there stands', async () => {
    let left = 3;
    const world = new SessionWorld();
    const { session } = await opened(
      world,
      partsOf(people(10), ({ what }) =>
        what === 'read' && left-- > 0 ? { kind: 'overloaded', seconds: null } : null,
      ),
    );
    value(await session.signIn('left', SETTINGS, SECRET, JOB));
    const set = value(await session.readApp('people', 'left', 'people', JOB));
    const asked = session.signIn('left', SETTINGS, 'never', 8);
    value(await session.cancel(8));
    expect(problem(await asked).code).toBe('cancelled');
    const running = session.readApp('people', 'left', 'people', 7);
    value(await session.cancel(7));
    expect(problem(await running).code).toBe('cancelled');
    const head = value(await session.refresh(JOB));
    expect(head.syncs[0]?.sides.left?.setId).toBe(set);
  });

  it('[S352] after a reload nobody is signed in; only the same account is let in, until a person parts from it', async () => {
    const world = new SessionWorld();
    const app = people(5);
    const { session, project, kill } = await opened(world, partsOf(app));
    value(await session.signIn('left', SETTINGS, SECRET, JOB));
    value(await session.readApp('people', 'left', 'people', JOB));
    value(await session.closeProject());
    await kill();

    const again = await world.tab(() => planDesk(), undefined, partsOf(app));
    value(await again.session.openProject(project, JOB));
    expect(value(await again.session.connections()).left).toMatchObject({
      account: { id: 'memory-1' },
      settings: SETTINGS,
      signedIn: null,
    });
    expect(problem(await again.session.readApp('people', 'left', 'people', JOB)).code).toBe('app-signed-out');
    app.accountId = 'memory-2';
    const other = problem(await again.session.signIn('left', SETTINGS, SECRET, JOB));
    expect(other).toMatchObject({
      code: 'app-other-account',
      kept: { id: 'memory-1' },
      found: { id: 'memory-2' },
    });
    expect(value(await again.session.connections()).left?.signedIn).toBeNull();
    value(await again.session.signOut('left', true));
    expect(value(await again.session.connections()).left).toBeNull();
    expect(value(await again.session.signIn('left', SETTINGS, SECRET, JOB)).account.id).toBe('memory-2');
    app.accountId = 'memory-3';
    expect(problem(await again.session.readApp('people', 'left', 'people', JOB)).code).toBe(
      'app-other-account',
    );
  });
});
