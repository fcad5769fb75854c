import type { PushItem } from '../../src/lib/push/index.ts';
import type { MemoryApp } from '../servers/memory/memory-app.ts';
import { appOf, itemOf, texts, worldOf, type PushWorld } from './push-world.ts';

/** Companies that are to be created, all alike. */
export const creates = (
  count: number,
  more: Readonly<Record<number, Readonly<Record<string, string>>>> = {},
): PushItem[] =>
  Array.from({ length: count }, (_, n) =>
    itemOf({
      key: `c${String(n)}`,
      object: 'companies',
      act: 'create',
      unique: { field: 'domain', value: `c${String(n)}.com` },
      values: texts({ name: `Company ${String(n)}`, domain: `c${String(n)}.com`, ...more[n] }),
    }),
  );

export const worldWith = (items: readonly PushItem[], right: MemoryApp = appOf()): PushWorld =>
  worldOf({ left: appOf(), right }, items);

/** So many companies that are there, each to be renamed. */
export function renames(count: number): PushWorld {
  const right = appOf();
  const items = Array.from({ length: count }, (_, n) => {
    const name = `Company ${String(n)}`;
    const id = right.put('companies', texts({ name, domain: `c${String(n)}.com`, size: '1' }));
    return itemOf({
      key: `u${String(n)}`,
      object: 'companies',
      act: 'update',
      id,
      from: texts({ name }),
      values: texts({ name: `Renamed ${String(n)}` }),
    });
  });
  return worldWith(items, right);
}
