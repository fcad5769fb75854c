import { namesOf } from './plan-later.ts';
import type { Random } from './random.ts';
import { readWorldDesign } from './read-world-design.ts';
import type { World, WorldLink } from './world.ts';

/** The world whose baseline was made before some of its mappings were (FM13); some of its links wait for a few. */
export function withMappedLater(world: World, random: Random): World {
  const { baseline } = world;
  if (baseline === null || !random.chance(0.5)) return world;
  const syncs = readWorldDesign(world.design).syncs;
  const since = new Map(syncs.map((sync) => [sync.id, random.some(namesOf(sync), random.pick([0.2, 0.5]))]));
  const mapped = Object.fromEntries(
    syncs.map((sync) => [
      sync.id,
      namesOf(sync)
        .filter((name) => !since.get(sync.id)!.includes(name))
        .sort(),
    ]),
  );
  const links = baseline.links.map((link): WorldLink => {
    const sync = syncs.find(({ id }) => id === link.sync);
    if (sync === undefined) return link;
    const values = { left: { ...link.values.left }, right: { ...link.values.right } };
    for (const name of since.get(link.sync)!) {
      // Now and then a field was mapped otherwise before.
      if (random.chance(0.2)) continue;
      const [left, right] = JSON.parse(name) as [string, string];
      Reflect.deleteProperty(values.left, left);
      Reflect.deleteProperty(values.right, right);
    }
    const waits = random.chance(0.2) ? random.some([...namesOf(sync), '["gone","gone"]'], 0.3).sort() : [];
    return waits.length === 0 ? { ...link, values } : { ...link, values, later: waits };
  });
  return { ...world, baseline: { ...baseline, links, mapped } };
}
