import type { AppRecord } from '../../src/lib/connectors/app/app-connector.ts';
import type { HashStream, RecordSetBuilder } from '../../src/lib/engine/index.ts';
import type { Described } from './described.ts';

/** The columns of records of an app: its id of a record, then its fields. */
export const headerOf = ({ fields }: Described, idField: string): readonly string[] => [
  idField,
  ...fields.map(({ name }) => name).filter((name) => name !== idField),
];

/** An id that is no field of the app is not asked for by name. */
export const fieldsAsked = ({ fields }: Described, header: readonly string[]): readonly string[] =>
  header.filter((name) => fields.some((field) => field.name === name));

/** A record as a row of these columns. */
export const cellsOf = ({ id, values }: AppRecord, header: readonly string[]): readonly string[] =>
  header.map((name, at) => (at === 0 ? id : (values.get(name) ?? '')));

/** Adds a row, its number as its line, to the records and to the hash over them; answers the bytes that went into that. */
export function addRow(builder: RecordSetBuilder, hash: HashStream, cells: readonly string[]): number {
  builder.add(cells, builder.rows);
  const line = ENCODER.encode(`${JSON.stringify(cells)}\n`);
  hash.update(line);
  return line.length;
}

const ENCODER = new TextEncoder();
