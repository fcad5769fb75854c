import {
  type IdentifierName,
  type KeyField,
  type Matching,
  type Misleading,
  type NormalizerName,
  type ObjectKind,
} from '../../model/design.ts';
import { DEFAULT_IDENTIFIERS, IDENTIFIER_NORMALIZER } from '../../model/keys.ts';
import type { Both } from '../../model/side.ts';
import { listAt, syncIn, textAt, valueAt, withValue, type DesignEdit, type Path } from './design-json.ts';

const matchingOf = (sync: number): Path => ['syncs', sync, 'matching'];
const keysAt = (sync: number): Path => ['syncs', sync, 'matching', 'keys'];
const fieldAt = (sync: number, key: number, field: number): Path => [...keysAt(sync), key, 'fields', field];

/** MA10. Going to own keys starts with those of the default method, so that nothing is lost by looking. */
export function setMethod(json: unknown, sync: number, to: Matching['method']): DesignEdit {
  const path = [...matchingOf(sync), 'method'];
  const from = textAt(json, path, 'default') as Matching['method'];
  const next = withValue(json, path, to);
  const start = to === 'keys' && listAt(json, keysAt(sync)).length === 0;
  return {
    json: start ? withValue(next, keysAt(sync), usualKeys(json, sync)) : next,
    step: { code: 'method', values: { sync: syncIn(json, sync), from, to } },
  };
}

/** The keys of the default method as own keys are written (MA1). */
function usualKeys(json: unknown, sync: number): readonly object[] {
  const kind = textAt(json, ['syncs', sync, 'kind'], 'custom') as ObjectKind;
  return DEFAULT_IDENTIFIERS[kind].flatMap((name) => {
    const pair = pairAt(json, [...matchingOf(sync), 'identifiers', name]);
    return pair === null ? [] : [{ fields: [{ ...pair, normalize: [IDENTIFIER_NORMALIZER[name]] }] }];
  });
}

/** MA8. */
export function setAmbiguous(json: unknown, sync: number, to: Matching['ambiguous']): DesignEdit {
  const path = [...matchingOf(sync), 'ambiguous'];
  const from = textAt(json, path, 'report') as Matching['ambiguous'];
  return {
    json: withValue(json, path, to),
    step: { code: 'ambiguous', values: { sync: syncIn(json, sync), from, to } },
  };
}

/** KW10. */
export function setContested(json: unknown, sync: number, to: Matching['contested']): DesignEdit {
  const path = [...matchingOf(sync), 'contested'];
  const from = textAt(json, path, 'first') as Matching['contested'];
  return {
    json: withValue(json, path, to),
    step: { code: 'contested', values: { sync: syncIn(json, sync), from, to } },
  };
}

/** MA11. */
export function setNoKey(json: unknown, sync: number, to: Matching['noKey']): DesignEdit {
  const path = [...matchingOf(sync), 'noKey'];
  const from = textAt(json, path, 'exclude') as Matching['noKey'];
  return {
    json: withValue(json, path, to),
    step: { code: 'no-key', values: { sync: syncIn(json, sync), from, to } },
  };
}

/** KW9. */
export function setMisleading(
  json: unknown,
  sync: number,
  what: Misleading,
  to: 'keep' | 'blank',
): DesignEdit {
  const path = [...matchingOf(sync), what];
  const from = textAt(json, path, 'keep') as 'keep' | 'blank';
  return {
    json: withValue(json, path, to),
    step: { code: 'misleading', values: { sync: syncIn(json, sync), what, from, to } },
  };
}

/** MA1: the fields of an identifier of the default method; null leaves it out (MA4). */
export function setIdentifier(
  json: unknown,
  sync: number,
  name: IdentifierName,
  to: Both<string> | null,
): DesignEdit {
  const path = [...matchingOf(sync), 'identifiers', name];
  const values = { sync: syncIn(json, sync), name, from: pairAt(json, path), to };
  return { json: withValue(json, path, to ?? undefined), step: { code: 'identifier', values } };
}

export function addKey(json: unknown, sync: number, field: KeyField): DesignEdit {
  const keys = listAt(json, keysAt(sync));
  return {
    json: withValue(json, keysAt(sync), [...keys, { fields: [written(field)] }]),
    step: { code: 'key-added', values: { key: keys.length, pair: pairOf(field) } },
  };
}

export function removeKey(json: unknown, sync: number, key: number): DesignEdit {
  return {
    json: withValue(json, [...keysAt(sync), key], undefined),
    step: { code: 'key-removed', values: { key, fields: fieldsOf(json, sync, key) } },
  };
}

/** Keys are tried in their order; `to` is the new position from 0. */
export function moveKey(json: unknown, sync: number, from: number, to: number): DesignEdit {
  const keys = [...listAt(json, keysAt(sync))];
  const taken = keys.splice(from, 1);
  keys.splice(to, 0, ...taken);
  return {
    json: withValue(json, keysAt(sync), keys),
    step: { code: 'key-moved', values: { fields: fieldsOf(json, sync, from), from, to } },
  };
}

/** A further pair makes the key composite: all its parts must be equal. */
export function addKeyField(json: unknown, sync: number, key: number, field: KeyField): DesignEdit {
  const path = [...keysAt(sync), key, 'fields'];
  return {
    json: withValue(json, path, [...listAt(json, path), written(field)]),
    step: { code: 'key-pair-added', values: { key, pair: pairOf(field) } },
  };
}

export function removeKeyField(json: unknown, sync: number, key: number, field: number): DesignEdit {
  const path = fieldAt(sync, key, field);
  const pair = pairAt(json, path) ?? { left: '', right: '' };
  return {
    json: withValue(json, path, undefined),
    step: { code: 'key-pair-removed', values: { key, pair } },
  };
}

/** Other columns for a part of a key; its normalisers and unknown members stay. */
export function setKeyField(
  json: unknown,
  sync: number,
  key: number,
  field: number,
  { left, right }: Both<string>,
): DesignEdit {
  const path = fieldAt(sync, key, field);
  const from = pairAt(json, path) ?? { left: '', right: '' };
  return {
    json: withValue(withValue(json, [...path, 'left'], left), [...path, 'right'], right),
    step: { code: 'key-fields', values: { key, from, to: { left, right } } },
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
  const from = listAt(json, path) as readonly NormalizerName[];
  const to = names.length === 0 ? ['text' as const] : names;
  return {
    json: withValue(json, path, to),
    step: { code: 'normalisers', values: { key, fields: fieldsOf(json, sync, key), from, to } },
  };
}

/** The default country of the phone normaliser, two capital letters; null names none. */
export function setCountry(
  json: unknown,
  sync: number,
  key: number,
  field: number,
  to: string | null,
): DesignEdit {
  const path = [...fieldAt(sync, key, field), 'country'];
  const was = valueAt(json, path);
  const from = typeof was === 'string' ? was : null;
  return {
    json: withValue(json, path, to ?? undefined),
    step: { code: 'country', values: { key, from, to } },
  };
}

const written = ({ left, right, normalize, country }: KeyField): object =>
  country === null ? { left, right, normalize } : { left, right, normalize, country };

const pairOf = ({ left, right }: Both<string>): Both<string> => ({ left, right });

/** The pair of fields that stands there; null where none does. */
function pairAt(json: unknown, path: Path): Both<string> | null {
  const value = valueAt(json, path) ?? null;
  return value === null ? null : { left: textAt(value, ['left'], ''), right: textAt(value, ['right'], '') };
}

/** The left fields of a key. */
const fieldsOf = (json: unknown, sync: number, key: number): readonly string[] =>
  listAt(json, [...keysAt(sync), key, 'fields']).map((field) => textAt(field, ['left'], ''));
