import type { Choices } from '../../src/lib/engine/model/choices.ts';
import type { HandOver, Removal } from '../../src/lib/engine/model/hand-over.ts';
import type { LinkBy } from '../../src/lib/engine/model/link-by.ts';
import type { Both, Side } from '../../src/lib/engine/model/side.ts';
import { salesforceId } from './normalise.ts';

/** Everything a plan is made of, as plain data. */
export interface World {
  /** As in a design file. */
  readonly design: unknown;
  readonly tables: Readonly<Record<string, Both<Table>>>;
  readonly baseline: WorldBaseline | null;
  readonly choices: Choices | null;
  /** Files a person calls complete, by sync (DE5). */
  readonly complete?: Readonly<Record<string, Both<boolean>>>;
  /** Whether apps were read after the last push to them, by sync; null: files (S462). */
  readonly readAfter?: Readonly<Record<string, Both<boolean | null>>>;
}

/** The day every world is planned for. */
export const AS_OF = '2024-03-05';

/** Row i of `rows` is data row i of the file. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface WorldBaseline {
  readonly links: readonly WorldLink[];
  /** By sync, the mappings there were: `["left","right"]` as JSON (FM13). */
  readonly mapped?: Readonly<Record<string, readonly string[]>>;
  /** By sync, the unlinked records of a side when the oldest create open towards it was handed over (BL6). */
  readonly there?: Readonly<
    Record<string, { readonly left?: readonly string[]; readonly right?: readonly string[] }>
  >;
}

/** A line of `baseline.jsonl`; null on the side a record was to be created on (BL6). */
export interface WorldLink {
  readonly sync: string;
  readonly left: string | null;
  readonly right: string | null;
  readonly by: LinkBy;
  readonly values: Both<Readonly<Record<string, string>>>;
  /** What was handed over to a side, by field (BL2). */
  readonly sent?: { readonly left?: HandedFields; readonly right?: HandedFields };
  /** Its rows in the change files it was last handed over with (BL7). */
  readonly rows?: Partial<Both<number>>;
  /** Mappings that wait for a change of its records (FM13). */
  readonly later?: readonly string[];
  /** Its record of a side was handed over to be deleted (S468). */
  readonly removal?: Removal;
}

export type HandedFields = Readonly<Record<string, HandOver>>;

/** One stored record of one side. */
export interface Rec {
  readonly side: Side;
  readonly row: number;
  readonly id: string;
  readonly cells: ReadonlyMap<string, string>;
}

/** FORMATS, Reading files: the stored records of a table, in reading order. */
export const readRecords = (table: Table, side: Side, idField: string | null, salesforce: boolean): Rec[] =>
  readRows(table, side, idField, salesforce).records;

/** The rows of a table that are no records, for their id, in reading order (KW8). */
export const rejectedRows = (
  table: Table,
  side: Side,
  idField: string | null,
  salesforce: boolean,
): readonly Rec[] => readRows(table, side, idField, salesforce).rejected;

function readRows(
  table: Table,
  side: Side,
  idField: string | null,
  salesforce: boolean,
): { readonly records: Rec[]; readonly rejected: Rec[] } {
  const records: Rec[] = [];
  const rejected: Rec[] = [];
  const taken = new Set<string>();
  table.rows.forEach((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return;
    const cells = new Map(table.header.map((name, column) => [name, row[column] ?? '']));
    const id = idField === null ? `row-${String(index)}` : (cells.get(idField) ?? '').trim();
    const identity = idKey(id, salesforce);
    const isRecord = id !== '' && !taken.has(identity);
    if (isRecord) taken.add(identity);
    (isRecord ? records : rejected).push({ side, row: index, id, cells });
  });
  return { records, rejected };
}

/** S24: what two ids of one side must share to be one id. */
export function idKey(id: string, salesforce: boolean): string {
  return salesforce ? salesforceId(id.trim()) : id.trim();
}

/** The text of a field; of fields that are joined (S222) theirs, without blank ones. */
export function cell(record: Rec, field: string): string {
  const own = record.cells.get(field);
  if (own !== undefined || !field.startsWith('["')) return own ?? '';
  const [separator = '', ...fields] = JSON.parse(field) as string[];
  return fields
    .map((one) => cell(record, one).trim())
    .filter((text) => text !== '')
    .join(separator);
}

/** The text as a plan shows it: `""` when blank. */
export const shown = (text: string): string => (text.trim() === '' ? '' : text);
