import { json, type FakeReply } from '../faults/index.ts';
import { objectIn, result } from './collections.ts';
import { AppError } from './errors.ts';
import { parsedValues } from './parsed-values.ts';
import type { Queries } from './query.ts';
import type { FakeObject } from './schema.ts';
import { fieldOf } from './soql/run.ts';
import type { Store } from './store.ts';
import type { Outcome, Writer } from './writer.ts';

const NOTHING: FakeReply = { status: 204, headers: {}, body: '' };

/** `/sobjects/X/…`: a record a call. */
export class Records {
  readonly #store: Store;
  readonly #writer: Writer;
  readonly #queries: Queries;

  constructor(store: Store, writer: Writer, queries: Queries) {
    this.#store = store;
    this.#writer = writer;
    this.#queries = queries;
  }

  create(object: FakeObject, body: string): FakeReply {
    return done(this.#writer.create(object, parsedValues(object, objectIn(body))), 201);
  }

  get(object: FakeObject, id: string, asked: string | null): FakeReply {
    const row = this.#store.row(object.name, id);
    if (row === null || row['IsDeleted'] === true) throw missing();
    const fields = asked === null ? object.fields : asked.split(',').map((name) => fieldOf(object, name));
    return json(200, this.#queries.record(object, fields, row));
  }

  /** Those with these ids, in their order; null for one that is not there. */
  many(object: FakeObject, ids: readonly string[], names: readonly string[]): FakeReply {
    const fields = names.map((name) => fieldOf(object, name));
    const records = ids.map((id) => {
      const row = this.#store.row(object.name, id);
      return row === null || row['IsDeleted'] === true ? null : this.#queries.record(object, fields, row);
    });
    return json(200, records);
  }

  update(object: FakeObject, id: string, body: string): FakeReply {
    return done(this.#writer.update(object, id, parsedValues(object, objectIn(body))), 204);
  }

  upsert(object: FakeObject, key: { name: string; value: string }, body: string): FakeReply {
    const field = fieldOf(object, key.name);
    const values = parsedValues(object, { ...objectIn(body), [field.name]: key.value });
    const outcome = this.#writer.upsert(object, field, values);
    return outcome.errors.length > 0
      ? done(outcome, 200)
      : json(outcome.created ? 201 : 200, result(outcome, true));
  }

  remove(object: FakeObject, id: string): FakeReply {
    return done(this.#writer.remove(object, id), 204);
  }
}

function done(outcome: Outcome, status: 200 | 201 | 204): FakeReply {
  const [error] = outcome.errors;
  if (error === undefined) return status === 204 ? NOTHING : json(status, result(outcome, false));
  const { statusCode, message, fields } = error;
  if (statusCode === 'INVALID_CROSS_REFERENCE_KEY' || statusCode === 'ENTITY_IS_DELETED')
    throw new AppError(404, statusCode, message, fields);
  throw new AppError(400, statusCode, message, fields);
}

export const missing = (): AppError =>
  new AppError(404, 'NOT_FOUND', 'Provided external ID field does not exist or is not accessible');
