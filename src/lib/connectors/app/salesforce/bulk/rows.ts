import type { WriteBatch, WriteItem } from '../../write.ts';
import { isName, type ObjectSchema } from '../schema.ts';
import { isId, longId } from '../soql.ts';
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

/**
 * The rows of a batch; null where a job cannot say afterwards what became of each: results come in any order, so every item needs an id, or an
 * external id that no other has. A text that a file takes for a clear is no job's either.
 */
export function jobRows(schema: ObjectSchema, { object, act, items }: WriteBatch): JobRows | null {
  const key = keyOf(schema, act, items);
  if (key === null || items.length === 0) return null;
  const keys = items.map((item) => rowKey(item));
  // Two that differ in case alone can be one record's.
  const distinct = new Set(act === 'create' ? keys.map((one) => one.toLowerCase()) : keys);
  if (keys.includes('') || distinct.size < keys.length) return null;
  const fields = act === 'remove' ? [] : [...new Set(items.flatMap(({ values }) => [...values.keys()]))];
  const columns = [key, ...fields.filter((name) => name !== key)];
  if (![object, ...columns].every(isName) || items.some(({ values }) => hasClear(values))) return null;
  const rows = items.map((item, i) =>
    columns.map((name) => (name === key ? (keys[i] ?? '') : cellOf(item.values.get(name)))),
  );
  const operation = act === 'update' ? 'update' : act === 'remove' ? 'delete' : 'upsert';
  return { operation, key, csv: writeCsv([columns, ...rows]) };
}

/** What tells an item's row apart: its id in the long form, on a create its external id. */
export const rowKey = ({ id, unique }: WriteItem): string =>
  id === null ? (unique?.value.trim() ?? '') : isId(id) ? longId(id) : '';

function keyOf(schema: ObjectSchema, act: WriteBatch['act'], items: readonly WriteItem[]): string | null {
  if (act === 'restore') return null;
  if (act !== 'create') return 'Id';
  const [field = '', ...others] = new Set(items.map(({ unique }) => unique?.field ?? ''));
  return others.length === 0 && schema.externalIds.has(field) ? field : null;
}

const hasClear = (values: ReadonlyMap<string, string>): boolean => [...values.values()].includes(CLEARS);

const cellOf = (value: string | undefined): string => (value === '' ? CLEARS : (value ?? ''));
