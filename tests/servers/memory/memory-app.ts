// Over 300 lines: one app, whole, so that what a test finds there is what was written.
import type { ErrorCategory, FieldType } from '../../../src/lib/engine/index.ts';
import type { Refusal, WriteItem } from '../../../src/lib/connectors/app/write.ts';
import type { StoredRecord } from '../../contracts/app-server.ts';
import { JobRoom } from './memory-jobs.ts';

export interface MemoryField {
  readonly name: string;
  readonly type?: FieldType;
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly unique?: boolean;
  readonly options?: readonly string[];
  /** The object whose record's id it holds. */
  readonly lookup?: string;
  /** What the app makes of a value it is given. */
  readonly form?: (value: string) => string;
}

export interface MemoryObject {
  readonly name: string;
  readonly fields: readonly MemoryField[];
  /** Its records have a field `modified` that says when they were last changed. */
  readonly dated?: true;
  /** Its records say in a field `archived` that they are; whoever is signed in is given all of them. */
  readonly archives?: true;
  readonly tellsAll?: true;
}

interface Kept {
  readonly id: string;
  values: Map<string, string>;
  deleted: boolean;
  /** Milliseconds of the app's clock. */
  modified: number;
}

/** One thing the app did for a connector, in order. */
export interface Done {
  /** Of the item, as the connector was given it. */
  readonly key: string;
  readonly act: 'create' | 'update' | 'remove' | 'restore';
  readonly object: string;
  readonly id: string;
  /** As they were given. */
  readonly values: ReadonlyMap<string, string>;
}

type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

const START = Date.UTC(2026, 0, 1);

/** An app that lives in a `Map`, with rules and forms of its own. It knows nothing of connectors, calls or faults. */
export class MemoryApp {
  readonly objects: ReadonlyMap<string, MemoryObject>;
  /** Everything that connectors had done here: the truth a journal is compared with. */
  readonly done: Done[] = [];
  readonly jobs = new JobRoom();
  accountId = 'memory-1';
  readonly #records = new Map<string, Map<string, Kept>>();
  /** By object and field: who holds a unique value. */
  readonly #holders = new Map<string, Map<string, string>>();
  #lastId = 0;
  #clock = START;
  /** Of a transaction that is open: how each of its steps is taken back, in order. */
  #undo: (() => void)[] | null = null;

  constructor(objects: readonly MemoryObject[]) {
    this.objects = new Map(objects.map((object) => [object.name, object]));
    for (const { name } of objects) this.#records.set(name, new Map());
  }

  /** Its clock goes on with everything that is done, by a second. */
  tick(): number {
    this.#clock += 1000;
    return this.#clock;
  }

  all(object: string): readonly StoredRecord[] {
    return [...this.#of(object).values()].map(copyOf);
  }

  /** Those that are not deleted. */
  there(object: string): readonly StoredRecord[] {
    return this.all(object).filter(({ deleted }) => !deleted);
  }

  get(object: string, id: string): StoredRecord | null {
    const record = this.#of(object).get(id);
    return record === undefined ? null : copyOf(record);
  }

  modifiedAt(object: string, id: string): number {
    return this.#of(object).get(id)?.modified ?? 0;
  }

  /** As a person does it: the rules hold, nothing is written down as done by a connector. */
  put(object: string, values: ReadonlyMap<string, string>): string {
    const result = this.#create(object, values);
    if (!result.ok) throw new Error(`the app refuses: ${result.refusal.said}`);
    return result.value;
  }

  edit(object: string, id: string, values: ReadonlyMap<string, string>): void {
    const result = this.#update(object, id, values);
    if (!result.ok) throw new Error(`the app refuses: ${result.refusal.said}`);
  }

  delete(object: string, id: string): void {
    this.#setDeleted(object, id, true);
  }

  /** Gone without a trace, as after a merge or when a bin is emptied. */
  erase(object: string, id: string): void {
    this.#setDeleted(object, id, true);
    this.#of(object).delete(id);
  }

  /** What a connector asks for. */
  create(object: string, item: WriteItem, upsert: boolean): Result<{ id: string; created: boolean }> {
    const existing = item.unique === null ? null : this.#holder(object, item.unique.field, item.unique.value);
    if (existing !== null && upsert) {
      const updated = this.update(object, { ...item, id: existing });
      return updated.ok ? { ok: true, value: { id: existing, created: false } } : updated;
    }
    const result = this.#create(object, withUnique(item));
    if (!result.ok) return result;
    this.done.push({ key: item.key, act: 'create', object, id: result.value, values: item.values });
    return { ok: true, value: { id: result.value, created: true } };
  }

  update(object: string, item: WriteItem): Result<string> {
    const id = item.id ?? '';
    const result = this.#update(object, id, item.values);
    if (result.ok) this.done.push({ key: item.key, act: 'update', object, id, values: item.values });
    return result;
  }

  remove(object: string, { id: asked, key }: WriteItem): Result<string> {
    const id = asked ?? '';
    const record = this.#of(object).get(id);
    if (record === undefined || record.deleted) return no('deleted', 'NOT_FOUND', null, 'no such record');
    this.#setDeleted(object, id, true);
    this.done.push({ key, act: 'remove', object, id, values: new Map() });
    return { ok: true, value: id };
  }

  restore(object: string, { id: asked, key }: WriteItem): Result<string> {
    const id = asked ?? '';
    const record = this.#of(object).get(id);
    if (record === undefined) return no('deleted', 'NOT_FOUND', null, 'no such record');
    this.#setDeleted(object, id, false);
    this.done.push({ key, act: 'restore', object, id, values: new Map() });
    return { ok: true, value: id };
  }

  /** All of it, or nothing where it answers false. */
  transaction(work: () => boolean): void {
    const before = this.done.length;
    const undo: (() => void)[] = [];
    this.#undo = undo;
    const stays = work();
    this.#undo = null;
    if (stays) return;
    for (const step of undo.reverse()) step();
    this.done.length = before;
  }

  /** Ids that hold this value of a field, in the form the app keeps it. */
  holders(object: string, field: string, value: string): readonly string[] {
    const about = this.#field(object, field);
    const kept = about?.form?.(value) ?? value;
    if (about?.unique === true) {
      const holder = this.#holder(object, field, value);
      return holder === null ? [] : [holder];
    }
    return this.there(object)
      .filter(({ values }) => values.get(field) === kept)
      .map(({ id }) => id);
  }

  #create(object: string, values: ReadonlyMap<string, string>): Result<string> {
    const all = new Map([...this.#fields(object)].map(({ name }) => [name, values.get(name) ?? '']));
    const refusal = this.#refusal(object, null, new Map([...all, ...values]));
    if (refusal !== null) return refusal;
    const id = String(++this.#lastId);
    const record: Kept = { id, values: new Map(), deleted: false, modified: this.tick() };
    this.#of(object).set(id, record);
    this.#store(object, record, all);
    this.#undo?.push(() => this.erase(object, id));
    return { ok: true, value: id };
  }

  #update(object: string, id: string, values: ReadonlyMap<string, string>): Result<string> {
    const record = this.#of(object).get(id);
    if (record === undefined || record.deleted) return no('deleted', 'NOT_FOUND', null, 'no such record');
    const refusal = this.#refusal(object, id, values);
    if (refusal !== null) return refusal;
    record.modified = this.tick();
    const before = new Map([...values.keys()].map((name) => [name, record.values.get(name) ?? '']));
    this.#undo?.push(() => this.#store(object, record, before));
    this.#store(object, record, values);
    return { ok: true, value: id };
  }

  #store(object: string, record: Kept, values: ReadonlyMap<string, string>): void {
    for (const [name, value] of values) {
      const kept = this.#field(object, name)?.form?.(value) ?? value;
      this.#release(object, name, record);
      record.values.set(name, kept);
      this.#hold(object, name, record);
    }
  }

  #refusal(
    object: string,
    id: string | null,
    values: ReadonlyMap<string, string>,
  ): { readonly ok: false; readonly refusal: Refusal } | null {
    for (const [name, value] of values) {
      const field = this.#field(object, name);
      if (field === undefined) return no('structural', 'NO_FIELD', name, `there is no field ${name}`);
      if (value === '' && field.required === true)
        return no('property-value', 'REQUIRED', name, 'it is required');
      if (value === '') continue;
      if (value.length > (field.maxLength ?? Infinity))
        return no('property-value', 'TOO_LONG', name, `${name} is too long`);
      if (field.options?.includes(value) === false)
        return no('property-value', 'NO_OPTION', name, `${value} is no option`);
      if (field.lookup !== undefined && this.#of(field.lookup).get(value)?.deleted !== false)
        return no('association', 'NO_PARENT', name, `there is no ${field.lookup} ${value}`);
      const holder = field.unique === true ? this.#holder(object, name, value) : null;
      if (holder !== null && holder !== id)
        return no('duplicate', 'NOT_UNIQUE', name, `record ${holder} has it`, holder);
    }
    return null;
  }

  #setDeleted(object: string, id: string, deleted: boolean): void {
    const record = this.#of(object).get(id);
    if (record === undefined) throw new Error(`no record ${id}`);
    const before = record.deleted;
    this.#undo?.push(() => this.#setDeleted(object, id, before));
    for (const name of record.values.keys()) this.#release(object, name, record);
    record.deleted = deleted;
    record.modified = this.tick();
    for (const name of record.values.keys()) this.#hold(object, name, record);
  }

  #hold(object: string, field: string, record: Kept): void {
    const value = record.values.get(field) ?? '';
    if (value === '' || record.deleted || this.#field(object, field)?.unique !== true) return;
    this.#held(object, field).set(value, record.id);
  }

  #release(object: string, field: string, record: Kept): void {
    const held = this.#held(object, field);
    const value = record.values.get(field) ?? '';
    if (held.get(value) === record.id) held.delete(value);
  }

  #holder(object: string, field: string, value: string): string | null {
    const kept = this.#field(object, field)?.form?.(value) ?? value;
    return this.#held(object, field).get(kept) ?? null;
  }

  #held(object: string, field: string): Map<string, string> {
    const place = `${object}\n${field}`;
    const held = this.#holders.get(place) ?? new Map<string, string>();
    this.#holders.set(place, held);
    return held;
  }

  #of(object: string): Map<string, Kept> {
    const records = this.#records.get(object);
    if (records === undefined) throw new Error(`no object ${object}`);
    return records;
  }

  #fields(object: string): readonly MemoryField[] {
    return this.objects.get(object)?.fields ?? [];
  }

  #field(object: string, name: string): MemoryField | undefined {
    return this.#fields(object).find((field) => field.name === name);
  }
}

const copyOf = ({ id, values, deleted }: Kept): StoredRecord => ({ id, values: new Map(values), deleted });

const withUnique = ({ unique, values }: WriteItem): ReadonlyMap<string, string> =>
  unique === null ? values : new Map([...values, [unique.field, unique.value]]);

const no = (
  category: ErrorCategory,
  code: string,
  field: string | null,
  said: string,
  existing: string | null = null,
): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { category, code, field, said, existing },
});
