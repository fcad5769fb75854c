import type { AppRecord } from '../app-connector.ts';
import type { Answer } from '../fault.ts';
import { isObject, type Json } from '../json.ts';
import { idOf, valueOf } from './form.ts';
import { linkValue, readLinks } from './links.ts';
import { apart, ARCHIVED, linkField } from './standard.ts';
import type { Talk } from './talk.ts';

/** A record in an answer, before its associations are read. Null: it has not a record's form. */
export function recordIn(result: unknown, properties: readonly string[]): AppRecord | null {
  const id = isObject(result) ? idOf(result['id']) : null;
  if (!isObject(result) || id === null || !isObject(result['properties'])) return null;
  const own: Json = result['properties'];
  const values = new Map(properties.map((name) => [name, valueOf(own[name])]));
  return { id, values, deleted: result['archived'] === true };
}

/** All records of a list, or null where one of them has not a record's form. */
export function recordsIn(results: unknown, properties: readonly string[]): AppRecord[] | null {
  if (!Array.isArray(results)) return null;
  const records = results.map((one) => recordIn(one, properties));
  return records.every((one) => one !== null) ? records : null;
}

/** The same with the fields that are no properties: associations, and whether it is archived. What is archived has none any more. */
export async function withLinks(
  talk: Talk,
  object: string,
  records: readonly AppRecord[],
  fields: readonly string[],
): Promise<Answer<readonly AppRecord[]>> {
  let all = fields.includes(ARCHIVED) ? records.map(saidArchived) : records;
  for (const kind of apart(fields).kinds) {
    const there = all.filter(({ deleted }) => !deleted).map(({ id }) => id);
    const links = await readLinks(talk, object, kind, there);
    if (!links.ok) return links;
    all = all.map((record) => {
      const value = linkValue(links.value.get(record.id) ?? new Map());
      return { ...record, values: new Map([...record.values, [linkField(kind), value]]) };
    });
  }
  return { ok: true, value: all };
}

const saidArchived = (record: AppRecord): AppRecord => ({
  ...record,
  values: new Map([...record.values, [ARCHIVED, String(record.deleted)]]),
});
