import { json, type FakeReply } from '../faults/index.ts';
import { badRequest, isObject, isReply, kindOf, type Ask } from './ask.ts';
import type { Kind } from './kind.ts';
import { shown } from './objects.ts';
import { timeOf } from './values.ts';

type Record_ = { readonly id: string; readonly properties: Readonly<Record<string, string>> };

/** `/crm/objects/…/contacts/search`: at most 200 a page, 10,000 in all, and only what the index knows by now. */
export function search(ask: Ask): FakeReply {
  const kind = kindOf(ask, ask.parts[0]);
  if (isReply(kind)) return kind;
  const body = isObject(ask.body) ? ask.body : {};
  const limit = Number(body['limit'] ?? 10);
  const after = Number(body['after'] ?? 0);
  if (!(limit >= 1 && limit <= 200)) return badRequest('limit must be between 1 and 200');
  if (after + limit > 10_000) return badRequest('The search endpoints are limited to 10,000 total results');
  const groups = list(body['filterGroups']).map((group) => list(group['filters']));
  if (groups.length > 5) return badRequest('at most 5 filterGroups');
  const unknown = groups.flat().find((filter) => !kind.properties.has(String(filter['propertyName'])));
  if (unknown !== undefined)
    return badRequest(`There was a problem with the request: ${String(unknown['propertyName'])}`);
  const found = ask.portal.search
    .records(kind, ask.portal.now)
    .filter(
      (record) =>
        groups.length === 0 || groups.some((group) => group.every((one) => holds(kind, record, one))),
    );
  sort(kind, found, list(body['sorts'])[0]);
  const page = found.slice(after, after + limit);
  const asked = Array.isArray(body['properties']) ? body['properties'].map(String) : [];
  return json(200, {
    total: found.length,
    results: page.map((record) => shown(kind, record, asked)),
    ...(after + limit < found.length && { paging: { next: { after: String(after + limit) } } }),
  });
}

const list = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

function holds(kind: Kind, record: Record_, filter: Record<string, unknown>): boolean {
  const name = String(filter['propertyName']);
  const value = record.properties[name] ?? '';
  const order = compare(kind, name, value, String(filter['value'] ?? ''));
  switch (filter['operator']) {
    case 'HAS_PROPERTY':
      return value !== '';
    case 'NOT_HAS_PROPERTY':
      return value === '';
    case 'EQ':
      return value !== '' && order === 0;
    case 'NEQ':
      return order !== 0;
    case 'GT':
      return value !== '' && order > 0;
    case 'GTE':
      return value !== '' && order >= 0;
    case 'LT':
      return value !== '' && order < 0;
    case 'LTE':
      return value !== '' && order <= 0;
    case 'IN':
      return Array.isArray(filter['values']) && filter['values'].map(String).includes(value);
    default:
      return false;
  }
}

function compare(kind: Kind, name: string, a: string, b: string): number {
  const type = kind.properties.get(name)?.type;
  if (type === 'number') return Number(a) - Number(b);
  if (type === 'date' || type === 'datetime') return timeOf(a) - timeOf(b);
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left === right ? 0 : left < right ? -1 : 1;
}

function sort(kind: Kind, records: Record_[], by: Record<string, unknown> | undefined): void {
  const name = typeof by?.['propertyName'] === 'string' ? by['propertyName'] : 'createdate';
  const way = by?.['direction'] === 'DESCENDING' ? -1 : 1;
  records.sort((a, b) => way * compare(kind, name, a.properties[name] ?? '', b.properties[name] ?? ''));
}
