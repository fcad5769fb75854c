import type { Both, Side } from '../../src/lib/engine/model/side.ts';
import { intersect } from '../../src/lib/engine/model/direction.ts';
import { otherSide } from '../../src/lib/engine/model/side.ts';
import type { Random } from './random.ts';
import { directionOf, readWorldDesign } from './read-world-design.ts';
import type { World } from './world.ts';

type Json = Record<string, unknown>;
type Apps = Both<{ readonly name: string; readonly kind: string }>;

/** The world under the profile `salesforce`, with rules of its own on its mappings (SF). */
export function withSalesforceRules(world: World, random: Random, chance: number): World {
  if (!random.chance(chance)) return world;
  const design = world.design as Json;
  const apps = design['apps'] as Apps;
  const side: Side = apps.right.kind === 'salesforce' || random.chance(0.5) ? 'right' : 'left';
  const own = { ...apps[side], kind: 'salesforce' };
  const known = readWorldDesign(design).syncs;
  const syncs = (design['syncs'] as Json[]).map((sync) => ({
    ...sync,
    mappings: (sync['mappings'] as Json[]).map((mapping, at) => {
      const rule = random.pick([
        null,
        null,
        'prefer-unless-blank',
        'always',
        'always',
        'two-way',
        'two-way',
        'off',
      ]);
      if (rule === null) return mapping;
      const read = known.find(({ id }) => id === sync['id'])!;
      const way = directionOf(read, read.mappings[at]!);
      const out = side === 'left' ? 'left-to-right' : 'right-to-left';
      return rule === 'always' && intersect(way, out) === null ? mapping : { ...mapping, sfRule: rule };
    }),
  }));
  const other = { ...apps[otherSide(side)], kind: 'hubspot' };
  const both = side === 'left' ? { left: own, right: other } : { left: other, right: own };
  return { ...world, design: { ...design, profile: 'salesforce', apps: both, syncs } };
}
