import type { PresenceFields } from '../../../engine/index.ts';
import type { AppDescription, AppObject } from '../app-connector.ts';
import type { Answer } from '../fault.ts';
import { isJson, isText, listOf, type Json } from './form.ts';
import type { Line } from './line.ts';
import { readAccount, readOwners, readPipelines } from './lists.ts';
import type { ObjectSchema, Schemas } from './schema.ts';
import { BASE } from './version.ts';

/** Standard objects that syncs are made of; objects of the org's own come behind them. */
const STANDARD = ['Account', 'Contact', 'Lead', 'Opportunity', 'Case', 'Product2'];

/** The org, its people and what these objects are like: those named, else the usual ones and the org's own (S318). */
export async function readDescription(
  line: Line,
  schemas: Schemas,
  wanted: readonly string[] | null,
): Promise<Answer<AppDescription>> {
  const account = await readAccount(line);
  if (!account.ok) return account;
  const names = await objectNames(line, wanted);
  if (!names.ok) return names;
  const objects: AppObject[] = [];
  for (const name of names.value) {
    const schema = await schemas.learn(name);
    if (!schema.ok) return schema;
    const pipelines = await readPipelines(line, schema.value);
    if (!pipelines.ok) return pipelines;
    objects.push({ ...objectOf(schema.value), pipelines: pipelines.value });
  }
  const owners = await readOwners(line);
  if (!owners.ok) return owners;
  return { ok: true, value: { account: account.value, objects, owners: owners.value } };
}

async function objectNames(line: Line, wanted: readonly string[] | null): Promise<Answer<readonly string[]>> {
  const listed = await line.get(`${BASE}/sobjects`, (json) =>
    isJson(json) ? listOf(json['sobjects'], isListed) : null,
  );
  if (!listed.ok) return listed;
  const there = listed.value.filter(isKept);
  const own = there.filter(({ custom, name }) => custom === true && name.endsWith('__c'));
  const names = wanted ?? [...STANDARD, ...own.map(({ name }) => name)];
  const seen = new Set(there.map(({ name }) => name));
  return { ok: true, value: names.filter((name) => seen.has(name)) };
}

const isListed = (one: unknown): one is Json & { name: string } => isJson(one) && isText(one['name']);

/** Records can be read and written, and it is no table of settings. */
const isKept = (one: Json): boolean =>
  one['queryable'] === true &&
  one['createable'] === true &&
  one['deprecatedAndHidden'] !== true &&
  one['customSetting'] !== true;

const objectOf = ({
  name,
  label,
  fields,
  described,
  modifiedField,
}: ObjectSchema): Omit<AppObject, 'pipelines'> => ({
  name,
  label,
  idField: 'Id',
  modifiedField,
  fields,
  presence: presenceOf(described),
  uniqueFields: [...described.values()]
    .filter(({ unique, externalId, createable }) => (unique || externalId) && createable)
    .map((field) => field.name),
});

/** Both are fields of the app's own: one in the recycle bin, and of a merge the record that is left. */
function presenceOf(described: ObjectSchema['described']): PresenceFields {
  return {
    ...(described.has('IsDeleted') && { archived: { field: 'IsDeleted', is: ['true'] } }),
    ...(described.has('MasterRecordId') && { mergedInto: 'MasterRecordId' }),
  };
}
