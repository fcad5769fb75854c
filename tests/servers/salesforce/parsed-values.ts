import { AppError } from './errors.ts';
import type { FakeField, FakeObject, Value, Values } from './schema.ts';

const DATETIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * The values of a record of JSON, as its fields hold them. A field that is not there, or a value that cannot be one of its type, is an
 * error of the whole request. Of CSV (`texts`) every value is a text.
 */
export function parsedValues(object: FakeObject, given: Readonly<Record<string, unknown>>): Values {
  const values: Values = {};
  for (const [name, value] of Object.entries(given)) {
    const field = object.fields.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (field === undefined)
      throw new AppError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
    values[field.name] = parsed(field, value);
  }
  return values;
}

function parsed(field: FakeField, value: unknown): Value {
  if (value === null) return null;
  if (typeof value === 'object')
    throw unreadable(field, Array.isArray(value) ? 'START_ARRAY' : 'START_OBJECT', '');
  const text = String(value);
  switch (field.type) {
    case 'boolean':
      if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
      break;
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      if (typeof value !== 'boolean' && NUMBER.test(text)) return rounded(field, Number(text));
      break;
    case 'date':
      if (/^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text))) return text.slice(0, 10);
      break;
    case 'datetime':
      if (/^\d{4}-\d\d-\d\d$/.test(text)) return `${text}T00:00:00.000+0000`;
      if (DATETIME.test(text) && !Number.isNaN(Date.parse(text)))
        return new Date(text).toISOString().replace('Z', '+0000');
      break;
    case 'time':
      if (/^\d\d:\d\d:\d\d(?:\.\d+)?Z?$/.test(text)) return `${text.slice(0, 8)}.000Z`;
      break;
    default:
      return text.trim() === '' ? null : text.trim();
  }
  if (text === '') return null;
  throw unreadable(field, typeof value === 'string' ? 'VALUE_STRING' : 'VALUE', text);
}

const rounded = ({ type, scale }: FakeField, value: number): number =>
  Number(value.toFixed(type === 'int' ? 0 : scale));

const unreadable = ({ type }: FakeField, token: string, text: string): AppError =>
  new AppError(
    400,
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${type} from ${token} value ${text} or request may be missing a required field`,
  );
