import type { Account, Answer, AppConnector, AppDescription, Capabilities } from '../app-connector.ts';
import type { Caller } from '../call.ts';
import { collectionsIn, type PbCollection } from './collection.ts';
import { isObject, numberOf, objectsOf, textOf } from '../json.ts';
import { readBy, readPage } from './read.ts';
import { ask, faultOf } from './talk.ts';
import { write } from './write.ts';

export { signInToPocketBase } from './sign-in.ts';

const NOT_UNDERSTOOD = { ok: false, fault: faultOf('not-understood', 200, '') } as const;
const NO_SUCH = { ok: false, fault: faultOf('not-found', null, '') } as const;
const COLLECTIONS = '/api/collections?perPage=500&sort=created';

/** PocketBase, signed in to as a superuser: `call` adds the host and the token. What it can follows from its own settings. */
export async function openPocketBase(call: Caller): Promise<Answer<AppConnector>> {
  const settings = await ask(call, 'GET', '/api/settings');
  if (!settings.ok) return settings;
  const first = await collectionsOf(call);
  if (!first.ok) return first;
  let collections = first.value;
  const batch = isObject(settings.body) ? settings.body['batch'] : null;
  const size = isObject(batch) && batch['enabled'] === true ? (numberOf(batch['maxRequests']) ?? 1) : 1;
  const can: Capabilities = {
    readChanged: 'modified',
    readDeleted: false,
    datesRestored: true,
    create: true,
    update: true,
    upsert: false,
    findsByAny: true,
    remove: 'delete',
    restore: false,
    clear: true,
    batchSize: size,
    transaction: size > 1 ? 'batch' : 'items',
    rate: null,
    needsRelay: false,
  };
  const account = (): Promise<Answer<Account>> => accountOf(call);
  return {
    ok: true,
    value: {
      app: 'pocketbase',
      can,
      allowance: null,
      account,
      describe: async (): Promise<Answer<AppDescription>> => {
        const who = await account();
        if (!who.ok) return who;
        const now = await collectionsOf(call);
        if (!now.ok) return now;
        collections = now.value;
        const objects = [...collections.values()].map(({ object }) => object);
        return { ok: true, value: { account: who.value, objects, owners: [] } };
      },
      read: async (request) => {
        const collection = collections.get(request.object);
        return collection === undefined ? NO_SUCH : readPage(call, collection, request);
      },
      readByIds: async (object, ids, fields) => {
        const collection = collections.get(object);
        return collection === undefined
          ? NO_SUCH
          : readBy(call, collection, { field: 'id', values: ids }, fields);
      },
      findByKey: async (object, key, fields) => {
        const collection = collections.get(object);
        if (collection?.fields.has(key.field) !== true) return NO_SUCH;
        return readBy(call, collection, key, fields);
      },
      write: async (sent) => {
        const collection = collections.get(sent.object);
        return collection === undefined
          ? { kind: 'refused', fault: NO_SUCH.fault }
          : write(call, collection, sent);
      },
    },
  };
}

async function collectionsOf(call: Caller): Promise<Answer<ReadonlyMap<string, PbCollection>>> {
  const reply = await ask(call, 'GET', COLLECTIONS);
  if (!reply.ok) return reply;
  const found = collectionsIn(reply.body);
  return found === null ? NOT_UNDERSTOOD : { ok: true, value: new Map(found.map((one) => [one.name, one])) };
}

/** S347: an installation has no name of its own that nobody changes: it is known by when its first collection was made. */
async function accountOf(call: Caller): Promise<Answer<Account>> {
  const query = 'filter=system%3Dtrue&sort=created,id&perPage=1&fields=id,created';
  const first = await ask(call, 'GET', `/api/collections?${query}`);
  if (!first.ok) return first;
  const [oldest] = (isObject(first.body) ? objectsOf(first.body['items']) : null) ?? [];
  const id = textOf(oldest?.['created']);
  if (id === '') return NOT_UNDERSTOOD;
  const settings = await ask(call, 'GET', '/api/settings');
  if (!settings.ok) return settings;
  const meta = isObject(settings.body) ? settings.body['meta'] : null;
  return { ok: true, value: { id, name: isObject(meta) ? textOf(meta['appName']) : '' } };
}
