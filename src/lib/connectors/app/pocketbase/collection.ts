import type { FieldDef, FieldType } from '../../../engine/index.ts';
import type { AppObject } from '../app-connector.ts';
import { isObject, numberOf, objectsOf, textOf, type Json } from '../json.ts';

/** A field as PocketBase has it, as far as values are read and written by it. */
export interface PbField {
  readonly name: string;
  readonly type: string;
  /** More than one value: a list. */
  readonly multiple: boolean;
}

export interface PbCollection {
  readonly name: string;
  /** What is read from a view is written elsewhere. */
  readonly isView: boolean;
  readonly fields: ReadonlyMap<string, PbField>;
  /** Set by PocketBase when a record is made, and never again: by it pages are read in order. */
  readonly created: string | null;
  readonly object: AppObject;
}

const TYPES: Readonly<Record<string, FieldType>> = {
  text: 'text',
  email: 'text',
  url: 'text',
  editor: 'long-text',
  number: 'number',
  bool: 'boolean',
  date: 'datetime',
  autodate: 'datetime',
  relation: 'reference',
  json: 'long-text',
  geoPoint: 'text',
  file: 'text',
};
const FORMATS: Readonly<Record<string, FieldDef['format']>> = { email: 'email', url: 'web-address' };
const READ_ONLY = new Set(['autodate', 'file']);
/** Without a record of the collection it would not be blank, but nought or no. */
const NEVER_BLANK = new Set(['number', 'bool']);

/** Collections that hold a person's own records; null where the answer is none. */
export function collectionsIn(body: unknown): readonly PbCollection[] | null {
  const items = isObject(body) ? objectsOf(body['items']) : null;
  const read = items?.filter((one) => one['system'] !== true).map(collectionOf);
  return read?.every((one) => one !== null) === true ? read : null;
}

function collectionOf(one: Json): PbCollection | null {
  const name = textOf(one['name']);
  const fields = objectsOf(one['fields']);
  if (name === '' || fields === null) return null;
  const shown = fields.filter((field) => field['hidden'] !== true && field['type'] !== 'password');
  const isView = one['type'] === 'view';
  const dates = shown.filter((field) => field['type'] === 'autodate');
  const unique = uniqueIn(one['indexes']);
  const names = shown.map((field) => textOf(field['name']));
  return {
    name,
    isView,
    fields: new Map(shown.map((field) => [textOf(field['name']), fieldOf(field)])),
    created: nameOf(dates.find((date) => date['onCreate'] === true && date['onUpdate'] !== true)),
    object: {
      name,
      label: name,
      idField: 'id',
      modifiedField: nameOf(dates.find((date) => date['onUpdate'] === true)),
      fields: shown.map((field) => defOf(field, isView, unique)),
      // A superuser is given them all; a view also leaves out what its query does not find any more.
      ...(!isView && { missingIsDeleted: true as const }),
      pipelines: [],
      uniqueFields: isView ? [] : names.filter((field) => unique.has(field)),
    },
  };
}

const nameOf = (field: Json | undefined): string | null =>
  field === undefined ? null : textOf(field['name']);

const isMultiple = (field: Json): boolean =>
  ['select', 'relation', 'file'].includes(textOf(field['type'])) && (numberOf(field['maxSelect']) ?? 1) > 1;

const fieldOf = (field: Json): PbField => ({
  name: textOf(field['name']),
  type: textOf(field['type']),
  multiple: isMultiple(field),
});

function defOf(field: Json, isView: boolean, unique: ReadonlySet<string>): FieldDef {
  const { name, type, multiple } = fieldOf(field);
  const values = Array.isArray(field['values']) ? field['values'].map(textOf) : [];
  const max = numberOf(field['max']);
  const format = FORMATS[type];
  return {
    name,
    type: type === 'select' ? (multiple ? 'multi-select' : 'single-select') : (TYPES[type] ?? 'text'),
    label: null,
    // `id` has a value of its own where none is given.
    required: field['required'] === true && name !== 'id' && !NEVER_BLANK.has(type),
    readOnly: isView || name === 'id' || READ_ONLY.has(type),
    maxLength: (type === 'text' || type === 'editor') && max !== null && max > 0 ? max : null,
    options: type === 'select' ? values.map((value) => ({ value, label: value })) : null,
    unique: unique.has(name),
    multiple,
    dateOrder: null,
    decimal: type === 'number' ? '.' : null,
    ...(format !== undefined && { format }),
  };
}

/** Fields that alone have an index of their own which lets no value be there twice, blank ones aside. */
function uniqueIn(indexes: unknown): ReadonlySet<string> {
  const sql = Array.isArray(indexes) ? indexes.map(textOf) : [];
  const alone =
    /^\s*CREATE\s+UNIQUE\s+INDEX\b[^(]*\(\s*[`"[]?(\w+)[`"\]]?(?:\s+COLLATE\s+\w+)?\s*\)\s*(.*?)\s*;?\s*$/is;
  return new Set(
    sql.flatMap((text) => {
      const [, field = '', where = ''] = alone.exec(text) ?? [];
      const notBlank = new RegExp(`^WHERE\\s+[\`"[]?${field}[\`"\\]]?\\s*(?:!=|<>)\\s*''$`, 'i');
      return field !== '' && (where === '' || notBlank.test(where)) ? [field] : [];
    }),
  );
}
