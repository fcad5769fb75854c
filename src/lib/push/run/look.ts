import type { AppConnector, AppRecord } from '../../connectors/app/app-connector.ts';
import type { PushItem } from '../item.ts';
import type { ItemStanding } from '../journal/standing.ts';
import { fieldsThatDiffer } from '../same-text.ts';
import type { RunContext } from './context.ts';

/** The records of a batch that are there, by id, with every field it expects or writes. */
export async function readTargets(
  { calls }: RunContext,
  batch: readonly ItemStanding[],
  idOf: (one: ItemStanding) => string | null = ({ item }) => item.id,
): Promise<ReadonlyMap<string, AppRecord>> {
  const [first] = batch;
  const ids = batch.flatMap((one) => idOf(one) ?? []);
  if (first === undefined || ids.length === 0) return new Map();
  const { side, object } = first.item;
  const records = await calls[side].read((app) => app.readByIds(object, ids, fieldsOf(batch)));
  const asked = new Set(ids);
  // Merged into another one it comes under that one's id: it is gone.
  const there = records.filter(({ id, deleted }) => !deleted && asked.has(id));
  return new Map(there.map((record) => [record.id, record]));
}

/** The records there are with the unique keys of creates, or with the keys they are looked for by (S373); none for an item that has neither, null where the app looks for no record by such a field. */
export async function findByKeys(
  { calls }: RunContext,
  batch: readonly ItemStanding[],
): Promise<(item: PushItem) => readonly AppRecord[] | null> {
  const found = new Map<string, readonly AppRecord[] | null>();
  const fields = new Set(batch.flatMap(({ item }) => askedBy(item)?.field ?? []));
  for (const field of fields) {
    const own = batch.filter(({ item }) => askedBy(item)?.field === field);
    const [{ item }] = own as [ItemStanding];
    const values = [...new Set(own.flatMap((one) => askedBy(one.item)?.values ?? []))];
    const ask = (app: AppConnector): ReturnType<AppConnector['findByKey']> =>
      app.findByKey(item.object, { field, values }, [...new Set([field, ...fieldsOf(own)])]);
    const on = calls[item.side];
    const records = item.unique === null ? await on.readIfTaken(ask) : await on.read(ask);
    found.set(field, records?.filter(({ deleted }) => !deleted) ?? null);
  }
  return (item) => {
    const by = askedBy(item);
    if (by === null) return [];
    const texts = item.unique === null ? item.sought!.texts : new Map([[by.field, item.unique.value]]);
    const all = found.get(by.field) ?? null;
    return all?.filter(({ values }) => fieldsThatDiffer(texts, values).length === 0) ?? null;
  };
}

/** The one field an app is asked for: the unique one; of a key the first, also as apps like to keep a text. */
function askedBy({
  unique,
  sought,
}: PushItem): { readonly field: string; readonly values: readonly string[] } | null {
  if (unique !== null) return { field: unique.field, values: [unique.value] };
  for (const [field, text] of sought?.texts ?? []) {
    return { field, values: [...new Set([text, text.trim(), text.trim().toLowerCase()])] };
  }
  return null;
}

const fieldsOf = (batch: readonly ItemStanding[]): readonly string[] => [
  ...new Set(batch.flatMap(({ item }) => [...item.from.keys(), ...item.values.keys(), ...item.refs.keys()])),
];
