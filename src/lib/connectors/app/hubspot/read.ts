import type { ReadPage, ReadRequest } from '../app-connector.ts';
import type { AppFault, Answer } from '../fault.ts';
import { notUnderstood, type Reply } from './answers.ts';
import { nextOf, objectsIn, textOf } from './form.ts';
import { readByIds } from './lookup.ts';
import { PATHS } from './paths.ts';
import { recordsIn, withLinks } from './records.ts';
import { apart, ID, modifiedOf } from './standard.ts';
import type { Talk } from './talk.ts';

const PAGE = 100;
const SEARCH_PAGE = 200;
/** Longer addresses are refused (414): the properties are then read by ids. */
const LONGEST_PATH = 6_000;
/** S300: how far search may be behind what was written, in milliseconds. */
export const SEARCH_LAG = 10 * 60_000;

/** S300: the list for all records and for archived ones; search for those that were changed since. */
export async function readPage(talk: Talk, request: ReadRequest): Promise<Answer<ReadPage>> {
  return request.since !== null && !request.deleted
    ? changed(talk, request, request.since)
    : listed(talk, request);
}

const fail = (fault: AppFault): { ok: false; fault: AppFault } => ({ ok: false, fault });

async function listed(
  talk: Talk,
  { object, fields, deleted, since, cursor }: ReadRequest,
): Promise<Answer<ReadPage>> {
  const { properties } = apart(fields);
  const base = new URLSearchParams({ limit: String(PAGE), archived: String(deleted) });
  if (cursor !== null) base.set('after', cursor);
  const full = `${PATHS.records(object)}?${base.toString()}&properties=${properties.map(encodeURIComponent).join(',')}`;
  const isLong = full.length > LONGEST_PATH;
  const reply = await talk.get(isLong ? `${PATHS.records(object)}?${base.toString()}` : full);
  if (!reply.ok) return fail(reply.fault);
  const next = nextOf(reply.body);
  const records = recordsIn(reply.body['results'], properties);
  if (records === null || next === undefined || (next !== null && next === cursor))
    return fail(notUnderstood(reply.status));
  const due = since === null ? null : archivedSince(reply, since);
  const there = records.filter(({ id }) => due === null || due.has(id)).map((one) => ({ ...one, deleted }));
  const whole = isLong
    ? await readByIds(
        talk,
        object,
        there.map(({ id }) => id),
        fields,
        deleted,
      )
    : await withLinks(talk, object, there, fields);
  return whole.ok ? { ok: true, value: { records: whole.value, next, total: null } } : whole;
}

/** Archived records of the page that went then or later: the list itself cannot be asked for them. */
function archivedSince({ body }: Extract<Reply, { ok: true }>, since: string): ReadonlySet<string> {
  const from = Date.parse(since);
  const results = objectsIn(body['results']).filter(
    (one) => !(Date.parse(textOf(one['archivedAt']) ?? '') < from),
  );
  return new Set(results.map((one) => textOf(one['id']) ?? ''));
}

/**
 * In the order of ids, each page asked for behind the last id of the one before: so there is no end at 10,000, and a record that changes
 * meanwhile comes neither twice nor never.
 */
async function changed(
  talk: Talk,
  { object, fields, cursor }: ReadRequest,
  since: string,
): Promise<Answer<ReadPage>> {
  const { properties } = apart(fields);
  const from = String(Date.parse(since) - SEARCH_LAG);
  const filters = [{ propertyName: modifiedOf(object), operator: 'GTE', value: from }];
  if (cursor !== null) filters.push({ propertyName: ID, operator: 'GT', value: cursor });
  const reply = await talk.post(PATHS.search(object), {
    filterGroups: [{ filters }],
    sorts: [{ propertyName: ID, direction: 'ASCENDING' }],
    properties,
    limit: SEARCH_PAGE,
  });
  if (!reply.ok) return fail(reply.fault);
  const records = recordsIn(reply.body['results'], properties);
  const next = nextOf(reply.body);
  const last = records?.at(-1)?.id ?? null;
  const stands = last !== null && cursor !== null && !(Number(last) > Number(cursor));
  if (records === null || next === undefined || stands || (next !== null && last === null))
    return fail(notUnderstood(reply.status));
  const whole = await withLinks(talk, object, records, fields);
  if (!whole.ok) return whole;
  const total = cursor === null && typeof reply.body['total'] === 'number' ? reply.body['total'] : null;
  return { ok: true, value: { records: whole.value, next: next === null ? null : last, total } };
}
