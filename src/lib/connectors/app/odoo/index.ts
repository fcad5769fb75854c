import type { Option } from '../../../engine/index.ts';
import type {
  Account,
  Answer,
  AppConnector,
  AppDescription,
  AppPipeline,
  Capabilities,
} from '../app-connector.ts';
import type { Caller } from '../call.ts';
import { objectsOf, textOf, type Json } from '../json.ts';
import { idOf, numberOf } from './json.ts';
import { fieldsIn, KINDS, type OdooFields, type OdooKind } from './kinds.ts';
import { readBy, readPage, type Known } from './read.ts';
import { ask, faultOf } from './talk.ts';
import { fromText } from './values.ts';
import { write } from './write.ts';

/** What Odoo 19 and this connector to it can do. No field of a partner or lead keeps a second one out: creates have no key there. */
const CAN: Capabilities = {
  readChanged: 'modified',
  readDeleted: true,
  datesRestored: true,
  create: true,
  update: true,
  upsert: false,
  findsByAny: true,
  remove: 'archive',
  restore: true,
  clear: true,
  batchSize: 100,
  transaction: 'batch',
  rate: null,
  needsRelay: true,
};
const NOT_UNDERSTOOD = { ok: false, fault: faultOf('not-understood', 200, '') } as const;
const NO_SUCH = { ok: false, fault: faultOf('not-found', null, '') } as const;
const ABOUT = ['string', 'type', 'required', 'readonly', 'selection', 'size', 'store'];

type KnownKind = Known & OdooFields;

/** Odoo 19, signed in to by an API key: `call` adds the host, the key and, where there are several, the database. */
export async function openOdoo(call: Caller): Promise<Answer<AppConnector>> {
  const first = await kindsOf(call);
  if (!first.ok) return first;
  let kinds = first.value;
  const account = (): Promise<Answer<Account>> => accountOf(call);
  return {
    ok: true,
    value: {
      app: 'odoo',
      can: CAN,
      allowance: null,
      account,
      describe: async () => {
        const now = await kindsOf(call);
        if (!now.ok) return now;
        kinds = now.value;
        return describe(call, kinds);
      },
      read: async (request) => {
        const known = kinds.get(request.object);
        return known === undefined ? NO_SUCH : readPage(call, known, request);
      },
      readByIds: async (object, ids, fields) => {
        const known = kinds.get(object);
        const numbers = ids.map(numberOf).filter((id) => id !== null);
        return known === undefined ? NO_SUCH : readBy(call, known, 'id', numbers, fields);
      },
      findByKey: async (object, { field, values }, fields) => {
        const known = kinds.get(object);
        const about = known?.fields.get(field);
        if (known === undefined || about === undefined) return NO_SUCH;
        const said = values.filter((value) => value !== '').map((value) => fromText(about, value));
        return readBy(
          call,
          known,
          field,
          said.filter((value) => value !== undefined),
          fields,
        );
      },
      write: async (batch) => {
        const known = kinds.get(batch.object);
        return known === undefined ? { kind: 'refused', fault: NO_SUCH.fault } : write(call, known, batch);
      },
    },
  };
}

/** The kinds whose models are installed and may be read. */
async function kindsOf(call: Caller): Promise<Answer<ReadonlyMap<string, KnownKind>>> {
  const models = new Map<string, OdooFields | null>();
  for (const { model } of KINDS) {
    if (models.has(model)) continue;
    const reply = await ask(call, model, 'fields_get', { attributes: ABOUT });
    if (!reply.ok && reply.fault.code !== 'not-found' && reply.fault.code !== 'forbidden') return reply;
    const fields = reply.ok ? fieldsIn(reply.body, model) : null;
    if (reply.ok && fields === null) return NOT_UNDERSTOOD;
    models.set(model, fields);
  }
  const known = KINDS.flatMap((kind): [string, KnownKind][] => {
    const fields = models.get(kind.model);
    return fields === null || fields === undefined ? [] : [[kind.name, { kind, ...fields }]];
  });
  return { ok: true, value: new Map(known) };
}

async function describe(
  call: Caller,
  kinds: ReadonlyMap<string, KnownKind>,
): Promise<Answer<AppDescription>> {
  const account = await accountOf(call);
  if (!account.ok) return account;
  const owners = await listed(call, 'res.users', ['login', 'name']);
  if (!owners.ok) return owners;
  const stages = kinds.has('leads')
    ? await listed(call, 'crm.stage', ['name', 'is_won'])
    : ({ ok: true, value: [] } as const);
  if (!stages.ok) return stages;
  const pipeline: AppPipeline = {
    id: '1',
    label: account.value.name,
    stages: stages.value.map((stage) => ({
      id: String(stage['id']),
      label: textOf(stage['name']),
      closed: stage['is_won'] === true,
    })),
  };
  return {
    ok: true,
    value: {
      account: account.value,
      objects: [...kinds.values()].map(({ kind, defs, fields }) => ({
        name: kind.name,
        label: kind.label,
        idField: 'id',
        modifiedField: 'write_date',
        fields: defs,
        ...(fields.has('active') && { presence: { archived: { field: 'active', is: ['false'] } } }),
        pipelines: hasStages(kind) ? [pipeline] : [],
        uniqueFields: [],
      })),
      owners: owners.value.map((user): Option => ({
        value: String(user['id']),
        label: textOf(user['login']),
      })),
    },
  };
}

const hasStages = ({ model }: OdooKind): boolean => model === 'crm.lead';

async function listed(
  call: Caller,
  model: string,
  fields: readonly string[],
): Promise<Answer<readonly Json[]>> {
  const reply = await ask(call, model, 'search_read', { domain: [], fields });
  if (!reply.ok) return reply.fault.code === 'forbidden' ? { ok: true, value: [] } : reply;
  const items = objectsOf(reply.body);
  return items?.every((item) => idOf(item['id']) !== null) === true
    ? { ok: true, value: items }
    : NOT_UNDERSTOOD;
}

/** A database is known by its first company and when that was made; a rename changes neither. */
async function accountOf(call: Caller): Promise<Answer<Account>> {
  const reply = await ask(call, 'res.company', 'search_read', {
    domain: [],
    fields: ['name', 'create_date'],
    order: 'id',
    limit: 1,
  });
  if (!reply.ok) return reply;
  const [company] = objectsOf(reply.body) ?? [];
  const id = idOf(company?.['id']);
  if (company === undefined || id === null) return NOT_UNDERSTOOD;
  return {
    ok: true,
    value: { id: `${String(id)} ${textOf(company['create_date'])}`, name: textOf(company['name']) },
  };
}
