import type { PushItem, PushPlan } from '../../src/lib/push/index.ts';

/** Records that are named in a list. */
export const LISTED = 200;

/** The name of a push, another in every project: `at` is when it begins, in milliseconds since 1970. */
export const pushId = (number: number, at: number): string => `push-${String(number)}-${at.toString(36)}`;

/** The name of a way back of it. */
export const backId = (push: string, number: number): string => `${push}-back-${String(number)}`;

/** The push that a way back takes back; null of a push. */
export const backOf = (id: string): string | null => /^(.+)-back-\d+$/.exec(id)?.[1] ?? null;

/** The key of the item that takes one back, as `rollbackOf` names it. */
export const backKey = (key: string): string => JSON.stringify(['back', key]);

/** The key of the item that is taken back. */
export function forwardKey(key: string): string {
  const [, own] = JSON.parse(key) as readonly [string, string];
  return own;
}

/** Where a record has no name to be found. */
export const nameless = ({ id, values, subject, side }: PushItem): string =>
  id ??
  (side === 'left' ? subject.right : subject.left) ??
  [...values.values()].find((text) => text !== '') ??
  '';

/** Pairs of a way back: every record of it is linked. */
export function pairsOf({ items }: PushPlan): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (const { sync } of items) pairs.set(sync, (pairs.get(sync) ?? 0) + 1);
  return pairs;
}

/** In groups of one word each, in the order they come. */
export function groupsBy<T>(all: readonly T[], word: (one: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const own = groups.get(word(one));
    if (own === undefined) groups.set(word(one), [one]);
    else own.push(one);
  }
  return [...groups.values()];
}
