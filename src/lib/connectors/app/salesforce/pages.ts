import type { AppRecord } from '../app-connector.ts';
import type { Answer } from '../fault.ts';
import { anyList, isJson, isText } from './form.ts';
import type { Line } from './line.ts';
import type { ObjectSchema } from './schema.ts';
import { isId, longId, queryPath } from './soql.ts';
import { textOf } from './values.ts';

/** A page of a query's answer. */
export interface QueryPage<T> {
  readonly rows: readonly T[];
  readonly total: number;
  /** The path of the next page. */
  readonly next: string | null;
}

const NEXT = /^\/services\/data\/v\d+\.\d\/query(?:All)?\/[\w-]{1,80}$/;

/** No other place than the next page of a query is ever called. */
export const isNextPath = (path: string): boolean => NEXT.test(path);

/** A page all of whose rows can be read; null where it is not of this form. */
export function queryPage<T>(json: unknown, row: (json: unknown) => T | null): QueryPage<T> | null {
  if (!isJson(json)) return null;
  const { totalSize, done, nextRecordsUrl = null, records } = json;
  const given = anyList(records);
  if (typeof totalSize !== 'number' || typeof done !== 'boolean' || given === null) return null;
  if (done !== (nextRecordsUrl === null)) return null;
  if (nextRecordsUrl !== null && !(isText(nextRecordsUrl) && isNextPath(nextRecordsUrl))) return null;
  const rows = given.map(row).filter((one) => one !== null);
  return rows.length < given.length ? null : { rows, total: totalSize, next: nextRecordsUrl };
}

/** Every row of a query, all its pages. */
export async function everyRow<T>(
  line: Line,
  soql: string,
  row: (json: unknown) => T | null,
): Promise<Answer<readonly T[]>> {
  const rows: T[] = [];
  for (let path: string | null = queryPath(soql); path !== null;) {
    const answer: Answer<QueryPage<T>> = await line.get(path, (json) => queryPage(json, row));
    if (!answer.ok) return answer;
    rows.push(...answer.value.rows);
    path = answer.value.next;
  }
  return { ok: true, value: rows };
}

/** How a record of an answer is read: its id, and every field that was asked for. */
export function recordReader(
  { described }: ObjectSchema,
  fields: readonly string[],
  deleted: boolean,
): (json: unknown) => AppRecord | null {
  const typed = fields.map((name) => [name, described.get(name)?.type ?? 'string'] as const);
  return (json) => {
    if (!isJson(json) || !isText(json['Id']) || !isId(json['Id'])) return null;
    if (typed.some(([name]) => !Object.hasOwn(json, name))) return null;
    const values = new Map(typed.map(([name, type]) => [name, textOf(type, json[name])]));
    return { id: longId(json['Id']), values, deleted };
  };
}
