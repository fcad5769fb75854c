import type { Both, Side } from '../../src/lib/engine/model/side.ts';
import { FIELD_FORMATS } from '../../src/lib/engine/model/field.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

type Json = Record<string, unknown>;

/** Fields of a world's schemas say what their texts are and whose phones they hold (BL4, S220, S221); keys then need not. */
export function withFormats(world: World, random: Random, chance: number): World {
  if (!random.chance(chance)) return world;
  const design = world.design as { readonly syncs: readonly Json[] };
  const syncs = design.syncs.map((sync) => {
    const schema = sync['schema'] as Both<{ readonly fields: readonly Json[] } | null>;
    const of = (side: Side): object | null => {
      const own = schema[side];
      return own === null ? null : { ...own, fields: own.fields.map((field) => withFormat(field, random)) };
    };
    return {
      ...sync,
      matching: withoutCountries(sync['matching'] as Json, random),
      schema: { left: of('left'), right: of('right') },
    };
  });
  return { ...world, design: { ...design, syncs } };
}

const withFormat = (field: Json, random: Random): Json => ({
  ...field,
  ...(random.chance(0.4) ? { format: random.pick(FIELD_FORMATS) } : {}),
  ...(random.chance(0.4) ? { country: random.pick(['NO', 'NO', 'SE']) } : {}),
});

function withoutCountries(matching: Json, random: Random): Json {
  const keys = matching['keys'] as { readonly fields: readonly Json[] }[] | undefined;
  if (keys === undefined || !random.chance(0.6)) return matching;
  const bare = ({ country: _, ...field }: Json): Json => field;
  return { ...matching, keys: keys.map(({ fields }) => ({ fields: fields.map(bare) })) };
}
