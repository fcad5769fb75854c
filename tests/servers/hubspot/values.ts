import { invalid, said, type Refused } from './errors.ts';
import type { HubSpotRecord, Kind } from './kind.ts';
import type { Property } from './property.ts';

interface Bad {
  readonly name: string;
  readonly code: string;
  readonly message: string;
}

export type Values = Readonly<Record<string, string>>;

/** Why a property does not take a value; null where it does. */
function wrong(is: Property, value: string): Omit<Bad, 'name'> | null {
  if (value === '') return null;
  const not = (code: string, what: string) => ({ code, message: `${value} was not ${what}` });
  switch (is.type) {
    case 'number':
      return Number.isFinite(Number(value)) ? null : not('INVALID_LONG', 'a valid number.');
    case 'bool':
      return /^(true|false)$/.test(value)
        ? null
        : not('INVALID_OPTION', 'one of the allowed options: [true, false]');
    case 'date':
    case 'datetime':
      return Number.isNaN(timeOf(value)) ? not('INVALID_DATE', 'a valid date.') : null;
    case 'enumeration': {
      if (is.options.length === 0) return null;
      const asked = is.fieldType === 'checkbox' ? value.split(';').filter((one) => one !== '') : [value];
      const known = asked.every((one) => is.options.some((option) => option.value === one));
      return known
        ? null
        : not(
            'INVALID_OPTION',
            `one of the allowed options: [${is.options.map((one) => one.value).join(', ')}]`,
          );
    }
    case 'string':
    case 'phone_number':
      return is.name === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
        ? { code: 'INVALID_EMAIL', message: `Email address ${value} is invalid` }
        : null;
  }
}

/** Milliseconds since 1970, or a text of ISO 8601; NaN for others. */
export const timeOf = (value: string): number => (/^-?\d+$/.test(value) ? Number(value) : Date.parse(value));

/** As HubSpot keeps it: a day for a date, an instant for a datetime. */
function kept(is: Property, value: string): string {
  if (value === '') return '';
  if (is.type === 'date') return new Date(timeOf(value)).toISOString().slice(0, 10);
  if (is.type === 'datetime') return new Date(timeOf(value)).toISOString();
  return is.name === 'email' ? value.trim().toLowerCase() : value;
}

/** The values a record would have. `before`: null for one that is not there yet. `rules`: an administrator's hold (since 2026-09). */
export function written(
  kind: Kind,
  before: HubSpotRecord | null,
  given: Values,
  rules: boolean,
): { readonly values: Values } | { readonly refused: Refused } {
  const bad: Bad[] = [];
  const values: Record<string, string> = { ...before?.properties };
  for (const [name, value] of Object.entries(given)) {
    const is = kind.properties.get(name);
    if (is === undefined || is.archived) {
      bad.push({ name, code: 'PROPERTY_DOESNT_EXIST', message: `Property "${name}" does not exist` });
      continue;
    }
    if (is.modificationMetadata.readOnlyValue || is.calculated) {
      bad.push({
        name,
        code: 'READ_ONLY_VALUE',
        message: `"${name}" is a read only property; its value cannot be set.`,
      });
      continue;
    }
    const why = wrong(is, String(value)) ?? stageWrong(kind, is, { ...before?.properties, ...given });
    if (why !== null) bad.push({ name, ...why });
    else values[name] = forward(is, values[name] ?? '', kept(is, String(value)));
  }
  if (bad.length > 0) return { refused: invalid(bad) };
  const missing = missingOf(kind, before, values, rules);
  if (missing.length > 0) {
    const errors = missing.map(({ name, code, message }) => ({
      message,
      code,
      context: { propertyName: [name] },
    }));
    const error = said('VALIDATION_ERROR', 'The property values provided are invalid', { errors });
    return { refused: { status: 400, error } };
  }
  const taken = takenBy(kind, before, values);
  return taken === null ? { values } : { refused: taken };
}

/** A lifecycle stage goes forward only; one that would go back is left as it is, without a word. */
function forward(is: Property, before: string, after: string): string {
  if (is.name !== 'lifecyclestage' || before === '' || after === '') return after;
  const place = (value: string) => is.options.findIndex((option) => option.value === value);
  return place(after) < place(before) ? before : after;
}

function stageWrong(kind: Kind, is: Property, values: Values): Omit<Bad, 'name'> | null {
  const value = values[is.name] ?? '';
  if (value === '') return null;
  const isPipeline = is.name === 'pipeline' || is.name === 'hs_pipeline';
  const isStage = is.name === 'dealstage' || is.name === 'hs_pipeline_stage';
  if (isPipeline && !kind.pipelines.some(({ id }) => id === value))
    return { code: 'INVALID_OPTION', message: `Pipeline ${value} does not exist` };
  const pipeline = values['pipeline'] ?? values['hs_pipeline'];
  const places = kind.pipelines.filter(({ id }) => pipeline === undefined || id === pipeline);
  if (isStage && !places.some(({ stages }) => stages.some(({ id }) => id === value)))
    return { code: 'INVALID_OPTION', message: `Pipeline stage ${value} does not exist` };
  return null;
}

function missingOf(kind: Kind, before: HubSpotRecord | null, values: Values, rules: boolean): Bad[] {
  const blank = (name: string) => (values[name] ?? '') === '';
  const asked = before !== null ? [] : [...kind.required, ...(rules ? kind.createForm : [])];
  const required = [...new Set(asked)].filter(blank).map((name) => ({
    name,
    code: 'MISSING_REQUIRED_PROPERTY',
    message: `A value for ${name} must be provided`,
  }));
  const conditional = (rules ? kind.rules : [])
    .filter((rule) => rule.values.includes(values[rule.on] ?? '') && blank(rule.property))
    .map(({ property: name, on }) => ({
      name,
      code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
      message: `${name} is required because of a conditional property rule based on [${on}]`,
    }));
  return [...required, ...conditional];
}

function takenBy(kind: Kind, before: HubSpotRecord | null, values: Values): Refused | null {
  for (const [name, value] of Object.entries(values)) {
    if (value === '' || !kind.isUnique(name)) continue;
    const holder = kind.holder(name, value);
    if (holder === null || holder === before?.id) continue;
    if (name === 'email') {
      const error = said('CONFLICT', `Contact already exists. Existing ID: ${holder}`, {
        context: { existingId: [holder] },
      });
      return { status: 409, error };
    }
    const message = `Cannot set PropertyValueCoordinates{propertyName=${name}, value=${value}} on a new object. ${holder} already has that value.`;
    return invalid([{ name, code: 'CONFLICTING_UNIQUE_VALUE', message }]);
  }
  return null;
}
