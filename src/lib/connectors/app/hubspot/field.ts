import type { FieldDef, FieldFormat, FieldType, FilterCondition, Option } from '../../../engine/index.ts';
import type { AppPipeline } from '../app-connector.ts';
import type { LearnedRule } from './learned-rules.ts';
import { isObject, type Json } from '../json.ts';
import { objectsIn, textOf } from './form.ts';
import { ARCHIVED, ID, linkField } from './standard.ts';

const LONGEST_TEXT = 65_536;

interface Around {
  readonly object: string;
  readonly required: ReadonlySet<string>;
  readonly pipelines: readonly AppPipeline[];
  readonly learned: ReadonlyMap<string, LearnedRule>;
}

/** A property as a field; null where it is archived or has no name. */
export function fieldOf(property: Json, around: Around): FieldDef | null {
  const name = textOf(property['name']);
  if (name === null || name === '' || property['archived'] === true) return null;
  const rule = around.learned.get(name);
  const type = typeOf(property, name);
  const format = formatOf(property, name, type);
  const requiredWhen = conditionsOf(rule);
  return {
    ...BARE,
    name,
    type,
    label: textOf(property['label']),
    required: around.required.has(name) || rule?.always === true,
    readOnly: isReadOnly(property),
    maxLength: type === 'text' || type === 'long-text' ? LONGEST_TEXT : null,
    options: optionsOf(property, name, type, around.pipelines),
    unique: isUnique(around.object, property),
    multiple: type === 'multi-select',
    decimal: type === 'number' ? '.' : null,
    ...(format !== null && { format }),
    ...(requiredWhen.length > 0 && { requiredWhen }),
  };
}

const BARE: FieldDef = {
  name: '',
  type: 'text',
  label: null,
  required: false,
  readOnly: false,
  maxLength: null,
  options: null,
  unique: false,
  multiple: false,
  dateOrder: null,
  decimal: null,
};

/** S301 */
export const linkFieldDef = (to: string, label: string): FieldDef => ({
  ...BARE,
  name: linkField(to),
  type: 'reference',
  label,
});

/** S456 */
export const ARCHIVED_DEF: FieldDef = {
  ...BARE,
  name: ARCHIVED,
  type: 'boolean',
  label: 'Archived',
  readOnly: true,
};

/** E-mail of contacts is unique though its property does not say so; the domain of a company is not. */
export const isUnique = (object: string, property: Json): boolean => {
  const name = property['name'];
  return name === ID || property['hasUniqueValue'] === true || (object === 'contacts' && name === 'email');
};

export function isReadOnly(property: Json): boolean {
  const about = isObject(property['modificationMetadata']) ? property['modificationMetadata'] : {};
  return about['readOnlyValue'] === true || property['calculated'] === true;
}

const TYPES: ReadonlyMap<string, FieldType> = new Map([
  ['number', 'number'],
  ['date', 'date'],
  ['datetime', 'datetime'],
  ['bool', 'boolean'],
]);

function typeOf(property: Json, name: string): FieldType {
  // Ids are numbers to HubSpot, and names to everybody else.
  if (name === ID) return 'text';
  if (name === 'hubspot_owner_id' || property['referencedObjectType'] === 'OWNER') return 'owner';
  if (property['calculated'] === true) return 'calculated';
  const fieldType = property['fieldType'];
  if (property['type'] === 'enumeration') return fieldType === 'checkbox' ? 'multi-select' : 'single-select';
  const plain = fieldType === 'textarea' || fieldType === 'html' ? 'long-text' : 'text';
  return TYPES.get(textOf(property['type']) ?? '') ?? plain;
}

function formatOf(property: Json, name: string, type: FieldType): FieldFormat | null {
  if (type !== 'text') return null;
  if (property['fieldType'] === 'phonenumber' || property['type'] === 'phone_number') return 'phone';
  if (name === 'email') return 'email';
  if (name === 'domain') return 'domain';
  return name === 'website' ? 'web-address' : null;
}

function optionsOf(
  property: Json,
  name: string,
  type: FieldType,
  pipelines: readonly AppPipeline[],
): readonly Option[] | null {
  if (name === 'pipeline' || name === 'hs_pipeline')
    return pipelines.map(({ id, label }) => ({ value: id, label }));
  if (name === 'dealstage' || name === 'hs_pipeline_stage')
    return pipelines.flatMap(({ stages }) => stages.map(({ id, label }) => ({ value: id, label })));
  if (type !== 'single-select' && type !== 'multi-select') return null;
  const options = objectsIn(property['options']).flatMap((option) => {
    const value = textOf(option['value']);
    return value === null ? [] : [{ value, label: textOf(option['label']) ?? value }];
  });
  // Options that are kept elsewhere are not told.
  return options.length === 0 ? null : options;
}

/** S302: what refusals have told; of one field the first that it was told to depend on. */
function conditionsOf(rule: LearnedRule | undefined): readonly FilterCondition[] {
  const [first] = rule?.when ?? [];
  if (first === undefined) return [];
  const [field, values] = first;
  const [only = '', ...more] = values;
  return [
    more.length === 0 ? { field, op: 'eq', value: only } : { field, op: 'in', values: [only, ...more] },
  ];
}
