import { SIDES } from '../../src/lib/engine/model/side.ts';
import type { Both } from '../../src/lib/engine/model/side.ts';
import type { Table, World } from './world.ts';

type Json = Record<string, unknown>;

/** The smallest world found by leaving out one thing after the other that still fails in the same way (by the error's name). */
export function shrink(world: World, property: (world: World) => void): World {
  const failure = failureOf(world, property);
  if (failure === null) throw new Error('a world that does not fail');
  let least = world;
  for (let again = true; again;) {
    again = false;
    for (const next of smaller(least)) {
      if (failureOf(next, property) !== failure) continue;
      least = next;
      again = true;
      break;
    }
  }
  return least;
}

function failureOf(world: World, property: (world: World) => void): string | null {
  try {
    property(world);
    return null;
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

/** Worlds with one thing less, the large things first. */
function* smaller(world: World): Iterable<World> {
  const { baseline, choices } = world;
  for (const id of Object.keys(world.tables))
    if (Object.keys(world.tables).length > 1) yield without(world, id);
  if (choices !== null) yield { ...world, choices: null };
  if (baseline !== null) yield { ...world, baseline: null };
  for (const [id, both] of Object.entries(world.tables))
    for (const side of SIDES)
      for (const rows of lessRows(both[side].rows))
        yield { ...world, tables: { ...world.tables, [id]: withRows(both, side, rows) } };
  if (baseline !== null)
    for (const links of lessOf(baseline.links)) yield { ...world, baseline: { ...baseline, links } };
  if (choices !== null) {
    for (const less of lessOf(choices.choices)) yield { ...world, choices: { ...choices, choices: less } };
    for (const links of lessOf(choices.links)) yield { ...world, choices: { ...choices, links } };
  }
  const design = world.design as Json;
  const syncs = design['syncs'] as readonly Json[];
  for (const [at, sync] of syncs.entries())
    for (const less of lessSync(sync))
      yield { ...world, design: { ...design, syncs: syncs.map((one, own) => (own === at ? less : one)) } };
}

/** Without an object sync and all that is told of it. */
function without(world: World, id: string): World {
  const design = world.design as Json;
  const { [id]: _, ...tables } = world.tables;
  const own = <T extends { readonly sync: string }>(list: readonly T[]): T[] =>
    list.filter(({ sync }) => sync !== id);
  const { baseline, choices } = world;
  return {
    design: { ...design, syncs: (design['syncs'] as Json[]).filter((sync) => sync['id'] !== id) },
    tables,
    baseline: baseline && { ...baseline, links: own(baseline.links) },
    choices: choices && { ...choices, choices: own(choices.choices), links: own(choices.links) },
  };
}

const withRows = (both: Both<Table>, side: 'left' | 'right', rows: Table['rows']): Both<Table> => ({
  ...both,
  [side]: { ...both[side], rows },
});

/** Half of the rows, then all but one. */
function* lessRows<T>(rows: readonly T[]): Iterable<readonly T[]> {
  if (rows.length > 3) {
    yield rows.slice(0, rows.length >> 1);
    yield rows.slice(rows.length >> 1);
  }
  yield* lessOf(rows);
}

const lessOf = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  list.map((_, at) => list.toSpliced(at, 1));

/** A sync's design with one member, or one part of a member, less. */
function* lessSync(sync: Json): Iterable<Json> {
  for (const name of ['filters', 'stages', 'requireValidEmail', 'associations', 'blanks', 'schema']) {
    if (sync[name] === undefined) continue;
    const { [name]: _, ...rest } = sync;
    yield rest;
  }
  const mappings = (sync['mappings'] ?? []) as readonly Json[];
  for (const less of lessOf(mappings)) yield { ...sync, mappings: less };
  for (const [at, mapping] of mappings.entries())
    for (const name of Object.keys(mapping)) {
      if (name === 'left' || name === 'right') continue;
      const { [name]: _, ...rest } = mapping;
      yield { ...sync, mappings: mappings.with(at, rest) };
    }
  const matching = (sync['matching'] ?? {}) as Json;
  for (const less of lessOf((matching['keys'] ?? []) as readonly Json[]))
    if (less.length > 0) yield { ...sync, matching: { ...matching, keys: less } };
  const schema = (sync['schema'] ?? {}) as Json;
  for (const side of SIDES) {
    const own = schema[side] as { readonly fields: readonly Json[] } | null | undefined;
    for (const fields of lessOf(own?.fields ?? []))
      yield { ...sync, schema: { ...schema, [side]: { ...own, fields } } };
  }
}
