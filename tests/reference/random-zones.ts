import { SIDES, type Both, type Side } from '../../src/lib/engine/model/side.ts';
import { ZONES } from './random-cells.ts';
import { fieldName, type Declared } from './random-design.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

type Json = Record<string, unknown>;

/** Fields of days and moments say in which zone they are (TZ1), and filters ask for them (S380). */
export function withZones(world: World, random: Random, chance: number): World {
  if (!random.chance(chance)) return world;
  const design = world.design as { readonly syncs: readonly Json[] };
  const syncs = design.syncs.map((sync) => {
    const schema = sync['schema'] as Both<{ readonly fields: readonly Declared[] } | null>;
    const of = (side: Side): object | null => {
      const own = schema[side];
      return own === null ? null : { ...own, fields: own.fields.map((field) => withZone(field, random)) };
    };
    const zoned = { ...sync, schema: { left: of('left'), right: of('right') } };
    if (sync['filters'] === undefined) return zoned;
    const filters = { ...(sync['filters'] as object), ...dayFilters(schema, random) };
    return { ...zoned, filters };
  });
  return { ...world, design: { ...design, syncs } };
}

const isDated = ({ type }: Declared): boolean => type === 'date' || type === 'datetime';

const withZone = (field: Declared, random: Random): Declared =>
  isDated(field) && random.chance(0.7) ? { ...field, timeZone: random.pick(ZONES) } : field;

function dayFilters(schema: Both<{ readonly fields: readonly Declared[] } | null>, random: Random): object {
  const of = (side: Side): object => {
    const field = fieldName(side, random.pick(['day', 'moment', 'moment']));
    const declared = schema[side]?.fields.find(({ name }) => name === field);
    // A value whose order is asked for is one its field can hold, else the design is refused.
    if (declared !== undefined && !isDated(declared)) return {};
    return random.chance(0.7) ? { [side]: { any: [{ all: [dayCondition(field, random)] }] } } : {};
  };
  return SIDES.reduce((all, side) => ({ ...all, ...of(side) }), {});
}

function dayCondition(field: string, random: Random): Json {
  const op = random.pick(['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'between', 'last-days']);
  if (op === 'last-days') return { field, op, value: random.pick([0, 3, 4, 5, 6, 9000]) };
  const [a, b] = [random.pick(DAYS), random.pick(DAYS)];
  return { field, op, value: op === 'between' ? [a, b] : a };
}

/** Days around those the records have, and moments on either side of a midnight. */
const DAYS = [
  ...['2024-02-28', '2024-02-29', '2024-03-01', '2024-05-09', '2024-05-10', '2024-05-11', '2025-10-05'],
  ...['2024-02-29 00:00', '2024-02-28T23:00:00Z', '2024-03-01 13:45', '2024-03-01T12:45:00Z'],
];
