import type { AppRecord, ReadPage, ReadRequest } from '../app-connector.ts';
import type { Answer } from '../fault.ts';
import { unaskable } from './faults.ts';
import type { Line } from './line.ts';
import { everyRow, isNextPath, queryPage, recordReader, type QueryPage } from './pages.ts';
import { isName, type ObjectSchema, type Schemas } from './schema.ts';
import { isId, isTime, literal, longId, queriesIn, queryPath, quoted } from './soql.ts';

/** Where a read goes on: by the app's own cursor, and behind the last id that came, once the app has forgotten that (S311). */
interface Mark {
  readonly lastId: string;
  readonly path: string;
}

const GONE = /^INVALID_QUERY_LOCATOR\b/;

/** A page, or why there is none. */
export async function readPage(
  line: Line,
  schemas: Schemas,
  request: ReadRequest,
): Promise<Answer<ReadPage>> {
  const schema = await schemas.of(request.object);
  if (!schema.ok) return schema;
  const mark = request.cursor === null ? null : markOf(request.cursor);
  if (request.cursor !== null && mark === null) return refuse(request.cursor);
  const first = selected(schema.value, request, mark);
  if (!first.ok) return first;
  const read = recordReader(schema.value, request.fields, request.deleted);
  const get = (path: string): Promise<Answer<QueryPage<AppRecord>>> =>
    line.get(path, (json) => queryPage(json, read));
  if (mark === null) return paged(await get(first.value), null);
  const page = await get(mark.path);
  return !page.ok && GONE.test(page.fault.said)
    ? paged(await get(first.value), mark, false)
    : paged(page, mark);
}

/** `counted`: the page says how many there are in all, not how many are left. */
function paged(answer: Answer<QueryPage<AppRecord>>, mark: Mark | null, counted = true): Answer<ReadPage> {
  if (!answer.ok) return answer;
  const { rows, total, next } = answer.value;
  const lastId = rows.at(-1)?.id ?? mark?.lastId ?? '';
  return {
    ok: true,
    value: {
      records: rows,
      next: next === null ? null : `${lastId} ${next}`,
      total: counted ? total : null,
    },
  };
}

function markOf(cursor: string): Mark | null {
  const [lastId = '', path = '', ...more] = cursor.split(' ');
  return more.length === 0 && (lastId === '' || isId(lastId)) && isNextPath(path) ? { lastId, path } : null;
}

/** The path of the query that a read begins with, or begins again with behind the last id. */
function selected(schema: ObjectSchema, request: ReadRequest, mark: Mark | null): Answer<string> {
  const select = selectOf(request.object, request.fields);
  if (!select.ok) return select;
  const { since, deleted } = request;
  const conditions: string[] = [];
  if (deleted) conditions.push('IsDeleted = TRUE');
  if (since !== null) {
    if (!isTime(since) || schema.modifiedField === null) return refuse(since);
    conditions.push(`${schema.modifiedField} >= ${since}`);
  }
  if (mark !== null && mark.lastId !== '') conditions.push(`Id > ${quoted(mark.lastId)}`);
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  return { ok: true, value: queryPath(`${select.value}${where} ORDER BY Id`, deleted) };
}

/** `SELECT … FROM …`, where all of these can be names. */
function selectOf(object: string, fields: readonly string[]): Answer<string> {
  const strange = [object, ...fields].find((name) => !isName(name));
  if (strange !== undefined) return refuse(strange);
  return { ok: true, value: `SELECT ${[...new Set(['Id', ...fields])].join(',')} FROM ${object}` };
}

export interface Key {
  readonly field: string;
  readonly values: readonly string[];
}

/** Records that are there, one or more of whose values is one of these; none twice. */
export async function readByKey(
  line: Line,
  schemas: Schemas,
  object: string,
  key: Key,
  fields: readonly string[],
): Promise<Answer<readonly AppRecord[]>> {
  const select = selectOf(object, fields);
  if (!select.ok) return select;
  if (!isName(key.field)) return refuse(key.field);
  if (key.values.length === 0) return { ok: true, value: [] };
  const schema = await schemas.of(object);
  if (!schema.ok) return schema;
  const type = schema.value.described.get(key.field)?.type ?? 'string';
  const form = type === 'id' ? longId : (value: string): string => value;
  const literals = [...new Set(key.values.map((value) => literal(type, form(value))))].filter(
    (one) => one !== null,
  );
  const read = recordReader(schema.value, fields, false);
  const found = new Map<string, AppRecord>();
  for (const soql of queriesIn(select.value, key.field, literals)) {
    const rows = await everyRow(line, soql, read);
    if (!rows.ok) return rows;
    for (const record of rows.value) found.set(record.id, record);
  }
  return { ok: true, value: [...found.values()] };
}

const refuse = (said: string): Answer<never> => ({ ok: false, fault: unaskable(said) });
