import type { Both, Side } from '../../src/lib/engine/model/side.ts';
import type { Random } from './random.ts';
import { ATTRIBUTES, meanings, render, type Attribute } from './random-cells.ts';
import { fieldName, type Declared } from './random-design.ts';

type Json = Record<string, unknown>;

/** Filters and lists of a sync, of every operator; a value is one the records may have. */
export function randomFilters(random: Random, schema: Both<readonly Declared[] | null>): Json {
  const some = (side: Side): Json | null =>
    random.chance(0.7)
      ? {
          any: Array.from({ length: random.pick([0, 1, 1, 1, 2]) }, () =>
            randomGroup(side, random, schema[side]),
          ),
        }
      : null;
  const ids = (side: Side, most: number): string[] =>
    Array.from({ length: random.chance(0.4) ? 1 + random.int(most) : 0 }, () =>
      side === 'left' ? String(1001 + random.int(10)) : `R${String(random.int(10))}`,
    );
  return {
    ...(random.chance(0.5) ? { mode: random.pick(['initial-only', 'continuous']) } : {}),
    left: some('left'),
    right: some('right'),
    ...(random.chance(0.4) ? { allow: { left: ids('left', 4), right: ids('right', 4) } } : {}),
    ...(random.chance(0.4) ? { deny: { left: ids('left', 2), right: ids('right', 2) } } : {}),
  };
}

/** Fields of a schema that conditions require (S110). */
export function randomRequiredWhen(side: Side, random: Random, fields: readonly Declared[]): Declared[] {
  return fields.map((field) =>
    random.chance(0.3) ? { ...field, requiredWhen: randomGroup(side, random, fields)['all'] } : field,
  );
}

const randomGroup = (side: Side, random: Random, fields: readonly Declared[] | null): Json => ({
  all: Array.from({ length: random.pick([0, 1, 1, 2]) }, () => randomCondition(side, random, fields)),
});

const PLAIN = { decimal: '.', order: 'ymd' } as const;

/** A value whose order is asked for is one its declared field can hold, else the design is refused. */
function randomCondition(side: Side, random: Random, fields: readonly Declared[] | null): Json {
  const attribute = random.pick(ATTRIBUTES);
  const field = fieldName(side, attribute);
  const op = random.pick([
    ...['eq', 'ne', 'contains', 'starts-with', 'in', 'known', 'unknown'],
    ...['lt', 'le', 'gt', 'ge', 'between', 'last-days'],
  ]);
  const value = (): unknown => randomValue(attribute, random);
  const type = fields?.find(({ name }) => name === field)?.type;
  const ordered = (): unknown =>
    type === 'number'
      ? random.pick([0, 1000, '7', '-12', 1234.5])
      : type === 'date' || type === 'datetime'
        ? random.pick(MOMENTS)
        : value();
  switch (op) {
    case 'known':
    case 'unknown':
      return { field, op };
    case 'in':
      return { field, op, value: [value(), value()] };
    case 'between':
      return { field, op, value: [ordered(), ordered()] };
    case 'last-days':
      return {
        field: random.chance(0.8) ? fieldName(side, random.pick(['day', 'moment'])) : field,
        op,
        value: random.pick([0, 4, 5, 40, 9000]),
      };
    case 'contains':
    case 'starts-with':
      return { field, op, value: [...String(value())].slice(0, 1 + random.int(4)).join('') };
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return { field, op, value: ordered() };
    default:
      return { field, op, value: value() };
  }
}

const MOMENTS = ['2024-02-29', '2024-03-01', '2024-03-01T13:45:00Z', '2024-05-10 00:00', '1999-12-31'];

function randomValue(attribute: Attribute, random: Random): unknown {
  if (attribute === 'amount' && random.chance(0.5)) return random.pick([0, 1000, 1234.5, -12, 7]);
  if (attribute === 'flag' && random.chance(0.5)) return random.chance(0.5);
  return render(attribute, random.int(meanings(attribute, 6)), PLAIN, random.chance(0.6), '', random);
}
