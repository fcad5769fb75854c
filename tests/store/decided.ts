import type { DecisionLog, RowsChange, Store } from '../../src/lib/store/index.ts';
import { valueOf } from './sample.ts';
import type { World } from './world.ts';

export const START = { basis: { left: 'l', right: 'r' }, rows: { left: 6, right: 3 } };
export const rowsOf = (rows: readonly number[], decision: number, print = decision): RowsChange => ({
  rows: Uint32Array.from(rows),
  decision: Uint8Array.from(rows, () => decision),
  print: Uint32Array.from({ length: rows.length * 2 }, (_, i) => print * 10 + (i % 2)),
});

export async function logIn(store: Store): Promise<{ project: string; log: DecisionLog }> {
  const project = valueOf(await store.projects.create('P', { left: 'csv', right: 'csv' })).id;
  return { project, log: valueOf(await store.decisions.start(project, 'contacts', START)) };
}

export async function reopened(world: World, project: string): Promise<DecisionLog> {
  const { store } = await world.restart();
  valueOf(await store.projects.open(project));
  const log = valueOf(await store.decisions.open(project, 'contacts'));
  if (log === null) throw new Error('no decisions');
  return log;
}
