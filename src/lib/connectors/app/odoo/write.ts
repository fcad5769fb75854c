import type { AppFault } from '../fault.ts';
import type { Caller } from '../call.ts';
import type { Receipt, Refusal, WriteAnswer, WriteBatch, WriteItem } from '../write.ts';
import { objectsOf, textOf, type Json } from '../json.ts';
import { idOf, numberOf } from './json.ts';
import type { Known } from './read.ts';
import { ask, faultOf, withoutSecrets, type Reply } from './talk.ts';
import { fromText } from './values.ts';

type Refused = Receipt & { readonly kind: 'refused' };

const NONE: Refusal = { category: 'property-value', code: '', field: null, said: '', existing: null };
/** Said at the door, before anything was done. */
const BEFORE: ReadonlySet<AppFault['code']> = new Set([
  'signed-out',
  'forbidden',
  'rate-limit',
  'no-relay',
  'relay-refused',
]);

/** One call, which Odoo carries out whole or not at all. */
export async function write(call: Caller, known: Known, { act, items }: WriteBatch): Promise<WriteAnswer> {
  if (items.length === 0) return { kind: 'receipts', receipts: [] };
  const blamed = items.flatMap((item): Refused[] => {
    const field = unsayable(known, item);
    return field === null ? [] : [{ key: item.key, kind: 'refused', refusal: { ...NONE, field } }];
  });
  if (blamed.length === items.length) return { kind: 'receipts', receipts: blamed };
  if (blamed.length > 0) return { kind: 'refused', fault: faultOf('refused', null, ''), blamed };
  const { model } = known.kind;
  if (act === 'create') {
    const vals_list = items.map((item) => ({ ...known.kind.is, ...valuesOf(known, item) }));
    return created(await ask(call, model, 'create', { vals_list }), items);
  }
  const ids = items.map(({ id }) => numberOf(id ?? ''));
  if (act === 'update') {
    // Each record its own values, in one transaction; what comes back are the ids of those that are there.
    const vals_list = items.map((item) => valuesOf(known, item));
    const reply = await ask(call, model, 'web_save_multi', { ids, vals_list, specification: {} });
    const told = reply.ok ? objectsOf(reply.body)?.map((one) => idOf(one['id'])) : null;
    return changed(reply, items, told ?? null);
  }
  const vals = { active: act === 'restore' };
  const reply = await ask(call, model, 'write', { ids, vals });
  return changed(reply, items, reply.ok && reply.body === true ? ids : null);
}

/** A field Odoo has not, a value that is none of its field's, or an id that is no id. */
function unsayable(known: Known, { id, values }: WriteItem): string | null {
  if (id !== null && numberOf(id) === null) return 'id';
  for (const [name, text] of values) {
    const field = known.fields.get(name);
    if (field === undefined || fromText(field, text) === undefined) return name;
  }
  return null;
}

const valuesOf = (known: Known, { values }: WriteItem): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...values].map(([name, text]) => {
      const field = known.fields.get(name);
      return [name, field === undefined ? text : fromText(field, text)];
    }),
  );

function created(reply: Reply, items: readonly WriteItem[]): WriteAnswer {
  if (!reply.ok) return notDone(reply, items);
  const ids = Array.isArray(reply.body) ? reply.body.map(idOf) : [];
  if (ids.length !== items.length || new Set(ids).size !== ids.length || ids.includes(null)) {
    return { kind: 'unknown', fault: faultOf('not-understood', 200, '') };
  }
  // In the order they were sent in.
  const receipts = items.map(({ key }, at): Receipt => ({
    key,
    kind: 'written',
    id: String(ids[at]),
    created: true,
  }));
  return { kind: 'receipts', receipts };
}

function changed(
  reply: Reply,
  items: readonly WriteItem[],
  told: readonly (number | null)[] | null,
): WriteAnswer {
  if (!reply.ok) return notDone(reply, items);
  if (told === null) return { kind: 'unknown', fault: faultOf('not-understood', 200, '') };
  return {
    kind: 'receipts',
    receipts: items.map(({ key, id }): Receipt => {
      const isTold = id !== null && told.includes(numberOf(id));
      return isTold
        ? { key, kind: 'written', id, created: null }
        : { key, kind: 'unknown', because: 'another-answer' };
    }),
  };
}

/** Odoo's own no undoes all of the call; it does not say which record it was for, unless there was one alone. */
function notDone({ fault, error }: Extract<Reply, { ok: false }>, items: readonly WriteItem[]): WriteAnswer {
  if (BEFORE.has(fault.code)) return { kind: 'not-done', fault };
  if (error === null) return { kind: 'unknown', fault };
  const [only, ...more] = items;
  if (only === undefined || more.length > 0) return { kind: 'refused', fault };
  return {
    kind: 'receipts',
    receipts: [{ key: only.key, kind: 'refused', refusal: refusalOf(error, fault) }],
  };
}

const refusalOf = (error: Json, { category }: AppFault): Refusal => ({
  category,
  code: textOf(error['name']),
  field: null,
  said: withoutSecrets(textOf(error['message'])),
  existing: null,
});
