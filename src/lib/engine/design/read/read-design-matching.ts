import {
  NORMALIZERS,
  type IdentifierName,
  type KeyField,
  type Matching,
  type MatchKey,
} from '../../model/design.ts';
import { SIDES, type Both } from '../../model/side.ts';
import type { Place } from './read-design-place.ts';

/** MA8. */
export const MOST_KEYS = 8;

const IDENTIFIERS: readonly IdentifierName[] = ['email', 'name', 'domain', 'sku'];

export function readMatching(matching: Place): Matching {
  if (!matching.nothing) matching.isObject();
  const keys = matching.member('keys');
  const read = keys.items().map(readKey);
  if (read.length > MOST_KEYS) keys.bad({ keysUpTo: MOST_KEYS });
  return {
    method: matching.member('method').oneOfOr(['default', 'keys', 'none'], 'default'),
    ambiguous: matching.member('ambiguous').oneOfOr(['report', 'first-key'], 'report'),
    noKey: matching.member('noKey').oneOfOr(['exclude', 'create'], 'exclude'),
    placeholders: matching.member('placeholders').oneOfOr(['keep', 'blank'], 'keep'),
    publicDomains: matching.member('publicDomains').oneOfOr(['keep', 'blank'], 'keep'),
    contested: matching.member('contested').oneOfOr(['first', 'closest'], 'first'),
    identifiers: readIdentifiers(matching.member('identifiers')),
    keys: read,
    ...readReference(matching.member('reference')),
    idPair: readIdPair(matching.member('idPair')),
  };
}

function readIdentifiers(place: Place): Matching['identifiers'] {
  if (place.nothing || !place.isObject()) return {};
  const read: Partial<Record<IdentifierName, Both<string>>> = {};
  for (const name of IDENTIFIERS) {
    const fields = place.member(name);
    if (fields.nothing || !fields.isObject()) continue;
    read[name] = { left: fields.member('left').text(), right: fields.member('right').text() };
  }
  return read;
}

function readReference(pair: Place): Pick<Matching, 'reference'> {
  if (pair.nothing || !pair.isObject()) return {};
  return { reference: { left: pair.member('left').text(), right: pair.member('right').text() } };
}

function readKey(key: Place): MatchKey {
  if (!key.isObject()) return { fields: [] };
  const fields = key.member('fields');
  if (fields.absent || (Array.isArray(fields.value) && fields.value.length === 0)) {
    fields.bad('pairs');
  }
  return { fields: fields.items().map(readKeyField) };
}

function readKeyField(field: Place): KeyField {
  field.isObject();
  const normalize = field.member('normalize').items();
  const country = field.member('country').textOrNull();
  if (country !== null && !/^[A-Z]{2}$/.test(country)) {
    field.member('country').bad('country');
  }
  return {
    left: field.member('left').text(),
    right: field.member('right').text(),
    normalize: normalize.length === 0 ? ['text'] : normalize.map((name) => name.oneOf(NORMALIZERS)),
    country,
  };
}

function readIdPair(pair: Place): Matching['idPair'] {
  if (pair.nothing || !pair.isObject()) return null;
  const named = SIDES.filter((side) => !pair.member(side).nothing);
  const [side] = named;
  if (side === undefined || named.length > 1) {
    pair.bad('id-pair');
    return null;
  }
  return { side, field: pair.member(side).text() };
}
