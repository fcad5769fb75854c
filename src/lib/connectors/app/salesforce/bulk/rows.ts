import type { WriteAct, WriteBatch, WriteItem } from '../../write.ts';
import { isName, type ObjectSchema } from '../schema.ts';
import { isId, longId } from '../soql.ts';
import { cellOf } from '../values.ts';
import { writeCsv } from './csv.ts';

/** What a job does to the records of its file. */
export interface JobRows {
  readonly operation: 'update' | 'upsert' | 'delete';
  /** The column that tells the rows apart, in the file and in the results. */
  readonly key: string;
  readonly csv: string;
}

/** In a file a blank cell says nothing, and this one clears. */
const CLEARS = '#N/A';

type Item = Pick<WriteItem, 'id' | 'unique' | 'values'>;

/**
 * Results come in any order: an item needs an id, or on a create an external id. A text that a file takes for a clear is no job's either (S310).
 */
export function takesRow(schema: ObjectSchema, act: WriteAct, item: Item): boolean {
  const key = keyOf(schema, act, item);
  const texts = [...item.values.values(), item.unique?.value ?? ''];
  return (
    key !== null &&
    rowKey(item) !== '' &&
    [key, ...item.values.keys()].every(isName) &&
    !texts.some((text) => text.trim() === CLEARS)
  );
}

/** The rows of a batch; null where a job cannot say afterwards what became of each: an item it does not take, or two that it cannot tell apart. */
export function jobRows(schema: ObjectSchema, { object, act, items }: WriteBatch): JobRows | null {
  const [key = null, ...others] = new Set(items.map((item) => keyOf(schema, act, item)));
  if (key === null || others.length > 0 || !isName(object)) return null;
  if (!items.every((item) => takesRow(schema, act, item))) return null;
  const keys = items.map(rowKey);
  // Two that differ in case alone can be one record's.
  const distinct = new Set(act === 'create' ? keys.map((one) => one.toLowerCase()) : keys);
  if (distinct.size < keys.length) return null;
  const fields = act === 'remove' ? [] : [...new Set(items.flatMap(({ values }) => [...values.keys()]))];
  const columns = [key, ...fields.filter((name) => name !== key)];
  const types = columns.map((name) => schema.described.get(name)?.type ?? 'string');
  const rows = items.map((item, i) =>
    columns.map((name, at) => {
      if (name === key) return keys[i] ?? '';
      const text = item.values.get(name);
      return text === undefined ? '' : text === '' ? CLEARS : cellOf(types[at] ?? 'string', text);
    }),
  );
  return { operation: operationOf(act), key, csv: writeCsv([columns, ...rows]) };
}

/** What tells an item's row apart: its id in the long form, on a create its external id. */
export const rowKey = ({ id, unique }: Item): string =>
  id === null ? (unique?.value.trim() ?? '') : isId(id) ? longId(id) : '';

const operationOf = (act: WriteAct): JobRows['operation'] =>
  act === 'update' ? 'update' : act === 'remove' ? 'delete' : 'upsert';

/** The column of what tells an item's row apart. */
function keyOf({ externalIds }: ObjectSchema, act: WriteAct, { id, unique }: Item): string | null {
  if (act === 'restore') return null;
  if (act !== 'create') return id === null ? null : 'Id';
  return id === null && unique !== null && externalIds.has(unique.field) ? unique.field : null;
}
