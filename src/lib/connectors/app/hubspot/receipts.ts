import type { Receipt, Refusal, WriteItem } from '../write.ts';
import { categoryOf } from './codes.ts';
import { isObject, type Json } from '../json.ts';
import { idOf, objectsIn, textOf, textsIn, valueOf } from './form.ts';
import { refusalOf } from './refusals.ts';

/** What a batch's answer says of one item. */
interface Told {
  readonly results: { readonly id: string; readonly isNew: boolean | null; readonly properties: Json }[];
  readonly refusals: Refusal[];
  /** It names the item and says nothing that can be believed of it. */
  doubt: boolean;
}

type Act = 'create' | 'upsert' | 'update';

export interface Written {
  readonly receipts: readonly Receipt[];
  /** Of items that were written: the properties that the answer gave. */
  readonly properties: ReadonlyMap<string, Json>;
}

/**
 * S303: one receipt for every item, by traces, ids and unique values that stand in the answer; never by order, by counts or by the status.
 * What is told twice, or in two ways, or by a fault of HubSpot's own, is unknown.
 */
export function receiptsOf(items: readonly WriteItem[], body: Json, act: Act): Written {
  const told = new Map<string, Told>(
    items.map(({ key }) => [key, { results: [], refusals: [], doubt: false }]),
  );
  const find = finder(items);
  const claims = new Map<string, string[]>();
  for (const result of objectsIn(body['results'])) {
    const id = idOf(result['id']);
    const item = find.ofResult(result, id);
    const about = item === null ? undefined : told.get(item.key);
    if (item === null || about === undefined) continue;
    // An update whose answer is of another record: it was merged, or the answer is not of this call.
    if (id === null || (item.id !== null && item.id !== id)) {
      about.doubt = true;
      continue;
    }
    const isNew = typeof result['new'] === 'boolean' ? result['new'] : null;
    about.results.push({ id, isNew, properties: isObject(result['properties']) ? result['properties'] : {} });
    claims.set(id, [...(claims.get(id) ?? []), item.key]);
  }
  for (const error of objectsIn(body['errors'])) {
    for (const key of find.ofError(error)) {
      const about = told.get(key);
      if (about === undefined) continue;
      const refusal = refusalOf(error);
      if (isOwnFault(error, refusal)) about.doubt = true;
      else about.refusals.push(refusal);
    }
  }
  // One record for two items: which of them it is, nobody can say.
  for (const keys of claims.values()) if (keys.length > 1) for (const key of keys) mark(told, key);
  return {
    receipts: items.map(({ key }) => receiptOf(key, told.get(key), act)),
    properties: new Map(
      [...told].flatMap(
        ([
          key,
          {
            results: [one],
          },
        ]) => (one === undefined ? [] : [[key, one.properties]]),
      ),
    ),
  };
}

function mark(told: ReadonlyMap<string, Told>, key: string): void {
  const about = told.get(key);
  if (about !== undefined) about.doubt = true;
}

function receiptOf(key: string, told: Told | undefined, act: Act): Receipt {
  const [result] = told?.results ?? [];
  const [refusal] = told?.refusals ?? [];
  if (told === undefined || told.doubt) return { key, kind: 'unknown', because: 'doubtful' };
  if (result !== undefined && refusal !== undefined)
    return { key, kind: 'unknown', because: 'told-both-ways' };
  if (told.results.length > 1) return { key, kind: 'unknown', because: 'told-twice' };
  if (refusal !== undefined) return { key, kind: 'refused', refusal };
  if (result === undefined) return { key, kind: 'unknown', because: 'not-told' };
  const created = act === 'upsert' ? result.isNew : act === 'create';
  return { key, kind: 'written', id: result.id, created };
}

/** A fault on HubSpot's side while it was at it: the record may have been written. */
const isOwnFault = (error: Json, { category }: Refusal): boolean =>
  category === 'transport' || categoryOf(textOf(error['category']) ?? '') === 'transport';

interface Finder {
  ofResult(result: Json, id: string | null): WriteItem | null;
  ofError(error: Json): ReadonlySet<string>;
}

/** Which item a part of the answer is about. */
function finder(items: readonly WriteItem[]): Finder {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const byId = new Map(items.flatMap((item) => (item.id === null ? [] : [[item.id, item] as const])));
  const byValue = new Map<string, WriteItem | null>();
  for (const item of items) {
    if (item.unique === null) continue;
    const value = same(item.unique.value);
    byValue.set(value, byValue.has(value) ? null : item);
  }
  const field = items.find(({ unique }) => unique !== null)?.unique?.field ?? null;
  return {
    ofResult(result, id) {
      const trace = textOf(result['objectWriteTraceId']);
      if (trace !== null) return byKey.get(trace) ?? null;
      if (id !== null && byId.has(id)) return byId.get(id) ?? null;
      const own =
        isObject(result['properties']) && field !== null ? valueOf(result['properties'][field]) : '';
      return own === '' ? null : (byValue.get(same(own)) ?? null);
    },
    ofError(error) {
      const context = isObject(error['context']) ? error['context'] : {};
      const traces = [...textsIn(context['objectWriteTraceId']), ...textsIn(error['objectWriteTraceId'])];
      if (traces.length > 0) return new Set(traces.filter((trace) => byKey.has(trace)));
      const ids = [...textsIn(context['ids']), ...textsIn(context['id'])];
      return new Set(ids.flatMap((id) => (byId.get(id) ?? byValue.get(same(id)))?.key ?? []));
    },
  };
}

const same = (value: string): string => value.trim().toLowerCase();
