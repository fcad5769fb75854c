import type { PushItem } from '../item.ts';
import { formOf } from '../same-text.ts';

/**
 * Of creates of one object that would be looked for by the same key none is looked for: one that is found could be either (S373). They stay
 * creates without a key.
 */
export function soughtApart(items: readonly PushItem[]): readonly PushItem[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return items.map((item) => {
    const key = keyOf(item);
    if (key === null || counts.get(key) === 1) return item;
    const { sought: _, ...rest } = item;
    return rest;
  });
}

const keyOf = ({ side, object, sought }: PushItem): string | null =>
  sought === undefined
    ? null
    : JSON.stringify([side, object, [...sought.texts].map(([field, text]) => [field, formOf(text)])]);
