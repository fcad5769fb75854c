import type { AppConnector, AppRecord } from '../../../../src/lib/connectors/app/app-connector.ts';
import type { Call } from '../../../../src/lib/connectors/app/call.ts';
import type { Answer, AppFault } from '../../../../src/lib/connectors/app/fault.ts';
import type { Receipt, WriteAct, WriteAnswer, WriteItem } from '../../../../src/lib/connectors/app/write.ts';
import { salesforce, type SalesforceOptions } from '../../../../src/lib/connectors/app/salesforce/index.ts';
import { FaultDesk, inProcess } from '../../../servers/faults/index.ts';
import { FakeSalesforce, type Row, type Values } from '../../../servers/salesforce/index.ts';

/** A connector to a fake org, what stands between them, and every call it made. */
export class Opened {
  readonly fake = new FakeSalesforce();
  readonly desk = new FaultDesk();
  readonly calls: Call[] = [];
  readonly connector: AppConnector;
  token = this.fake.sessions.open();

  constructor(options?: SalesforceOptions) {
    const caller = inProcess(this.desk.wrap(this.fake.answer), () => ({
      authorization: `Bearer ${this.token}`,
    }));
    this.connector = salesforce((call) => {
      this.calls.push(call);
      return caller(call);
    }, options);
  }

  put(object: string, count: number, values: (i: number) => Values): Row[] {
    return Array.from({ length: count }, (_, i) => this.fake.store.insert(object, values(i)));
  }

  write(object: string, act: WriteAct, items: readonly WriteItem[]): Promise<WriteAnswer> {
    return this.connector.write({ object, act, items });
  }

  /** All pages of a read, from a cursor on. */
  async pages(
    object: string,
    fields: readonly string[],
    more: { since?: string; deleted?: boolean; cursor?: string | null } = {},
  ): Promise<(readonly AppRecord[])[]> {
    const { since = null, deleted = false } = more;
    const pages: (readonly AppRecord[])[] = [];
    let cursor = more.cursor ?? null;
    do {
      const page = must(await this.connector.read({ object, fields, since, deleted, cursor }));
      pages.push(page.records);
      cursor = page.next;
    } while (cursor !== null);
    return pages;
  }

  /** Live records of the fake. */
  there(object: string): Row[] {
    return this.fake.store.all(object).filter((row) => row['IsDeleted'] !== true);
  }
}

export function must<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  return answer.value;
}

export function fault(answer: Answer<unknown>): AppFault {
  if (answer.ok) throw new Error('a fault was expected');
  return answer.fault;
}

export function receipts(answer: WriteAnswer): readonly Receipt[] {
  if (answer.kind !== 'receipts') throw new Error(JSON.stringify(answer));
  return answer.receipts;
}

export const item = (
  key: string,
  id: string | null,
  values: Readonly<Record<string, string>>,
  unique: WriteItem['unique'] = null,
): WriteItem => ({ key, id, unique, values: new Map(Object.entries(values)) });

export const ids = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id);
