import {
  MISLEADING,
  type IdentifierName,
  type KeyField,
  type MatchKey,
  type NormalizerName,
  type ObjectKind,
  type ObjectSync,
} from './design.ts';
import { declaredField } from './declared-field.ts';
import { sharedCountry } from './declared-form.ts';
import { onBoth, SIDES } from './side.ts';

/** Identifiers of the default method, in the order their keys are tried (MA1, FORMATS.md). */
export const DEFAULT_IDENTIFIERS: Readonly<Record<ObjectKind, readonly IdentifierName[]>> = {
  companies: ['name', 'domain'],
  contacts: ['email'],
  leads: ['email'],
  products: ['sku', 'name'],
  deals: [],
  invoices: [],
  tickets: [],
  activities: [],
  custom: [],
};

export const IDENTIFIER_NORMALIZER: Readonly<Record<IdentifierName, NormalizerName>> = {
  email: 'email',
  name: 'name',
  domain: 'domain',
  sku: 'text',
};

/** The keys a sync matches by, in their order; `key` of a link is a position in this list. `none` has none. */
export function keysOf(sync: Pick<ObjectSync, 'kind' | 'matching' | 'schema'>): readonly MatchKey[] {
  const without = MISLEADING.filter((what) => sync.matching[what] === 'blank');
  const keys = writtenKeys(sync);
  const isDeclared = SIDES.some((side) => sync.schema[side]?.fields.some(({ country }) => country) === true);
  if (without.length === 0 && !isDeclared) return keys;
  const asRead = (field: KeyField): KeyField => ({
    ...(isDeclared ? withCountry(field, sync) : field),
    ...(without.length === 0 ? {} : { without }),
  });
  return keys.map((key) => ({ fields: key.fields.map(asRead) }));
}

/** S221: phones of a key that names no country are of the one its fields declare. */
function withCountry(field: KeyField, sync: Pick<ObjectSync, 'schema'>): KeyField {
  if (field.country !== null || !field.normalize.includes('phone')) return field;
  return { ...field, country: sharedCountry(onBoth((side) => declaredField(sync, side, field[side]))) };
}

/** The keys as the design writes them. */
export function writtenKeys(sync: Pick<ObjectSync, 'kind' | 'matching'>): readonly MatchKey[] {
  const { method, identifiers, keys } = sync.matching;
  if (method === 'none') return [];
  if (method === 'keys') return keys;
  return DEFAULT_IDENTIFIERS[sync.kind].flatMap((name): MatchKey[] => {
    const fields = identifiers[name];
    if (fields === undefined) return [];
    const { left, right } = fields;
    return [{ fields: [{ left, right, normalize: [IDENTIFIER_NORMALIZER[name]], country: null }] }];
  });
}
