import type { DateOrder, FieldFormat, FieldType, Option } from '../../model/field.ts';
import type { FilterCondition } from '../../model/filter.ts';
import type { Side } from '../../model/side.ts';
import { conditionJson } from './edit-filters.ts';
import { appIn, listAt, textAt, valueAt, withValue, type DesignEdit } from './design-json.ts';

/** What a person says of a field; members at their default are not written. */
export interface FieldDraft {
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** Conditions under which it is required (S110). */
  readonly requiredWhen: readonly FilterCondition[];
  readonly unique: boolean;
  readonly readOnly: boolean;
  readonly maxLength: number | null;
  readonly options: readonly Option[] | null;
  readonly dateOrder: DateOrder | null;
  readonly decimal: '.' | ',' | null;
  /** What its texts are (BL4); null where it is told from the cells. */
  readonly format: FieldFormat | null;
  /** Of phone numbers without one, two capital letters. */
  readonly country: string | null;
}

/** Declares a field of a side; what the file says of it beside these members stays. */
export function setField(json: unknown, sync: number, side: Side, draft: FieldDraft): DesignEdit {
  const path = ['syncs', sync, 'schema', side, 'fields'];
  const fields = listAt(json, path);
  const found = fields.findIndex((field) => valueAt(field, ['name']) === draft.name);
  const index = found < 0 ? fields.length : found;
  let made: unknown = fields[index] ?? {};
  for (const [name, value] of members(draft)) made = withValue(made, [name], value);
  const from = found < 0 ? null : (textAt(fields[found], ['type'], 'text') as FieldType);
  const values = { field: draft.name, app: appIn(json, side), from, to: draft.type };
  return {
    json: withValue(json, path, fields.toSpliced(index, 1, made)),
    step: { code: 'field', values },
  };
}

/** Takes a declaration back: the column is taken for what it looks like again. */
export function dropField(json: unknown, sync: number, side: Side, name: string): DesignEdit {
  const path = ['syncs', sync, 'schema', side, 'fields'];
  const index = listAt(json, path).findIndex((field) => valueAt(field, ['name']) === name);
  return {
    json: index < 0 ? json : withValue(json, [...path, index], undefined),
    step: { code: 'field-dropped', values: { field: name, app: appIn(json, side) } },
  };
}

const members = (draft: FieldDraft): readonly (readonly [string, unknown])[] => [
  ['name', draft.name],
  ['type', draft.type],
  ['required', draft.required || undefined],
  ['requiredWhen', draft.requiredWhen.length === 0 ? undefined : draft.requiredWhen.map(conditionJson)],
  ['unique', draft.unique || undefined],
  ['readOnly', draft.readOnly || undefined],
  ['maxLength', draft.maxLength ?? undefined],
  ['options', draft.options ?? undefined],
  ['dateOrder', draft.dateOrder ?? undefined],
  ['decimal', draft.decimal ?? undefined],
  ['format', draft.format ?? undefined],
  ['country', draft.country ?? undefined],
];
