import type { PushItem } from '../item.ts';

/** The first items that can go in one call: of one side, object and act, as long as they stand together and none is the same record twice. */
export function nextBatch(items: readonly PushItem[], size: (item: PushItem) => number): readonly PushItem[] {
  const [first] = items;
  if (first === undefined) return [];
  const batch: PushItem[] = [];
  const seen = new Set<string>();
  for (const item of items) {
    const isLike = item.side === first.side && item.object === first.object && item.act === first.act;
    if (!isLike || batch.length >= size(first) || (item.id !== null && seen.has(item.id))) break;
    batch.push(item);
    if (item.id !== null) seen.add(item.id);
  }
  return batch;
}

/** Calls that send them, when none has to be cut or sent again. */
export function countBatches(items: readonly PushItem[], size: (item: PushItem) => number): number {
  let batches = 0;
  for (let at = 0; at < items.length; batches++) {
    at += nextBatch(items.slice(at, at + size(items[at]!)), size).length;
  }
  return batches;
}
