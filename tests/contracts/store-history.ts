import { expect, it } from 'vitest';
import { SNAPSHOT_STEPS, UNDO_STEPS } from '../../src/lib/store/decisions/log.ts';
import { logIn, reopened, rowsOf } from '../store/decided.ts';
import { valueOf } from '../store/sample.ts';
import { World, type Platform } from '../store/world.ts';

export function historyContract(platform: Platform): void {
  it('a long history stays bounded and whole', async () => {
    const world = new World(platform);
    const { store } = await world.tab();
    const { project, log } = await logIn(store);
    const acts = UNDO_STEPS + SNAPSHOT_STEPS + 20;
    for (let i = 0; i < acts; i++)
      valueOf(await log.act({ label: '', left: rowsOf([i % 6], (i % 200) + 1) }));
    expect(await world.count('steps')).toBe(UNDO_STEPS);
    expect(await world.count('chunks')).toBe(1);
    const again = await reopened(world, project);
    expect([...again.state.left.decision]).toEqual([...log.state.left.decision]);
    for (let i = 0; i < UNDO_STEPS; i++) valueOf(await again.undo());
    expect(again.canUndo).toBe(false);
    expect(again.state.left.decision[(acts - UNDO_STEPS - 1) % 6]).toBe(acts - UNDO_STEPS);
    const third = await reopened(world, project);
    expect([...third.state.left.decision]).toEqual([...again.state.left.decision]);
    valueOf(await third.act({ label: '', right: rowsOf([0], 9) }));
    const fourth = await reopened(world, project);
    expect([...fourth.state.left.decision]).toEqual([...again.state.left.decision]);
    expect(fourth.state.right.decision[0]).toBe(9);
  });
}
