import { inferKinds } from '../read/infer.ts';
import type { InferredType } from '../model/field.ts';
import { inferredType, valueOf, type Column, type RecordSet } from '../model/column.ts';
import { asideOf, NOTHING_ASIDE, type Aside, type ReadAside } from './aside.ts';
import { flatten } from './flat.ts';
import { IdIndex, STANDING } from './id-index.ts';
import { salesforceId } from '../model/salesforce-id.ts';
import { readUtf8, utf8 } from '../bytes/utf8.ts';
import { drain, inSlices, type Steps } from '../run/steps.ts';

/** A row that cannot take part because of its id (FORMATS.md, Reading files). */
export interface IdRejection {
  readonly fileRow: number;
  readonly code: 'no-id' | 'repeated-id';
  readonly id: string;
}

/** A record set opened as one side of a sync: rows with a usable id, columns flat over all segments. */
export interface Records {
  readonly count: number;
  /** Data row in the file of each record. */
  readonly fileRows: Uint32Array;
  readonly rejected: readonly IdRejection[];
  /** The rows of the file that are none of these records. */
  readonly aside: Aside;
  /** Names as a design addresses them, and as they stand in the file. */
  readonly header: readonly string[];
  readonly fileHeader: readonly string[];
  has(name: string): boolean;
  /** The flat column; throws where the header has no such name (the design was checked before). */
  column(name: string): Column;
  /** Makes the flat columns of these names, so that the first `column` need not do it in one go; others are passed over. */
  flatten(names: readonly string[]): Steps<void>;
  inferred(name: string): InferredType;
  id(row: number): string;
  /** The form of an id in which equal ids are equal texts (S24). */
  idForm(id: string): string;
  /** Row of an id (S24), or -1. */
  rowOf(id: string): number;
  /** The same of each id of a column. */
  rowsOf(ids: Column): Steps<Int32Array>;
  /** Makes ready what finds ids, so that the first `rowOf` need not do it in one go. */
  index(): Steps<void>;
}

/**
 * Opens a set under an id field (null: `row-<row>`). Rows with a blank id or one an earlier row had are set aside.
 * `salesforce`: 15- and 18-character forms are one id (S24). `reading`: the rows that were rejected before.
 */
export function* openRecords(
  set: RecordSet,
  idField: string | null,
  salesforce = false,
  reading: ReadAside = NOTHING_ASIDE,
): Steps<Records> {
  const position = new Map(set.header.map((name, index) => [name, index]));
  const allRows = concatFileRows(set);
  const idPosition = idField === null ? null : position.get(idField);
  if (idPosition === undefined) throw new Error(`no column ${String(idField)}`);
  const allIds = idPosition === null ? null : yield* flatten(set, idPosition);
  const rejected: IdRejection[] = [];
  const out: number[] = [];
  let keep: Uint32Array | null = null;
  if (allIds !== null) {
    const standings = yield* new IdIndex(allIds, salesforce).enterAll();
    const standing = new Uint32Array(set.rows);
    let count = 0;
    yield* inSlices('open', set.rows, (from, to) => {
      for (let row = from; row < to; row++) {
        const is = standings[row];
        if (is === STANDING.new) standing[count++] = row;
        else {
          const code = is === STANDING.blank ? 'no-id' : 'repeated-id';
          out.push(row);
          rejected.push({ fileRow: allRows[row]!, code, id: textAt(allIds, row).trim() });
        }
      }
    });
    if (count < set.rows) keep = standing.slice(0, count);
  }

  const count = keep === null ? set.rows : keep.length;
  const fileRows = keep === null ? allRows : yield* kept(allRows, keep);
  const ofRejected = { out: Uint32Array.from(out), fileRows: rejected.map(({ fileRow }) => fileRow) };
  const aside = asideOf(set, position, ofRejected, reading);
  const flat = new Map<number, Column>();
  const flattened = function* (index: number): Steps<Column> {
    const known = flat.get(index);
    if (known !== undefined) return known;
    const column = yield* flatten(set, index, keep);
    flat.set(index, column);
    return column;
  };
  const indexOf = (name: string): number => {
    const index = position.get(name);
    if (index === undefined) throw new Error(`no column ${name}`);
    return index;
  };
  return recordsOver({
    count,
    fileRows,
    rejected,
    aside,
    header: set.header,
    fileHeader: reading.header.length === 0 ? set.header : reading.header,
    idField,
    salesforce,
    known: (name) => flat.get(indexOf(name)) ?? null,
    flattened: (name) => flattened(indexOf(name)),
    has: (name) => position.has(name),
  });
}

/** What records are made of: the columns by name, each ready or made when asked for. */
export interface RecordParts extends Pick<
  Records,
  'count' | 'fileRows' | 'rejected' | 'aside' | 'header' | 'fileHeader' | 'has'
> {
  readonly idField: string | null;
  readonly salesforce: boolean;
  /** The column, where it was made already. */
  known(name: string): Column | null;
  flattened(name: string): Steps<Column>;
}

export function recordsOver(parts: RecordParts): Records {
  const { fileRows, aside, idField, salesforce } = parts;
  const column = (name: string): Column => parts.known(name) ?? drain(parts.flattened(name));
  let entered: IdIndex | null = null;
  const ids = function* (): Steps<IdIndex> {
    if (entered !== null) return entered;
    const own = idField === null ? columnOf([...fileRows].map(rowId)) : yield* parts.flattened(idField);
    const fresh = new IdIndex(own, salesforce);
    yield* fresh.enterAll();
    return (entered = fresh);
  };
  return {
    count: parts.count,
    fileRows,
    rejected: parts.rejected,
    aside,
    header: parts.header,
    fileHeader: parts.fileHeader,
    has: (name) => parts.has(name),
    column,
    inferred: (name) => inferredType(column(name).kinds),
    id: (row) => (idField === null ? rowId(fileRows[row]!) : textAt(column(idField), row).trim()),
    idForm: (wanted) => (salesforce ? salesforceId(wanted.trim()) : wanted.trim()),
    rowOf: (wanted) => (entered ?? drain(ids())).find(wanted),
    *rowsOf(wanted) {
      if (wanted.rows === 0) return new Int32Array(0);
      return yield* (yield* ids()).findAll(wanted);
    },
    *index() {
      yield* ids();
    },
    *flatten(names) {
      for (const name of names) if (parts.has(name)) yield* parts.flattened(name);
      yield* aside.flatten(names);
    },
  };
}

function* kept(fileRows: Uint32Array, keep: Uint32Array): Steps<Uint32Array> {
  const out = new Uint32Array(keep.length);
  yield* inSlices('open', out.length, (from, to) => {
    for (let row = from; row < to; row++) out[row] = fileRows[keep[row]!]!;
  });
  return out;
}

/** File text of a row's cell. */
export function textAt(column: Column, row: number): string {
  const value = valueOf(column, row);
  return readUtf8(column.bytes, column.offsets[value]!, column.offsets[value + 1]!);
}

/** Cells of a row by its number in the file, stored whether or not it could be opened (RD15); null where it was not stored. */
export function textsOfRow({ segments }: Pick<RecordSet, 'segments'>, fileRow: number): string[] | null {
  for (const { fileRows, columns } of segments) {
    if (fileRows.length === 0 || fileRow > fileRows.at(-1)!) continue;
    let low = 0;
    for (let high = fileRows.length - 1; low < high;) {
      const middle = (low + high) >> 1;
      if (fileRows[middle]! < fileRow) low = middle + 1;
      else high = middle;
    }
    return fileRows[low] === fileRow ? columns.map((column) => textAt(column, low)) : null;
  }
  return null;
}

/** A column of these texts, for tests and for values that come from outside a file. */
export function columnOf(texts: readonly string[]): Column {
  const parts = texts.map(utf8);
  const offsets = new Uint32Array(texts.length + 1);
  const blank = new Uint8Array((texts.length + 7) >> 3);
  let at = 0;
  parts.forEach((part, i) => {
    at += part.length;
    offsets[i + 1] = at;
    if (texts[i]!.trim() === '') blank[i >> 3]! |= 1 << (i & 7);
  });
  const bytes = new Uint8Array(at);
  parts.forEach((part, i) => bytes.set(part, offsets[i]!));
  return { rows: texts.length, codes: null, offsets, bytes, blank, kinds: inferKinds(offsets, bytes, blank) };
}

const rowId = (fileRow: number): string => `row-${String(fileRow)}`;

function concatFileRows(set: RecordSet): Uint32Array {
  const all = new Uint32Array(set.rows);
  let at = 0;
  for (const segment of set.segments) {
    all.set(segment.fileRows, at);
    at += segment.rows;
  }
  return all;
}
