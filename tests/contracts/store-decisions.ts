import { describe, expect, it } from 'vitest';
import { logIn, reopened, rowsOf, START } from '../store/decided.ts';
import { codeOf, valueOf } from '../store/sample.ts';
import { World, type Platform } from '../store/world.ts';

const AT = '2026-01-01T00:00:00Z';

export function decisionsContract(platform: Platform): void {
  describe('decisions', () => {
    it('[F1] a bulk act is one undo step, and what was promised survives a kill', async () => {
      const world = new World(platform);
      const { store } = await world.tab();
      const { project, log } = await logIn(store);
      expect(valueOf(await store.decisions.open(project, 'deals'))).toBeNull();
      const verdict = { sync: 'contacts', left: '1', right: '2', verdict: 'same' as const, at: AT };
      const left = rowsOf([0, 2, 5], 1);
      const acted = valueOf(
        await log.act({ label: 'approve 5', left, right: rowsOf([1], 1), verdicts: { put: [verdict] } }),
      );
      expect(acted).toEqual({ label: 'approve 5', count: 5 });
      const again = await reopened(world, project);
      expect([...again.state.left.decision]).toEqual([1, 0, 1, 0, 0, 1]);
      expect([...again.state.left.print]).toEqual([10, 11, 0, 0, 10, 11, 0, 0, 0, 0, 10, 11]);
      expect([...again.state.right.decision]).toEqual([0, 1, 0]);
      expect(again.state.verdicts).toEqual([verdict]);
      expect(again.basis).toEqual(START.basis);
      expect([again.canUndo, again.canRedo]).toEqual([true, false]);
      expect(valueOf(await again.undo()).label).toBe('approve 5');
      const third = await reopened(world, project);
      expect(third.state.left.decision.some((code) => code !== 0)).toBe(false);
      expect(third.state.verdicts).toEqual([]);
      expect([third.canUndo, third.canRedo]).toEqual([false, true]);
      expect(codeOf(await third.undo())).toBe('nothing-to-undo');
      valueOf(await third.redo());
      expect([...third.state.left.decision]).toEqual([1, 0, 1, 0, 0, 1]);
      expect(codeOf(await third.redo())).toBe('nothing-to-redo');
    });

    it('choices are put, replaced and removed by subject and field', async () => {
      const { store } = await new World(platform).tab();
      const { log } = await logIn(store);
      const choice = (field: string | null, take: 'left' | 'right') => ({
        ...{ sync: 'contacts', left: '1', right: '2', field, take, at: AT },
        on: field === null ? null : (['a', 'b'] as const),
      });
      valueOf(
        await log.act({ label: '', choices: { put: [choice('Phone', 'left'), choice(null, 'left')] } }),
      );
      valueOf(await log.act({ label: '', choices: { put: [choice('Phone', 'right')] } }));
      const remove = [{ left: '1', right: '2', field: null }];
      valueOf(await log.act({ label: '', choices: { remove } }));
      expect(log.state.choices).toEqual([choice('Phone', 'right')]);
      valueOf(await log.undo());
      valueOf(await log.undo());
      expect(log.state.choices.map(({ field, take }) => [field, take])).toEqual([
        ['Phone', 'left'],
        [null, 'left'],
      ]);
    });

    it('an act after an undo ends what was undone', async () => {
      const world = new World(platform);
      const { store } = await world.tab();
      const { project, log } = await logIn(store);
      valueOf(await log.act({ label: 'a', left: rowsOf([0], 1) }));
      valueOf(await log.act({ label: 'b', left: rowsOf([1], 1) }));
      valueOf(await log.undo());
      valueOf(await log.act({ label: 'c', left: rowsOf([2], 1) }));
      const again = await reopened(world, project);
      expect([...again.state.left.decision]).toEqual([1, 0, 1, 0, 0, 0]);
      expect(again.canRedo).toBe(false);
      expect(await world.count('steps')).toBe(2);
    });

    it('calls made at once are carried out one after the other', async () => {
      const world = new World(platform);
      const { store } = await world.tab();
      const { project, log } = await logIn(store);
      const acts = [0, 1, 2, 3, 4, 5].map((row) =>
        log.act({ label: String(row), left: rowsOf([row], row + 1) }),
      );
      for (const act of await Promise.all(acts)) valueOf(act);
      const again = await reopened(world, project);
      expect([...again.state.left.decision]).toEqual([1, 2, 3, 4, 5, 6]);
    });

    it('two holders of one log lose nothing of each other', async () => {
      const world = new World(platform);
      const { store } = await world.tab({ tab: 'one' });
      const other = (await world.tab({ tab: 'one' })).store;
      const { project, log } = await logIn(store);
      const second = valueOf(await other.decisions.open(project, 'contacts'));
      const acts = [0, 1, 2, 3].map((row) =>
        (row % 2 === 0 ? log : second)?.act({ label: String(row), left: rowsOf([row], row + 1) }),
      );
      for (const act of await Promise.all(acts)) expect(act).toMatchObject({ ok: true });
      const again = await reopened(world, project);
      expect([...again.state.left.decision]).toEqual([1, 2, 3, 4, 0, 0]);
    });

    it('starting anew on other sets takes what it is given and no history', async () => {
      const world = new World(platform);
      const { store } = await world.tab();
      const { project, log } = await logIn(store);
      valueOf(await log.act({ label: 'a', left: rowsOf([0], 1) }));
      const basis = { left: 'l2', right: 'r' };
      const again = valueOf(
        await store.decisions.start(project, 'contacts', { ...START, basis, state: log.state }),
      );
      expect(again.state.left.decision[0]).toBe(1);
      expect(again.canUndo).toBe(false);
      expect((await reopened(world, project)).basis).toEqual(basis);
      expect(await world.count('chunks')).toBe(1);
      expect(await world.count('steps')).toBe(0);
    });

    it('a caller that names a row twice, or none that is there, is broken', async () => {
      const { store } = await new World(platform).tab();
      const { log } = await logIn(store);
      await expect(log.act({ label: '', left: rowsOf([1, 1], 1) })).rejects.toThrow();
      await expect(log.act({ label: '', right: rowsOf([3], 1) })).rejects.toThrow();
      valueOf(await log.act({ label: '', right: rowsOf([2], 1) }));
    });
  });
}
