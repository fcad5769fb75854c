import { noted } from '../support/noted.ts';
import { describe, expect, it } from 'vitest';
import { planDesk } from '../../workers/plan/plan-desk.ts';
import { ALL_SUBJECTS } from '../../src/lib/engine/index.ts';
import type { Filter, Row } from '../../src/lib/conversation/index.ts';
import { Killer } from './killing.ts';
import {
  AS_FOUND,
  csv,
  importInto,
  LEFT,
  JOB,
  SessionWorld,
  twoFiles,
  value,
  type Tab,
} from './session-world.ts';

const killer = new Killer();
const AS_OF = '2026-11-22';
const HEADER = 'Record ID,Email,First Name,Last Name,Notes';
/** Bo 2 before Anna; Anna's writes are others now; Bo is gone, Dag is new. */
const NEWER = csv(
  'newer.csv',
  HEADER,
  '3,bo2@acme.no,Bo,Berg,',
  '1,anna@acme.no,Annabel,Ås,x',
  '4,dag@acme.no,Dag,Dal,',
);
const ALL: Filter = { ...ALL_SUBJECTS, text: '', cause: '', check: '' };

const tabOf = (world: SessionWorld): Promise<Tab> => world.tab(() => planDesk());

async function rowsOf({ session }: Tab): Promise<readonly Row[]> {
  const head = value(await session.plan(AS_OF, 1, JOB));
  const { total } = value(await session.view('people', ALL));
  expect(head.syncs[0]!.total).toBe(total);
  return value(await session.rows('people', 0, total));
}

/** What was decided, by the id of the left record or else the right one. */
const decided = async (tab: Tab): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await rowsOf(tab)).map(({ left, right, decision }) => [left?.id ?? right?.id ?? '', String(decision)]),
  );

const OLD = { 1: 'approved', 2: 'approved', 3: 'rejected', '003000000000002AAA': 'approved' };
const NEW = { 3: 'rejected', 1: 'open', 4: 'open', '003000000000002AAA': 'approved' };

/** A project whose plan is decided: one record rejected, all others approved. */
async function decidedProject(world: SessionWorld): Promise<{ tab: Tab; id: string }> {
  const tab = await tabOf(world);
  const { id } = await twoFiles(tab);
  const rows = await rowsOf(tab);
  value(await tab.session.decide('people', { kind: 'view' }, 'approved'));
  const bo = rows.find(({ left }) => left?.id === '3')!;
  value(await tab.session.decide('people', { kind: 'subjects', subjects: [bo.subject] }, 'rejected'));
  expect(await decided(tab)).toEqual(OLD);
  return { tab, id };
}

/** A newer file is read, and the session looks at it. */
async function replace(tab: Tab, project: string): Promise<void> {
  await importInto(tab, project, 'people', 'left', NEWER);
  value(await tab.session.refresh(JOB));
}

/** Chunks of the store whose owner no head names, and heads nothing names. */
async function litter(world: SessionWorld, project: string, tab: Tab): Promise<readonly string[]> {
  const heads: string[] = [];
  await world.raw('sets', (store) => {
    store.getAllKeys().onsuccess = (event) => {
      heads.push(...((event.target as IDBRequest).result as string[]));
    };
  });
  const head = value(await tab.session.openProject(project, JOB));
  const named = head.syncs.flatMap(({ sides }) => [sides.left?.setId, sides.right?.setId]);
  return heads.filter((id) => !named.includes(id));
}

describe('a file is read again over one that was decided on', () => {
  it('[F1] [S70] decisions are taken over by id', async () => {
    const { tab, id } = await decidedProject(new SessionWorld());
    await replace(tab, id);
    expect(await decided(tab)).toEqual(NEW);
  });

  it('[F1] a kill at any point leaves the old records or the new ones, with what was decided of each', async () => {
    const seen = new Set<string>();
    let writes = Infinity;
    for (let kill = 0; kill <= writes; kill++) {
      const world = new SessionWorld();
      const { tab, id } = await decidedProject(world);
      killer.arm(kill);
      await replace(tab, id).catch(() => undefined);
      if (killer.writes <= kill) writes = killer.writes;
      killer.disarm();
      await tab.kill();
      const again = await tabOf(world);
      const head = value(await again.session.openProject(id, JOB));
      const file = head.syncs[0]!.sides.left!.reading.file;
      seen.add(file);
      expect(await decided(again), `killed at write ${String(kill)}`).toEqual(file === LEFT.name ? OLD : NEW);
      expect(await litter(world, id, again)).toEqual([]);
    }
    expect(writes).toBeGreaterThan(4);
    expect([...seen].sort()).toEqual([LEFT.name, 'newer.csv'].sort());
  });

  it('a cancelled or broken import leaves all as it was', async () => {
    const world = new SessionWorld();
    const { tab, id } = await decidedProject(world);
    const request = { project: id, sync: 'people', side: 'left', choices: AS_FOUND, token: -1 } as const;
    await tab.imports.read(
      { ...request, file: NEWER },
      () => tab.imports.cancel(-1),
      () => undefined,
    );
    await tab.imports.read(
      { ...request, file: new File([], 'empty.csv') },
      () => undefined,
      () => undefined,
    );
    value(await tab.session.refresh(JOB));
    expect(await decided(tab)).toEqual(OLD);
    expect(await litter(world, id, tab)).toEqual([]);
  });

  it('twice before anybody looks: what was decided on the first is taken over to the last', async () => {
    const world = new SessionWorld();
    const { tab, id } = await decidedProject(world);
    await importInto(tab, id, 'people', 'left', csv('between.csv', HEADER, '9,z@acme.no,Z,Z,'));
    await importInto(tab, id, 'people', 'left', NEWER);
    await tab.kill();
    const again = await tabOf(world);
    value(await again.session.openProject(id, JOB));
    expect(await decided(again)).toEqual(NEW);
    expect(await litter(world, id, again)).toEqual([]);
  });

  it('what is decided while the new file is looked at is taken over or refused, never lost', async () => {
    const world = new SessionWorld();
    const { tab, id } = await decidedProject(world);
    const subject = (await rowsOf(tab)).find(({ right }) => right?.id === '003000000000002AAA')!.subject;
    await importInto(tab, id, 'people', 'left', NEWER);
    const target = { kind: 'subjects', subjects: [subject] } as const;
    const refreshed = tab.session.refresh(JOB);
    let last = 'approved';
    let refused = 0;
    for (let i = 0; i < 40 && refused === 0; i++) {
      const word = i % 2 === 0 ? 'rejected' : 'approved';
      const answer = await tab.session.decide('people', target, word);
      if (answer.ok) last = word;
      else refused++;
    }
    value(await refreshed);
    expect((await decided(tab))['003000000000002AAA']).toBe(last);
    await tab.kill();
    const again = await tabOf(world);
    value(await again.session.openProject(id, JOB));
    expect((await decided(again))['003000000000002AAA']).toBe(last);
  });

  it('[S70] under another id column after a kill, they are found by the column the ids stood in', async () => {
    const world = new SessionWorld();
    const { tab, id } = await decidedProject(world);
    const renamed = csv('renamed.csv', HEADER.replace('Record ID', 'Nr'), '3,bo2@acme.no,Bo,Berg,');
    await importInto(tab, id, 'people', 'left', renamed);
    const broken = value(await tab.session.refresh(JOB));
    expect(broken.design.errors.map(({ code }) => code)).toContain('unknown-field');
    await tab.kill();
    const again = await tabOf(world);
    const head = value(await again.session.openProject(id, JOB));
    const json = structuredClone(head.design.json) as { syncs: { left: { idField: string } }[] };
    json.syncs[0]!.left.idField = 'Nr';
    expect(value(await again.session.saveDesign(json, noted('Id field'))).errors).toEqual([]);
    expect((await decided(again))['3']).toBe('rejected');
  });

  it('[S70] where the former records are damaged it is said how much could not be taken over', async () => {
    const world = new SessionWorld();
    const { tab, id } = await decidedProject(world);
    const former = value(await tab.session.refresh(JOB)).syncs[0]!.sides.left!.setId;
    await importInto(tab, id, 'people', 'left', NEWER);
    await world.raw('chunks', (store) => {
      store.delete(world.idb.IDBKeyRange.bound([former, 1], [former, 2]));
    });
    value(await tab.session.refresh(JOB));
    expect(tab.heads.at(-1)?.recovered).toContainEqual({
      code: 'decisions-not-taken',
      count: 3,
      sync: 'people',
    });
    expect(await decided(tab)).toEqual({ ...NEW, 3: 'open' });
    expect(await litter(world, id, tab)).toEqual([]);
  });

  it('a second tab, which may not write, shows what was decided all the same', async () => {
    const world = new SessionWorld();
    const { tab, id } = await decidedProject(world);
    await importInto(tab, id, 'people', 'left', NEWER);
    const second = await tabOf(world);
    value(await second.session.openProject(id, JOB));
    expect(await decided(second)).toEqual(NEW);
    const refused = await second.session.decide('people', { kind: 'view' }, 'approved');
    expect(refused.ok ? '' : refused.problem.code).toBe('read-only');
    value(await tab.session.refresh(JOB));
    expect(await decided(tab)).toEqual(NEW);
  });
});
