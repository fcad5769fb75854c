import type { FieldDef, FieldType } from '../../../engine/index.ts';
import { isObject, textOf, type Json } from '../json.ts';

/** A kind of records as a sync has it: a model of Odoo's, or a part of one. */
export interface OdooKind {
  readonly name: string;
  readonly model: string;
  readonly label: string;
  /** What tells its records from others of the model; a create is given it. */
  readonly is: Readonly<Record<string, boolean>>;
}

export const KINDS: readonly OdooKind[] = [
  { name: 'companies', model: 'res.partner', label: 'Companies', is: { is_company: true } },
  { name: 'people', model: 'res.partner', label: 'People', is: { is_company: false } },
  { name: 'leads', model: 'crm.lead', label: 'Leads', is: {} },
];

/** A field as Odoo has it, as far as values are read and written by it. */
export interface OdooField {
  readonly name: string;
  readonly type: string;
}

/** What a kind's model says of its fields. */
export interface OdooFields {
  readonly fields: ReadonlyMap<string, OdooField>;
  readonly defs: readonly FieldDef[];
}

const TYPES: Readonly<Record<string, FieldType>> = {
  char: 'text',
  text: 'long-text',
  html: 'long-text',
  integer: 'number',
  float: 'number',
  monetary: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  selection: 'single-select',
  many2one: 'reference',
  many2many: 'reference',
};
const FORMATS: Readonly<Record<string, FieldDef['format']>> = {
  email: 'email',
  email_from: 'email',
  phone: 'phone',
  website: 'web-address',
};

/** By model, fields its database asks for although it calls them optional: a create without them is refused. */
const ASKED: Readonly<Record<string, readonly string[]>> = { 'res.partner': ['name'] };

/** Fields that are kept and have a form in files; null where the answer is none. */
export function fieldsIn(body: unknown, model: string): OdooFields | null {
  if (!isObject(body)) return null;
  const listed = Object.entries(body).filter(
    (entry): entry is [string, Json] =>
      isObject(entry[1]) && entry[1]['store'] !== false && textOf(entry[1]['type']) in TYPES,
  );
  return {
    fields: new Map(listed.map(([name, about]) => [name, { name, type: textOf(about['type']) }])),
    defs: listed.map(([name, about]) => defOf(name, about, ASKED[model]?.includes(name) === true)),
  };
}

function defOf(name: string, about: Json, asked: boolean): FieldDef {
  const type = textOf(about['type']);
  const format = FORMATS[name];
  const size = about['size'];
  return {
    name,
    type: type === 'many2one' && name === 'user_id' ? 'owner' : (TYPES[type] ?? 'text'),
    label: textOf(about['string']) === '' ? null : textOf(about['string']),
    required: asked || (about['required'] === true && type !== 'boolean'),
    readOnly: about['readonly'] === true || name === 'id',
    maxLength: typeof size === 'number' && size > 0 ? size : null,
    options: type === 'selection' ? optionsIn(about['selection']) : null,
    unique: name === 'id',
    multiple: type === 'many2many',
    dateOrder: null,
    decimal: TYPES[type] === 'number' ? '.' : null,
    ...(format !== undefined && { format }),
  };
}

const optionsIn = (selection: unknown): { value: string; label: string }[] =>
  (Array.isArray(selection) ? selection : []).flatMap((pair: unknown) => {
    const [value, label] = Array.isArray(pair) ? (pair as unknown[]) : [];
    return typeof value === 'string' && typeof label === 'string' ? [{ value, label }] : [];
  });
