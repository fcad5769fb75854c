import { readAppWords } from '../../../engine/index.ts';
import type { Receipt, Refusal, WriteItem } from '../write.ts';
import { isJson, isText, listOf, type Json } from './form.ts';
import { withoutSecrets } from './secrets.ts';
import { isId, longId } from './soql.ts';
import type { WriteCall } from './write-calls.ts';

/** What became of each item, in their order; null where the answer is not one of as many results. */
export function receiptsOf(
  json: unknown,
  { items, creates }: Omit<WriteCall, 'call'>,
): readonly Receipt[] | null {
  const results = listOf(json, isJson);
  if (results?.length !== items.length) return null;
  return items.map((item, i) => receiptOf(item, results[i] ?? {}, creates));
}

function receiptOf(item: WriteItem, result: Json, creates: WriteCall['creates']): Receipt {
  const { key } = item;
  const { success, id, created, errors } = result;
  if (success === true && isText(id) && isId(id)) {
    // An answer in another order than the call's would be another record's.
    if (item.id !== null && longId(item.id) !== longId(id))
      return { key, kind: 'unknown', because: 'another-record' };
    const made = creates === 'always' ? true : creates === 'never' ? false : created;
    return { key, kind: 'written', id: longId(id), created: typeof made === 'boolean' ? made : null };
  }
  const said = success === false ? listOf(errors, isError) : null;
  const refusal = said === null ? null : refusalOf(said);
  return refusal === null
    ? { key, kind: 'unknown', because: 'not-understood' }
    : { key, kind: 'refused', refusal };
}

type RowError = Json & { readonly statusCode: string; readonly message: string };

const isError = (one: unknown): one is RowError =>
  isJson(one) && isText(one['statusCode']) && isText(one['message']);

/** By the first of what the app says against it; null where it says nothing. */
function refusalOf(errors: readonly RowError[]): Refusal | null {
  const [first] = errors;
  if (first === undefined) return null;
  const { statusCode, message } = first;
  const [field = null] = listOf(first['fields'] ?? [], isText) ?? [];
  return {
    category: readAppWords(statusCode, new Set()).category,
    code: statusCode,
    field,
    said: withoutSecrets(errors.map((one) => one.message).join('\n')),
    existing: existingIn(message),
  };
}

/** `duplicate value found: X duplicates value on record with id: 001…`. */
export function existingIn(message: string): string | null {
  const id = /on record with id: ([A-Za-z0-9]{15,18})\b/.exec(message)?.[1];
  return id !== undefined && isId(id) ? longId(id) : null;
}
