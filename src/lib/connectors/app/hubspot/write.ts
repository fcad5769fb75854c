import type { AppFault } from '../fault.ts';
import type { Receipt, WriteAnswer, WriteBatch, WriteItem } from '../write.ts';
import type { LinkTypes } from './link-types.ts';
import { associationsOf } from './link-types.ts';
import { linksWritten } from './link-writes.ts';
import { notReceived } from './outcome.ts';
import { PATHS } from './paths.ts';
import { receiptsOf, type Written } from './receipts.ts';
import { stagesTakenBack } from './lifecycle.ts';
import { linkedKind } from './standard.ts';
import type { Talk } from './talk.ts';

/** Items of one call. */
export const BATCH = 100;

const NO_RESTORE: AppFault = {
  code: 'refused',
  category: 'permission',
  status: null,
  said: '',
  waitFor: null,
};

/** Sends one batch, once. What one part of it was answered stands, whatever becomes of the next. */
export async function write(talk: Talk, types: LinkTypes, batch: WriteBatch): Promise<WriteAnswer> {
  const { object, act, items } = batch;
  if (items.length > BATCH) throw new Error(`a batch holds ${String(BATCH)} items`);
  if (items.length === 0) return { kind: 'receipts', receipts: [] };
  switch (act) {
    case 'create':
      return create(talk, types, object, items);
    case 'update':
      return update(talk, types, object, items);
    case 'remove':
      return remove(talk, object, items);
    case 'restore':
      return { kind: 'refused', fault: NO_RESTORE };
  }
}

/**
 * With a unique value as an upsert, so that the same call twice makes one record (F2). Contacts' e-mail keeps a second one out by itself,
 * and their upsert is all or nothing: they are created like those without a unique value (S305). The two go in two calls.
 */
async function create(
  talk: Talk,
  types: LinkTypes,
  object: string,
  items: readonly WriteItem[],
): Promise<WriteAnswer> {
  const byUpsert = (item: WriteItem) => item.unique !== null && !isContactsEmail(object, item);
  const keyed = items.filter(byUpsert);
  const others = items.filter((item) => !byUpsert(item));
  if (others.length === 0) return upsert(talk, types, object, keyed);
  if (keyed.length === 0) return createOnly(talk, types, object, others);
  const first = await upsert(talk, types, object, keyed);
  if (first.kind !== 'receipts') return first;
  const second = await createOnly(talk, types, object, others);
  return { kind: 'receipts', receipts: [...first.receipts, ...receiptsIn(second, others)] };
}

const isContactsEmail = (object: string, { unique }: WriteItem): boolean =>
  object === 'contacts' && unique?.field === 'email';

/** Of a second call whose first was carried out: nothing is said of its items but what is known. */
const receiptsIn = (answer: WriteAnswer, items: readonly WriteItem[]): readonly Receipt[] =>
  answer.kind === 'receipts'
    ? answer.receipts
    : items.map(({ key }) => ({ key, kind: 'unknown', because: answer.fault.code }));

async function upsert(
  talk: Talk,
  types: LinkTypes,
  object: string,
  items: readonly WriteItem[],
): Promise<WriteAnswer> {
  const inputs = items.map((item) => ({
    idProperty: item.unique?.field,
    id: item.unique?.value,
    properties: propertiesOf(item),
    objectWriteTraceId: item.key,
  }));
  const reply = await talk.post(PATHS.batch(object, 'upsert'), { inputs });
  if (!reply.ok) return notReceived(reply, items);
  return completed(talk, types, object, items, receiptsOf(items, reply.body, 'upsert'));
}

async function createOnly(
  talk: Talk,
  types: LinkTypes,
  object: string,
  items: readonly WriteItem[],
): Promise<WriteAnswer> {
  const inputs = [];
  for (const item of items) {
    const associations = await associationsOf(types, object, item);
    // Nothing has been sent yet.
    if (!associations.ok) return { kind: 'not-done', fault: associations.fault };
    inputs.push({
      properties: propertiesOf(item),
      objectWriteTraceId: item.key,
      associations: associations.value,
    });
  }
  const reply = await talk.post(PATHS.batch(object, 'create'), { inputs });
  const answer: WriteAnswer = reply.ok
    ? { kind: 'receipts', receipts: receiptsOf(items, reply.body, 'create').receipts }
    : notReceived(reply, items);
  return answer.kind === 'receipts' ? joined(talk, types, object, items, answer.receipts) : answer;
}

/** S305: a create that finds its e-mail taken becomes that contact. */
async function joined(
  talk: Talk,
  types: LinkTypes,
  object: string,
  items: readonly WriteItem[],
  receipts: readonly Receipt[],
): Promise<WriteAnswer> {
  const there = new Map<string, WriteItem>();
  const made = new Set(receipts.flatMap((one) => (one.kind === 'written' ? [one.id] : [])));
  for (const receipt of receipts) {
    const item = items.find(({ key }) => key === receipt.key);
    if (item?.unique == null || receipt.kind !== 'refused' || receipt.refusal.category !== 'duplicate')
      continue;
    const id = receipt.refusal.existing;
    const { field } = item.unique;
    // One record cannot become two: the second of them stays refused, also where the first is of this batch.
    if (id === null || there.has(id) || made.has(id)) continue;
    const values = new Map([...item.values].filter(([name]) => name !== field));
    there.set(id, { key: item.key, id, unique: null, values });
  }
  if (there.size === 0) return { kind: 'receipts', receipts };
  const joins = [...there.values()];
  const answers = receiptsIn(await update(talk, types, object, joins), joins);
  const byKey = new Map(answers.map((receipt) => [receipt.key, receipt]));
  return { kind: 'receipts', receipts: receipts.map((one) => byKey.get(one.key) ?? one) };
}

async function update(
  talk: Talk,
  types: LinkTypes,
  object: string,
  items: readonly WriteItem[],
): Promise<WriteAnswer> {
  // What has associations only is written by those.
  const own = items.filter((item) => ![...item.values.keys()].every((name) => linkedKind(name) !== null));
  if (own.length === 0) return linksWritten(talk, types, object, items, items.map(asIs));
  const inputs = own.map((item) => ({
    id: item.id ?? '',
    properties: propertiesOf(item),
    objectWriteTraceId: item.key,
  }));
  const reply = await talk.post(PATHS.batch(object, 'update'), { inputs });
  if (!reply.ok && own.length < items.length) {
    const answer = notReceived(reply, own);
    // The rest was not begun.
    if (answer.kind !== 'receipts') return answer;
    const rest = items.filter((item) => !own.includes(item));
    return linksWritten(talk, types, object, items, [...answer.receipts, ...rest.map(asIs)]);
  }
  if (!reply.ok) return notReceived(reply, own);
  const written = receiptsOf(own, reply.body, 'update');
  const rest = items.filter((item) => !own.includes(item)).map(asIs);
  return completed(talk, types, object, items, { ...written, receipts: [...written.receipts, ...rest] });
}

const asIs = ({ key, id }: WriteItem): Receipt => ({ key, kind: 'written', id: id ?? '', created: false });

/** What a record's own write leaves to do: stages that HubSpot did not take back, associations. */
async function completed(
  talk: Talk,
  types: LinkTypes,
  object: string,
  items: readonly WriteItem[],
  written: Written,
): Promise<WriteAnswer> {
  const receipts = await stagesTakenBack(talk, object, items, written);
  return linksWritten(talk, types, object, items, receipts);
}

/** 204 is for all of them; HubSpot does not tell those that were gone already. */
async function remove(talk: Talk, object: string, items: readonly WriteItem[]): Promise<WriteAnswer> {
  const reply = await talk.post(PATHS.batch(object, 'archive'), {
    inputs: items.map(({ id }) => ({ id: id ?? '' })),
  });
  if (!reply.ok) return notReceived(reply, items);
  const receipts = items.map(({ key, id }): Receipt =>
    reply.status === 204 && id !== null
      ? { key, kind: 'written', id, created: null }
      : { key, kind: 'unknown', because: 'not-told' },
  );
  return { kind: 'receipts', receipts };
}

function propertiesOf({ values }: WriteItem): Record<string, string> {
  return Object.fromEntries([...values].filter(([name]) => linkedKind(name) === null));
}
