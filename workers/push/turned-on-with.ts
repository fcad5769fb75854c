import { canonicalJson, SIDES, type Tools } from '../../src/lib/engine/index.ts';
import { isObject } from '../../src/lib/formats/index.ts';
import { OWN, TOLD } from '../live/app-fields.ts';

/**
 * Names all of a design that a person decides, with its rules of approval and checks: with anything else continuous sync was not turned on
 * (S449). What apps say of their own objects and fields changes by itself, and is what a plan and its guards look at.
 */
export function termsOf(json: unknown, tools: Pick<Tools, 'encode' | 'sha256'>): string {
  const syncs = isObject(json) && Array.isArray(json['syncs']) ? json['syncs'].map(decided) : null;
  return tools.sha256(tools.encode(canonicalJson(isObject(json) ? { ...json, syncs } : json)));
}

const without = (of: unknown, names: readonly string[]): unknown =>
  isObject(of) ? Object.fromEntries(Object.entries(of).filter(([name]) => !names.includes(name))) : of;

function decided(sync: unknown): unknown {
  if (!isObject(sync)) return sync;
  const { left, right, schema } = sync as Readonly<Record<'left' | 'right' | 'schema', unknown>>;
  const own = SIDES.map((side) => declaredIn(isObject(schema) ? schema[side] : null));
  return { ...sync, left: without(left, TOLD), right: without(right, TOLD), schema: own };
}

/** Of declared fields what no app tells. */
function declaredIn(side: unknown): unknown {
  const fields = isObject(side) && Array.isArray(side['fields']) ? side['fields'].filter(isObject) : [];
  return fields.flatMap((field) => {
    const own = OWN.filter((name) => field[name] !== undefined);
    return own.length === 0 ? [] : [[field['name'], ...own.map((name) => [name, field[name]])]];
  });
}
