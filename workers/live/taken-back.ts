import type { Side } from '../../src/lib/engine/index.ts';
import { isOver, Journal, type PushItem } from '../../src/lib/push/index.ts';
import { backOf } from '../push/about.ts';
import type { Described } from './described.ts';
import type { LiveProject } from './live-project.ts';

/**
 * Ids of records of a kind that pushes of this project created and took back: nobody deleted them, so they are in no reading as archived
 * (S458). None of a kind that has no archived ones, and none where the journals cannot be read.
 */
export type TakenBack = (side: Side, described: Described) => Promise<ReadonlySet<string>>;

/** For the sides of one pass: a journal is read again only while its way back goes on. */
export function takenBackBy({ store, project }: LiveProject): TakenBack {
  const log = store.journals(project.id);
  const over = new Map<string, readonly PushItem[]>();
  const removedIn = async (back: string): Promise<readonly PushItem[]> => {
    const journal = await Journal.open(log, back);
    if (!journal.ok) return [];
    const { standing } = journal.value;
    const removed: PushItem[] = [];
    for (const { item, is } of standing.items())
      if (item.act === 'remove' && is === 'written' && item.subject[item.side] === null) removed.push(item);
    if (isOver(standing.state)) over.set(back, removed);
    return removed;
  };
  return async (side, { object: { name, presence } }) => {
    const ids = new Set<string>();
    if (presence?.archived === undefined) return ids;
    const all = await log.list();
    for (const push of all.ok ? all.value : []) {
      if (backOf(push) === null) continue;
      for (const { id, ...item } of over.get(push) ?? (await removedIn(push)))
        if (item.side === side && item.object === name && id !== null) ids.add(id);
    }
    return ids;
  };
}
