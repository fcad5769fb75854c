import { AppError } from '../errors.ts';
import { idKey } from '../ids.ts';
import type { FakeField, FakeObject, Value } from '../schema.ts';
import type { Row, Store } from '../store.ts';
import { malformed } from './tokens.ts';
import { FIFTEEN_DAYS } from '../deleted.ts';
import { parseQuery, type Condition, type Literal, type Query } from './parse.ts';

export interface Found {
  readonly query: Query;
  readonly object: FakeObject;
  /** Of the fields asked for, in their order, as the object spells them. */
  readonly fields: readonly FakeField[];
  readonly rows: readonly Row[];
}

/** Runs a query. `deleted`: those in the recycle bin take part. */
export function runQuery(store: Store, soql: string, deleted: boolean): Found {
  const query = parseQuery(soql);
  const object = store.object(query.object);
  if (object === null || !object.queryable)
    throw new AppError(400, 'INVALID_TYPE', `sObject type '${query.object}' is not supported.`);
  const fields = query.fields.map((name) => fieldOf(object, name));
  const holds = query.where === null ? () => true : judge(object, query.where);
  const order = query.order.map(({ field, down }) => ({ name: fieldOf(object, field).name, down }));
  const rows = store
    .all(object.name)
    .filter((row) => (row['IsDeleted'] === true ? deleted && isInBin(store, row) : true) && holds(row))
    .sort((a, b) => {
      for (const { name, down } of order) {
        const sign = compare(a[name] ?? null, b[name] ?? null);
        if (sign !== 0) return down ? -sign : sign;
      }
      return 0;
    })
    .slice(query.offset, query.limit === null ? undefined : query.offset + query.limit);
  return { query, object, fields, rows };
}

/** What was deleted is purged after fifteen days. */
const isInBin = ({ now }: Store, row: Row): boolean =>
  Date.parse(String(row['SystemModstamp'])) >= now - FIFTEEN_DAYS;

export function fieldOf(object: FakeObject, name: string): FakeField {
  const found = object.fields.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  throw new AppError(
    400,
    'INVALID_FIELD',
    `No such column '${name}' on entity '${object.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.`,
  );
}

/** Blanks first; numbers by size, ids and texts by their characters. */
function compare(a: Value, b: Value): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}

function judge(object: FakeObject, condition: Condition): (row: Row) => boolean {
  switch (condition.kind) {
    case 'all': {
      const of = condition.of.map((one) => judge(object, one));
      return (row) => of.every((one) => one(row));
    }
    case 'any': {
      const of = condition.of.map((one) => judge(object, one));
      return (row) => of.some((one) => one(row));
    }
    case 'not': {
      const of = judge(object, condition.of);
      return (row) => !of(row);
    }
    case 'compare':
      return comparison(fieldOf(object, condition.field), condition);
  }
}

function comparison(
  field: FakeField,
  { operator, literals }: Extract<Condition, { kind: 'compare' }>,
): (row: Row) => boolean {
  if (!field.filterable)
    throw new AppError(400, 'INVALID_FIELD', `field '${field.name}' can not be filtered in a query call`);
  const wanted = literals.map((one) => meant(field, one));
  const own = (row: Row): Value => comparable(field, row[field.name] ?? null);
  const [first = null] = wanted;
  switch (operator) {
    case '=':
    case 'IN': {
      const any = new Set(wanted);
      return (row) => any.has(own(row));
    }
    case '!=':
    case 'NOT IN': {
      const any = new Set(wanted);
      return (row) => !any.has(own(row));
    }
    case 'LIKE': {
      const pattern = like(String(first));
      return (row) => pattern.test(String(own(row) ?? ''));
    }
    case 'INCLUDES':
      return (row) => {
        const parts = String(own(row) ?? '').split(';');
        return wanted.some((one) => parts.includes(String(one)));
      };
    case '<':
      return (row) => own(row) !== null && compare(own(row), first) < 0;
    case '<=':
      return (row) => own(row) !== null && compare(own(row), first) <= 0;
    case '>':
      return (row) => own(row) !== null && compare(own(row), first) > 0;
    case '>=':
      return (row) => own(row) !== null && compare(own(row), first) >= 0;
  }
}

const like = (text: string): RegExp =>
  new RegExp(
    `^${text
      .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('%', '.*')
      .replaceAll('_', '.')}$`,
    's',
  );

const NUMBERS = new Set(['int', 'double', 'currency', 'percent']);
const BARE = new Set([...NUMBERS, 'boolean', 'date', 'datetime']);
const DATETIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/;

/** A literal as values of the field are compared; an error of the app where it is none of its type. */
function meant(field: FakeField, { quoted, text }: Literal): Value {
  if (!quoted && text.toUpperCase() === 'NULL') return null;
  const { type } = field;
  if (BARE.has(type) === quoted) {
    const should = quoted ? 'should not be' : 'should be';
    throw new AppError(
      400,
      'INVALID_FIELD',
      `value of filter criterion for field '${field.name}' must be of type ${type} and ${should} enclosed in quotes`,
    );
  }
  if (quoted) {
    if ((type === 'id' || type === 'reference') && text !== '' && idKey(text) === null)
      throw new AppError(400, 'INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${text}`);
    return comparable(field, text);
  }
  if (NUMBERS.has(type) && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return Number(text);
  if (type === 'boolean' && /^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if (type === 'date' && /^\d{4}-\d\d-\d\d$/.test(text)) return text;
  if (type === 'datetime' && DATETIME.test(text)) return Date.parse(text);
  throw malformed(`unexpected token: '${text}'`);
}

/** Texts without regard to case unless the field has it, ids by their first 15, times as milliseconds; blank as null. */
function comparable({ type, caseSensitive }: FakeField, value: Value): Value {
  if (value === null || value === '') return null;
  if (typeof value !== 'string') return value;
  if (type === 'id' || type === 'reference') return idKey(value) ?? value;
  if (type === 'datetime') return Date.parse(value);
  return caseSensitive ? value : value.toLowerCase();
}
