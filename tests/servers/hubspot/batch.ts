import { json, type FakeReply } from '../faults/index.ts';
import { badRequest, inputsOf, isObject, isReply, kindOf, texts, type Ask } from './ask.ts';
import { notFound, refusal, said, type HubSpotError } from './errors.ts';
import type { Kind } from './kind.ts';
import type { Made } from './portal.ts';
import { shown } from './objects.ts';
import { typesOf } from './links.ts';

type Input = Record<string, unknown>;

interface Done {
  readonly result: Record<string, unknown> | null;
  readonly refused: { readonly status: number; readonly error: HubSpotError } | null;
}

/** `/crm/objects/…/contacts/batch/create` and its like. */
export function batch(ask: Ask): FakeReply {
  const [kindName, , act] = ask.parts;
  const kind = kindOf(ask, kindName);
  if (isReply(kind)) return kind;
  const inputs = inputsOf(ask);
  if ('status' in inputs) return inputs as FakeReply;
  switch (act) {
    case 'read':
      return read(ask, kind, inputs as readonly Input[]);
    case 'archive':
      for (const input of inputs as readonly Input[]) ask.portal.remove(kind.name, String(input['id']));
      return { status: 204, headers: {}, body: '' };
    case 'create':
      return write(ask, kind, inputs as readonly Input[], 201, (input) => create(ask, kind, input));
    case 'update':
      return write(ask, kind, inputs as readonly Input[], 200, (input) => update(ask, kind, input));
    case 'upsert':
      return write(ask, kind, inputs as readonly Input[], 200, (input) => upsert(ask, kind, input));
    default:
      return badRequest(`no batch ${act ?? ''}`);
  }
}

function read(ask: Ask, kind: Kind, inputs: readonly Input[]): FakeReply {
  const body = isObject(ask.body) ? ask.body : {};
  const by = typeof body['idProperty'] === 'string' ? body['idProperty'] : null;
  if (by !== null && by !== 'hs_object_id' && !kind.isUnique(by))
    return badRequest(`Property ${by} is not unique`);
  const asked = Array.isArray(body['properties']) ? body['properties'].map(String) : [];
  const results = new Map<string, Record<string, unknown>>();
  const none: string[] = [];
  for (const input of inputs) {
    const id = String(input['id']);
    const at = by === null || by === 'hs_object_id' ? id : kind.holder(by, id);
    const record = at === null ? null : ask.portal.found(kind, at, ask.query.get('archived') === 'true');
    if (record === null) none.push(id);
    else results.set(record.id, shown(kind, record, asked));
  }
  return answered(200, [...results.values()], none.length === 0 ? [] : [notFound(none, kind.singular)]);
}

/**
 * With a trace of its own on every input each is told of; without, one bad input refuses them all. Contacts by e-mail are never told of
 * one by one. Ids that stand twice refuse the call.
 */
function write(
  ask: Ask,
  kind: Kind,
  inputs: readonly Input[],
  status: number,
  act: (input: Input) => Made | null,
): FakeReply {
  const ids = inputs.map((input) => (input['id'] === undefined ? null : String(input['id'])));
  const twice = ids.filter((id, at) => id !== null && ids.indexOf(id) !== at);
  if (twice.length > 0) {
    const message = `Duplicate IDs found in batch input: [${twice.join(', ')}]. IDs must be unique`;
    return refusal(400, said('VALIDATION_ERROR', message, { context: { ids: twice as string[] } }));
  }
  const traces = inputs.map(traceOf);
  const traced = traces.every((one) => one !== null) && new Set(traces).size === traces.length;
  const byEmail = inputs.some((input) => input['idProperty'] === 'email');
  if (!traced || byEmail) {
    const refused = rehearsed(ask, kind, inputs);
    if (refused !== null) return refused;
  }
  const done = inputs.map((input) => one(kind, input, act(input)));
  const results = done.flatMap(({ result }) => (result === null ? [] : [result]));
  return answered(
    status,
    results,
    done.flatMap(({ refused }) => (refused === null ? [] : [refused.error])),
  );
}

/** The refusal of the first input that would be refused. What is unknown is no refusal: it is left out. */
function rehearsed(ask: Ask, kind: Kind, inputs: readonly Input[]): FakeReply | null {
  const made = new Map<string, Set<string>>();
  for (const input of inputs) {
    const refused = ask.portal.would(kind, holderOf(ask, kind, input), texts(input['properties']), ask.rules);
    if (refused === null || refused.status === 404) continue;
    return refusal(refused.status, refused.error);
  }
  for (const input of inputs) {
    for (const [name, value] of Object.entries(texts(input['properties']))) {
      if (!kind.isUnique(name) || value === '') continue;
      const seen = made.get(name) ?? new Set<string>();
      made.set(name, seen);
      if (seen.has(value.toLowerCase())) return badRequest(`Duplicate values for ${name} in batch input`);
      seen.add(value.toLowerCase());
    }
  }
  return null;
}

/** The record an input is about; null of a new one. */
function holderOf(ask: Ask, kind: Kind, input: Input): string | null {
  if (input['id'] === undefined) return null;
  const by = input['idProperty'];
  return typeof by === 'string' && by !== 'hs_object_id'
    ? kind.holder(by, String(input['id']))
    : String(input['id']);
}

function one(kind: Kind, input: Input, made: Made | null): Done {
  const trace = traceOf(input);
  if (made === null) return { result: null, refused: null };
  if ('refused' in made) {
    const { status, error } = made.refused;
    const context = { ...error.context, ...(trace !== null && { objectWriteTraceId: [trace] }) };
    return { result: null, refused: { status, error: { ...error, context } } };
  }
  const result = shown(kind, made.record, Object.keys(texts(input['properties'])));
  const isNew = 'isNew' in made ? { new: made.isNew } : {};
  return {
    result: { ...result, ...isNew, ...(trace !== null && { objectWriteTraceId: trace }) },
    refused: null,
  };
}

function create(ask: Ask, kind: Kind, input: Input): Made {
  const links = Array.isArray(input['associations']) ? input['associations'].filter(isObject) : [];
  const wanted = links.map((link) => {
    const to = isObject(link['to']) ? String(link['to']['id']) : '';
    const types = Array.isArray(link['types']) ? link['types'].filter(isObject) : [];
    const typeIds = types.map((type) => Number(type['associationTypeId']));
    const target = [...ask.portal.kinds.values()].find((other) =>
      typesOf(kind.name, other.name).some(({ typeId }) => typeIds.includes(typeId)),
    );
    return { to, typeIds, target };
  });
  for (const { to, target } of wanted) {
    if (target !== undefined && ask.portal.found(target, to) !== null) continue;
    const error = said('VALIDATION_ERROR', `Some associations are not valid`, {
      context: { INVALID_OBJECT_IDS: [`${(target?.singular ?? '').toUpperCase()}=${to} is not valid`] },
    });
    return { refused: { status: 400, error } };
  }
  const made = ask.portal.create(kind, texts(input['properties']), ask.rules);
  if ('record' in made) {
    for (const { to, typeIds, target } of wanted)
      if (target !== undefined) ask.portal.links.add(kind.name, made.record.id, target.name, to, typeIds);
  }
  return made;
}

const update = (ask: Ask, kind: Kind, input: Input): Made | null =>
  ask.portal.update(
    kind,
    holderOf(ask, kind, input) ?? String(input['id']),
    texts(input['properties']),
    ask.rules,
  );

function upsert(ask: Ask, kind: Kind, input: Input): (Made & { isNew?: boolean }) | null {
  const by = String(input['idProperty'] ?? '');
  if (!kind.isUnique(by)) {
    return { refused: { status: 400, error: said('VALIDATION_ERROR', `Property ${by} is not unique`) } };
  }
  const properties = { [by]: String(input['id']), ...texts(input['properties']) };
  const holder = kind.holder(by, String(input['id']));
  const made =
    holder === null
      ? ask.portal.create(kind, properties, ask.rules)
      : ask.portal.update(kind, holder, properties, ask.rules);
  return made === null ? null : { ...made, isNew: holder === null };
}

const traceOf = (input: Input): string | null =>
  typeof input['objectWriteTraceId'] === 'string' ? input['objectWriteTraceId'] : null;

/** 207 where something is wrong. `numErrors` counts entries, not records. */
export function answered(
  status: number,
  results: readonly unknown[],
  errors: readonly HubSpotError[],
): FakeReply {
  const time = '2026-11-30T08:00:00.000Z';
  return json(errors.length === 0 ? status : 207, {
    status: 'COMPLETE',
    results,
    ...(errors.length > 0 && { numErrors: errors.length, errors }),
    requestedAt: time,
    startedAt: time,
    completedAt: time,
  });
}
