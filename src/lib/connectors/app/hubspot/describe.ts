import type { FieldDef, Option } from '../../../engine/index.ts';
import type { Account, AppDescription, AppObject, AppPipeline } from '../app-connector.ts';
import type { AppFault, Answer } from '../fault.ts';
import { notUnderstood } from './answers.ts';
import { ARCHIVED_DEF, fieldOf, isReadOnly, isUnique, linkFieldDef } from './field.ts';
import { isObject, type Json } from '../json.ts';
import { idOf, nextOf, objectsIn, textOf, textsIn } from './form.ts';
import type { LearnedRules } from './learned-rules.ts';
import { PATHS } from './paths.ts';
import { ARCHIVED, ID, MERGED, modifiedOf, STANDARD } from './standard.ts';
import type { Talk } from './talk.ts';

const fail = (fault: AppFault): { ok: false; fault: AppFault } => ({ ok: false, fault });

export async function accountOf(talk: Talk): Promise<Answer<Account>> {
  const reply = await talk.get(PATHS.account);
  if (!reply.ok) return fail(reply.fault);
  const id = idOf(reply.body['portalId']);
  if (id === null) return fail(notUnderstood(reply.status));
  return { ok: true, value: { id, name: textOf(reply.body['uiDomain']) ?? id } };
}

/** What is signed in to. Kinds that may not be read are left out; without the right to see custom objects there are none. */
export async function describe(talk: Talk, learned: LearnedRules): Promise<Answer<AppDescription>> {
  const account = await accountOf(talk);
  if (!account.ok) return account;
  const kinds = await kindsOf(talk);
  if (!kinds.ok) return kinds;
  const objects: AppObject[] = [];
  for (const kind of kinds.value) {
    const object = await objectOf(talk, kind, kinds.value, learned);
    if (object.ok) objects.push(object.value);
    else if (object.fault.code !== 'forbidden') return object;
  }
  const owners = await ownersOf(talk);
  if (!owners.ok) return owners;
  return { ok: true, value: { account: account.value, objects, owners: owners.value } };
}

interface Kind {
  readonly name: string;
  readonly label: string;
  readonly required: ReadonlySet<string>;
  /** Names of kinds that it can be associated with by a field. */
  readonly links: readonly string[];
}

async function kindsOf(talk: Talk): Promise<Answer<readonly Kind[]>> {
  const kinds: Kind[] = [];
  for (const [name, { links }] of STANDARD) {
    const reply = await talk.get(PATHS.schema(name));
    const known = reply.ok || reply.fault.code === 'forbidden' || reply.fault.code === 'not-found';
    if (!reply.ok && !known) return fail(reply.fault);
    kinds.push(kindOf(name, reply.ok ? reply.body : {}, links));
  }
  const custom = await talk.get(PATHS.schemas);
  if (!custom.ok) return custom.fault.code === 'forbidden' ? { ok: true, value: kinds } : fail(custom.fault);
  const nameOf = new Map([...STANDARD].map(([name, { typeId }]) => [typeId, name]));
  const schemas = objectsIn(custom.body['results']).filter((one) => one['archived'] !== true);
  for (const schema of schemas) {
    const id = idOf(schema['objectTypeId']);
    if (id === null) return fail(notUnderstood(custom.status));
    nameOf.set(id, id);
  }
  for (const schema of schemas) {
    const id = idOf(schema['objectTypeId']) ?? '';
    const ends = objectsIn(schema['associations'])
      .filter((end) => end['fromObjectTypeId'] === id)
      .flatMap((end) => nameOf.get(textOf(end['toObjectTypeId']) ?? '') ?? []);
    kinds.push(kindOf(id, schema, [...new Set(ends)]));
  }
  return { ok: true, value: kinds };
}

function kindOf(name: string, schema: Json, links: readonly string[]): Kind {
  const labels = isObject(schema['labels']) ? schema['labels'] : {};
  const label = textOf(labels['plural']) ?? textOf(labels['singular']) ?? name;
  return { name, label, required: new Set(textsIn(schema['requiredProperties'])), links };
}

async function objectOf(
  talk: Talk,
  kind: Kind,
  kinds: readonly Kind[],
  learned: LearnedRules,
): Promise<Answer<AppObject>> {
  const reply = await talk.get(PATHS.properties(kind.name));
  if (!reply.ok) return fail(reply.fault);
  const pipelines = await pipelinesOf(talk, kind.name);
  if (!pipelines.ok) return pipelines;
  const properties = objectsIn(reply.body['results']);
  const around = {
    object: kind.name,
    required: kind.required,
    pipelines: pipelines.value,
    learned: learned.of(kind.name),
  };
  const fields = properties.map((one) => fieldOf(one, around)).filter((one): one is FieldDef => one !== null);
  if (!fields.some(({ name }) => name === ID)) return fail(notUnderstood(reply.status));
  const links = kind.links.map((to) => linkFieldDef(to, kinds.find(({ name }) => name === to)?.label ?? to));
  const keys = properties.filter(
    (one) => isUnique(kind.name, one) && !isReadOnly(one) && one['archived'] !== true,
  );
  return {
    ok: true,
    value: {
      name: kind.name,
      label: kind.label,
      idField: ID,
      modifiedField: modifiedOf(kind.name),
      fields: [...fields, ...links, ARCHIVED_DEF],
      presence: {
        archived: { field: ARCHIVED, is: ['true'] },
        ...(fields.some(({ name }) => name === MERGED) && { mergedFrom: MERGED }),
      },
      pipelines: pipelines.value,
      uniqueFields: keys.flatMap((one) => textOf(one['name']) ?? []),
    },
  };
}

/** Kinds without pipelines answer with none, or that they cannot have any. */
async function pipelinesOf(talk: Talk, object: string): Promise<Answer<readonly AppPipeline[]>> {
  if (object === 'contacts' || object === 'companies' || object === 'products')
    return { ok: true, value: [] };
  const reply = await talk.get(PATHS.pipelines(object));
  if (!reply.ok) {
    const none = ['forbidden', 'not-found', 'refused'].includes(reply.fault.code);
    return none ? { ok: true, value: [] } : fail(reply.fault);
  }
  const pipelines = objectsIn(reply.body['results']).filter((one) => one['archived'] !== true);
  const value = pipelines.map((one) => {
    const stages = objectsIn(one['stages']).filter((stage) => stage['archived'] !== true);
    const id = idOf(one['id']) ?? '';
    return { id, label: textOf(one['label']) ?? id, stages: stages.map(stageOf) };
  });
  const whole = value.every(({ id, stages }) => id !== '' && stages.every((stage) => stage.id !== ''));
  return whole ? { ok: true, value } : fail(notUnderstood(reply.status));
}

function stageOf(stage: Json): AppPipeline['stages'][number] {
  const id = idOf(stage['id']) ?? '';
  const about = isObject(stage['metadata']) ? stage['metadata'] : {};
  const closed = String(about['isClosed']) === 'true' || about['ticketState'] === 'CLOSED';
  return { id, label: textOf(stage['label']) ?? id, closed };
}

async function ownersOf(talk: Talk): Promise<Answer<readonly Option[]>> {
  const owners: Option[] = [];
  let after: string | null = null;
  do {
    const reply = await talk.get(
      `${PATHS.owners}?limit=100${after === null ? '' : `&after=${encodeURIComponent(after)}`}`,
    );
    if (!reply.ok) return reply.fault.code === 'forbidden' ? { ok: true, value: owners } : fail(reply.fault);
    for (const one of objectsIn(reply.body['results'])) {
      const value = idOf(one['id']);
      if (value === null) return fail(notUnderstood(reply.status));
      owners.push({ value, label: textOf(one['email']) ?? value });
    }
    const next = nextOf(reply.body);
    if (next === undefined || (next !== null && next === after)) return fail(notUnderstood(reply.status));
    after = next;
  } while (after !== null);
  return { ok: true, value: owners };
}
