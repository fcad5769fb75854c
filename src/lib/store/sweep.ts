import type { Chunks } from './chunks.ts';
import type { Gate } from './gate.ts';
import { done, type Result } from './problem.ts';
import type { Writing } from './writing.ts';

/**
 * Removes chunks that nothing names: what a killed import, an abandoned one or an interrupted deletion left. What a
 * project names without its head being there is damage, not litter, and stays.
 */
export async function sweep(
  gate: Gate,
  chunks: Chunks,
  writing: Writing,
): Promise<Result<readonly string[]>> {
  const owners = await chunks.owners();
  if (!owners.ok) return owners;
  const idle: string[] = [];
  for (const owner of owners.value) if (await writing.isIdle(owner)) idle.push(owner);
  // Read after looking at the locks: what was finished meanwhile has its head now.
  const named = await namedOwners(gate);
  if (!named.ok) return named;
  const litter = idle.filter((owner) => !named.value.has(owner));
  if (litter.length === 0) return done(litter);
  const dropped = await chunks.drop(litter);
  return dropped.ok ? done(litter) : dropped;
}

function namedOwners(gate: Gate): Promise<Result<ReadonlySet<string>>> {
  const { projects, sets, baselines, plans, decisions } = gate.db;
  const tables = [projects, sets, baselines, plans, decisions];
  return gate.read({ what: 'database', where: 'heads' }, tables, async () => {
    const named = new Set<string>();
    for (const table of [sets, baselines, plans]) {
      for (const id of await table.toCollection().primaryKeys()) named.add(id);
    }
    for (const { snapshot } of await decisions.toArray()) named.add(snapshot.id);
    for (const project of await projects.toArray()) {
      for (const { id } of project.sets) named.add(id);
      if (project.baseline !== null) named.add(project.baseline);
      for (const id of [...(project.results ?? []), ...(project.handedOver?.results ?? [])]) named.add(id);
      if (project.handedOver != null) named.add(project.handedOver.id);
    }
    return named;
  });
}
