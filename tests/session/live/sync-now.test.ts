import { describe, expect, it } from 'vitest';
import type { LiveStep, ProjectWorker, SidePass } from '../../../src/lib/conversation/index.ts';
import { createTools } from '../../../src/lib/tools/index.ts';
import { UNWATCHED } from '../../../workers/common/work.ts';
import { LiveDesk } from '../../../workers/live/live-desk.ts';
import type { LiveProject } from '../../../workers/live/live-project.ts';
import { LiveSides } from '../../../workers/live/live-sides.ts';
import { LiveSteps } from '../../../workers/live/live-steps.ts';
import type { ProjectSession } from '../../../workers/project/project-session.ts';
import { SyncNow } from '../../../workers/live/sync-now.ts';
import { noted } from '../../support/noted.ts';
import { csv, importInto, JOB, problem, value } from '../session-world.ts';
import { datedApp, LiveWorld, person } from './live-app.ts';

const HOUR = 3_600_000;

/** What the side holds, by id. */
async function held(session: ProjectWorker, sync: string, count: number): Promise<Map<string, string>> {
  const lines = Array.from({ length: count + 40 }, (_, at) => at + 1);
  const { header, rows } = value(await session.looked(sync, 'left', { lines }));
  const id = header.indexOf('id');
  const name = header.indexOf('first_name');
  return new Map(rows.map(({ texts }) => [texts[id]!, texts[name]!]));
}

const pass = async (session: ProjectWorker): Promise<readonly SidePass[]> => {
  const told = value(await session.syncNow(JOB));
  expect(told.failed).toEqual([]);
  value(await session.refresh(JOB));
  return told.sides;
};

const truth = (live: LiveWorld, object: string): Map<string, string> =>
  new Map(live.app.there(object).map(({ id, values }) => [id, values.get('first_name') ?? '']));

describe('sync now', () => {
  it('[LI3] [S360] asks for what changed, and puts it in: new, otherwise and gone are counted, and what is held is what is there', async () => {
    const live = new LiveWorld(datedApp(40));
    const { session } = await live.open(['people']);
    const before = value(await session.refresh(JOB)).syncs[0]?.sides.left;
    live.app.tick();
    const [first, second, third] = live.app.there('people').map(({ id }) => id);
    live.app.edit('people', first!, new Map([['first_name', 'Changed']]));
    live.app.delete('people', second!);
    live.app.put('people', person(99));
    live.now += HOUR;
    live.asked.length = 0;
    const [side] = await pass(session);
    expect(side).toMatchObject({
      sync: 'people',
      side: 'left',
      object: 'people',
      because: null,
      moved: true,
    });
    expect(side?.counts).toMatchObject({ added: 1, changed: 1, gone: 1 });
    expect(live.asked.every(({ since }) => since !== null)).toBe(true);
    expect(live.asked.map(({ deleted }) => deleted)).toContain(true);
    const head = value(await session.refresh(JOB)).syncs[0]?.sides.left;
    expect(head?.setId).not.toBe(before?.setId);
    expect(head?.reading).toMatchObject({ rows: 40, stored: 40, rejected: 0, blank: 0, changed: [] });
    expect(head?.reading.sha256).not.toBe(before?.reading.sha256);
    expect(await held(session, 'people', 40)).toEqual(truth(live, 'people'));
    expect((await held(session, 'people', 40)).get(third!)).toBe('P3');
  });

  it('[LI2] [S414] nothing is read for a sync that is off, and the others go on', async () => {
    const live = new LiveWorld(datedApp(20));
    const { session } = await live.open(['people', 'firms']);
    const side = (object: string) => ({ object, idField: 'id' });
    const designed = (off: readonly string[]) => ({
      ...{ format: 'drysync/design@1', name: 'x' },
      apps: { left: { name: 'L', kind: 'pocketbase' }, right: { name: 'R', kind: 'file' } },
      syncs: ['people', 'firms'].map((id) => ({
        ...{ id, kind: 'custom', direction: 'both', winner: 'left' },
        ...{ left: side(id), right: side(id), matching: { method: 'none' } },
        ...(off.includes(id) ? { enabled: false } : {}),
      })),
    });
    value(await session.saveDesign(designed(['people']), noted('People off')));
    const before = value(await session.refresh(JOB)).syncs.find(({ id }) => id === 'people')?.sides.left;
    live.app.edit('people', live.app.there('people')[0]!.id, new Map([['first_name', 'Later']]));
    live.now += HOUR;
    expect((await pass(session)).map(({ sync }) => sync)).toEqual(['firms']);
    expect(value(await session.refresh(JOB)).syncs.find(({ id }) => id === 'people')?.sides.left?.setId).toBe(
      before?.setId,
    );
    // None is left to be read: a pass asks nothing, and that is no fault.
    value(await session.saveDesign(designed(['people', 'firms']), noted('Firms off')));
    live.asked.length = 0;
    expect(await pass(session)).toEqual([]);
    expect(live.asked).toEqual([]);
    value(await session.saveDesign(designed([]), noted('On')));
    const on = await pass(session);
    expect(on.find(({ sync }) => sync === 'people')).toMatchObject({ moved: true, counts: { changed: 1 } });
  });

  it('[LI3] where nothing moved, the records stand as they are', async () => {
    const live = new LiveWorld(datedApp(20));
    const { session } = await live.open(['people']);
    const before = value(await session.refresh(JOB)).syncs[0]?.sides.left;
    const [side] = await pass(session);
    expect(side).toMatchObject({ because: null, moved: false, counts: { added: 0, changed: 0, gone: 0 } });
    expect(value(await session.refresh(JOB)).syncs[0]?.sides.left?.setId).toBe(before?.setId);
  });

  it('[S360] the time asked from is the app`s own, whatever this machine`s clock says', async () => {
    const live = new LiveWorld(datedApp(20));
    // Weeks ahead: asked from its own clock, nothing would ever have changed.
    live.now = Date.UTC(2027, 5, 1);
    const { session } = await live.open(['people']);
    live.app.edit('people', live.app.there('people')[4]!.id, new Map([['first_name', 'Seen']]));
    const [side] = await pass(session);
    expect(side).toMatchObject({ because: null, counts: { added: 0, changed: 1, gone: 0 } });
  });

  it.each([
    ['cannot', { readChanged: null, readDeleted: false }, 0],
    ['day', {}, 25 * HOUR],
  ] as const)(
    '[PH4] [S361] the whole is compared (%s): a change the app did not date is found',
    async (because, can, later) => {
      const live = new LiveWorld(datedApp(30), can);
      const { session } = await live.open(['people']);
      const [, , third, fourth] = live.app.there('people').map(({ id }) => id);
      live.app.editQuietly('people', third!, new Map([['first_name', 'Quiet']]));
      live.app.erase('people', fourth!);
      live.now += later;
      const [side] = await pass(session);
      expect(side).toMatchObject({ because, moved: true });
      expect(side?.counts).toEqual({ read: 29, added: 0, changed: 1, gone: 1 });
      expect(await held(session, 'people', 40)).toEqual(truth(live, 'people'));
      // Read whole again a moment ago: the next pass asks for what changed, where the app can tell.
      const [next] = await pass(session);
      expect(next).toMatchObject({ because: because === 'day' ? null : because, moved: false });
    },
  );

  it('[S361] all were read a day ago and nothing moved: that they were read today is kept', async () => {
    const live = new LiveWorld(datedApp(8));
    const { session } = await live.open(['people']);
    live.now += 25 * HOUR;
    expect((await pass(session))[0]).toMatchObject({ because: 'day', moved: false });
    expect((await pass(session))[0]).toMatchObject({ because: null, moved: false });
  });

  it('[S462] that an app was read after a push is kept though nothing moved: from ten minutes after it on', async () => {
    const live = new LiveWorld(datedApp(8));
    const { session } = await live.open(['people']);
    const setOf = async () => value(await session.refresh(JOB)).syncs[0]?.sides.left?.setId;
    const seen = new Date(live.now + 60_000).toISOString();
    value(
      await (session as unknown as ProjectSession).onProject((_, opened) => {
        opened.seenByPush = () => seen;
        return Promise.resolve({ ok: true, value: null });
      }),
    );
    const first = await setOf();
    // What changed shortly before may show only in the next pass.
    live.now += 5 * 60_000;
    await pass(session);
    expect(await setOf()).toBe(first);
    live.now += 10 * 60_000;
    expect((await pass(session))[0]).toMatchObject({ because: null, moved: false });
    const second = await setOf();
    expect(second).not.toBe(first);
    live.now += 5 * 60_000;
    await pass(session);
    expect(await setOf()).toBe(second);
  });

  it('[S360] an app that cannot tell what was deleted is asked for all ids', async () => {
    const live = new LiveWorld(datedApp(30), { readDeleted: false });
    const { session } = await live.open(['people']);
    live.app.erase('people', live.app.there('people')[7]!.id);
    live.asked.length = 0;
    const [side] = await pass(session);
    expect(side).toMatchObject({ because: null, counts: { added: 0, changed: 0, gone: 1 } });
    const ids = live.asked.filter(({ fields }) => fields.length === 0);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.every(({ since, deleted }) => since === null && !deleted)).toBe(true);
    expect(await held(session, 'people', 30)).toEqual(truth(live, 'people'));
  });

  it('[L18] whatever was done there, passes hold what a reading of all holds', async () => {
    const live = new LiveWorld(datedApp(25));
    const { session } = await live.open(['people']);
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 4; round++) {
      for (let act = 0; act < 5; act++) {
        const there = live.app.there('people');
        const { id } = there[random(there.length)]!;
        const what = random(4);
        if (what === 0) live.app.delete('people', id);
        else if (what === 1) live.app.put('people', person(100 + round * 10 + act));
        else live.app.edit('people', id, new Map([['first_name', `R${String(round)}${String(act)}`]]));
      }
      live.now += 5 * 60_000;
      expect((await pass(session))[0]?.because).toBeNull();
      expect(await held(session, 'people', 60)).toEqual(truth(live, 'people'));
    }
  });

  it('[LI1] tells what it does: one object after the other, those behind wait for it, an app`s limit is waited for', async () => {
    const told: (readonly LiveStep[])[] = [];
    const live = new LiveWorld(datedApp(10));
    const { session } = await live.open(['people', 'firms'], (steps) => told.push(steps));
    const scanned = told.flat().filter(({ step }) => step.is === 'scanning');
    expect(scanned.at(-1)).toEqual({ sync: 'firms', step: { is: 'scanning', read: 10 } });
    expect(told.at(-1)).toEqual([]);
    told.length = 0;
    let limits = 2;
    live.befalls = ({ what }) =>
      what === 'read' && limits-- > 0 ? { kind: 'rate-limited', seconds: 3 } : null;
    value(await session.syncNow(JOB));
    const steps = told.flat();
    expect(steps).toContainEqual({
      sync: 'firms',
      step: { is: 'queued', because: { is: 'object', sync: 'people' } },
    });
    expect(steps).toContainEqual({ sync: 'people', step: { is: 'in-progress' } });
    const waits = steps.flatMap(({ step }) =>
      step.is === 'queued' && step.because.is === 'rate-limit' ? [step.because.milliseconds] : [],
    );
    expect(waits.length).toBeGreaterThan(0);
    for (const wait of waits) expect(wait).toBeGreaterThanOrEqual(3000);
    expect(told.at(-1)).toEqual([]);
    // Two at once: the second waits for the first.
    told.length = 0;
    await Promise.all([session.syncNow(2), session.syncNow(3)]);
    expect(told.flat()).toContainEqual({
      sync: 'people',
      step: { is: 'queued', because: { is: 'internal' } },
    });
    expect(told.at(-1)).toEqual([]);
  });

  it('[S364] nothing is read while a push runs', async () => {
    const { parts } = new LiveWorld(datedApp(1));
    const steps = new LiveSteps(() => undefined);
    const passes = new SyncNow(
      parts,
      createTools(),
      new LiveDesk(parts, createTools(), steps),
      steps,
      () => true,
    );
    const nothing = { sets: { syncs: [] }, reading: { design: null } };
    const at = { project: nothing, live: new LiveSides() } as unknown as LiveProject;
    expect(problem(await passes.run(at, UNWATCHED)).code).toBe('push-runs');
  });

  it('[LI3] a side that fails leaves the others; who is signed out is told; ended by a person, what was there stands', async () => {
    const live = new LiveWorld(datedApp(10));
    const { session, imports, project } = await live.open(['people']);
    await importInto(
      { session, imports } as never,
      project,
      'people',
      'right',
      csv('p.csv', 'id,email', 'a,p1@example.com'),
    );
    live.app.edit('people', live.app.there('people')[0]!.id, new Map([['first_name', 'X']]));
    live.befalls = ({ what }) => (what === 'read' ? { kind: 'signed-out' } : null);
    const told = value(await session.syncNow(JOB));
    expect(told.sides).toEqual([]);
    expect(told.failed).toMatchObject([
      { sync: 'people', side: 'left', problem: { code: 'app-fault', fault: { code: 'signed-out' } } },
    ]);
    live.befalls = () => null;
    const running = session.syncNow(7);
    value(await session.cancel(7));
    expect(problem(await running).code).toBe('cancelled');
    expect((await held(session, 'people', 10)).get('1')).toBe('P1');
    value(await session.signOut('left', false));
    expect(problem(await session.syncNow(JOB)).code).toBe('app-signed-out');
  });
});
