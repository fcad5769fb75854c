import { describe, expect, it } from 'vitest';
import { failWrites } from '../store/failing-writes.ts';
import { valueOf } from '../store/sample.ts';
import { watchWrites } from '../store/watch-writes.ts';
import { World, type Platform } from '../store/world.ts';
import { journalContract } from './journal-suite.ts';

const APPS = { left: 'csv', right: 'csv' };

/** The journal of a push in a browser's store. */
export function storeJournalContract(platform: Platform): void {
  const opened = async () => {
    const world = new World(platform);
    const { store } = await world.tab();
    const { id } = valueOf(await store.projects.create('P', APPS));
    return { world, store, id, log: store.journals(id) };
  };

  describe('the journal of a push', () => {
    journalContract(async () => {
      const { world, id, log } = await opened();
      return {
        log,
        again: async () => {
          const { store } = await world.restart();
          valueOf(await store.projects.open(id));
          return store.journals(id);
        },
      };
    });

    it('[F1] every promise is one strict transaction', async () => {
      const { log } = await opened();
      const watched = watchWrites(platform.objectStore);
      await log.begin('a', ['one', 'two']);
      await log.append('a', 2, ['three', 'four']);
      watched.stop();
      const journal = watched.writes.filter(({ store }) => store === 'journal');
      expect(journal.map(({ durability }) => durability)).toEqual(Array(4).fill('strict'));
      expect(new Set(journal.map(({ transaction }) => transaction)).size).toBe(2);
    });

    it('[F4] a text that is gone, or is another, is noticed', async () => {
      for (const [harm, which] of [
        ['gone', 1],
        ['gone', 2],
        ['changed', 1],
      ] as const) {
        const { world, log } = await opened();
        await log.begin('a', ['one', 'two', 'three']);
        await world.rewrite<{ readonly text: string; readonly at: number }>('journal', (row) => {
          if (row.at !== which) return row;
          return harm === 'gone' ? null : { ...row, text: `${row.text}!` };
        });
        expect(await log.read('a')).toEqual({ ok: false, because: 'damaged' });
      }
    });

    it('[F5] where there is no room, nothing is promised and what was there stays', async () => {
      const { log } = await opened();
      await log.begin('a', ['one']);
      const faults = failWrites(platform.objectStore, 1, 'at once');
      const answer = await log.append('a', 1, ['two']);
      faults.stop();
      expect(answer).toEqual({ ok: false, because: 'quota' });
      expect(await log.read('a')).toEqual({ ok: true, value: ['one'] });
      expect((await log.append('a', 1, ['two'])).ok).toBe(true);
    });

    it('[F6] a tab that lost the project writes no more into it', async () => {
      const { world, id, log } = await opened();
      await log.begin('a', ['one']);
      const { store } = await world.tab();
      valueOf(await store.projects.open(id, { takeOver: true }));
      expect(await log.append('a', 1, ['two'])).toEqual({ ok: false, because: 'read-only' });
      expect((await store.journals(id).append('a', 1, ['mine'])).ok).toBe(true);
    });

    it('goes with its project', async () => {
      const { store, id, log } = await opened();
      await log.begin('a', ['one']);
      valueOf(await store.projects.remove(id));
      expect(await log.read('a')).toEqual({ ok: true, value: [] });
      expect(await log.list()).toEqual({ ok: true, value: [] });
    });
  });
}
