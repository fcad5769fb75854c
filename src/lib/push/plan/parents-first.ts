import type { PushItem } from '../item.ts';

/** Why an approved item cannot be sent at all. */
export interface LeftOut {
  readonly item: PushItem;
  /** Its parent is not created by this push; or the two wait for each other. */
  readonly because: 'parent-not-approved' | 'circle';
}

/**
 * Items by sync, in it by how deep their parents go, then side and act, so that batches are large, those that no job takes behind the others;
 * what waits for an item that is not there, or for itself, is left out with all that waits for it.
 */
export function parentsFirst(
  items: readonly PushItem[],
  rank: (sync: string) => number,
): { readonly items: readonly PushItem[]; readonly leftOut: readonly LeftOut[] } {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const depths = new Map<string, number | LeftOut['because']>();
  const open = new Set<string>();
  const depthOf = (item: PushItem): number | LeftOut['because'] => {
    const known = depths.get(item.key);
    if (known !== undefined) return known;
    if (open.has(item.key)) return 'circle';
    open.add(item.key);
    let depth: number | LeftOut['because'] = 0;
    for (const key of item.refs.values()) {
      const parent = byKey.get(key);
      const above = parent === undefined ? 'parent-not-approved' : depthOf(parent);
      depth =
        typeof above === 'string' || typeof depth === 'string'
          ? worse(above, depth)
          : Math.max(depth, above + 1);
    }
    open.delete(item.key);
    depths.set(item.key, depth);
    return depth;
  };
  const leftOut: LeftOut[] = [];
  const sent: { readonly item: PushItem; readonly order: readonly number[] }[] = [];
  for (const item of items) {
    const depth = depthOf(item);
    if (typeof depth === 'string') leftOut.push({ item, because: depth });
    else
      sent.push({
        item,
        order: [
          rank(item.sync),
          depth,
          item.side === 'left' ? 0 : 1,
          ACTS.indexOf(item.act),
          item.inJob === true ? 0 : 1,
        ],
      });
  }
  sent.sort((a, b) => compare(a.order, b.order));
  return { items: sent.map(({ item }) => item), leftOut };
}

const ACTS = ['create', 'restore', 'update', 'remove'];

const worse = (...all: readonly (number | LeftOut['because'])[]): LeftOut['because'] =>
  all.includes('circle') ? 'circle' : 'parent-not-approved';

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, i) => one !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
