import { expect } from 'vitest';
import { SIDES } from '../../src/lib/engine/index.ts';
import type { PushItem, Result } from '../../src/lib/push/index.ts';
import type { Done } from '../servers/memory/memory-app.ts';
import type { PushWorld } from './push-world.ts';

/** What the apps did for a push, by the item that asked for it. */
export function doneBy({ apps }: Pick<PushWorld, 'apps'>): ReadonlyMap<string, readonly Done[]> {
  const byKey = new Map<string, Done[]>();
  for (const side of SIDES) {
    for (const one of apps[side].done) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one]);
  }
  return byKey;
}

/**
 * Judges a push by the apps themselves: nothing was sent that is not approved (L9), nothing created twice, and the journal says of every
 * item what the app's own store says. `seed` is named in what fails.
 */
export function judge(
  world: PushWorld,
  results: readonly Result[],
  items: readonly PushItem[] = world.plan.items,
): void {
  const done = doneBy(world);
  const problems: string[] = [];
  const byKey = new Map(items.map((item) => [item.key, item]));
  for (const [key, all] of done) {
    const item = byKey.get(key);
    if (item === undefined) problems.push(`${key}: was never approved`);
    else problems.push(...all.flatMap((one) => unapproved(one, item)));
    if (all.filter(({ act }) => act === 'create').length > 1) problems.push(`${key}: created twice`);
  }
  if (results.length !== items.length || new Set(results.map(({ item }) => item.key)).size !== items.length) {
    problems.push(`${String(items.length)} items, ${String(results.length)} results`);
  }
  for (const result of results) {
    const was = done.get(result.item.key) ?? [];
    if (result.is === 'written' && was.length === 0)
      problems.push(`${result.item.key}: written, and it was not`);
    if ((result.is === 'refused' || result.is === 'not-sent') && was.length > 0)
      problems.push(`${result.item.key}: ${result.is}, and it was written`);
    if (result.is === 'stale' && was.length > 0)
      problems.push(`${result.item.key}: stale, and it was written`);
    if (result.is === 'written' && was.some(({ id }) => id !== result.id))
      problems.push(`${result.item.key}: written under another id`);
  }
  expect(problems).toEqual([]);
}

function unapproved({ act, id, values }: Done, item: PushItem): readonly string[] {
  if (act !== item.act && !(act === 'update' && item.act === 'create'))
    return [`${item.key}: ${act} was not approved`];
  if (item.id !== null && item.id !== id) return [`${item.key}: another record was written`];
  const fields = [...item.values.keys(), ...item.refs.keys()];
  return [...values].flatMap(([field, text]) => {
    const isApproved = item.refs.has(field) || item.values.get(field) === text;
    return isApproved && fields.includes(field) ? [] : [`${item.key}: ${field} was written ${text}`];
  });
}
