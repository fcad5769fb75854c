import type { AppRecord } from '../../connectors/app/app-connector.ts';
import type { PushItem } from '../item.ts';
import type { ItemStanding } from '../journal/standing.ts';
import { sameForm } from '../same-text.ts';
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

/** The records there are with the unique keys of creates; nothing for an item that has none. */
export async function findByKeys(
  { calls }: RunContext,
  batch: readonly ItemStanding[],
): Promise<(item: PushItem) => readonly AppRecord[]> {
  const found = new Map<string, readonly AppRecord[]>();
  const fields = new Set(batch.flatMap(({ item }) => item.unique?.field ?? []));
  for (const field of fields) {
    const own = batch.filter(({ item }) => item.unique?.field === field);
    const [{ item }] = own as [ItemStanding];
    const values = [...new Set(own.map((one) => one.item.unique?.value ?? ''))];
    const records = await calls[item.side].read((app) =>
      app.findByKey(item.object, { field, values }, [...new Set([field, ...fieldsOf(own)])]),
    );
    found.set(
      field,
      records.filter(({ deleted }) => !deleted),
    );
  }
  return ({ unique }) => {
    if (unique === null) return [];
    const all = found.get(unique.field) ?? [];
    return all.filter(({ values }) => sameForm(values.get(unique.field) ?? '', unique.value));
  };
}

const fieldsOf = (batch: readonly ItemStanding[]): readonly string[] => [
  ...new Set(batch.flatMap(({ item }) => [...item.from.keys(), ...item.values.keys(), ...item.refs.keys()])),
];
