import type { AppFault } from '../fault.ts';
import type { Call, Caller } from '../call.ts';
import type { Receipt, WriteAct, WriteAnswer, WriteBatch, WriteItem } from '../write.ts';
import type { PbCollection } from './collection.ts';
import { isObject, objectsOf, textOf, type Json } from '../json.ts';
import { pathOf } from './read.ts';
import { NONE, refusalOf } from './refusals.ts';
import { ask, faultOf, type Reply } from './talk.ts';
import { fromText } from './values.ts';

interface Request {
  readonly method: Call['method'];
  readonly url: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

const METHODS: Readonly<Record<Exclude<WriteAct, 'restore'>, Call['method']>> = {
  create: 'POST',
  update: 'PATCH',
  remove: 'DELETE',
};
/** Said at the door, before anything was done. */
const BEFORE: ReadonlySet<AppFault['code']> = new Set([
  'signed-out',
  'forbidden',
  'rate-limit',
  'no-relay',
  'relay-refused',
]);

/** One record alone, or several as one transaction: PocketBase writes all of them or none. */
export async function write(
  call: Caller,
  collection: PbCollection,
  { act, items }: WriteBatch,
): Promise<WriteAnswer> {
  if (act === 'restore' || collection.isView) {
    return { kind: 'refused', fault: faultOf('refused', null, '') };
  }
  if (items.length === 0) return { kind: 'receipts', receipts: [] };
  const requests: Request[] = [];
  const unsaid: (Receipt & { kind: 'refused' })[] = [];
  for (const item of items) {
    const field = unsayable(collection, item);
    if (field !== null) unsaid.push({ key: item.key, kind: 'refused', refusal: { ...NONE, field } });
    requests.push(requestOf(collection, METHODS[act], item));
  }
  const [only, ...more] = items;
  const [request] = requests;
  if (unsaid.length > 0) return none(unsaid, items);
  if (only === undefined || request === undefined) return { kind: 'receipts', receipts: [] };
  if (more.length > 0) return many(await ask(call, 'POST', '/api/batch', { requests }), collection, items);
  return one(await ask(call, request.method, request.url, request.body ?? null), collection, only);
}

function requestOf(collection: PbCollection, method: Call['method'], { id, values }: WriteItem): Request {
  const url = pathOf(collection) + (id === null ? '' : `/${encodeURIComponent(id)}`);
  if (method === 'DELETE') return { method, url };
  const body = Object.fromEntries(
    [...values].map(([name, text]) => {
      const field = collection.fields.get(name);
      return [name, field === undefined ? text : fromText(field, text)];
    }),
  );
  return { method, url, body };
}

/** A field PocketBase has not, or one whose value it would take for another: it says nothing of either. */
function unsayable(collection: PbCollection, { values }: WriteItem): string | null {
  for (const [name, text] of values) {
    const field = collection.fields.get(name);
    if (field === undefined || fromText(field, text) === undefined) return name;
  }
  return null;
}

function one(reply: Reply, collection: PbCollection, item: WriteItem): WriteAnswer {
  if (reply.ok) return { kind: 'receipts', receipts: [receiptOf(collection, item, reply.body)] };
  const { fault, error } = reply;
  if (BEFORE.has(fault.code)) return { kind: 'not-done', fault };
  if (error === null) return { kind: 'unknown', fault };
  const refusal = refusalOf(error);
  return { kind: 'receipts', receipts: [{ key: item.key, kind: 'refused', refusal }] };
}

function many(reply: Reply, collection: PbCollection, items: readonly WriteItem[]): WriteAnswer {
  if (!reply.ok) {
    const { fault, error } = reply;
    if (BEFORE.has(fault.code)) return { kind: 'not-done', fault };
    if (error === null) return { kind: 'unknown', fault };
    const blamed = blamedIn(error, items);
    return blamed.length === 0 ? { kind: 'refused', fault } : none(blamed, items, fault);
  }
  const answers = objectsOf(reply.body);
  if (answers === null || answers.length !== items.length) {
    return { kind: 'unknown', fault: faultOf('not-understood', 200, '') };
  }
  return {
    kind: 'receipts',
    receipts: items.map((item, at) => receiptOf(collection, item, answers[at]?.['body'] ?? null)),
  };
}

/** None of them was written; who is to blame is known. */
function none(
  blamed: readonly (Receipt & { readonly kind: 'refused' })[],
  items: readonly WriteItem[],
  fault: AppFault = faultOf('refused', null, ''),
): WriteAnswer {
  if (blamed.length === items.length) return { kind: 'receipts', receipts: blamed };
  return { kind: 'refused', fault, blamed };
}

/** PocketBase names the first request of a batch that it refused, by its place. */
function blamedIn(error: Json, items: readonly WriteItem[]): (Receipt & { kind: 'refused' })[] {
  const data = isObject(error['data']) ? error['data']['requests'] : null;
  if (!isObject(data)) return [];
  return Object.entries(data).flatMap(([at, told]) => {
    const item = /^\d+$/.test(at) ? items[Number(at)] : undefined;
    const response = isObject(told) ? told['response'] : null;
    if (item === undefined || !isObject(response)) return [];
    return [{ key: item.key, kind: 'refused' as const, refusal: refusalOf(response) }];
  });
}

/** Written, where the record that came back is this one and has what was sent; a removed one comes back as nothing. */
function receiptOf(collection: PbCollection, item: WriteItem, body: unknown): Receipt {
  const { key, id } = item;
  if (body === null && id !== null && item.values.size === 0) {
    return { key, kind: 'written', id, created: null };
  }
  const told = isObject(body) ? textOf(body['id']) : '';
  if (!isObject(body) || told === '' || (id !== null && told !== id)) {
    return { key, kind: 'unknown', because: 'another-answer' };
  }
  const kept = [...item.values.keys()].every((name) => name in body);
  return kept
    ? { key, kind: 'written', id: told, created: id === null ? true : null }
    : { key, kind: 'unknown', because: 'field-not-kept' };
}
