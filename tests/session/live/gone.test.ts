import { expect, it } from 'vitest';
import type { PlanHead, ProjectWorker } from '../../../src/lib/conversation/index.ts';
import type { AppConnector } from '../../../src/lib/connectors/app/app-connector.ts';
import { altered } from '../../contracts/altered.ts';
import { csv, importInto, JOB, value, type Tab } from '../session-world.ts';
import { datedApp, LiveWorld } from './live-app.ts';

const HOUR = 3_600_000;
const at = (id: string) => ({ key: '', id, unique: null, values: new Map<string, string>() });

/** Whether each record that is held is archived, by id. */
async function held(session: ProjectWorker): Promise<ReadonlyMap<string, string>> {
  const stored = value(await session.refresh(JOB)).syncs[0]?.sides.left?.reading.stored ?? 0;
  const lines = Array.from({ length: stored }, (_, n) => n + 1);
  const { header, rows } = value(await session.looked('people', 'left', { lines }));
  const [id, archived] = [header.indexOf('id'), header.indexOf('archived')];
  expect(new Set(rows.map(({ texts }) => texts[id])).size).toBe(stored);
  return new Map(rows.map(({ texts }) => [texts[id]!, texts[archived]!]));
}

/** An app whose connector did not yet say which field tells who is archived. */
class LongAgo extends LiveWorld {
  says = false;

  override connector(): AppConnector {
    const own = super.connector();
    const describe: AppConnector['describe'] = async () => {
      const told = await own.describe();
      if (!told.ok || this.says) return told;
      const objects = told.value.objects.map(({ presence: _, ...one }) => one);
      return { ok: true, value: { ...told.value, objects } };
    };
    return altered(own, { describe });
  }
}

async function pass(live: LiveWorld, session: ProjectWorker) {
  live.now += HOUR;
  const { sides, failed } = value(await session.syncNow(JOB));
  expect(failed).toEqual([]);
  value(await session.refresh(JOB));
  return sides[0]!;
}

it('[S456] [S354] a reading takes archived records too, behind those that are there; one that was cut goes on among either', async () => {
  for (const cutAt of [1, 2, 4]) {
    const live = new LiveWorld(datedApp(30, { archives: true }));
    for (const { id } of live.app.there('people').slice(5, 17)) live.app.delete('people', id);
    const { session } = await live.open([]);
    let reads = 0;
    live.befalls = ({ what }) =>
      what === 'read' && ++reads > cutAt ? { kind: 'dropped', after: false } : null;
    expect((await session.readApp('people', 'left', 'people', JOB)).ok).toBe(false);
    live.befalls = () => null;
    live.asked.length = 0;
    value(await session.readApp('people', 'left', 'people', JOB));
    // Two pages of the bin, three of those that are there: none is asked for again.
    expect(live.asked.length).toBe(5 - cutAt);
    const head = value(await session.refresh(JOB));
    expect(head.syncs[0]?.sides.left?.reading).toMatchObject({ rows: 30, stored: 30, rejected: 0 });
    const all = [...(await held(session)).values()];
    expect(all).toEqual([...Array<string>(18).fill('false'), ...Array<string>(12).fill('true')]);
  }
});

it('[S457] what comes back while a reading or a pass goes on is there; what goes meanwhile is archived by the next pass', async () => {
  const live = new LiveWorld(datedApp(20, { archives: true }));
  const { app } = live;
  const [back, goes, later] = app.there('people').map(({ id }) => id);
  app.delete('people', back!);
  const { session } = await live.open([]);
  // Between the bin and those that are there.
  const between = (act: () => void): void => {
    let binWasAsked = false;
    live.befalls = ({ what }) => {
      if (what !== 'read') return null;
      if (binWasAsked) {
        live.befalls = () => null;
        act();
      }
      binWasAsked = true;
      return null;
    };
  };
  between(() => {
    app.restore('people', at(back!));
    app.delete('people', goes!);
  });
  value(await session.readApp('people', 'left', 'people', JOB));
  value(await session.refresh(JOB));
  expect((await held(session)).get(back!)).toBe('false');
  expect((await held(session)).has(goes!)).toBe(false);
  const next = await pass(live, session);
  expect(next).toMatchObject({ because: null, moved: true, counts: { added: 1, changed: 0, gone: 0 } });
  expect((await held(session)).get(goes!)).toBe('true');

  app.delete('people', later!);
  between(() => app.restore('people', at(later!)));
  expect((await pass(live, session)).counts).toMatchObject({ added: 0, gone: 0 });
  expect((await held(session)).get(later!)).toBe('false');
});

it('[S457] a whole pass keeps what is archived as such, and one that was archived since too', async () => {
  const live = new LiveWorld(datedApp(20, { archives: true }), { readChanged: null });
  const { app } = live;
  const [first, second, third] = app.there('people').map(({ id }) => id);
  app.delete('people', first!);
  const { session } = await live.open(['people']);
  app.delete('people', second!);
  app.erase('people', first!);
  app.erase('people', third!);
  const side = await pass(live, session);
  // One is archived now, one is gone without a trace, and the first was said to be archived once.
  expect(side).toMatchObject({ because: 'cannot', counts: { added: 0, changed: 0, gone: 2 } });
  const then = await held(session);
  expect([then.get(first!), then.get(second!), then.has(third!)]).toEqual(['true', 'true', false]);
});

it('[S456] records that were read before their app told of archived ones are read anew', async () => {
  const live = new LongAgo(datedApp(20, { archives: true }));
  const [gone] = live.app.there('people').map(({ id }) => id);
  live.app.delete('people', gone!);
  const { session } = await live.open(['people']);
  expect((await held(session)).has(gone!)).toBe(false);
  live.says = true;
  live.now += 12 * HOUR;
  expect(await pass(live, session)).toMatchObject({ because: 'other-fields', moved: true });
  expect((await held(session)).get(gone!)).toBe('true');
  expect(await pass(live, session)).toMatchObject({ because: null, moved: false });
});

async function linked(live: LiveWorld): Promise<Tab & { plan(): Promise<PlanHead> }> {
  const tab = await live.open(['people']);
  const { session, imports, project } = tab;
  const rows = live.app.there('people').map(({ id, values }) => `R${id},${values.get('email')!},P`);
  const right = csv('people.csv', 'id,email,first_name', ...rows);
  await importInto({ session, imports } as Tab, project, 'people', 'right', right);
  value(await session.refresh(JOB));
  const plan = async (): Promise<PlanHead> => value(await session.plan('2026-11-30', 1, JOB));
  await plan();
  value(await session.changeFiles('systems', false, JOB));
  return { ...tab, plan };
}

it('[S459] [DE5] what a whole reading of an app that shows every record lacks was deleted, up to the guard', async () => {
  const live = new LiveWorld(datedApp(40, { tellsAll: true }), { readDeleted: false });
  const { session, plan } = await linked(live);
  const ids = live.app.there('people').map(({ id }) => id);
  live.app.erase('people', ids[0]!);
  await pass(live, session);
  const { syncs, summary } = await plan();
  expect(syncs[0]?.lost.left).toEqual({ missing: 1, links: 40, complete: true, stopped: false });
  expect(summary.inputs.map(({ complete }) => complete ?? false)).toEqual([true, false]);
  expect(summary.counts['people']?.reasons).toMatchObject({ 'counterpart-deleted': 1 });
  expect(summary.counts['people']?.right).toMatchObject({ read: 40, failing: 1 });
  for (const id of ids.slice(1, 30)) live.app.erase('people', id);
  await pass(live, session);
  const more = await plan();
  expect(more.syncs[0]?.lost.left).toMatchObject({ missing: 30, complete: true, stopped: true });
  expect(more.summary.counts['people']?.reasons).not.toHaveProperty('counterpart-deleted');
});

it('[S459] elsewhere what is missing may only not be shown: it is no delete', async () => {
  const live = new LiveWorld(datedApp(40), { readDeleted: false });
  const { session, plan } = await linked(live);
  live.app.erase('people', live.app.there('people')[0]!.id);
  await pass(live, session);
  const { syncs, summary } = await plan();
  expect(syncs[0]?.lost.left).toMatchObject({ missing: 1, complete: false });
  expect(summary.counts['people']?.reasons).toMatchObject({ 'not-in-this-export': 1 });
});
