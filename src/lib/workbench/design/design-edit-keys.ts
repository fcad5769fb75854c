import type { Both, IdentifierName, Matching, NormalizerName } from '../../engine/index.ts';
import { listAt, textAt, valueAt, withValue, type DesignEdit, type Path } from './design-json.ts';
import { syncTitle } from './design-edit-sync.ts';
import { METHOD_LABELS, moved, NORMALISER_LABELS } from './design-words.ts';

/** A pair of fields of a key, as a person picks it. */
export interface KeyFieldDraft {
  readonly left: string;
  readonly right: string;
  readonly normalize: readonly NormalizerName[];
  readonly country: string | null;
}

const matchingOf = (sync: number): Path => ['syncs', sync, 'matching'];
const keysAt = (sync: number): Path => ['syncs', sync, 'matching', 'keys'];
const fieldAt = (sync: number, key: number, field: number): Path => [...keysAt(sync), key, 'fields', field];

/** MA10. Going to own keys starts with those of the default method, so that nothing is lost by looking. */
export function setMethod(
  json: unknown,
  sync: number,
  method: Matching['method'],
  usual: readonly KeyFieldDraft[],
): DesignEdit {
  const path = [...matchingOf(sync), 'method'];
  const before = textAt(json, path, 'default') as Matching['method'];
  let next = withValue(json, path, method);
  if (method === 'keys' && listAt(json, keysAt(sync)).length === 0) {
    next = withValue(
      next,
      keysAt(sync),
      usual.map((field) => ({ fields: [written(field)] })),
    );
  }
  return {
    json: next,
    label: moved(`${syncTitle(json, sync)}, matching`, METHOD_LABELS[before], METHOD_LABELS[method]),
  };
}

/** MA8. */
export function setAmbiguous(json: unknown, sync: number, value: Matching['ambiguous']): DesignEdit {
  const words = { report: 'all keys that hit must agree', 'first-key': 'the first key that hits decides' };
  const path = [...matchingOf(sync), 'ambiguous'];
  const before = textAt(json, path, 'report') as Matching['ambiguous'];
  return {
    json: withValue(json, path, value),
    label: moved(`${syncTitle(json, sync)}, several keys`, words[before], words[value]),
  };
}

/** MA11. */
export function setNoKey(json: unknown, sync: number, value: Matching['noKey']): DesignEdit {
  const words = { exclude: 'left out', create: 'created' };
  const path = [...matchingOf(sync), 'noKey'];
  const before = textAt(json, path, 'exclude') as Matching['noKey'];
  return {
    json: withValue(json, path, value),
    label: moved(`${syncTitle(json, sync)}, records without a key`, words[before], words[value]),
  };
}

/** MA1: the fields of an identifier of the default method; null leaves it out (MA4). */
export function setIdentifier(
  json: unknown,
  sync: number,
  name: IdentifierName,
  fields: Both<string> | null,
): DesignEdit {
  const path = [...matchingOf(sync), 'identifiers', name];
  const before = pairWords(valueAt(json, path));
  return {
    json: withValue(json, path, fields ?? undefined),
    label: moved(`${syncTitle(json, sync)}, identifier ${name}`, before, pairWords(fields)),
  };
}

export function addKey(json: unknown, sync: number, field: KeyFieldDraft): DesignEdit {
  const keys = listAt(json, keysAt(sync));
  return {
    json: withValue(json, keysAt(sync), [...keys, { fields: [written(field)] }]),
    label: `Added key ${String(keys.length + 1)}: ${field.left} with ${field.right}`,
  };
}

export function removeKey(json: unknown, sync: number, key: number): DesignEdit {
  return {
    json: withValue(json, [...keysAt(sync), key], undefined),
    label: `Removed key ${String(key + 1)}: ${keyWords(json, sync, key)}`,
  };
}

/** Keys are tried in their order; `to` is the new position from 0. */
export function moveKey(json: unknown, sync: number, from: number, to: number): DesignEdit {
  const keys = [...listAt(json, keysAt(sync))];
  const taken = keys.splice(from, 1);
  keys.splice(to, 0, ...taken);
  return {
    json: withValue(json, keysAt(sync), keys),
    label: moved(keyWords(json, sync, from), `key ${String(from + 1)}`, `key ${String(to + 1)}`),
  };
}

/** A further pair makes the key composite: all its parts must be equal. */
export function addKeyField(json: unknown, sync: number, key: number, field: KeyFieldDraft): DesignEdit {
  const path = [...keysAt(sync), key, 'fields'];
  return {
    json: withValue(json, path, [...listAt(json, path), written(field)]),
    label: `Key ${String(key + 1)}: also ${field.left} with ${field.right}`,
  };
}

export function removeKeyField(json: unknown, sync: number, key: number, field: number): DesignEdit {
  return {
    json: withValue(json, fieldAt(sync, key, field), undefined),
    label: `Key ${String(key + 1)}: without ${pairWords(valueAt(json, fieldAt(sync, key, field)))}`,
  };
}

/** Other columns for a part of a key; its normalisers and unknown members stay. */
export function setKeyField(
  json: unknown,
  sync: number,
  key: number,
  field: number,
  fields: Both<string>,
): DesignEdit {
  const path = fieldAt(sync, key, field);
  const next = withValue(withValue(json, [...path, 'left'], fields.left), [...path, 'right'], fields.right);
  return {
    json: next,
    label: moved(`Key ${String(key + 1)}`, pairWords(valueAt(json, path)), pairWords(fields)),
  };
}

/** MA12. An empty list is `text` (FORMATS.md). */
export function setNormalisers(
  json: unknown,
  sync: number,
  key: number,
  field: number,
  names: readonly NormalizerName[],
): DesignEdit {
  const path = [...fieldAt(sync, key, field), 'normalize'];
  const before = listAt(json, path) as readonly NormalizerName[];
  const after = names.length === 0 ? ['text' as const] : names;
  return {
    json: withValue(json, path, after),
    label: moved(`Key ${String(key + 1)}, ${keyWords(json, sync, key)}`, listWords(before), listWords(after)),
  };
}

/** The default country of the phone normaliser, two capital letters; null names none. */
export function setCountry(
  json: unknown,
  sync: number,
  key: number,
  field: number,
  country: string | null,
): DesignEdit {
  const path = [...fieldAt(sync, key, field), 'country'];
  return {
    json: withValue(json, path, country ?? undefined),
    label: moved(`Key ${String(key + 1)}, country of numbers`, textAt(json, path, 'none'), country ?? 'none'),
  };
}

const written = ({ left, right, normalize, country }: KeyFieldDraft): object =>
  country === null ? { left, right, normalize } : { left, right, normalize, country };

const pairWords = (pair: unknown): string =>
  pair === null || pair === undefined
    ? 'none'
    : `${textAt(pair, ['left'], '')} with ${textAt(pair, ['right'], '')}`;

const keyWords = (json: unknown, sync: number, key: number): string =>
  listAt(json, [...keysAt(sync), key, 'fields'])
    .map((field) => textAt(field, ['left'], ''))
    .join(' + ');

const listWords = (names: readonly NormalizerName[]): string =>
  names.length === 0 ? 'as written' : names.map((name) => NORMALISER_LABELS[name]).join(', ');
