import type { FieldMapping } from '../../src/lib/engine/model/design.ts';
import { otherSide, SIDES, type Side } from '../../src/lib/engine/model/side.ts';
import { sourceOf } from './plan-transform.ts';
import type { Random } from './random.ts';
import { directionOf, readWorldDesign } from './read-world-design.ts';
import { cell, readRecords, shown, type World, type WorldLink } from './world.ts';

type Json = Record<string, unknown>;

/** Some mappings of a world join fields (S222); what a baseline has of them is what stands there, or stood in another record. */
export function withJoins(world: World, random: Random): World {
  const design = world.design as { readonly syncs: readonly Json[] };
  let now = world;
  for (const at of design.syncs.keys()) {
    if (random.chance(0.2)) now = joinedIn(now, at, random);
  }
  return now;
}

function joinedIn(world: World, at: number, random: Random): World {
  const design = world.design as { readonly syncs: readonly Json[] };
  const sync = readWorldDesign(design).syncs[at]!;
  const free = [...sync.mappings.keys()].filter((one) => {
    const mapping = sync.mappings[one]!;
    return mapping.enabled && mapping.parent === undefined && mapping.defaultStage === undefined;
  });
  if (free.length === 0) return world;
  const index = random.pick(free);
  const source = sourceOf(sync, sync.mappings[index]!);
  const header = world.tables[sync.id]?.[source].header ?? [];
  if (header.length === 0) return world;
  const transform = {
    kind: 'join',
    with: random.some(random.shuffle(header), 0.2).slice(0, 2),
    ...(random.chance(0.6) ? { separator: random.pick([', ', '-', '']) } : {}),
  };
  if (transform.with.length === 0) transform.with = [random.pick(header)];
  const mappings = (sync.mappings.length === 0 ? [] : (design.syncs[at]!['mappings'] as Json[])).map(
    (mapping, one) => (one === index ? { ...mapping, transform } : mapping),
  );
  const syncs = design.syncs.map((one, position) => (position === at ? { ...one, mappings } : one));
  const made = { ...world, design: { ...design, syncs } };
  const joined = readWorldDesign(made.design).syncs[at]!;
  const mapping = joined.mappings[index]!;
  if (!hasDirection(joined, mapping)) return world;
  return withEntries(made, joined.id, mapping, source, random);
}

function hasDirection(...of: Parameters<typeof directionOf>): boolean {
  try {
    directionOf(...of);
    return true;
  } catch {
    return false;
  }
}

function withEntries(
  world: World,
  id: string,
  { transform, ...mapping }: FieldMapping,
  source: Side,
  random: Random,
): World {
  const { baseline } = world;
  const table = world.tables[id]?.[source];
  if (baseline === null || table === undefined || transform?.kind !== 'join') return world;
  const idField = readWorldDesign(world.design).syncs.find((sync) => sync.id === id)![source].idField;
  const records = readRecords(table, source, idField, false);
  const name = JSON.stringify([transform.separator, mapping[source], ...transform.with]);
  // What stood at the source when something was handed over was the joined text.
  const target = otherSide(source);
  const field = mapping[target];
  const handed = (link: WorldLink): WorldLink => {
    const one = link.sent?.[target]?.[field];
    const own = records.find((record) => record.id === link[source]);
    if (link.sync !== id || one === undefined || one.other === null || own === undefined) return link;
    const sent = { ...link.sent?.[target], [field]: { ...one, other: shown(cell(own, name)) } };
    return { ...link, sent: { ...link.sent, [target]: sent } };
  };
  const links = baseline.links.map(handed).map((link): WorldLink => {
    if (link.sync !== id || SIDES.some((side) => link[side] === null) || random.chance(0.2)) return link;
    const own = records.find((record) => record.id === link[source]);
    const seen = random.chance(0.7) ? own : records[random.int(Math.max(1, records.length))];
    const text = seen === undefined ? '' : shown(cell(seen, name));
    return { ...link, values: { ...link.values, [source]: { ...link.values[source], [name]: text } } };
  });
  return { ...world, baseline: { ...baseline, links } };
}
