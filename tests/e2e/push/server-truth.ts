import { expect } from 'vitest';
import type { AskedItem } from './asked-push.ts';
import type { PushServer } from './push-server.ts';

/**
 * Judges pushes by HubSpot's own store: nothing twice, nothing of what could be known lost, nothing there that was not asked for, and of
 * every record what the journal says of it.
 */
export function judgeByServer({ fake, pushes }: PushServer): void {
  const { portal } = fake;
  const problems: string[] = [];
  const byName = { contacts: namesOf('contacts', 'email'), deals: namesOf('deals', 'dealname') };
  function namesOf(kind: string, field: string): ReadonlyMap<string, readonly string[]> {
    const names = new Map<string, string[]>();
    for (const { id, properties } of portal.must(kind).records.values()) {
      const name = properties[field] ?? '';
      names.set(name, [...(names.get(name) ?? []), id]);
    }
    return names;
  }
  const accounted = new Set<string>();
  for (const { asked, ended } of pushes) {
    if (ended?.isDone !== true) problems.push(`push ${asked.push}: is not done: ${ended?.said ?? ''}`);
    const results = new Map((ended?.results ?? []).map((one) => [one.key, one]));
    if (results.size !== asked.items.length) problems.push(`push ${asked.push}: other results than items`);
    for (const item of asked.items) {
      const result = results.get(item.key);
      const name = item.values['email'] ?? item.values['dealname'];
      const ids = item.id === null ? (byName[item.object].get(name ?? '') ?? []) : [item.id];
      for (const id of ids) accounted.add(`${item.object} ${id}`);
      if (ids.length > 1) problems.push(`${item.key}: is there ${String(ids.length)} times`);
      // Only what no field keeps a second one out of may be unknown, and is never sent again.
      const mayBeUnknown = item.object === 'deals';
      if (result?.is !== 'written' && !(mayBeUnknown && result?.is === 'unknown'))
        problems.push(`${item.key}: ${result?.is ?? 'nothing'}`);
      if (result?.is === 'written' && (ids[0] !== result.id || !has(item, ids[0])))
        problems.push(`${item.key}: the journal says written, HubSpot does not`);
    }
  }
  function has({ object, values }: AskedItem, id: string): boolean {
    const properties = portal.must(object).records.get(id)?.properties ?? {};
    return Object.entries(values).every(([field, text]) => (properties[field] ?? '') === text);
  }
  for (const kind of ['contacts', 'deals'] as const) {
    for (const { id } of portal.must(kind).records.values()) {
      if (!accounted.has(`${kind} ${id}`)) problems.push(`${kind} ${id}: nobody approved it`);
    }
  }
  expect(problems).toEqual([]);
}
