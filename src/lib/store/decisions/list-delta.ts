/** Changes of a list whose items have names. */
export interface ListChange<T, K extends keyof T> {
  /** New ones, and those that take the place of one of the same name. */
  readonly put?: readonly T[];
  readonly remove?: readonly Pick<T, K>[];
}

/** An item of a name, before and after; null where there is none. */
export interface Replaced<T> {
  readonly key: string;
  readonly from: T | null;
  readonly to: T | null;
}

export function listDelta<T, K extends keyof T>(
  list: readonly T[],
  change: ListChange<T, K> | undefined,
  keyOf: (item: Pick<T, K>) => string,
): Replaced<T>[] {
  if (change === undefined) return [];
  const now = new Map(list.map((item) => [keyOf(item), item]));
  const next = new Map<string, T | null>();
  for (const item of change.remove ?? []) next.set(keyOf(item), null);
  for (const item of change.put ?? []) next.set(keyOf(item), item);
  return [...next].map(([key, to]) => ({ key, from: now.get(key) ?? null, to }));
}

/** What is replaced keeps its place, what is new comes last. */
export function replaced<T>(
  list: readonly T[],
  changes: readonly Replaced<T>[],
  to: 'from' | 'to',
  keyOf: (item: T) => string,
): readonly T[] {
  if (changes.length === 0) return list;
  const items = new Map(list.map((item) => [keyOf(item), item]));
  for (const change of changes) {
    const item = change[to];
    if (item === null) items.delete(change.key);
    else items.set(change.key, item);
  }
  return [...items.values()];
}
