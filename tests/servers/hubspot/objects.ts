import { json, type FakeReply } from '../faults/index.ts';
import { badRequest, isObject, isReply, kindOf, missing, texts, type Ask } from './ask.ts';
import { refusal } from './errors.ts';
import type { HubSpotRecord, Kind } from './kind.ts';

/** A record as calls give it. Properties that are not asked for: the three that are always there. */
export function shown(
  kind: Kind,
  record: Pick<HubSpotRecord, 'id' | 'properties' | 'createdAt' | 'updatedAt'> & Partial<HubSpotRecord>,
  asked: readonly string[] | null,
): Record<string, unknown> {
  const always = ['createdate', 'hs_object_id', kind.modified];
  const names = asked === null ? Object.keys(record.properties) : [...asked, ...always];
  const known = names.filter((name) => kind.properties.has(name) || name in record.properties);
  const { archivedAt = null } = record;
  return {
    id: record.id,
    properties: Object.fromEntries(known.map((name) => [name, valueOf(record.properties[name])])),
    createdAt: new Date(record.createdAt).toISOString(),
    updatedAt: new Date(record.updatedAt).toISOString(),
    archived: archivedAt !== null,
    ...(archivedAt !== null && { archivedAt: new Date(archivedAt).toISOString() }),
  };
}

const valueOf = (value: string | undefined): string | null =>
  value === undefined || value === '' ? null : value;

/** `/crm/objects/…/contacts`: a page of them, or a new one. `/contacts/17`: one. */
export function objects(ask: Ask): FakeReply {
  const [kindName, id] = ask.parts;
  const kind = kindOf(ask, kindName);
  if (isReply(kind)) return kind;
  if (id === undefined) return ask.method === 'GET' ? listed(ask, kind) : created(ask, kind);
  const record = recordOf(ask, kind, id);
  if (record === null) return missing();
  switch (ask.method) {
    case 'GET':
      return json(200, shown(kind, record, askedOf(ask)));
    case 'PATCH': {
      const made = ask.portal.update(kind, record.id, propertiesOf(ask), ask.rules);
      if (made === null) return missing();
      return 'refused' in made
        ? refusal(made.refused.status, made.refused.error)
        : json(200, shown(kind, made.record, Object.keys(propertiesOf(ask))));
    }
    case 'DELETE':
      ask.portal.remove(kind.name, record.id);
      return { status: 204, headers: {}, body: '' };
    default:
      return { ...missing(), status: 405 };
  }
}

function recordOf({ portal, query }: Ask, kind: Kind, id: string): HubSpotRecord | null {
  const by = query.get('idProperty');
  const found = by === null ? id : kind.holder(by, id);
  return found === null ? null : portal.found(kind, found, query.get('archived') === 'true');
}

function created(ask: Ask, kind: Kind): FakeReply {
  const made = ask.portal.create(kind, propertiesOf(ask), ask.rules);
  return 'refused' in made
    ? refusal(made.refused.status, made.refused.error)
    : json(201, shown(kind, made.record, Object.keys(propertiesOf(ask))));
}

/** `/contacts/merge`: two become one, which is answered. */
export function merged(ask: Ask): FakeReply {
  const kind = kindOf(ask, ask.parts[0]);
  if (isReply(kind)) return kind;
  const body = isObject(ask.body) ? ask.body : {};
  const [winner, loser] = ['primaryObjectId', 'objectIdToMerge'].map((name) => String(body[name]));
  const both = [winner, loser].map((id) => ask.portal.found(kind, id ?? ''));
  if (both.includes(null) || both[0] === both[1]) return badRequest('Two records that are there are merged');
  ask.portal.merge(kind.name, both[0]!.id, both[1]!.id);
  return json(200, shown(kind, both[0]!, null));
}

/** So long archived records can be restored, and are listed. */
const NINETY_DAYS = 90 * 24 * 3_600_000;

/** Pages in the order of ids: `after` is the last id that was seen. */
function listed(ask: Ask, kind: Kind): FakeReply {
  const limit = Number(ask.query.get('limit') ?? '10');
  if (!(limit >= 1 && limit <= 100)) return badRequest('The limit must be between 1 and 100');
  const archived = ask.query.get('archived') === 'true';
  const after = Number(ask.query.get('after') ?? '0');
  const page: HubSpotRecord[] = [];
  let more = false;
  for (let at = kind.behind(after); at < kind.ordered.length; at++) {
    const record = kind.ordered[at]!;
    if (record.mergedInto !== null || (record.archivedAt !== null) !== archived) continue;
    if (record.archivedAt !== null && record.archivedAt < ask.portal.now - NINETY_DAYS) continue;
    if (page.length === limit) {
      more = true;
      break;
    }
    page.push(record);
  }
  const last = page.at(-1)?.id ?? '';
  return json(200, {
    results: page.map((record) => shown(kind, record, askedOf(ask))),
    ...(more && { paging: { next: { after: last, link: `https://api.hubapi.com/?after=${last}` } } }),
  });
}

const propertiesOf = ({ body }: Ask): Record<string, string> =>
  texts(isObject(body) ? body['properties'] : {});

function askedOf({ query }: Ask): string[] {
  return query.getAll('properties').flatMap((names) => names.split(',').filter((name) => name !== ''));
}
