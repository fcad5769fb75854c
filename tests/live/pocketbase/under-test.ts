import type { CallAnswer, Caller } from '../../../src/lib/connectors/app/call.ts';
import { openPocketBase } from '../../../src/lib/connectors/app/pocketbase/index.ts';
import type { AppServer, AppUnderTest, SuiteObject, WireFault } from '../../contracts/app-server.ts';
import { must } from '../../contracts/app-opened.ts';
import type { PocketBase } from './pocket-base.ts';

/** A collection with a field of most types, `email` the unique one. */
const FIELDS = [
  { name: 'name', type: 'text', max: 60 },
  { name: 'note', type: 'text' },
  { name: 'email', type: 'email' },
  { name: 'kind', type: 'select', values: ['customer', 'partner'], maxSelect: 1, required: true },
  { name: 'tags', type: 'select', values: ['a', 'b', 'c d'], maxSelect: 3 },
  { name: 'amount', type: 'number' },
  { name: 'open', type: 'bool' },
  { name: 'when', type: 'date' },
  { name: 'story', type: 'editor' },
  { name: 'web', type: 'url' },
  { name: 'more', type: 'json' },
  { name: 'created', type: 'autodate', onCreate: true },
  { name: 'updated', type: 'autodate', onCreate: true, onUpdate: true },
];

let made = 0;

/** A new collection; its name. */
export async function collectionIn(server: PocketBase): Promise<string> {
  const name = `people_${String(++made)}`;
  const indexes = [`CREATE UNIQUE INDEX \`idx_${name}\` ON \`${name}\` (\`email\`) WHERE \`email\` != ''`];
  await server.ask('POST', '/api/collections', { name, type: 'base', fields: FIELDS, indexes });
  return name;
}

/** One server for all tests of a file, a collection for each. `ask`: what connectors call it by. */
export const pocketBaseUnderTest = (
  name: string,
  server: () => PocketBase,
  ask: () => typeof fetch = () => fetch,
): AppUnderTest => ({
  name,
  open: async () => {
    const collection = await collectionIn(server());
    const waiting: WireFault[] = [];
    const call = withFaults(server().callers(ask()), waiting);
    return {
      connector: must(await openPocketBase(call)),
      server: serverOf(server(), collection, call, waiting),
    };
  },
});

interface Item {
  readonly id: string;
  readonly [field: string]: unknown;
}

function serverOf(server: PocketBase, collection: string, call: Caller, waiting: WireFault[]): AppServer {
  const records = `/api/collections/${collection}/records`;
  const object: SuiteObject = {
    name: collection,
    text: 'name',
    note: 'note',
    unique: 'email',
    uniqueValue: (n) => `person${String(n)}@example.com`,
    always: new Map([['kind', 'customer']]),
    bad: { field: 'kind', value: 'nobody' },
    many: 450,
    missingId: 'zzzzzzzzzzzzzzz',
  };
  return {
    object,
    stored: async () => {
      const all: Item[] = [];
      for (let page = 1; ; page++) {
        const got = (await server.ask('GET', `${records}?perPage=500&page=${String(page)}`)) as {
          items: Item[];
        };
        all.push(...got.items);
        if (got.items.length < 500) break;
      }
      return all.map(({ id, ...values }) => ({
        id,
        values: new Map(Object.entries(values).map(([name, value]) => [name, String(value)])),
        deleted: false,
      }));
    },
    put: async (given) => {
      const ids: string[] = [];
      for (let at = 0; at < given.length; at += 50) {
        const requests = given
          .slice(at, at + 50)
          .map((values) => ({ method: 'POST', url: records, body: Object.fromEntries(values) }));
        const told = (await server.ask('POST', '/api/batch', { requests })) as { body: Item }[];
        ids.push(...told.map(({ body }) => body.id));
      }
      return ids;
    },
    edit: async (id, values) =>
      void (await server.ask('PATCH', `${records}/${id}`, Object.fromEntries(values))),
    remove: async (id) => void (await server.ask('DELETE', `${records}/${id}`)),
    moment: async () => {
      // Its clock is this machine's, in milliseconds.
      await new Promise((done) => setTimeout(done, 20));
      const now = new Date().toISOString();
      await new Promise((done) => setTimeout(done, 20));
      return now;
    },
    meet: (fault, times) => waiting.push(...Array.from({ length: times }, () => fault)),
    again: async () => must(await openPocketBase(call)),
    close: async () => void (await server.ask('DELETE', `/api/collections/${collection}`)),
  };
}

/** Between the connector and the real server: what the wire or PocketBase does when something is wrong. */
function withFaults({ call, guest }: ReturnType<PocketBase['callers']>, waiting: WireFault[]): Caller {
  return async (asked) => {
    const fault = waiting.shift();
    if (fault === undefined) return call(asked);
    if ('after' in fault && fault.after) await call(asked);
    switch (fault.kind) {
      case 'dropped':
        return { kind: 'lost', because: 'dropped', said: '' };
      case 'html':
        return answer(200, '<!doctype html><title>Proxy</title>');
      case 'overloaded':
        return answer(503, '<!doctype html>');
      case 'rate-limited':
        return answer(429, '{"data":{},"message":"Too Many Requests.","status":429}');
      case 'forbidden':
        return answer(
          403,
          '{"data":{},"message":"You are not allowed to perform this request.","status":403}',
        );
      case 'signed-out':
        // As PocketBase itself says it of a token that does not hold.
        return guest(asked);
    }
  };
}

const answer = (status: number, body: string): CallAnswer => ({
  kind: 'answered',
  status,
  header: () => null,
  body,
});
