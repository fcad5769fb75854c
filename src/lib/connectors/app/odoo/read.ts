import type { Answer, AppRecord, ReadPage, ReadRequest } from '../app-connector.ts';
import type { Caller } from '../call.ts';
import { objectsOf, type Json } from '../json.ts';
import { idOf, numberOf } from './json.ts';
import type { OdooField, OdooKind } from './kinds.ts';
import { ask, faultOf } from './talk.ts';
import { timeOf, toText } from './values.ts';

const PAGE = 200;
/** Archived records are there, and left out unless they are asked for. */
const ALL = { active_test: false };

/** A kind with what its model says of its fields. */
export interface Known {
  readonly kind: OdooKind;
  readonly fields: ReadonlyMap<string, OdooField>;
}

type Condition = readonly [field: string, operator: string, value: unknown];

const conditionsOf = ({ kind }: Known): readonly Condition[] =>
  Object.entries(kind.is).map(([field, value]) => [field, '=', value]);

/** In the order of ids, each page behind the last id of the one before. What changed since a second: Odoo counts no finer. */
export async function readPage(
  call: Caller,
  known: Known,
  { fields, since, deleted, cursor }: ReadRequest,
): Promise<Answer<ReadPage>> {
  const behind = cursor === null ? 0 : numberOf(cursor);
  const from = since === null ? null : timeOf(since);
  if (behind === null || from === undefined) return { ok: false, fault: faultOf('refused', null, '') };
  const domain: Condition[] = [
    ...conditionsOf(known),
    ['active', '=', !deleted],
    ...(from === null ? [] : [['write_date', '>=', from] as const]),
  ];
  let total: number | null = null;
  if (cursor === null) {
    const counted = await ask(call, known.kind.model, 'search_count', { domain, context: ALL });
    if (!counted.ok) return counted;
    total = typeof counted.body === 'number' ? counted.body : null;
  }
  const page = await records(call, known, [...domain, ['id', '>', behind]], fields, PAGE);
  if (!page.ok) return page;
  const last = page.value.at(-1);
  const next = last === undefined || page.value.length < PAGE ? null : last.id;
  return { ok: true, value: { records: page.value, next, total } };
}

/** Records whose field holds one of these values, archived ones too. */
export async function readBy(
  call: Caller,
  known: Known,
  field: string,
  values: readonly unknown[],
  fields: readonly string[],
): Promise<Answer<readonly AppRecord[]>> {
  const found: AppRecord[] = [];
  const all = [...new Set(values)];
  for (let at = 0; at < all.length; at += PAGE) {
    const domain: Condition[] = [...conditionsOf(known), [field, 'in', all.slice(at, at + PAGE)]];
    const page = await records(call, known, domain, fields, null);
    if (!page.ok) return page;
    found.push(...page.value);
  }
  return { ok: true, value: found };
}

async function records(
  call: Caller,
  { kind, fields: has }: Known,
  domain: readonly Condition[],
  fields: readonly string[],
  limit: number | null,
): Promise<Answer<readonly AppRecord[]>> {
  const asked = fields.filter((name) => has.has(name));
  const reply = await ask(call, kind.model, 'search_read', {
    domain,
    fields: ['id', 'active', ...asked],
    order: 'id',
    load: null,
    context: ALL,
    ...(limit !== null && { limit }),
  });
  if (!reply.ok) return reply;
  const items = objectsOf(reply.body);
  if (items?.every((item) => idOf(item['id']) !== null) !== true) {
    return { ok: false, fault: faultOf('not-understood', 200, '') };
  }
  return { ok: true, value: items.map((item) => recordOf(item, has, asked)) };
}

function recordOf(item: Json, has: ReadonlyMap<string, OdooField>, asked: readonly string[]): AppRecord {
  const values = asked.flatMap((name): [string, string][] => {
    const field = has.get(name);
    return field === undefined || !(name in item) ? [] : [[name, toText(field, item[name])]];
  });
  return { id: String(item['id']), values: new Map(values), deleted: item['active'] === false };
}
