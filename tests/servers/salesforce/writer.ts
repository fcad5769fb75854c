import { objections } from './checks.ts';
import { rowError, type RowError } from './errors.ts';
import { idKey } from './ids.ts';
import type { Rules } from './rules.ts';
import type { FakeField, FakeObject, Values } from './schema.ts';
import type { Row, Store } from './store.ts';

/** What became of one record of a write. */
export type Outcome =
  | { readonly id: string; readonly created: boolean; readonly errors: readonly [] }
  /** `id`: of the record that was meant, where it is known. */
  | { readonly id: string | null; readonly created: null; readonly errors: readonly RowError[] };

/** Writes as the API does them: each is checked, and done or refused. */
export class Writer {
  readonly #store: Store;
  readonly #rules: Rules;

  constructor(store: Store, rules: Rules) {
    this.#store = store;
    this.#rules = rules;
  }

  create(object: FakeObject, values: Values): Outcome {
    const errors = objections(this.#store, this.#rules, { object, values, row: null });
    if (errors.length > 0) return no(null, errors);
    return { id: this.#store.insert(object.name, values).Id, created: true, errors: [] };
  }

  update(object: FakeObject, id: unknown, values: Values): Outcome {
    const row = this.#meant(object, id);
    if (isOutcome(row)) return row;
    const errors = objections(this.#store, this.#rules, { object, values, row });
    if (errors.length > 0) return no(row.Id, errors);
    this.#store.update(object.name, row.Id, values);
    return { id: row.Id, created: false, errors: [] };
  }

  /** The record with this value in the external id field is updated; with none there is one more. */
  upsert(object: FakeObject, field: FakeField, values: Values): Outcome {
    const key = values[field.name] ?? null;
    if (key === null) return no(null, [rowError('MISSING_ARGUMENT', `${field.name} not specified`, [])]);
    const form = (value: unknown): string =>
      field.caseSensitive ? String(value) : String(value).toLowerCase();
    const rows = this.#store
      .all(object.name)
      .filter(
        (row) => row['IsDeleted'] !== true && row[field.name] != null && form(row[field.name]) === form(key),
      );
    if (rows.length > 1) {
      const said = `${field.name}: more than one record found for external id field: [${rows.map(({ Id }) => Id).join(', ')}]`;
      return no(null, [rowError('DUPLICATE_EXTERNAL_ID', said, [])]);
    }
    const [row] = rows;
    if (row === undefined) return this.create(object, values);
    const { [field.name]: _, ...rest } = values;
    return this.update(object, row.Id, rest);
  }

  remove(object: FakeObject, id: unknown): Outcome {
    const row = this.#meant(object, id);
    if (isOutcome(row)) return row;
    if (!object.deletable || this.#rules.isForbidden(object.name))
      return no(row.Id, [
        rowError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id'),
      ]);
    this.#store.remove(object.name, row.Id);
    return { id: row.Id, created: false, errors: [] };
  }

  /** The record that is there and free, or why it is not. */
  #meant(object: FakeObject, id: unknown): Row | Outcome {
    const key = idKey(id);
    if (key === null || !key.startsWith(object.keyPrefix))
      return no(null, [rowError('MALFORMED_ID', `bad id ${String(id)}`, ['Id'])]);
    const row = this.#store.row(object.name, id);
    if (row === null)
      return no(null, [rowError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id')]);
    if (row['IsDeleted'] === true) return no(row.Id, [rowError('ENTITY_IS_DELETED', 'entity is deleted')]);
    if (this.#rules.isLocked(row.Id))
      return no(row.Id, [rowError('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record')]);
    return row;
  }
}

const no = (id: string | null, errors: readonly RowError[]): Outcome => ({ id, created: null, errors });

const isOutcome = (one: Row | Outcome): one is Outcome => 'errors' in one;
