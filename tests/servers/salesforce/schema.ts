/** What a field holds in JSON. */
export type Value = string | number | boolean | null;
export type Values = Record<string, Value>;

/** An option as a describe has it. */
export interface FakeOption {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly defaultValue: boolean;
}

/** A field as a describe has it. */
export interface FakeField {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly length: number;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly defaultedOnCreate: boolean;
  /** What a create gets that does not carry it. */
  readonly defaultValue: Value;
  readonly unique: boolean;
  readonly externalId: boolean;
  readonly idLookup: boolean;
  readonly caseSensitive: boolean;
  readonly calculated: boolean;
  readonly custom: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly precision: number;
  readonly scale: number;
  readonly digits: number;
  readonly picklistValues: readonly FakeOption[];
  readonly restrictedPicklist: boolean;
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | null;
  readonly compoundFieldName: string | null;
  readonly extraTypeInfo: string | null;
  readonly htmlFormatted: boolean;
  readonly nameField: boolean;
  readonly autoNumber: boolean;
  readonly deprecatedAndHidden: boolean;
}

/** A kind of records as a describe has it. */
export interface FakeObject {
  readonly name: string;
  readonly label: string;
  readonly keyPrefix: string;
  readonly custom: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly queryable: boolean;
  readonly fields: FakeField[];
}

/** Words of a name: `StageName` → `Stage Name`, `Tax_Id__c` → `Tax Id`. */
const labelOf = (name: string): string =>
  name
    .replace(/__c$/, '')
    .replaceAll('_', ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2');

/** Lengths of the types that have one. */
const LENGTHS: Readonly<Record<string, number>> = {
  id: 18,
  reference: 18,
  string: 255,
  email: 80,
  phone: 40,
  url: 255,
  picklist: 255,
  multipicklist: 4099,
  textarea: 32_000,
};

/** A field that anybody may write, and that may be blank, but for what `more` says. */
export function field(name: string, type: string, more: Partial<FakeField> = {}): FakeField {
  return {
    name,
    type,
    label: labelOf(name),
    length: LENGTHS[type] ?? 0,
    nillable: type !== 'boolean',
    createable: true,
    updateable: true,
    defaultedOnCreate: type === 'boolean',
    defaultValue: type === 'boolean' ? false : null,
    unique: false,
    externalId: false,
    idLookup: more.externalId ?? false,
    caseSensitive: false,
    calculated: false,
    custom: name.endsWith('__c'),
    filterable: type !== 'textarea',
    sortable: type !== 'textarea' && type !== 'multipicklist',
    precision: type === 'currency' || type === 'double' ? 18 : 0,
    scale: type === 'currency' || type === 'double' ? 2 : 0,
    digits: type === 'int' ? 8 : 0,
    picklistValues: [],
    restrictedPicklist: false,
    referenceTo: [],
    relationshipName: null,
    compoundFieldName: null,
    extraTypeInfo: null,
    htmlFormatted: false,
    nameField: false,
    autoNumber: false,
    deprecatedAndHidden: false,
    ...more,
  };
}

/** Options, active all; `default` is what a create gets. */
export const options = (values: readonly string[], chosen: string | null = null): FakeOption[] =>
  values.map((value) => ({ value, label: value, active: true, defaultValue: value === chosen }));

const READ_ONLY = { createable: false, updateable: false, nillable: false, defaultedOnCreate: true } as const;

/** The fields that the platform keeps itself. */
export const systemFields = (): FakeField[] => [
  field('Id', 'id', { ...READ_ONLY, idLookup: true }),
  field('IsDeleted', 'boolean', READ_ONLY),
  field('CreatedDate', 'datetime', READ_ONLY),
  field('LastModifiedDate', 'datetime', READ_ONLY),
  field('SystemModstamp', 'datetime', READ_ONLY),
];

/** Records of this kind belong to somebody. */
export const owner = (): FakeField =>
  field('OwnerId', 'reference', {
    nillable: false,
    defaultedOnCreate: true,
    referenceTo: ['User'],
    relationshipName: 'Owner',
  });

export const lookup = (name: string, to: string, more: Partial<FakeField> = {}): FakeField =>
  field(name, 'reference', { referenceTo: [to], relationshipName: name.replace(/Id$/, ''), ...more });

/** A kind of records that can be created, updated and deleted, with the fields of the platform. */
export function object(
  name: string,
  keyPrefix: string,
  fields: readonly FakeField[],
  more: Partial<FakeObject> = {},
): FakeObject {
  return {
    name,
    keyPrefix,
    label: labelOf(name),
    custom: name.endsWith('__c'),
    createable: true,
    updateable: true,
    deletable: true,
    queryable: true,
    ...more,
    fields: [...systemFields(), ...fields],
  };
}
