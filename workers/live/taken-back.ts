import type { Side } from '../../src/lib/engine/index.ts';
import { Journal } from '../../src/lib/push/index.ts';
import { backOf } from '../push/about.ts';
import type { LiveProject } from './live-project.ts';

/**
 * Ids of records of a kind that pushes of this project created and took back: nobody deleted them, so they are in no reading as archived
 * (S458). None where the journals cannot be read.
 */
export async function takenBack(
  { store, project }: LiveProject,
  side: Side,
  object: string,
): Promise<ReadonlySet<string>> {
  const log = store.journals(project.id);
  const all = await log.list();
  const ids = new Set<string>();
  for (const id of all.ok ? all.value : []) {
    if (backOf(id) === null) continue;
    const journal = await Journal.open(log, id);
    if (!journal.ok) continue;
    for (const { item, is } of journal.value.standing.items()) {
      const isOurs = item.act === 'remove' && is === 'written' && item.subject[item.side] === null;
      if (isOurs && item.side === side && item.object === object && item.id !== null) ids.add(item.id);
    }
  }
  return ids;
}
