import type { FieldDef, FieldFormat, FieldType, Option } from '../../../engine/index.ts';
import { isJson, isText, listOf, type Json } from './form.ts';

/** What of a field's describe is read. */
export interface DescribedField {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly length: number;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly defaultedOnCreate: boolean;
  readonly unique: boolean;
  readonly externalId: boolean;
  readonly options: readonly Option[];
  readonly referenceTo: readonly string[];
}

/** Null where it is not of this form. */
export function describedField(json: unknown): DescribedField | null {
  if (!isJson(json)) return null;
  const { name, label, type, length } = json;
  if (!isText(name) || !isText(label) || !isText(type) || typeof length !== 'number') return null;
  const referenceTo = listOf(json['referenceTo'] ?? [], isText);
  const options = listOf(json['picklistValues'] ?? [], isOption);
  if (referenceTo === null || options === null) return null;
  const is = (member: string): boolean => json[member] === true;
  return {
    name,
    label,
    type,
    length,
    referenceTo,
    nillable: is('nillable'),
    createable: is('createable'),
    updateable: is('updateable'),
    defaultedOnCreate: is('defaultedOnCreate'),
    unique: is('unique'),
    externalId: is('externalId'),
    options: options
      .filter(({ active }) => active !== false)
      .map(({ value, label: shown }) => ({ value, label: isText(shown) ? shown : value })),
  };
}

const isOption = (one: unknown): one is Json & { value: string } => isJson(one) && isText(one['value']);

const TYPES: Readonly<Record<string, FieldType>> = {
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  int: 'number',
  long: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  picklist: 'single-select',
  multipicklist: 'multi-select',
};

/** Values that are no text of their own: their parts are fields too, or they are files. */
const NO_VALUE = new Set(['address', 'location', 'base64', 'complexvalue', 'json']);

const FORMATS: Readonly<Record<string, FieldFormat>> = {
  email: 'email',
  phone: 'phone',
  url: 'web-address',
};

/** Characters up to which an area of text is no long text. */
const SHORT_AREA = 255;

/** A field as a design's schema has it; null where no text can stand for its values. */
export function fieldDef(field: DescribedField): FieldDef | null {
  if (NO_VALUE.has(field.type)) return null;
  const type = typeOf(field);
  const isSelect = type === 'single-select' || type === 'multi-select';
  const format = FORMATS[field.type];
  return {
    name: field.name,
    type,
    label: field.label,
    required: !field.nillable && !field.defaultedOnCreate && field.createable,
    readOnly: !field.updateable && !field.createable,
    maxLength: (type === 'text' || type === 'long-text') && field.length > 0 ? field.length : null,
    options: isSelect ? field.options : null,
    unique: field.unique,
    multiple: type === 'multi-select',
    dateOrder: type === 'date' || type === 'datetime' ? 'ymd' : null,
    decimal: type === 'number' ? '.' : null,
    ...(format !== undefined && { format }),
  };
}

function typeOf({ type, length, referenceTo }: DescribedField): FieldType {
  if (type === 'reference') return referenceTo.includes('User') ? 'owner' : 'reference';
  if (type === 'textarea') return length > SHORT_AREA ? 'long-text' : 'text';
  return TYPES[type] ?? 'text';
}
