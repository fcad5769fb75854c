import type { PlanHead, ProjectHead } from '../../conversation/index.ts';
import type { Both } from '../../engine/index.ts';
import type { Messages } from '../../words/index.ts';
import { keyNames } from './plan-keys.ts';

/** The apps by name. */
export const appsOf = (head: ProjectHead, { files }: Messages['plan']): Both<string> => ({
  left: head.apps.left.name === '' ? files.left : head.apps.left.name,
  right: head.apps.right.name === '' ? files.right : head.apps.right.name,
});

/** What the records of a sync are called on each side, in a sentence: `accounts`, `Visit__c records`. */
export function objectsOf(head: ProjectHead, sync: string, words: Messages['plan']): Both<string> {
  const objects = head.syncs.find(({ id }) => id === sync)?.objects;
  const word = (object: string | undefined): string => {
    if (object === undefined || object === '') return words.records;
    const known = new Map(Object.entries(words.objects)).get(object);
    return known ?? (/^[a-z]+s$/.test(object) ? object : words.recordsOf(object));
  };
  return { left: word(objects?.left), right: word(objects?.right) };
}

/** The keys of a sync in words, in the order of the design. */
export function keysOf(head: ProjectHead, sync: string, words: Messages['plan']): readonly string[] {
  const found = head.design.design?.syncs.find(({ id }) => id === sync);
  return found === undefined ? [] : keyNames(found, words.list.keyParts);
}

/** The object a review of what was deleted begins with: the one that is shown, where it has some (DE2). */
export function deletedIn({ syncs, summary }: PlanHead, shown: string): string {
  const has = (id: string): boolean => (summary.counts[id]?.reasons['counterpart-deleted'] ?? 0) > 0;
  return has(shown) ? shown : (syncs.find(({ id }) => has(id))?.id ?? shown);
}
