import { expect } from 'vitest';
import type { AppConnector, AppRecord } from '../../src/lib/connectors/app/app-connector.ts';
import type { Answer } from '../../src/lib/connectors/app/fault.ts';
import type { Receipt, WriteAct, WriteAnswer, WriteItem } from '../../src/lib/connectors/app/write.ts';
import type { AppServer, AppUnderTest, StoredRecord } from './app-server.ts';

/** One app, opened for one test. */
export class Opened {
  readonly server: AppServer;
  readonly connector: AppConnector;
  /** The fields that the suite reads. */
  readonly fields: readonly string[];

  constructor(connector: AppConnector, server: AppServer) {
    const { text, note, unique } = server.object;
    this.server = server;
    this.connector = connector;
    this.fields = [text, note, ...(unique === null ? [] : [unique])];
  }

  /** The values of the nth record, all in the app's own form. */
  values(n: number): Map<string, string> {
    const { text, note, unique, uniqueValue, always } = this.server.object;
    const own = new Map([...always, [text, `text ${String(n)}`], [note, `note ${String(n)}`]]);
    if (unique !== null) own.set(unique, uniqueValue(n));
    return own;
  }

  put(count: number): Promise<readonly string[]> {
    return this.server.put(Array.from({ length: count }, (_, n) => this.values(n)));
  }

  /** A create of the nth record, with its key where the app has one. */
  create(n: number, more: ReadonlyMap<string, string> = new Map()): WriteItem {
    const { unique, uniqueValue } = this.server.object;
    return {
      key: `create-${String(n)}`,
      id: null,
      unique: unique === null ? null : { field: unique, value: uniqueValue(n) },
      values: new Map([...this.values(n), ...more]),
    };
  }

  change(id: string, values: ReadonlyMap<string, string>): WriteItem {
    return { key: `change-${id}`, id, unique: null, values };
  }

  write(act: WriteAct, items: readonly WriteItem[]): Promise<WriteAnswer> {
    return this.connector.write({ object: this.server.object.name, act, items });
  }

  /** Receipts by key; one for every item is what the contract says. */
  async receipts(act: WriteAct, items: readonly WriteItem[]): Promise<ReadonlyMap<string, Receipt>> {
    const answer = await this.write(act, items);
    if (answer.kind !== 'receipts') throw new Error(`receipts were expected: ${JSON.stringify(answer)}`);
    const byKey = new Map(answer.receipts.map((receipt) => [receipt.key, receipt]));
    expect([...byKey.keys()].sort()).toEqual(items.map(({ key }) => key).sort());
    expect(answer.receipts.length).toBe(items.length);
    return byKey;
  }

  async there(): Promise<readonly StoredRecord[]> {
    return (await this.server.stored()).filter(({ deleted }) => !deleted);
  }

  /** What the store has of a record's suite fields; null where it is not there. */
  async kept(id: string): Promise<ReadonlyMap<string, string> | null> {
    const record = (await this.there()).find((one) => one.id === id);
    return record === undefined ? null : new Map(this.fields.map((name) => [name, valueOf(record, name)]));
  }

  ids(records: readonly AppRecord[]): readonly string[] {
    return records.map(({ id }) => id).sort();
  }

  byIds(ids: readonly string[]): Promise<Answer<readonly AppRecord[]>> {
    return this.connector.readByIds(this.server.object.name, ids, this.fields);
  }

  /** Every page, from a cursor on. */
  async pages(
    options: {
      readonly since?: string;
      readonly deleted?: boolean;
      readonly cursor?: string | null;
      readonly by?: AppConnector;
    } = {},
  ): Promise<readonly AppRecord[][]> {
    const pages: AppRecord[][] = [];
    let cursor = options.cursor ?? null;
    do {
      const page = must(
        await (options.by ?? this.connector).read({
          object: this.server.object.name,
          fields: this.fields,
          since: options.since ?? null,
          deleted: options.deleted ?? false,
          cursor,
        }),
      );
      pages.push([...page.records]);
      cursor = page.next;
    } while (cursor !== null);
    return pages;
  }

  async all(options: { readonly since?: string; readonly deleted?: boolean } = {}): Promise<AppRecord[]> {
    return (await this.pages(options)).flat();
  }
}

/** Opens the app, hands it to the test and closes it. */
export const opened =
  (app: AppUnderTest, test: (on: Opened) => Promise<void>): (() => Promise<void>) =>
  async () => {
    const { connector, server } = await app.open();
    try {
      await test(new Opened(connector, server));
    } finally {
      await server.close();
    }
  };

export function must<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`an answer was expected: ${JSON.stringify(answer.fault)}`);
  return answer.value;
}

export const valueOf = (record: { readonly values: ReadonlyMap<string, string> }, name: string): string =>
  record.values.get(name) ?? '';
