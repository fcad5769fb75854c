import type { Answer, AppRecord, ReadPage, ReadRequest } from '../app-connector.ts';
import type { Caller } from '../call.ts';
import type { PbCollection } from './collection.ts';
import { anyOf, quoted } from './filter.ts';
import { isObject, numberOf, objectsOf, textOf, type Json } from '../json.ts';
import { ask, faultOf } from './talk.ts';
import { toText } from './values.ts';

const PAGE = 200;

/**
 * S346: records in the order they were made, each page asked for behind the last one of the page before: what is made or deleted meanwhile
 * moves no other. Where PocketBase notes no time of making, in the order of ids.
 */
export async function readPage(
  call: Caller,
  collection: PbCollection,
  request: ReadRequest,
): Promise<Answer<ReadPage>> {
  if (request.deleted) return { ok: true, value: { records: [], next: null, total: 0 } };
  const { created } = collection;
  const { modifiedField } = collection.object;
  const behind = behindOf(created, request.cursor);
  if (behind === null) return { ok: false, fault: faultOf('refused', null, '') };
  const since =
    request.since === null || modifiedField === null
      ? ''
      : `${modifiedField}>='${new Date(request.since).toISOString().replace('T', ' ')}'`;
  const filter = [since, behind].filter((part) => part !== '').join('&&');
  const query = new URLSearchParams({
    perPage: String(PAGE),
    sort: created === null ? 'id' : `${created},id`,
    fields: ['id', ...(created === null ? [] : [created]), ...request.fields].join(','),
    ...(request.cursor !== null && { skipTotal: '1' }),
    ...(filter !== '' && { filter }),
  });
  const reply = await ask(call, 'GET', `${pathOf(collection)}?${query.toString()}`);
  if (!reply.ok) return reply;
  const items = itemsOf(reply.body);
  if (items === null) return { ok: false, fault: faultOf('not-understood', 200, '') };
  const last = items.at(-1);
  const total = isObject(reply.body) ? numberOf(reply.body['totalItems']) : null;
  return {
    ok: true,
    value: {
      records: items.map((item) => recordOf(collection, item, request.fields)),
      next:
        last === undefined || items.length < PAGE
          ? null
          : JSON.stringify([created === null ? '' : textOf(last[created]), textOf(last['id'])]),
      total: total === null || total < 0 ? null : total,
    },
  };
}

/** Records whose field holds one of the values. */
export async function readBy(
  call: Caller,
  collection: PbCollection,
  key: { readonly field: string; readonly values: readonly string[] },
  fields: readonly string[],
): Promise<Answer<readonly AppRecord[]>> {
  // A blank key is no key.
  const filters = anyOf(
    key.field,
    key.values.filter((value) => value !== ''),
  );
  if (filters === null) return { ok: false, fault: faultOf('refused', null, '') };
  const records = new Map<string, AppRecord>();
  for (const filter of filters) {
    for (let page = 1, isMore = true; isMore; page++) {
      const query = new URLSearchParams({
        page: String(page),
        perPage: String(PAGE),
        sort: 'id',
        skipTotal: '1',
        fields: ['id', ...fields].join(','),
        filter,
      });
      const reply = await ask(call, 'GET', `${pathOf(collection)}?${query.toString()}`);
      if (!reply.ok) return reply;
      const items = itemsOf(reply.body);
      if (items === null) return { ok: false, fault: faultOf('not-understood', 200, '') };
      for (const item of items) records.set(textOf(item['id']), recordOf(collection, item, fields));
      isMore = items.length === PAGE;
    }
  }
  return { ok: true, value: [...records.values()] };
}

export const pathOf = ({ name }: PbCollection): string =>
  `/api/collections/${encodeURIComponent(name)}/records`;

function itemsOf(body: unknown): readonly Json[] | null {
  const items = isObject(body) ? objectsOf(body['items']) : null;
  return items?.every((item) => textOf(item['id']) !== '') === true ? items : null;
}

function recordOf(collection: PbCollection, item: Json, fields: readonly string[]): AppRecord {
  const values = fields.flatMap((name): [string, string][] => {
    const field = collection.fields.get(name);
    return field === undefined || !(name in item) ? [] : [[name, toText(field, item[name])]];
  });
  return { id: textOf(item['id']), values: new Map(values), deleted: false };
}

/** What the next page's records have: null where the cursor is none of ours. */
function behindOf(created: string | null, cursor: string | null): string | null {
  if (cursor === null) return '';
  let told: unknown;
  try {
    told = JSON.parse(cursor);
  } catch {
    return null;
  }
  const [time, id] = Array.isArray(told) ? told.map((one) => quoted(textOf(one))) : [];
  if (time === null || time === undefined || id === null || id === undefined) return null;
  return created === null ? `id>${id}` : `(${created}>${time}||(${created}=${time}&&id>${id}))`;
}
