import { rowError, type RowError } from './errors.ts';
import { idKey } from './ids.ts';
import type { FakeField, FakeObject, Values } from './schema.ts';
import type { Rules } from './rules.ts';
import type { Row, Store } from './store.ts';

/** A write that was parsed: of a record that is there, or of a new one. */
export interface Write {
  readonly object: FakeObject;
  readonly values: Values;
  /** Null on a create. */
  readonly row: Row | null;
}

/** What the app says against a write; nothing if it lets it through. In the app's order: the first kind that objects speaks. */
export function objections(store: Store, rules: Rules, write: Write): RowError[] {
  for (const check of [rights, required, forms, lookups, unique, duplicates, validation]) {
    const errors = check(store, rules, write);
    if (errors.length > 0) return errors;
  }
  return [];
}

type Check = (store: Store, rules: Rules, write: Write) => RowError[];

const given = ({ object, values }: Write): FakeField[] =>
  object.fields.filter(({ name }) => Object.hasOwn(values, name));

const rights: Check = (_store, rules, write) => {
  const { object, row } = write;
  if (rules.isForbidden(object.name))
    return [rowError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id')];
  if (!(row === null ? object.createable : object.updateable))
    return [rowError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type ${object.name} cannot be written`)];
  const closed = given(write).filter((field) => !(row === null ? field.createable : field.updateable));
  if (closed.length === 0) return [];
  const names = closed.map(({ name }) => name);
  const said = `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`;
  return [rowError('INVALID_FIELD_FOR_INSERT_UPDATE', said, names)];
};

const required: Check = (_store, _rules, { object, values, row }) => {
  const blank = object.fields.filter(
    (field) =>
      !field.nillable &&
      field.type !== 'boolean' &&
      (row === null
        ? field.createable && !field.defaultedOnCreate && (values[field.name] ?? null) === null
        : values[field.name] === null),
  );
  if (blank.length === 0) return [];
  const names = blank.map(({ name }) => name);
  return [rowError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names)];
};

const forms: Check = (_store, _rules, write) =>
  given(write).flatMap((field) => {
    const value = write.values[field.name] ?? null;
    const { label, name, type, length } = field;
    if (value === null)
      return type === 'boolean'
        ? [rowError('INVALID_TYPE_ON_FIELD_IN_RECORD', `${label}: value not of required type: null`, [name])]
        : [];
    if (typeof value === 'number')
      return Math.abs(value) >= 10 ** ((field.digits || field.precision || 18) - field.scale)
        ? [
            rowError(
              'NUMBER_OUTSIDE_VALID_RANGE',
              `${label}: value outside of valid range on numeric field: ${String(value)}`,
              [name],
            ),
          ]
        : [];
    if (typeof value !== 'string') return [];
    if (length > 0 && value.length > length)
      return [
        rowError(
          'STRING_TOO_LONG',
          `${label}: data value too large: ${value} (max length=${String(length)})`,
          [name],
        ),
      ];
    if (type === 'email' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value))
      return [rowError('INVALID_EMAIL_ADDRESS', `${label}: invalid email address: ${value}`, [name])];
    return field.restrictedPicklist ? restricted(field, value) : [];
  });

function restricted({ label, name, type, picklistValues }: FakeField, value: string): RowError[] {
  const parts = type === 'multipicklist' ? value.split(';') : [value];
  const bad = parts.filter((part) => !picklistValues.some((one) => one.active && one.value === part));
  if (bad.length === 0) return [];
  const said = `${label}: bad value for restricted picklist field: ${bad.join(';')}`;
  return [rowError('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', said, [name])];
}

const lookups: Check = (store, _rules, write) =>
  given(write).flatMap(({ label, name, type, referenceTo }) => {
    const value = write.values[name] ?? null;
    if (type !== 'reference' || value === null) return [];
    if (idKey(value) === null)
      return [rowError('MALFORMED_ID', `${label}: id value of incorrect type: ${String(value)}`, [name])];
    const there = referenceTo.map((kind) => store.row(kind, value)).find((row) => row !== null);
    if (there === undefined)
      return [rowError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [name])];
    return there['IsDeleted'] === true ? [rowError('ENTITY_IS_DELETED', 'entity is deleted', [name])] : [];
  });

const unique: Check = (store, _rules, write) =>
  given(write).flatMap((field) => {
    if (!field.unique) return [];
    const twin = twinOf(store, write, field);
    if (twin === null) return [];
    const said = `duplicate value found: ${field.name} duplicates value on record with id: ${twin.Id.slice(0, 15)}`;
    return [rowError('DUPLICATE_VALUE', said, [])];
  });

const duplicates: Check = (store, rules, write) => {
  const { object, row } = write;
  if (row !== null) return [];
  const twin = object.fields
    .filter(({ name }) => rules.duplicateFields(object.name).includes(name))
    .find((field) => twinOf(store, write, field) !== null);
  return twin === undefined ? [] : [rowError('DUPLICATES_DETECTED', 'Use one of these records?')];
};

/** Another record that is there with the same value. */
function twinOf(
  store: Store,
  { object, values, row }: Write,
  { name, caseSensitive }: FakeField,
): Row | null {
  const form = (value: unknown): string => (caseSensitive ? String(value) : String(value).toLowerCase());
  const own = values[name] ?? null;
  if (own === null) return null;
  const same = store
    .all(object.name)
    .find(
      (one) => one !== row && one['IsDeleted'] !== true && one[name] != null && form(one[name]) === form(own),
    );
  return same ?? null;
}

const validation: Check = (_store, rules, { object, values, row }) =>
  rules
    .objections(object.name, { ...row, ...values })
    .map((said) => rowError('FIELD_CUSTOM_VALIDATION_EXCEPTION', said));
