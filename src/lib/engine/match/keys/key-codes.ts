import type { Records } from '../../columns/records.ts';
import { utf8 } from '../../bytes/utf8.ts';
import type { KeyField, MatchKey, Misleading } from '../../model/design.ts';
import { SIDES, type Both, type Side } from '../../model/side.ts';
import { TEXT_SLICE, TUPLE_SLICE, inSlices, type Steps } from '../../run/steps.ts';
import type { Tools } from '../../tools.ts';
import { CodeTable } from '../../columns/code-table.ts';
import { copiesBlocks, keyForm, normalColumn, type NormalColumn } from './normal-column.ts';
import { fieldNormalizer, misleadingTexts } from './normalize.ts';
import { TupleTable } from './tuple-table.ts';
import { formCodes, normalCodes } from './value-codes.ts';

/** One field of a key on both sides: a code per record, equal where the normalised values are; -1 blank. */
export interface FieldCodes {
  readonly field: KeyField;
  /** The normalised values the codes stand for. */
  readonly table: CodeTable;
  readonly codes: Both<Int32Array>;
  /** All codes are under this. */
  readonly count: number;
}

/** A key on both sides. A composite key codes the tuple of its fields; blank where one part is (MA11). */
export interface KeyCodes {
  readonly fields: readonly FieldCodes[];
  readonly codes: Both<Int32Array>;
  readonly count: number;
  /** Tuples of a composite key; null where one field is the key. */
  readonly tuples: TupleTable | null;
}

/** The normalised column of one key field. */
export function* normalField(
  field: KeyField,
  side: Side,
  records: Records,
  tools: Tools,
): Steps<NormalColumn> {
  yield* records.flatten([field[side]]);
  return yield* normalColumn(records.column(field[side]), keyForm(field.normalize, field.country, tools));
}

/** Is the normalised column made on the way to the codes, and kept nowhere? Copying bytes again is nothing. */
export const codesAtOnce = ({ normalize }: KeyField): boolean => copiesBlocks(normalize);

/** Codes of one key field over both sides: left values first, in reading order. `normal`: null where it is coded at once. */
export function* fieldCodes(
  field: KeyField,
  records: Both<Records>,
  normal: Both<NormalColumn> | null,
  tools: Tools,
): Steps<FieldCodes> {
  const table = new CodeTable(records.left.count + (records.right.count >> 2));
  const form = keyForm(field.normalize, field.country, tools);
  const codes: Partial<Record<Side, Int32Array>> = {};
  for (const side of SIDES) {
    yield* records[side].flatten([field[side]]);
    const column = records[side].column(field[side]);
    codes[side] = yield* normal === null
      ? formCodes(column, form, table, 'keys')
      : normalCodes(column, normal[side], table, 'keys');
  }
  const { left, right } = codes as Both<Int32Array>;
  const none = new Set((field.without ?? []).flatMap((what) => misleadingCodes(what, field, table)));
  for (const own of none.size === 0 ? [] : [left, right]) {
    yield* inSlices('keys', own.length, (from, to) => {
      for (let row = from; row < to; row++) if (none.has(own[row]!)) own[row] = -1;
    });
  }
  return { field, table, codes: { left, right }, count: table.count };
}

/** The codes of values that mislead (KW3, KW4), of those the records have. `table`: of this field alone, whole. */
export function misleadingCodes(what: Misleading, field: KeyField, table: CodeTable): readonly number[] {
  const known = misleading.get(table) ?? {};
  misleading.set(table, known);
  return (known[what] ??= bytesOf(misleadingTexts(what, field))
    .map((text) => table.find(text))
    .filter((code) => code >= 0));
}

/** A table is asked again by every plan that has its key. */
const misleading = new WeakMap<CodeTable, Partial<Record<Misleading, readonly number[]>>>();

/** The lists are constants: each is encoded once. */
const encoded = new WeakMap<readonly string[], readonly Uint8Array[]>();

function bytesOf(texts: readonly string[]): readonly Uint8Array[] {
  const known = encoded.get(texts) ?? texts.map(utf8);
  encoded.set(texts, known);
  return known;
}

/** Puts the fields of a key together. */
export function* keyCodes(key: MatchKey, fields: readonly FieldCodes[]): Steps<KeyCodes> {
  const only = fields[0]!;
  if (key.fields.length === 1) {
    return { fields, codes: only.codes, count: only.count, tuples: null };
  }
  const tuples = new TupleTable(only.codes.left.length + (only.codes.right.length >> 2));
  const codes = {
    left: yield* tupleCodes(fields, 'left', tuples),
    right: yield* tupleCodes(fields, 'right', tuples),
  };
  return { fields, codes, count: tuples.count, tuples };
}

function* tupleCodes(fields: readonly FieldCodes[], side: Side, tuples: TupleTable): Steps<Int32Array> {
  const parts = fields.map((field) => field.codes[side]);
  const codes = new Int32Array(parts[0]!.length);
  const tuple = parts.map(() => 0);
  const pass = (from: number, to: number): void => {
    for (let row = from; row < to; row++) {
      for (let part = 0; part < parts.length; part++) tuple[part] = parts[part]![row]!;
      codes[row] = tuple.includes(-1) ? -1 : tuples.code(0, tuple);
    }
  };
  yield* inSlices('keys', codes.length, pass, TUPLE_SLICE);
  return codes;
}

/** The key without what gone records hold: nobody binds them, and they are in nobody's way (S430). The tables stay whole. */
export function* withoutGone(key: KeyCodes, gone: Both<Uint8Array | null>): Steps<KeyCodes> {
  if (gone.left === null && gone.right === null) return key;
  const codes = { left: key.codes.left.slice(), right: key.codes.right.slice() };
  for (const side of SIDES) {
    const out = gone[side];
    if (out === null) continue;
    yield* inSlices('keys', out.length, (from, to) => {
      for (let row = from; row < to; row++) if (out[row] === 1) codes[side][row] = -1;
    });
  }
  return { ...key, codes };
}

/** The code of a row whatever its record is; -1 where the key is blank. */
export function wholeCode({ fields, tuples }: KeyCodes, side: Side, row: number): number {
  const parts = fields.map(({ codes }) => codes[side][row]!);
  if (parts.includes(-1)) return -1;
  return tuples === null ? parts[0]! : tuples.find(0, parts);
}

/** A key value that a plan writes: the text `to` into the key field `field` of a row. */
export interface KeyWrite {
  readonly side: Side;
  readonly row: number;
  readonly field: string;
  readonly to: string;
}

/**
 * The codes of a key after these writes; the same object where none of them touches the key (MA15). The tables of the
 * key itself stay as they are: values not seen before get codes beyond its count.
 */
export function* rewrittenCodes(key: KeyCodes, writes: readonly KeyWrite[], tools: Tools): Steps<KeyCodes> {
  const fields: FieldCodes[] = [];
  for (const field of key.fields) fields.push(yield* rewrittenField(field, writes, tools));
  if (fields.every((field, i) => field === key.fields[i])) return key;
  // What is not written stays as the key has it, which need not be as its fields have it (S430).
  const codes = { left: key.codes.left.slice(), right: key.codes.right.slice() };
  if (key.tuples === null) {
    const only = fields[0]!;
    yield* inSlices('waits', writes.length, (from, to) => {
      for (const { side, row } of writes.slice(from, to)) codes[side][row] = only.codes[side][row]!;
    });
    return { fields, codes, count: only.count, tuples: null };
  }
  const tuples = new TupleTable(writes.length, key.tuples);
  yield* inSlices('waits', writes.length, (from, to) => {
    for (const { side, row } of writes.slice(from, to)) {
      const tuple = fields.map((field) => field.codes[side][row]!);
      codes[side][row] = tuple.includes(-1) ? -1 : tuples.code(0, tuple);
    }
  });
  return { fields, codes, count: tuples.count, tuples };
}

function* rewrittenField(field: FieldCodes, writes: readonly KeyWrite[], tools: Tools): Steps<FieldCodes> {
  const touching = writes.filter((write) => write.field === field.field[write.side]);
  if (touching.length === 0) return field;
  const normal = fieldNormalizer(field.field, tools);
  const codes = { left: field.codes.left.slice(), right: field.codes.right.slice() };
  const fresh = new Map<string, number>();
  const codeOf = (text: string): number => {
    if (text === '') return -1;
    let code = field.table.find(utf8(text));
    if (code < 0) {
      code = fresh.get(text) ?? field.count + fresh.size;
      fresh.set(text, code);
    }
    return code;
  };
  const pass = (from: number, to: number): void => {
    for (const write of touching.slice(from, to)) codes[write.side][write.row] = codeOf(normal(write.to));
  };
  yield* inSlices('waits', touching.length, pass, TEXT_SLICE);
  return { ...field, codes, count: field.count + fresh.size };
}
