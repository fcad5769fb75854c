import type { FieldDef, FieldType } from '../../../src/lib/engine/index.ts';
import type {
  Account,
  Allowance,
  AppConnector,
  AppDescription,
  AppObject,
  AppRecord,
  Capabilities,
  ReadPage,
  ReadRequest,
} from '../../../src/lib/connectors/app/app-connector.ts';
import type { Answer, AppFault } from '../../../src/lib/connectors/app/fault.ts';
import type { AppJobs } from '../../../src/lib/connectors/app/jobs.ts';
import type {
  Receipt,
  Refusal,
  WriteAnswer,
  WriteBatch,
  WriteItem,
} from '../../../src/lib/connectors/app/write.ts';
import type { StoredRecord } from '../../contracts/app-server.ts';
import type { MemoryApp, MemoryField, MemoryObject } from './memory-app.ts';
import { MemoryJobs } from './memory-jobs.ts';
import { faultOf, mayBeDone, type Befalls, type MemoryCall, type MemoryFault } from './memory-faults.ts';

const CAN: Capabilities = {
  readChanged: 'modified',
  readDeleted: true,
  datesRestored: true,
  create: true,
  update: true,
  upsert: true,
  findsByAny: true,
  remove: 'archive',
  restore: true,
  clear: true,
  batchSize: 10,
  transaction: 'items',
  rate: null,
  needsRelay: false,
};

const PAGE = 7;

/** The connector of the memory app: it can what `can` says, and meets what `befalls` says. */
export class MemoryConnector implements AppConnector {
  readonly app = 'pocketbase';
  readonly can: Capabilities;
  readonly allowance: Allowance | null = null;
  readonly jobs: AppJobs;
  readonly #app: MemoryApp;
  readonly #befalls: Befalls;

  constructor(app: MemoryApp, befalls: Befalls = () => null, can: Partial<Capabilities> = {}) {
    this.#app = app;
    this.#befalls = befalls;
    this.can = { ...CAN, ...can };
    this.jobs = new MemoryJobs(app.jobs, (batch, item) => this.#write(batch, item), befalls);
  }

  async account(): Promise<Answer<Account>> {
    const { accountId } = this.#app;
    return this.#answer('account', () => ({ id: accountId, name: `Memory ${accountId}` }));
  }

  async describe(): Promise<Answer<AppDescription>> {
    const { accountId, objects } = this.#app;
    return this.#answer('describe', () => ({
      account: { id: accountId, name: `Memory ${accountId}` },
      objects: [...objects.values()].map(objectOf),
      owners: [],
    }));
  }

  async read({ object, fields, since, deleted, cursor }: ReadRequest): Promise<Answer<ReadPage>> {
    return this.#answer('read', () => {
      const from = since === null ? 0 : Date.parse(since);
      const asked = this.#app
        .all(object)
        .filter((record) => record.deleted === deleted && this.#app.modifiedAt(object, record.id) >= from);
      const left = asked.filter(({ id }) => Number(id) > Number(cursor ?? 0));
      const page = left.slice(0, PAGE);
      const next = left.length > PAGE ? (page.at(-1)?.id ?? null) : null;
      const records = page.map((record) => this.#recordOf(object, record, fields));
      return { records, next, total: asked.length };
    });
  }

  async readByIds(
    object: string,
    ids: readonly string[],
    fields: readonly string[],
  ): Promise<Answer<readonly AppRecord[]>> {
    return this.#answer('by-ids', () => this.#present(object, [...new Set(ids)], fields));
  }

  async findByKey(
    object: string,
    { field, values }: { readonly field: string; readonly values: readonly string[] },
    fields: readonly string[],
  ): Promise<Answer<readonly AppRecord[]>> {
    return this.#answer('by-key', () => {
      const ids = values.flatMap((value) => this.#app.holders(object, field, value));
      return this.#present(object, [...new Set(ids)], fields);
    });
  }

  async write(batch: WriteBatch): Promise<WriteAnswer> {
    if (batch.items.length > this.can.batchSize) throw new Error('more than a batch holds');
    const met = this.#befalls({ what: 'write', items: batch.items.length });
    if (met === null || met.kind === 'half-answer') return this.#carryOut(batch, met);
    if (met.kind === 'cut') this.#cut(batch, met.done);
    else if ((met.kind === 'dropped' || met.kind === 'html') && met.after) this.#carryOut(batch, null);
    return { kind: mayBeDone(met) ? 'unknown' : 'not-done', fault: faultOf(met) };
  }

  #carryOut(batch: WriteBatch, met: MemoryFault | null): WriteAnswer {
    let receipts: readonly Receipt[] = [];
    const write = (): boolean => {
      receipts = batch.items.map((item) => this.#write(batch, item));
      return receipts.every(({ kind }) => kind === 'written');
    };
    if (this.can.transaction === 'items') write();
    else {
      this.#app.transaction(write);
      const refused = receipts.find((receipt) => receipt.kind === 'refused');
      if (refused !== undefined) return { kind: 'refused', fault: refusedFault(refused.refusal) };
    }
    if (met?.kind !== 'half-answer') return { kind: 'receipts', receipts };
    const told = receipts.map((receipt, at): Receipt => {
      if (at < met.told) return receipt;
      return { key: receipt.key, kind: 'unknown', because: 'not-told' };
    });
    return { kind: 'receipts', receipts: told.reverse() };
  }

  /** A transaction that is cut is done whole or not at all. */
  #cut(batch: WriteBatch, done: number): void {
    if (this.can.transaction === 'batch') {
      if (done > 0) this.#carryOut(batch, null);
      return;
    }
    for (const item of batch.items.slice(0, done)) this.#write(batch, item);
  }

  #write({ object, act }: WriteBatch, item: WriteItem): Receipt {
    const { key } = item;
    if (act === 'create') {
      const result = this.can.create ? this.#app.create(object, item, this.can.upsert) : CANNOT;
      if (!result.ok) return { key, kind: 'refused', refusal: result.refusal };
      return { key, kind: 'written', ...result.value };
    }
    const result = this.#change(object, act, item);
    if (!result.ok) return { key, kind: 'refused', refusal: result.refusal };
    return { key, kind: 'written', id: result.value, created: false };
  }

  #change(object: string, act: 'update' | 'remove' | 'restore', item: WriteItem) {
    switch (act) {
      case 'update':
        return this.can.update ? this.#app.update(object, item) : CANNOT;
      case 'remove':
        return this.can.remove !== null ? this.#app.remove(object, item) : CANNOT;
      case 'restore':
        return this.can.restore ? this.#app.restore(object, item) : CANNOT;
      default:
        return act satisfies never;
    }
  }

  #present(object: string, ids: readonly string[], fields: readonly string[]): readonly AppRecord[] {
    return ids
      .map((id) => this.#app.get(object, id))
      .filter((record) => record !== null && !record.deleted)
      .map((record) => this.#recordOf(object, record!, fields));
  }

  #recordOf(object: string, record: StoredRecord, fields: readonly string[]): AppRecord {
    const modified = new Date(this.#app.modifiedAt(object, record.id)).toISOString();
    const values = new Map([...record.values, ['modified', modified], ['archived', String(record.deleted)]]);
    return recordOf({ ...record, values }, fields);
  }

  #answer<T>(what: MemoryCall['what'], work: () => T): Answer<T> {
    const met = this.#befalls({ what, items: 0 });
    return met === null ? { ok: true, value: work() } : { ok: false, fault: faultOf(met) };
  }
}

const CANNOT = {
  ok: false,
  refusal: {
    category: 'permission',
    code: 'CANNOT',
    field: null,
    said: 'this app cannot do that',
    existing: null,
  },
} as const;

const refusedFault = ({ said }: Refusal): AppFault => ({
  code: 'refused',
  category: 'property-value',
  status: 400,
  said,
  waitFor: null,
});

const recordOf = ({ id, values, deleted }: StoredRecord, fields: readonly string[]): AppRecord => ({
  id,
  values: new Map(fields.map((name) => [name, values.get(name) ?? ''])),
  deleted,
});

const objectOf = ({ name, fields, dated, archives, tellsAll }: MemoryObject): AppObject => ({
  name,
  label: name,
  idField: 'id',
  modifiedField: 'modified',
  fields: [
    ...fields.map(fieldOf),
    ...(dated === true ? [readOnly('modified', 'datetime')] : []),
    ...(archives === true ? [readOnly('archived', 'boolean')] : []),
  ],
  ...(archives === true && { presence: { archived: { field: 'archived', is: ['true'] } } }),
  ...(tellsAll === true && { missingIsDeleted: true }),
  pipelines: [],
  uniqueFields: fields.filter(({ unique }) => unique === true).map((field) => field.name),
});

const readOnly = (name: string, type: FieldType): FieldDef => ({
  ...fieldOf({ name, type }),
  readOnly: true,
});

const fieldOf = (field: MemoryField): FieldDef => ({
  name: field.name,
  type: field.type ?? (field.options === undefined ? 'text' : 'single-select'),
  label: field.name,
  required: field.required ?? false,
  readOnly: false,
  maxLength: field.maxLength ?? null,
  options: field.options?.map((value) => ({ value, label: value })) ?? null,
  unique: field.unique ?? false,
  multiple: false,
  dateOrder: null,
  decimal: null,
});
