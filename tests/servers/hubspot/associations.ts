import { json, type FakeReply } from '../faults/index.ts';
import { answered } from './batch.ts';
import { badRequest, inputsOf, isObject, isReply, kindOf, missing, type Ask } from './ask.ts';
import { said, type HubSpotError } from './errors.ts';
import type { Kind } from './kind.ts';
import { typesOf } from './links.ts';

type Input = Record<string, unknown>;

/** `/crm/associations/…/deals/companies/batch/read` and its like; `…/labels`. A batch of reads holds 1,000 inputs, others 2,000; 100 are enough here. */
export function associations(ask: Ask): FakeReply {
  const [fromName, toName, what, act, more] = ask.parts;
  const from = kindOf(ask, fromName);
  const to = kindOf(ask, toName);
  if (isReply(from)) return from;
  if (isReply(to)) return to;
  if (what === 'labels') return json(200, { results: typesOf(from.name, to.name) });
  if (what !== 'batch') return missing();
  const inputs = inputsOf(ask);
  if ('status' in inputs) return inputs as FakeReply;
  switch (act) {
    case 'read':
      return read(ask, from, to, inputs as readonly Input[]);
    case 'create':
      return create(ask, from, to, inputs as readonly Input[]);
    case 'associate':
      return more === 'default' ? create(ask, from, to, inputs as readonly Input[]) : missing();
    case 'archive':
      for (const input of inputs as readonly Input[])
        for (const toId of idsOf(input['to']))
          ask.portal.links.remove(from.name, idOf(input['from']), to.name, toId);
      return { status: 204, headers: {}, body: '' };
    default:
      return badRequest(`no batch ${act ?? ''}`);
  }
}

/** Those without any are no results but errors. More than 500 of one come in pages of their own. */
function read({ portal }: Ask, from: Kind, to: Kind, inputs: readonly Input[]): FakeReply {
  const results: unknown[] = [];
  const errors: HubSpotError[] = [];
  for (const input of inputs) {
    const id = String(input['id']);
    const there = [...portal.links.of(from.name, id, to.name)].slice(Number(input['after'] ?? 0));
    const page = there.slice(0, PAGE);
    if (page.length > 0) {
      const types = typesOf(from.name, to.name);
      results.push({
        from: { id },
        to: page.map(([toId, ids]) => ({
          toObjectId: Number(toId),
          associationTypes: types.filter(({ typeId }) => ids.has(typeId)),
        })),
        ...(there.length > PAGE && {
          paging: { next: { after: String(PAGE + Number(input['after'] ?? 0)) } },
        }),
      });
      continue;
    }
    errors.push(
      said('OBJECT_NOT_FOUND', `No ${to.singular} is associated with ${from.singular} ${id}.`, {
        subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
        context: { fromObjectId: [id], fromObjectType: [from.singular], toObjectType: [to.singular] },
      }),
    );
  }
  return answered(200, results, errors);
}

const PAGE = 500;

function create({ portal }: Ask, from: Kind, to: Kind, inputs: readonly Input[]): FakeReply {
  const results: unknown[] = [];
  const errors: HubSpotError[] = [];
  for (const input of inputs) {
    const [id, toId] = [idOf(input['from']), idOf(input['to'])];
    const gone = [
      ...(portal.found(from, id) === null ? [`${from.singular.toUpperCase()}=${id} is not valid`] : []),
      ...(portal.found(to, toId) === null ? [`${to.singular.toUpperCase()}=${toId} is not valid`] : []),
    ];
    if (gone.length > 0) {
      errors.push(
        said('VALIDATION_ERROR', 'Some associations are not valid', {
          context: { INVALID_OBJECT_IDS: gone },
        }),
      );
      continue;
    }
    const types = Array.isArray(input['types']) ? input['types'].filter(isObject) : [];
    const typeIds = types.map((type) => Number(type['associationTypeId']));
    portal.links.add(from.name, id, to.name, toId, typeIds);
    results.push({
      fromObjectTypeId: from.typeId,
      fromObjectId: Number(id),
      toObjectTypeId: to.typeId,
      toObjectId: Number(toId),
      labels: [],
    });
  }
  return answered(201, results, errors);
}

const idOf = (one: unknown): string => (isObject(one) ? String(one['id']) : '');
const idsOf = (many: unknown): string[] => (Array.isArray(many) ? many.map(idOf) : [idOf(many)]);
