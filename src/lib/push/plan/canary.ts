import type { PushItem } from '../item.ts';

/** Records that go first, at most. */
export const CANARY_MOST = 25;

export interface Canary {
  readonly keys: readonly string[];
  /** Kinds of change that found no place in it. */
  readonly uncovered: number;
}

/**
 * The few items that show every kind of change a plan has: each act on each object of a side, a clear, each field at least once (push
 * protocol 4). An item brings the parents it waits for. Always the one that shows most that is new; of equals the first.
 */
export function canaryOf(items: readonly PushItem[], most: number = CANARY_MOST): Canary {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const left = new Set(items.flatMap(kindsOf));
  const chosen = new Set<string>();
  // One candidate a set of kinds is enough: the others show the same.
  const candidates = new Map<string, PushItem>();
  for (const item of items) {
    const kinds = JSON.stringify([kindsOf(item), item.refs.size]);
    if (!candidates.has(kinds)) candidates.set(kinds, item);
  }
  while (left.size > 0) {
    let best: { readonly keys: readonly string[]; readonly gain: number } | null = null;
    for (const item of candidates.values()) {
      const keys = withParents(item, byKey).filter((key) => !chosen.has(key));
      if (keys.length === 0 || chosen.size + keys.length > most) continue;
      const shown = new Set(keys.flatMap((key) => kindsOf(byKey.get(key)!)));
      const gain = [...shown].filter((kind) => left.has(kind)).length;
      if (gain > (best?.gain ?? 0)) best = { keys, gain };
    }
    if (best === null) break;
    for (const key of best.keys) {
      chosen.add(key);
      for (const kind of kindsOf(byKey.get(key)!)) left.delete(kind);
    }
  }
  return { keys: items.filter(({ key }) => chosen.has(key)).map(({ key }) => key), uncovered: left.size };
}

/** What a change is an example of. */
export function kindsOf({ side, object, act, values, refs }: PushItem): readonly string[] {
  const on = (...what: readonly string[]): string => JSON.stringify([side, object, ...what]);
  return [
    on(act),
    ...[...values.keys(), ...refs.keys()].map((field) => on('field', field)),
    ...([...values.values()].includes('') ? [on('clear')] : []),
  ];
}

function withParents(item: PushItem, byKey: ReadonlyMap<string, PushItem>): readonly string[] {
  const parents = [...item.refs.values()].flatMap((key) => {
    const parent = byKey.get(key);
    return parent === undefined ? [] : withParents(parent, byKey);
  });
  return [...new Set([...parents, item.key])];
}
