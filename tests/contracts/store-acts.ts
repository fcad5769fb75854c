import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/lib/store/index.ts';
import { logIn, rowsOf } from '../store/decided.ts';
import { oldCopy } from '../store/old-copy.ts';
import { sampleSet, storeSet, valueOf } from '../store/sample.ts';
import { World, type Platform } from '../store/world.ts';

const acts = async (store: Store, project: string): Promise<string[]> =>
  valueOf(await store.history.list(project)).map(({ code, state }) => `${code} ${state}`);

export function actsContract(platform: Platform): void {
  describe('the one history of a project', () => {
    it('has what was done in its order, and says what comes next both ways', async () => {
      const { store } = await new World(platform).tab();
      const { project, log } = await logIn(store);
      valueOf(await store.designs.save(project, '{}', 'first'));
      valueOf(await log.act({ label: 'approved', left: rowsOf([0], 1) }));
      valueOf(await store.designs.save(project, '{"a":1}', 'winner'));
      valueOf(await store.projects.rename(project, 'Q'));
      const undo = async () => valueOf(await store.history.next(project)).undo;
      const redo = async () => valueOf(await store.history.next(project)).redo;
      const name = (await undo())!;
      expect(name).toMatchObject({ subject: 'name', values: { from: 'P', to: 'Q' } });
      valueOf(await store.history.rename(name, 'undone'));
      expect(valueOf(await store.projects.get(project)).name).toBe('P');
      expect((await undo())?.values).toEqual({ label: 'winner' });
      valueOf(await store.designs.undo(project));
      expect(await undo()).toMatchObject({ subject: 'decisions', sync: 'contacts', code: 'approved' });
      valueOf(await log.undo());
      // The first design was nobody's change of another one.
      expect(await undo()).toBeNull();
      expect(await redo()).toMatchObject({ subject: 'decisions' });
      valueOf(await log.redo());
      expect((await redo())?.values).toEqual({ label: 'winner' });
      expect(await acts(store, project)).toEqual([
        ...['design made', 'approved made', 'design undone', 'rename undone'],
      ]);
      valueOf(await log.act({ label: 'held', left: rowsOf([1], 2) }));
      expect(await redo()).toBeNull();
      expect(await acts(store, project)).toEqual([
        ...['design made', 'approved made', 'design dropped', 'rename dropped', 'held made'],
      ]);
    });

    it('knows which file took the place of which; a file that was read stays', async () => {
      const { store } = await new World(platform).tab();
      const { id } = valueOf(await store.projects.create('P', { left: 'csv', right: 'csv' }));
      valueOf(await store.designs.save(id, '{}', 'first'));
      valueOf(await store.designs.save(id, '{"a":1}', 'winner'));
      await storeSet(store, id, sampleSet(3));
      await storeSet(store, id, sampleSet(4));
      const { undo, staying } = valueOf(await store.history.next(id));
      expect(undo?.values).toEqual({ label: 'winner' });
      expect(staying.map(({ values }) => [values['rows'], values['replaced'] !== null])).toEqual([
        [4, true],
        [3, false],
      ]);
    });

    it('[S206] names the file that was put into the records, while they keep the name of their own', async () => {
      const { store } = await new World(platform).tab();
      const { id } = valueOf(await store.projects.create('P', { left: 'csv', right: 'csv' }));
      await storeSet(store, id, sampleSet(3));
      const putIn = await storeSet(store, id, sampleSet(4), { putIn: 'monday.csv' });
      expect(valueOf(await store.sets.open(putIn)).file).toBe('people.csv');
      const { staying } = valueOf(await store.history.next(id));
      expect(staying.map(({ values }) => [values['file'], values['replaced']])).toEqual([
        ['monday.csv', 'people.csv'],
        ['people.csv', null],
      ]);
    });

    it('takes nothing back whose steps went with the records they were of', async () => {
      const { store } = await new World(platform).tab();
      const { project, log } = await logIn(store);
      valueOf(await log.act({ label: 'approved', left: rowsOf([0], 1) }));
      valueOf(
        await store.decisions.move(log, { basis: { left: 'l2', right: 'r' }, rows: { left: 6, right: 3 } }),
      );
      expect(await acts(store, project)).toEqual(['approved settled']);
      expect(valueOf(await store.history.next(project)).undo).toBeNull();
    });

    it('of a project an older version stored is made of its two histories', async () => {
      const world = new World(platform);
      const { store } = await world.tab();
      const { project, log } = await logIn(store);
      valueOf(await store.designs.save(project, '{}', 'first'));
      valueOf(await log.act({ label: 'approved', left: rowsOf([0], 1) }));
      valueOf(await store.designs.save(project, '{"a":1}', 'winner'));
      valueOf(await log.act({ label: 'held', left: rowsOf([1], 2) }));
      valueOf(await log.undo());
      const old = await oldCopy(world, 1);
      const now = (await old.tab()).store;
      valueOf(await now.projects.open(project));
      expect(await acts(now, project)).toEqual([
        'design made',
        'approved made',
        'design made',
        'held undone',
      ]);
      const next = valueOf(await now.history.next(project));
      expect([next.undo?.values, next.redo?.code]).toEqual([{ label: 'winner' }, 'held']);
      valueOf(await now.designs.undo(project));
      expect(valueOf(await now.history.next(project)).undo?.code).toBe('approved');
    });
  });
}
