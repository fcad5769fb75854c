import { json, type FakeReply } from '../faults/index.ts';
import { AppError, rowError } from './errors.ts';
import { parsedValues } from './parsed-values.ts';
import type { FakeField, FakeObject, Values } from './schema.ts';
import type { Store } from './store.ts';
import type { Outcome, Writer } from './writer.ts';

/** Records of one call. */
const MOST = 200;

type Given = Readonly<Record<string, unknown>>;

/** `/composite/sobjects`: many records a call, one result each, in the order they came. */
export class Collections {
  readonly #store: Store;
  readonly #writer: Writer;

  constructor(store: Store, writer: Writer) {
    this.#store = store;
    this.#writer = writer;
  }

  create(body: string): FakeReply {
    const { allOrNone, records } = this.#read(body);
    const writes = records.map(({ object, given }) => {
      const values = parsedValues(object, given);
      return () => this.#writer.create(object, values);
    });
    return this.#done(allOrNone, writes, false);
  }

  update(body: string): FakeReply {
    const { allOrNone, records } = this.#read(body);
    const writes = records.map(({ object, given, id }) => {
      const values = parsedValues(object, given);
      return () =>
        id === undefined
          ? failed('MISSING_ARGUMENT', 'Id not specified in an update call')
          : this.#writer.update(object, id, values);
    });
    return this.#done(allOrNone, writes, false);
  }

  upsert(object: FakeObject, field: FakeField, body: string): FakeReply {
    const { allOrNone, records } = this.#read(body);
    const read = records.map(({ object: own, given }) => {
      if (own !== object)
        throw new AppError(400, 'INVALID_INPUT', 'records of another type than the address');
      return parsedValues(object, given);
    });
    const keyOf = (values: Values): string => String(values[field.name] ?? '');
    const writes = read.map((values) => () => {
      const twice = read.filter((other) => keyOf(other) !== '' && keyOf(other) === keyOf(values)).length > 1;
      return twice
        ? failed('DUPLICATE_VALUE', `Duplicate external id specified: ${keyOf(values)}`)
        : this.#writer.upsert(object, field, values);
    });
    return this.#done(allOrNone, writes, true);
  }

  remove(ids: readonly string[], allOrNone: boolean): FakeReply {
    tooMany(ids.length);
    const writes = ids.map((id) => () => {
      const object = this.#store.objectOfId(id);
      return object === null ? failed('MALFORMED_ID', `malformed id ${id}`) : this.#writer.remove(object, id);
    });
    return this.#done(allOrNone, writes, false);
  }

  #read(body: string): { allOrNone: boolean; records: { object: FakeObject; id: unknown; given: Given }[] } {
    const { allOrNone, records } = objectIn(body);
    if (!Array.isArray(records)) throw new AppError(400, 'JSON_PARSER_ERROR', 'records is not a list');
    tooMany(records.length);
    return {
      allOrNone: allOrNone === true,
      records: (records as Given[]).map(({ attributes, id, Id, ...given }) => {
        const { type } = (attributes ?? {}) as { type?: unknown };
        const object = typeof type === 'string' ? this.#store.object(type) : null;
        if (object === null)
          throw new AppError(400, 'INVALID_TYPE', `sObject type '${String(type)}' is not supported.`);
        return { object, id: id ?? Id, given };
      }),
    };
  }

  /** One after the other. With `allOrNone` one that fails takes the others back with it. */
  #done(allOrNone: boolean, writes: readonly (() => Outcome)[], told: boolean): FakeReply {
    const back = allOrNone ? this.#store.snapshot() : () => undefined;
    let outcomes = writes.map((write) => write());
    if (allOrNone && outcomes.some(({ errors }) => errors.length > 0)) {
      back();
      outcomes = outcomes.map((one) =>
        one.errors.length > 0
          ? one
          : failed(
              'ALL_OR_NONE_OPERATION_ROLLED_BACK',
              'Record rolled back because not all records were valid and the request was using AllOrNone header',
            ),
      );
    }
    return json(
      200,
      outcomes.map((one) => result(one, told)),
    );
  }
}

/** `told`: whether it was created, which an upsert says. */
export const result = ({ id, created, errors }: Outcome, told: boolean): Record<string, unknown> => ({
  ...(id !== null && { id }),
  success: errors.length === 0,
  errors,
  ...(told && created !== null && { created }),
});

export function objectIn(body: string): Given {
  try {
    const read: unknown = JSON.parse(body);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as Given;
  } catch {
    // It is said below.
  }
  throw new AppError(400, 'JSON_PARSER_ERROR', 'Unexpected character at [line:1, column:1]');
}

function tooMany(count: number): void {
  if (count > MOST)
    throw new AppError(400, 'INVALID_INPUT', `The request can't contain more than ${String(MOST)} records`);
}

const failed = (code: string, said: string): Outcome => ({
  id: null,
  created: null,
  errors: [rowError(code, said)],
});
