import type { FieldDef } from '../../../engine/index.ts';
import type { Answer } from '../fault.ts';
import { describedField, fieldDef, type DescribedField } from './field-def.ts';
import { anyList, isJson, isText } from './form.ts';
import type { Line } from './line.ts';
import { BASE } from './version.ts';

/** A kind of records as the app describes it. */
export interface ObjectSchema {
  readonly name: string;
  readonly label: string;
  readonly described: ReadonlyMap<string, DescribedField>;
  readonly fields: readonly FieldDef[];
  readonly modifiedField: string | null;
  /** Fields by which an upsert finds a record. */
  readonly externalIds: ReadonlySet<string>;
}

/** Names of objects and fields: what stands in a query by itself. */
export const isName = (text: string): boolean => /^[A-Za-z][A-Za-z0-9_]{0,79}$/.test(text);

/** What objects are like, asked for once; `learn` asks anew. */
export interface Schemas {
  of(object: string): Promise<Answer<ObjectSchema>>;
  learn(object: string): Promise<Answer<ObjectSchema>>;
  /** Null where it was not asked for yet. */
  known(object: string): ObjectSchema | null;
}

export function schemasOf(line: Line): Schemas {
  const known = new Map<string, ObjectSchema>();
  const learn = async (object: string): Promise<Answer<ObjectSchema>> => {
    const answer = await line.get(`${BASE}/sobjects/${encodeURIComponent(object)}/describe`, objectSchema);
    if (answer.ok) known.set(object, answer.value);
    return answer;
  };
  return {
    learn,
    known: (object) => known.get(object) ?? null,
    of: async (object) => {
      const one = known.get(object);
      return one === undefined ? learn(object) : { ok: true, value: one };
    },
  };
}

const MODIFIED = ['SystemModstamp', 'LastModifiedDate'];

function objectSchema(json: unknown): ObjectSchema | null {
  if (!isJson(json) || !isText(json['name']) || !isText(json['label'])) return null;
  const described = anyList(json['fields'])?.map(describedField);
  if (described === undefined) return null;
  const whole = described.filter((one) => one !== null);
  if (whole.length < described.length) return null;
  const byName = new Map(whole.map((one) => [one.name, one]));
  return {
    name: json['name'],
    label: json['label'],
    described: byName,
    fields: whole.map(fieldDef).filter((one) => one !== null),
    modifiedField: MODIFIED.find((name) => byName.has(name)) ?? null,
    externalIds: new Set(whole.filter(({ externalId }) => externalId).map(({ name }) => name)),
  };
}
