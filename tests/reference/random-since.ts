import { SIDES, type Side } from '../../src/lib/engine/model/side.ts';
import type { Random } from './random.ts';
import { isWithoutZone, readDatetime } from './values.ts';
import type { World } from './world.ts';

type Json = Record<string, unknown>;

/** The world with syncs of custom objects that were turned on at a moment (LI4), mostly that of one of their changes. */
export function withSince(world: World, random: Random, chance: number): World {
  const design = world.design as Json;
  if (design['profile'] !== 'salesforce') return world;
  const syncs = (design['syncs'] as Json[]).map((sync): Json => {
    if (!random.chance(chance) || !mayBeCustom(sync)) return sync;
    const matching = sync['matching'] as Json;
    const first = (matching['keys'] as { fields: Json[] }[] | undefined)?.[0]?.fields[0];
    const reference = first && { left: first['left'], right: first['right'] };
    const since = random.pick([...momentsOf(world, sync), '2024-03-01T12:00:00+01:00']);
    return { ...sync, kind: 'custom', since, matching: { ...matching, reference } };
  });
  return { ...world, design: { ...design, syncs } };
}

/** Has it times of changes, and nothing that a custom object may not have, or be left without by a switched-off mapping (ST5, FM12)? */
function mayBeCustom(sync: Json): boolean {
  const schema = sync['schema'] as Record<Side, { readonly fields: readonly Json[] } | null>;
  return (
    ['keys', 'none'].includes((sync['matching'] as Json)['method'] as string) &&
    (sync['lifecycle'] ?? null) === null &&
    SIDES.every(
      (side) =>
        ((sync[side] as Json)['modifiedField'] ?? null) !== null &&
        !(schema[side]?.fields ?? []).some((field) => field['required'] === true),
    )
  );
}

function momentsOf({ tables }: World, sync: Json): string[] {
  const own = tables[sync['id'] as string]!;
  return SIDES.flatMap((side) => {
    const at = own[side].header.indexOf((sync[side] as Json)['modifiedField'] as string);
    return own[side].rows.flatMap((row) => {
      const text = row[at] ?? '';
      const read = isWithoutZone(text) ? null : readDatetime(text, 'ymd', null);
      return read === null ? [] : [new Date(read).toISOString()];
    });
  });
}
