import type { Call } from '../call.ts';
import type { WriteBatch, WriteItem } from '../write.ts';
import { isName, type ObjectSchema } from './schema.ts';
import { isId } from './soql.ts';
import { jsonOf } from './values.ts';
import { BASE } from './version.ts';

/** Items that one call writes, in the order of its answer. */
export interface WriteCall {
  readonly call: Call;
  readonly items: readonly WriteItem[];
  /** An upsert says whether it created; a create did; nothing else does. */
  readonly creates: 'always' | 'says' | 'never';
}

/**
 * Rules that hand new records to owners stay out of it: what is approved is written (S316). A duplicate rule that warns is not passed over: that
 * is the app's own way without a header.
 */
const HEADERS = {
  Accept: 'application/json',
  'Content-Type': 'application/json',
  'Sforce-Auto-Assign': 'FALSE',
};

const COLLECTIONS = `${BASE}/composite/sobjects`;

/**
 * The calls of a batch: one, unless creates carry different keys. A create whose key is an external id is an upsert by it, which finds what an
 * earlier try created (F2). Null where the app has no such act, or a name or id can be none.
 */
export function callsOf(
  schema: ObjectSchema,
  { object, act, items }: WriteBatch,
): readonly WriteCall[] | null {
  const names = items.flatMap(({ unique, values }) => [
    ...values.keys(),
    ...(unique === null ? [] : [unique.field]),
  ]);
  if (![object, ...names].every(isName)) return null;
  if (act !== 'create' && !items.every(({ id }) => id !== null && isId(id))) return null;
  switch (act) {
    case 'restore':
      return null;
    case 'remove': {
      const ids = items.map(({ id }) => id).join(',');
      const path = `${COLLECTIONS}?ids=${ids}&allOrNone=false`;
      return [{ call: { method: 'DELETE', path, headers: HEADERS, body: null }, items, creates: 'never' }];
    }
    case 'update': {
      const records = items.map((item) => ({ ...recordOf(schema, item), id: item.id }));
      return [{ call: sent('PATCH', COLLECTIONS, records), items, creates: 'never' }];
    }
    case 'create':
      return createsOf(schema, object, items);
  }
}

function createsOf(schema: ObjectSchema, object: string, items: readonly WriteItem[]): readonly WriteCall[] {
  const byKey = new Map<string, WriteItem[]>();
  for (const item of items) {
    const { field = '' } = item.unique ?? {};
    const key = schema.externalIds.has(field) ? field : '';
    byKey.set(key, [...(byKey.get(key) ?? []), item]);
  }
  return [...byKey].map(([key, some]): WriteCall => {
    const records = some.map((item) => recordOf(schema, item));
    return key === ''
      ? { call: sent('POST', COLLECTIONS, records), items: some, creates: 'always' }
      : { call: sent('PATCH', `${COLLECTIONS}/${object}/${key}`, records), items: some, creates: 'says' };
  });
}

function recordOf(
  { name, described }: ObjectSchema,
  { unique, values }: WriteItem,
): Readonly<Record<string, unknown>> {
  const all = new Map([...values, ...(unique === null ? [] : [[unique.field, unique.value] as const])]);
  const pairs = [...all].map(([field, text]) => [
    field,
    jsonOf(described.get(field)?.type ?? 'string', text),
  ]);
  return { attributes: { type: name }, ...Object.fromEntries(pairs) };
}

const sent = (method: 'POST' | 'PATCH', path: string, records: readonly object[]): Call => ({
  method,
  path,
  headers: HEADERS,
  body: JSON.stringify({ allOrNone: false, records }),
});
