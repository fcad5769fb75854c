import { describe, expect, it } from 'vitest';
import { MIGRATIONS, type Migration } from '../../src/lib/store/migrations.ts';
import { codeOf, sampleSet, storeSet, valueOf } from '../store/sample.ts';
import { World, type Platform } from '../store/world.ts';

const APPS = { left: 'csv', right: 'csv' };

const KNOWN = MIGRATIONS.length;

/** A newer version that exists in tests alone: projects learn their initial. */
const NEWER: readonly Migration[] = [
  ...MIGRATIONS,
  {
    version: KNOWN + 1,
    stores: { projects: 'id, initial', notes: '[project+note]' },
    upgrade: (transaction) =>
      transaction
        .table<{ name: string; initial?: string }>('projects')
        .toCollection()
        .modify((row) => {
          row.initial = row.name.slice(0, 1);
        })
        .then(() => undefined),
  },
];

export function tabsContract(platform: Platform): void {
  describe('[F6] tabs', () => {
    it('the second tab of a project is read-only and knows the first; after a kill it may have it', async () => {
      const world = new World(platform);
      const first = await world.tab({ tab: 'first' });
      const { id } = valueOf(await first.store.projects.create('P', APPS));
      const second = await world.tab({ tab: 'second' });
      const access = valueOf(await second.store.projects.open(id));
      expect(access).toMatchObject({ access: 'read-only', owner: { tab: 'first' } });
      const refused = await second.store.designs.save(id, '{}', '');
      expect(refused).toMatchObject({ problem: { code: 'read-only', because: 'other-tab', project: id } });
      const beginning = { sync: 'contacts', side: 'left' as const, file: 'a', choices: {} };
      expect(codeOf(await second.store.sets.begin(id, beginning))).toBe('read-only');
      expect(codeOf(await second.store.projects.remove(id))).toBe('read-only');
      await first.kill();
      expect(valueOf(await second.store.projects.open(id)).access).toBe('owner');
      valueOf(await second.store.designs.save(id, '{}', ''));
    });

    it('a closed project is free; another worker of the same tab has the same right', async () => {
      const world = new World(platform);
      const first = await world.tab({ tab: 'first' });
      const { id } = valueOf(await first.store.projects.create('P', APPS));
      const worker = await world.tab({ tab: 'first' });
      expect(valueOf(await worker.store.projects.open(id)).access).toBe('owner');
      valueOf(await worker.store.designs.save(id, '{}', ''));
      await first.store.projects.close(id);
      const second = await world.tab({ tab: 'second' });
      expect(valueOf(await second.store.projects.open(id)).access).toBe('owner');
      expect(codeOf(await worker.store.designs.save(id, '{}', ''))).toBe('read-only');
    });

    it('a takeover makes the old tab read-only, which says why', async () => {
      const world = new World(platform);
      const first = await world.tab({ tab: 'first' });
      const { id } = valueOf(await first.store.projects.create('P', APPS));
      const second = await world.tab({ tab: 'second' });
      expect(valueOf(await second.store.projects.open(id, { takeOver: true })).access).toBe('owner');
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(first.events).toEqual([{ because: 'taken-over', project: id }]);
      expect(await first.store.designs.save(id, '{}', '')).toMatchObject({
        problem: { code: 'read-only', because: 'taken-over' },
      });
      valueOf(await second.store.designs.save(id, '{}', ''));
    });

    it('a tab that slept through a takeover cannot write either', async () => {
      const world = new World(platform);
      const asleep = await world.tab({ tab: 'first', locks: null });
      const { id } = valueOf(await asleep.store.projects.create('P', APPS));
      const second = await world.tab({ tab: 'second', locks: null });
      expect(valueOf(await second.store.projects.open(id)).access).toBe('owner');
      expect(await asleep.store.designs.save(id, '{}', '')).toMatchObject({
        problem: { code: 'read-only', because: 'other-tab' },
      });
    });

    it('an upgrade keeps the data and makes the old tab read-only with the reason', async () => {
      const world = new World(platform);
      const old = await world.tab({ tab: 'old' });
      const { id } = valueOf(await old.store.projects.create('Pelican', APPS));
      const set = sampleSet(9);
      const setId = await storeSet(old.store, id, set);
      const { store } = await world.tab({ tab: 'new', migrations: NEWER });
      expect(old.events).toEqual([{ because: 'newer-version', project: null }]);
      expect(old.store.readOnly).toBe('newer-version');
      expect(await old.store.designs.save(id, '{}', '')).toMatchObject({
        problem: { code: 'read-only', because: 'newer-version' },
      });
      expect(await old.store.projects.list()).toMatchObject({ problem: { because: 'newer-version' } });
      expect(valueOf(await store.sets.load(setId, set.header)).rows).toBe(9);
      expect(valueOf(await store.projects.get(id))).toMatchObject({ name: 'Pelican', initial: 'P' });
    });

    it('an older Drysync does not touch a newer store', async () => {
      const world = new World(platform);
      const { store } = await world.tab({ migrations: NEWER });
      valueOf(await store.projects.create('P', APPS));
      const opened = await world.tryOpen();
      expect(opened).toMatchObject({
        ok: false,
        problem: { code: 'newer-schema', found: KNOWN + 1, known: KNOWN },
      });
      valueOf(await store.projects.list());
    });

    it('an upgrade that another tab blocks is said so', async () => {
      const world = new World(platform);
      await (await world.tab()).store.close();
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = platform.idb.indexedDB.open(world.name);
        request.onsuccess = () => resolve(request.result);
      });
      expect(codeOf(await world.tryOpen({ migrations: NEWER }))).toBe('blocked-by-other-tab');
      db.close();
    });

    it('a closed store answers, it does not throw', async () => {
      const { store } = await new World(platform).tab();
      const { id } = valueOf(await store.projects.create('P', APPS));
      await store.close();
      expect(await store.projects.list()).toMatchObject({
        problem: { code: 'read-only', because: 'closed' },
      });
      expect(codeOf(await store.sets.load(id, []))).toBe('read-only');
      expect(store.readOnly).toBe('closed');
    });
  });
}
