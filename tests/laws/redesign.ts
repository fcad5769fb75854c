import { readWorldDesign } from '../reference/read-world-design.ts';
import type { Random } from '../reference/random.ts';
import type { World } from '../reference/world.ts';

interface AnySync {
  readonly filters?: unknown;
  readonly mappings: readonly Readonly<Record<string, unknown>>[];
}

/**
 * The world after a person changed its first sync: a mapping is switched off or on again, or the filters are taken out or put back
 * (`first`: the world as it began). Null where that leaves nothing to sync.
 */
export function redesign(world: World, first: World, random: Random): World | null {
  const [sync, ...others] = syncsOf(world);
  const [original] = syncsOf(first);
  if (sync === undefined || original === undefined) return null;
  const { filters, ...unfiltered } = sync;
  const next =
    original.filters !== undefined && random.chance(0.4)
      ? withSyncs(world, [
          { ...unfiltered, ...(filters === undefined ? { filters: original.filters } : {}) },
          ...others,
        ])
      : switchMapping(world, random.int(sync.mappings.length));
  const isSync = readWorldDesign(next.design).syncs[0]?.mappings.some(({ enabled }) => enabled) ?? false;
  return isSync ? next : null;
}

/** The world with one mapping of its first sync switched off, or on where it is off. */
export function switchMapping(world: World, at: number): World {
  const [sync, ...others] = syncsOf(world);
  const mappings = sync!.mappings.map((one, i) =>
    i === at ? { ...one, enabled: one['enabled'] === false } : one,
  );
  return withSyncs(world, [{ ...sync!, mappings }, ...others]);
}

const withSyncs = (world: World, syncs: readonly AnySync[]): World => ({
  ...world,
  design: { ...(world.design as object), syncs },
});

const syncsOf = ({ design }: World): readonly AnySync[] =>
  (design as { readonly syncs: readonly AnySync[] }).syncs;
