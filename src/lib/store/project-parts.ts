import type { Side } from '../engine/index.ts';
import type { Database } from './database.ts';
import { Refusal } from './problem.ts';
import type { ProjectRow } from './rows.ts';

/** Everyone who has chunks of a project: heads and snapshots. Inside a transaction of those tables. */
export async function ownersOfChunks(db: Database, project: string): Promise<string[]> {
  const owners: string[] = [];
  for (const table of [db.sets, db.baselines, db.plans]) {
    owners.push(...(await table.where('project').equals(project).primaryKeys()));
  }
  const decisions = await db.decisions.where('project').equals(project).toArray();
  owners.push(...decisions.map((row) => row.snapshot.id));
  return owners;
}

/** The id of the set a sync has on a side, null where none was read yet. */
export const setOf = (project: ProjectRow, sync: string, side: Side): string | null =>
  project.sets.find((set) => set.sync === sync && set.side === side)?.id ?? null;

/** The project's row; without one the transaction ends as `missing`. */
export function present(row: ProjectRow | undefined, id: string): ProjectRow {
  if (row === undefined) throw new Refusal({ code: 'missing', what: 'project', where: id });
  return row;
}

/** The result files of a baseline of a project, in the order given. */
export const resultsOf = (row: ProjectRow, which: 'baseline' | 'handed-over'): readonly string[] =>
  (which === 'baseline' ? row.results : row.handedOver?.results) ?? [];
