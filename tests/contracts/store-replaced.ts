import { describe, expect, it } from 'vitest';
import type { DecisionLog, DecisionStart, Store } from '../../src/lib/store/index.ts';
import { rowsOf } from '../store/decided.ts';
import { codeOf, sampleSet, storeSet, valueOf } from '../store/sample.ts';
import { World, type Platform } from '../store/world.ts';

const ROWS = { left: 6, right: 3 };

/** Two sets, the left one decided on and replaced. */
async function replaced(world: World) {
  const { store } = await world.tab();
  const project = valueOf(await store.projects.create('P', { left: 'csv', right: 'csv' })).id;
  const left = await storeSet(store, project, sampleSet(6));
  const right = await storeSet(store, project, sampleSet(3), { side: 'right' });
  const start = { basis: { left, right }, idFields: { left: 'Id', right: null }, rows: ROWS };
  const log = valueOf(await store.decisions.start(project, 'contacts', start));
  valueOf(await log.act({ label: 'approved', left: rowsOf([0, 2], 1), right: rowsOf([1], 3) }));
  const next = await storeSet(store, project, sampleSet(9));
  const onto: DecisionStart = { basis: { left: next, right }, rows: { left: 9, right: 3 } };
  return { store, project, left, right, next, log, onto };
}

async function opened(store: Store, project: string): Promise<DecisionLog> {
  const log = valueOf(await store.decisions.open(project, 'contacts'));
  if (log === null) throw new Error('no decisions');
  return log;
}

const bytesOf = async (store: Store): Promise<number> => valueOf(await store.storage()).total;

export function replacedContract(platform: Platform): void {
  describe('a set that was decided on and is replaced', () => {
    it('[F1] stays until the decisions are moved, over a kill and a sweep, and is counted', async () => {
      const world = new World(platform);
      const { project, left, next, onto } = await replaced(world);
      const { store } = await world.restart();
      expect(store.swept).toEqual([]);
      valueOf(await store.projects.open(project));
      const log = await opened(store, project);
      expect([log.basis.left, log.idFields]).toEqual([left, { left: 'Id', right: null }]);
      expect([...log.state.left.decision]).toEqual([1, 0, 1, 0, 0, 0]);
      expect(codeOf(await store.sets.verify(left))).toBe('ok');
      const before = await bytesOf(store);
      const heads = await world.count('sets');
      const moved = valueOf(await store.decisions.move(log, onto));
      expect(moved).not.toBe('stale');
      expect(codeOf(await store.sets.open(left))).toBe('missing');
      expect(codeOf(await store.sets.open(next))).toBe('ok');
      expect(await world.count('sets')).toBe(heads - 1);
      expect(await bytesOf(store)).toBeLessThan(before);
      expect((await world.restart()).store.swept).toEqual([]);
    });

    it('does not pile up: what came between and was not decided on goes', async () => {
      const world = new World(platform);
      const { store, project, left, right, next } = await replaced(world);
      const third = await storeSet(store, project, sampleSet(2));
      expect(codeOf(await store.sets.open(next))).toBe('missing');
      expect(codeOf(await store.sets.open(left))).toBe('ok');
      const log = await opened(store, project);
      const basis = { left: third, right };
      valueOf(await store.decisions.move(log, { basis, rows: { left: 2, right: 3 } }));
      expect(await world.count('sets')).toBe(2);
    });

    it('what is decided while decisions are moved is not written over, nor on rows of other records', async () => {
      const world = new World(platform);
      const { store, project, log, onto } = await replaced(world);
      const read = await opened(store, project);
      valueOf(await log.act({ label: 'late', left: rowsOf([5], 1) }));
      expect(valueOf(await store.decisions.move(read, onto))).toBe('stale');
      const again = await opened(store, project);
      expect([...again.state.left.decision]).toEqual([1, 0, 1, 0, 0, 1]);
      valueOf(await store.decisions.move(again, onto));
      expect(codeOf(await log.act({ label: 'too late', left: rowsOf([1], 1) }))).toBe('replaced');
      expect(codeOf(await log.undo())).toBe('replaced');
      expect([...(await opened(store, project)).state.left.decision]).toEqual(
        Array.from({ length: 9 }, () => 0),
      );
    });

    it('nothing is begun on a set that is not there any more', async () => {
      const world = new World(platform);
      const { store, project, left, right, log } = await replaced(world);
      const start = { basis: { left, right }, rows: ROWS };
      expect(codeOf(await store.decisions.start(project, 'contacts', start))).toBe('replaced');
      expect(codeOf(await store.decisions.move(log, start))).toBe('replaced');
      expect([...(await opened(store, project)).state.left.decision]).toEqual([1, 0, 1, 0, 0, 0]);
    });
  });
}
