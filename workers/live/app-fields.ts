import {
  SIDES,
  type Both,
  type FieldDef,
  type PresenceFields,
  type Side,
} from '../../src/lib/engine/index.ts';
import { isObject } from '../../src/lib/formats/index.ts';
import type { KeptSet } from '../keep/kept-set.ts';
import type { Described } from './described.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * S355: a sync of a design file whose sides that are apps are as those apps say: object, ids, types, options, what is required, unique or
 * read-only, and how its records say that they are archived (S456). What a person declared that no app tells (a country, a time zone) stays.
 */
export function withAppFields(sync: Json, sets: Both<KeptSet | null>): Json {
  let next = sync;
  for (const side of SIDES) {
    const report = sets[side]?.report;
    if (report?.live === undefined || report.described === undefined) continue;
    const { object, fields } = report.described;
    const own = isObject(next[side]) ? next[side] : {};
    const schema = isObject(next['schema']) ? next['schema'] : {};
    next = {
      ...next,
      [side]: {
        ...(object.presence === undefined ? own : saidBy(object.presence, own)),
        ...toldOf(report.described),
        ...object.presence,
      },
      schema: { ...schema, [side]: { fields: declared(fields, schema[side], usedIn(next, side)) } },
    };
  }
  return next;
}

/** Members of a side that every app tells. */
export const TOLD = ['object', 'idField', 'modifiedField'] as const;

const toldOf = ({ object, fields }: Described): Readonly<Record<(typeof TOLD)[number], string | null>> => ({
  object: object.name,
  idField: object.idField,
  modifiedField: fields.some(({ name }) => name === object.modifiedField) ? object.modifiedField : null,
});

/** What an app tells of who is archived or merged is all that is said of it (S456). */
const saidBy = (presence: PresenceFields, own: Json): Json =>
  Object.fromEntries(Object.entries(own).filter(([name]) => !PRESENCE.has(name) || name in presence));

const PRESENCE: ReadonlySet<string> = new Set<keyof PresenceFields>(['archived', 'mergedInto', 'mergedFrom']);

/** What is asked of the open project. */
interface OfProject {
  readonly sets: { get(sync: string, side: Side): KeptSet | null };
  readonly reading: { readonly json: unknown };
  readonly access: { readonly access: string };
}

/** The design with what the apps say of records that were just read; null where it says that already. */
export function withFreshFields({ sets, reading, access }: OfProject, fresh: ReadonlySet<string>): unknown {
  const { json } = reading;
  if (access.access !== 'owner' || !isObject(json) || !Array.isArray(json['syncs'])) return null;
  const syncs = json['syncs'].map((sync: unknown) => {
    if (!isObject(sync)) return sync;
    const of = (side: Side): KeptSet | null => {
      const set = sets.get(String(sync['id']), side);
      return set !== null && fresh.has(set.manifest.id) ? set : null;
    };
    return withAppFields(sync, { left: of('left'), right: of('right') });
  });
  return JSON.stringify(syncs) === JSON.stringify(json['syncs']) ? null : { ...json, syncs };
}

/** Members of a declared field that no app tells. */
export const OWN = ['format', 'country', 'timeZone', 'dateOrder'];

function declared(fields: readonly FieldDef[], before: unknown, used: ReadonlySet<string>): Json[] {
  const known = new Map<unknown, Json>(
    isObject(before) && Array.isArray(before['fields'])
      ? before['fields'].filter(isObject).map((field) => [field['name'], field])
      : [],
  );
  return fields.map((field) => {
    const was = known.get(field.name) ?? {};
    const kept = OWN.flatMap((name) => (was[name] === undefined ? [] : [[name, was[name]] as const]));
    return { ...Object.fromEntries(kept), ...memberOf(field, used.has(field.name)) };
  });
}

/** As a design file has it: what is null or false is left out, and the options of what is neither written nor used. */
function memberOf(field: FieldDef, isUsed: boolean): Json {
  const { options, ...members } = field;
  const told = Object.entries(members).filter(([, value]) => value !== null && value !== false);
  const isTold = options !== null && (isUsed || !field.readOnly);
  return { ...Object.fromEntries(told), ...(isTold ? { options } : {}) };
}

/** Names that the sync's mappings have on this side. */
function usedIn(sync: Json, side: Side): ReadonlySet<string> {
  const mappings = Array.isArray(sync['mappings']) ? sync['mappings'].filter(isObject) : [];
  return new Set(mappings.map((mapping) => String(mapping[side])));
}
