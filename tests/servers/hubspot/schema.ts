import { json, type FakeReply } from '../faults/index.ts';
import { isReply, kindOf, missing, type Ask } from './ask.ts';
import type { Kind } from './kind.ts';

const TIME = '2026-01-01T00:00:00.000Z';

export function properties(ask: Ask): FakeReply {
  const kind = kindOf(ask, ask.parts[0]);
  if (isReply(kind)) return kind;
  const [, name] = ask.parts;
  if (name === undefined)
    return json(200, { results: [...kind.properties.values()].filter((one) => !one.archived) });
  const found = kind.properties.get(name);
  return found === undefined ? missing() : json(200, found);
}

/** Custom objects by the list; every kind by its name. */
export function schemas(ask: Ask): FakeReply {
  const [, name] = ask.parts;
  if (name === undefined)
    return json(200, {
      results: [...ask.portal.kinds.values()].filter((one) => one.custom).map((one) => schemaOf(ask, one)),
    });
  const kind = kindOf(ask, name);
  return isReply(kind) ? kind : json(200, schemaOf(ask, kind));
}

function schemaOf({ portal }: Ask, kind: Kind): unknown {
  return {
    id: kind.typeId,
    objectTypeId: kind.typeId,
    fullyQualifiedName: kind.fullName,
    name: kind.singular,
    labels: { singular: kind.singular, plural: kind.custom ? `${kind.singular}s` : kind.name },
    requiredProperties: kind.required,
    searchableProperties: [],
    primaryDisplayProperty: 'name',
    secondaryDisplayProperties: [],
    properties: [...kind.properties.values()],
    associations: kind.links.map((to) => ({
      id: `${kind.typeId}>${to}`,
      fromObjectTypeId: kind.typeId,
      toObjectTypeId: portal.must(to).typeId,
      name: `${kind.singular}_to_${to}`,
    })),
    archived: false,
    createdAt: TIME,
    updatedAt: TIME,
  };
}

export function pipelines(ask: Ask): FakeReply {
  const kind = kindOf(ask, ask.parts[0]);
  if (isReply(kind)) return kind;
  const results = kind.pipelines.map(({ id, label, stages }, displayOrder) => ({
    id,
    label,
    displayOrder,
    archived: false,
    createdAt: TIME,
    updatedAt: TIME,
    stages: stages.map((stage, order) => ({
      id: stage.id,
      label: stage.label,
      displayOrder: order,
      archived: false,
      createdAt: TIME,
      updatedAt: TIME,
      // A deal's stage says it by the word, a ticket's by its state.
      metadata:
        kind.name === 'tickets'
          ? { ticketState: stage.closed ? 'CLOSED' : 'OPEN' }
          : { isClosed: String(stage.closed), probability: stage.closed ? '1.0' : '0.2' },
    })),
  }));
  return json(200, { results });
}

export function owners({ portal, query }: Ask): FakeReply {
  const limit = Number(query.get('limit') ?? '100');
  const after = Number(query.get('after') ?? '0');
  const archived = query.get('archived') === 'true';
  const all = portal.owners.filter((one) => one.archived === archived);
  const page = all.slice(after, after + limit);
  return json(200, {
    results: page.map(({ id, email }) => ({
      id,
      email,
      type: 'PERSON',
      firstName: email.split('@')[0],
      lastName: '',
      userId: Number(id) + 1000,
      archived,
      createdAt: TIME,
      updatedAt: TIME,
      teams: [],
    })),
    ...(after + limit < all.length && { paging: { next: { after: String(after + limit) } } }),
  });
}

export const account = ({ portal }: Ask): FakeReply =>
  json(200, {
    portalId: portal.id,
    accountType: 'STANDARD',
    timeZone: 'Europe/Oslo',
    companyCurrency: 'NOK',
    additionalCurrencies: [],
    utcOffset: '+01:00',
    utcOffsetMilliseconds: 3_600_000,
    uiDomain: portal.name,
    dataHostingLocation: 'eu1',
  });
