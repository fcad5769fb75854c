import { json, type FakeReply } from '../faults/index.ts';
import { badRequest, isObject, isReply, kindOf, type Ask } from './ask.ts';
import type { HubSpotRecord, Kind } from './kind.ts';
import { shown } from './objects.ts';
import { timeOf } from './values.ts';

type Seen = Pick<HubSpotRecord, 'id' | 'properties' | 'createdAt' | 'updatedAt'>;

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
  const filters = groups.map((group) => group.map((filter) => holding(kind, filter)));
  const found = ask.portal.search
    .records(kind, ask.portal.now)
    .filter(
      (record) => filters.length === 0 || filters.some((group) => group.every((holds) => holds(record))),
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

/** Does a filter hold? What it compares with is read once. */
function holding(kind: Kind, filter: Record<string, unknown>): (record: Seen) => boolean {
  const name = String(filter['propertyName']);
  const place = placeOf(kind, name);
  const asked = numeric(kind, name)
    ? timeOrNumber(kind, name, String(filter['value'] ?? ''))
    : String(filter['value'] ?? '').toLowerCase();
  const values = Array.isArray(filter['values']) ? filter['values'].map(String) : [];
  return (record) => {
    const has = (record.properties[name] ?? '') !== '';
    const at = place(record);
    switch (filter['operator']) {
      case 'HAS_PROPERTY':
        return has;
      case 'NOT_HAS_PROPERTY':
        return !has;
      case 'EQ':
        return has && at === asked;
      case 'NEQ':
        return at !== asked;
      case 'GT':
        return has && at > asked;
      case 'GTE':
        return has && at >= asked;
      case 'LT':
        return has && at < asked;
      case 'LTE':
        return has && at <= asked;
      case 'IN':
        return values.includes(record.properties[name] ?? '');
      default:
        return false;
    }
  };
}

const numeric = (kind: Kind, name: string): boolean =>
  /^(number|date|datetime)$/.test(kind.properties.get(name)?.type ?? '');

const timeOrNumber = (kind: Kind, name: string, value: string): number =>
  kind.properties.get(name)?.type === 'number' ? Number(value) : timeOf(value);

/** What a record is compared by: a number or a lower-case text. */
function placeOf(kind: Kind, name: string): (record: Seen) => number | string {
  if (name === 'hs_object_id') return ({ id }) => Number(id);
  if (name === kind.modified) return ({ updatedAt }) => updatedAt;
  if (name === 'createdate') return ({ createdAt }) => createdAt;
  return numeric(kind, name)
    ? ({ properties }) => timeOrNumber(kind, name, properties[name] ?? '')
    : ({ properties }) => (properties[name] ?? '').toLowerCase();
}

function sort(kind: Kind, records: Seen[], by: Record<string, unknown> | undefined): void {
  const name = typeof by?.['propertyName'] === 'string' ? by['propertyName'] : 'createdate';
  const way = by?.['direction'] === 'DESCENDING' ? -1 : 1;
  const place = placeOf(kind, name);
  records.sort((a, b) => {
    const [left, right] = [place(a), place(b)];
    return left === right ? 0 : left < right ? -way : way;
  });
}
