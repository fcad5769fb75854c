import type { AppRecord } from '../app-connector.ts';
import type { AppFault, Answer } from '../fault.ts';
import { notUnderstood } from './answers.ts';
import { isObject } from '../json.ts';
import { objectsIn, textsIn } from './form.ts';
import { PATHS } from './paths.ts';
import { recordIn, recordsIn, withLinks } from './records.ts';
import { apart, ID } from './standard.ts';
import type { Talk } from './talk.ts';

const BATCH = 100;

interface Sought {
  readonly object: string;
  /** Null: by id. */
  readonly by: string | null;
  readonly archived: boolean;
}

/** Those records that are there. One that was merged into another is not, though HubSpot answers with that other one. */
export async function readByIds(
  talk: Talk,
  object: string,
  ids: readonly string[],
  fields: readonly string[],
  archived = false,
): Promise<Answer<readonly AppRecord[]>> {
  const found = await batchRead(talk, { object, by: null, archived }, ids, apart(fields).properties);
  if (!found.ok) return found;
  const asked = new Set(ids);
  return withLinks(
    talk,
    object,
    found.value.filter(({ id }) => asked.has(id)),
    fields,
  );
}

/** Never by search, which lags behind what was written (F8). A contact is also found by its other e-mail addresses. */
export async function findByKey(
  talk: Talk,
  object: string,
  key: { readonly field: string; readonly values: readonly string[] },
  fields: readonly string[],
): Promise<Answer<readonly AppRecord[]>> {
  if (key.field === ID) return readByIds(talk, object, key.values, fields);
  const sought = { object, by: key.field, archived: false };
  const values = key.values.filter((value) => value.trim() !== '');
  const found = await batchRead(talk, sought, values, [...apart(fields).properties, key.field]);
  if (!found.ok) return found;
  const asked = new Set(fields);
  const records = found.value.map((one) =>
    asked.has(key.field)
      ? one
      : { ...one, values: new Map([...one.values].filter(([name]) => asked.has(name))) },
  );
  return withLinks(talk, object, records, fields);
}

async function batchRead(
  talk: Talk,
  sought: Sought,
  keys: readonly string[],
  properties: readonly string[],
): Promise<Answer<readonly AppRecord[]>> {
  const records = new Map<string, AppRecord>();
  const all = [...new Set(keys)];
  for (let at = 0; at < all.length; at += BATCH) {
    const fault = await batch(talk, sought, all.slice(at, at + BATCH), properties, records);
    if (fault !== null) return { ok: false, fault };
  }
  return { ok: true, value: [...records.values()] };
}

/** A key that the answer tells nothing of is asked for alone: what is not told is not taken for gone. */
async function batch(
  talk: Talk,
  { object, by, archived }: Sought,
  keys: readonly string[],
  properties: readonly string[],
  records: Map<string, AppRecord>,
): Promise<AppFault | null> {
  const path = `${PATHS.batch(object, 'read')}${archived ? '?archived=true' : ''}`;
  const inputs = keys.map((id) => ({ id }));
  const reply = await talk.post(path, { properties, inputs, ...(by !== null && { idProperty: by }) });
  if (!reply.ok) return reply.fault;
  const found = recordsIn(reply.body['results'], properties);
  if (found === null) return notUnderstood(reply.status);
  const told = new Set<string>();
  for (const record of found) {
    records.set(record.id, record);
    told.add(same(by === null ? record.id : (record.values.get(by) ?? '')));
  }
  for (const error of objectsIn(reply.body['errors'])) {
    if (error['category'] !== 'OBJECT_NOT_FOUND') return notUnderstood(reply.status);
    for (const key of textsIn(isObject(error['context']) ? error['context']['ids'] : null))
      told.add(same(key));
  }
  for (const key of keys) {
    if (told.has(same(key))) continue;
    const fault = await alone(talk, { object, by, archived }, key, properties, records);
    if (fault !== null) return fault;
  }
  return null;
}

async function alone(
  talk: Talk,
  { object, by, archived }: Sought,
  key: string,
  properties: readonly string[],
  records: Map<string, AppRecord>,
): Promise<AppFault | null> {
  const query = new URLSearchParams({
    properties: properties.join(','),
    ...(by !== null && { idProperty: by }),
    ...(archived && { archived: 'true' }),
  });
  const reply = await talk.get(`${PATHS.record(object, key)}?${query.toString()}`);
  if (!reply.ok) return reply.fault.code === 'not-found' ? null : reply.fault;
  const record = recordIn(reply.body, properties);
  if (record === null) return notUnderstood(reply.status);
  records.set(record.id, record);
  return null;
}

const same = (key: string): string => key.trim().toLowerCase();
