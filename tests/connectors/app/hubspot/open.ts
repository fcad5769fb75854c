import type { AppConnector, ReadRequest } from '../../../../src/lib/connectors/app/app-connector.ts';
import type { Answer, AppFault } from '../../../../src/lib/connectors/app/fault.ts';
import { hubSpot } from '../../../../src/lib/connectors/app/hubspot/index.ts';
import type { Receipt, WriteAct, WriteItem } from '../../../../src/lib/connectors/app/write.ts';
import { HubSpotFake, type Portal } from '../../../servers/hubspot/index.ts';

/** A fake, what is in it, and a connector to it without a socket. */
export function open(): { fake: HubSpotFake; portal: Portal; connector: AppConnector } {
  const fake = new HubSpotFake();
  return { fake, portal: fake.portal, connector: hubSpot(fake.caller()) };
}

export function must<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`an answer was expected: ${JSON.stringify(answer.fault)}`);
  return answer.value;
}

export function faultOf(answer: Answer<unknown>): AppFault {
  if (answer.ok) throw new Error('a fault was expected');
  return answer.fault;
}

/** A create (`id` null) or an update. `key` is the item's, or `k`. */
export const item = (
  id: string | null,
  values: Record<string, string>,
  more: Partial<Pick<WriteItem, 'key' | 'unique'>> = {},
): WriteItem => ({
  key: more.key ?? 'k',
  id,
  unique: more.unique ?? null,
  values: new Map(Object.entries(values)),
});

/** Receipts in the order of the items. */
export async function receipts(
  connector: AppConnector,
  object: string,
  act: WriteAct,
  items: readonly WriteItem[],
): Promise<readonly Receipt[]> {
  const answer = await connector.write({ object, act, items });
  if (answer.kind !== 'receipts') throw new Error(`receipts were expected: ${JSON.stringify(answer)}`);
  return items.map(({ key }) => answer.receipts.find((one) => one.key === key)!);
}

/** Every page of a read. */
export async function pages(
  connector: AppConnector,
  object: string,
  fields: readonly string[],
  how: { since?: string; deleted?: boolean; between?: () => void } = {},
): Promise<{ id: string; values: Record<string, string>; deleted: boolean }[][]> {
  const all = [];
  let cursor: string | null = null;
  do {
    const request: ReadRequest = {
      object,
      fields,
      since: how.since ?? null,
      deleted: how.deleted ?? false,
      cursor,
    };
    const page = must(await connector.read(request));
    all.push(
      page.records.map(({ id, values, deleted }) => ({ id, values: Object.fromEntries(values), deleted })),
    );
    cursor = page.next;
    how.between?.();
  } while (cursor !== null);
  return all;
}
