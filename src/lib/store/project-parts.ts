import type { Database } from './database.ts';

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
