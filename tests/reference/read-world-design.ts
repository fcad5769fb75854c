import type { AssociationSide } from '../../src/lib/engine/model/association.ts';
import type {
  FieldMapping,
  IdentifierName,
  KeyField,
  MatchKey,
  NormalizerName,
  ObjectSync,
  SyncDesign,
} from '../../src/lib/engine/model/design.ts';
import { OBJECT_KINDS, type DeleteRule } from '../../src/lib/engine/model/design.ts';
import { intersect, type Direction } from '../../src/lib/engine/model/direction.ts';
import type { FieldDef, Option, Schema } from '../../src/lib/engine/model/field.ts';
import type { Filter, FilterCondition, FilterMode, Filters } from '../../src/lib/engine/model/filter.ts';
import type { SalesforceRule } from '../../src/lib/engine/model/salesforce-rule.ts';
import type { Transform } from '../../src/lib/engine/model/transform.ts';
import type { StageMap } from '../../src/lib/engine/model/stages.ts';
import { readLifecycle, withDefaults } from './plan-lifecycle.ts';
import { withJoined } from './plan-joined.ts';
import { readPresence } from './plan-presence.ts';
import { hasInverse, sourceOf } from './plan-transform.ts';
import type { Both, Side } from '../../src/lib/engine/model/side.ts';

type Json = Record<string, unknown>;

/** FORMATS, Design file: a design known to be right, with every default filled in. */
export function readWorldDesign(json: unknown): SyncDesign {
  const design = json as Json;
  const apps = design['apps'] as SyncDesign['apps'];
  const isSalesforce = design['profile'] === 'salesforce';
  const salesforce: Side = apps.left.kind === 'salesforce' ? 'left' : 'right';
  const syncs = (design['syncs'] as Json[]).map((sync) => ({
    ...readSync(sync, isSalesforce),
    ...(isSalesforce ? { salesforce } : {}),
  }));
  const { maxMissing } = (design['guards'] ?? {}) as { readonly maxMissing?: number | null };
  return {
    format: 'drysync/design@1',
    name: String(design['name']),
    profile: isSalesforce ? 'salesforce' : 'data-sync',
    apps,
    syncs: syncs.map((sync) => withDefaults(sync, syncs)),
    guards: {
      maxMissing: maxMissing ?? null,
      createsPerMatch: null,
      maxCleared: null,
      maxChanged: null,
      minMatched: null,
      maxShrunk: null,
      ...{ maxRejected: null, maxOverwritten: null, maxAge: null },
      named: [],
    },
  };
}

/** PH8: by kind, then in design order; FORMATS: "`associations.to` before its child where that differs". */
export function inProcessingOrder(design: SyncDesign): ObjectSync[] {
  const plain = OBJECT_KINDS.flatMap((kind) => design.syncs.filter((sync) => sync.kind === kind));
  const done: ObjectSync[] = [];
  const begun: ObjectSync[] = [];
  const take = (sync: ObjectSync): void => {
    if (begun.includes(sync)) return; // S96: a circle is cut where it was entered.
    begun.push(sync);
    plain.filter(({ id }) => sync.associations.some(({ to }) => to === id)).forEach(take);
    done.push(sync);
  };
  plain.forEach(take);
  return done.map(withJoined);
}

/** DI1, DI2: what is left of a mapping's direction. */
export function directionOf(sync: ObjectSync, mapping: FieldMapping): Direction {
  let direction = intersect(sync.direction, mapping.direction ?? sync.direction);
  const readOnly = (side: Side): boolean => {
    const field = fieldOf(sync, side, mapping[side]);
    return field !== null && (field.readOnly || field.type === 'calculated');
  };
  if (direction !== null && readOnly('left')) direction = intersect(direction, 'left-to-right');
  if (direction !== null && readOnly('right')) direction = intersect(direction, 'right-to-left');
  if (direction !== null && mapping.transform !== null && !hasInverse(mapping.transform)) {
    direction = intersect(direction, sourceOf(sync, mapping) === 'left' ? 'left-to-right' : 'right-to-left');
  }
  // SF2: "HubSpot → Salesforce: never".
  if (direction !== null && sync.salesforce !== undefined && mapping.sfRule === 'always')
    direction = intersect(direction, sync.salesforce === 'left' ? 'left-to-right' : 'right-to-left');
  if (direction === null) throw new Error(`no direction left: ${mapping.left} – ${mapping.right}`);
  return direction;
}

/** The field as the design declares it, or null. */
export const fieldOf = (sync: ObjectSync, side: Side, name: string): FieldDef | null =>
  sync.schema[side]?.fields.find((field) => field.name === name) ?? null;

/** MA1, MA10: the keys in force, in order. */
export function keysOf(sync: ObjectSync): readonly MatchKey[] {
  const { method, keys, identifiers } = sync.matching;
  if (method === 'none') return [];
  // S221: "of the one its fields declare".
  const countryOf = (field: KeyField): string | null => {
    const said = new Set(
      (['left', 'right'] as const).flatMap((side) => fieldOf(sync, side, field[side])?.country ?? []),
    );
    return field.country ?? (said.size === 1 ? ([...said][0] ?? null) : null);
  };
  if (method === 'keys')
    return keys.map(({ fields }) => ({
      fields: fields.map((field) => ({ ...field, country: countryOf(field) })),
    }));
  const defaults: Partial<Record<ObjectSync['kind'], readonly IdentifierName[]>> = {
    contacts: ['email'],
    leads: ['email'],
    companies: ['name', 'domain'],
    products: ['sku', 'name'],
  };
  return (defaults[sync.kind] ?? []).flatMap((name) => {
    const fields = identifiers[name];
    if (fields === undefined) return [];
    return [{ fields: [{ ...fields, normalize: [name === 'sku' ? 'text' : name] as const, country: null }] }];
  });
}

function readSync(sync: Json, isSalesforce: boolean): ObjectSync {
  const matching = (sync['matching'] ?? {}) as Json;
  const blanks = (sync['blanks'] ?? {}) as Json;
  const deletes = (sync['deletes'] ?? {}) as Partial<Both<DeleteRule>>;
  const lifecycle = readLifecycle((sync['lifecycle'] ?? null) as Json | null);
  const schema = (sync['schema'] ?? {}) as Json;
  const idPair = (matching['idPair'] ?? null) as { left?: string; right?: string } | null;
  return {
    id: sync['id'] as string,
    kind: sync['kind'] as ObjectSync['kind'],
    ...(sync['since'] === undefined ? {} : { since: sync['since'] as string }),
    left: readSide(sync['left'] as Json),
    right: readSide(sync['right'] as Json),
    direction: sync['direction'] as Direction,
    winner: sync['winner'] as Side,
    matching: {
      method: (matching['method'] ?? 'default') as ObjectSync['matching']['method'],
      ambiguous: (matching['ambiguous'] ?? 'report') as 'report' | 'first-key',
      contested: (matching['contested'] ?? 'first') as 'first' | 'closest',
      placeholders: 'keep',
      publicDomains: 'keep',
      noKey: (matching['noKey'] ?? 'exclude') as 'exclude' | 'create',
      identifiers: (matching['identifiers'] ?? {}) as ObjectSync['matching']['identifiers'],
      keys: ((matching['keys'] ?? []) as { fields: Json[] }[]).map((key) => ({
        fields: key.fields.map(readKeyField),
      })),
      idPair:
        idPair === null
          ? null
          : idPair.left === undefined
            ? { side: 'right', field: idPair.right ?? '' }
            : { side: 'left', field: idPair.left },
    },
    requireValidEmail: (sync['requireValidEmail'] ?? null) as Both<string | null> | null,
    mappings: ((sync['mappings'] ?? []) as Json[]).map((mapping) => ({
      left: mapping['left'] as string,
      right: mapping['right'] as string,
      // SF4, S140.
      enabled: ((mapping['enabled'] ?? true) as boolean) && !(isSalesforce && mapping['sfRule'] === 'off'),
      ...(mapping['sfRule'] === undefined ? {} : { sfRule: mapping['sfRule'] as SalesforceRule }),
      direction: (mapping['direction'] ?? null) as Direction | null,
      conflict: (mapping['conflict'] ?? 'winner') as FieldMapping['conflict'],
      rewriteForm: (mapping['rewriteForm'] ?? false) as boolean,
      same: (mapping['same'] ?? []) as FieldMapping['same'],
      cameBack: (mapping['cameBack'] ?? 'ask') as FieldMapping['cameBack'],
      transform: readTransform((mapping['transform'] ?? null) as Json | null),
    })),
    associations: ((sync['associations'] ?? []) as Json[]).map((association) => ({
      to: association['to'] as string,
      required: (association['required'] ?? false) as boolean,
      left: readEnd(association['left'] as Json),
      right: readEnd(association['right'] as Json),
    })),
    filters: readFilters((sync['filters'] ?? {}) as Json),
    deletes: { left: deletes.left ?? 'report', right: deletes.right ?? 'report' },
    blanks: {
      fillWinner: (blanks['fillWinner'] ?? true) as boolean,
      propagateClears: (blanks['propagateClears'] ?? 'never') as 'never' | 'ask' | 'always',
    },
    stages: readStages((sync['stages'] ?? null) as Json | null),
    ...(lifecycle === null ? {} : { lifecycle }),
    schema: { left: readSchema(schema['left']), right: readSchema(schema['right']) },
  };
}

/** ST1, ST4. */
function readStages(stages: Json | null): ObjectSync['stages'] {
  if (stages === null) return null;
  const fields = (side: Side): StageMap['left'] => {
    const own = stages[side] as Partial<StageMap['left']>;
    return { pipeline: own.pipeline ?? null, stage: own.stage ?? '', status: own.status ?? null };
  };
  const value = (texts: readonly (string | null)[]): StageMap['pairs'][number]['left'] => {
    const [pipeline = null, stage = null, status = null] = texts.map((text) => (text === '' ? null : text));
    return { pipeline, stage, status };
  };
  const pairs = (stages['pairs'] ?? []) as Both<readonly (string | null)[]>[];
  return {
    left: fields('left'),
    right: fields('right'),
    pairs: pairs.map(({ left, right }) => ({ left: value(left), right: value(right) })),
  };
}
const readEnd = (end: Json): AssociationSide => ({
  field: end['field'] as string,
  by: (end['by'] ?? null) as string | null,
  primaryOnly: (end['primaryOnly'] ?? false) as boolean,
});

/** FM10, with its defaults. */
function readTransform(transform: Json | null): Transform | null {
  if (transform === null) return null;
  const pairs = (table: unknown): [string, string][] => Object.entries(table as Record<string, string>);
  const defaults: Json = {
    ...{ at: ' ', take: 'first', country: null, otherwise: 'fail', decimal: '.', group: '', decimals: null },
    separator: ' ',
    ...transform,
  };
  if (transform['map'] !== undefined) defaults['map'] = pairs(transform['map']);
  if (transform['table'] !== undefined) defaults['table'] = pairs(transform['table']);
  return defaults as unknown as Transform;
}

/** FI1–FI6; a condition's value as the text it stands for. */
const texts = (value: unknown): string[] => (value as unknown[]).map(String);
function condition(one: Json): FilterCondition {
  const head = { field: one['field'] as string, op: one['op'] };
  const { value } = one;
  if (head.op === 'in') return { ...head, values: texts(value) } as FilterCondition;
  if (head.op === 'last-days') return { ...head, days: value } as FilterCondition;
  if (head.op === 'known' || head.op === 'unknown') return head as FilterCondition;
  if (head.op !== 'between') return { ...head, value: String(value) } as FilterCondition;
  const [from, to] = texts(value);
  return { ...head, from, to } as FilterCondition;
}

function readFilters(filters: Json): Filters {
  const filter = (one: unknown): Filter | null =>
    one === null || one === undefined
      ? null
      : {
          any: ((one as Json)['any'] as { all: Json[] }[]).map(({ all }) => ({ all: all.map(condition) })),
        };
  const list = (name: string): Both<readonly string[]> => {
    const both = (filters[name] ?? {}) as Partial<Both<readonly string[]>>;
    return { left: both.left ?? [], right: both.right ?? [] };
  };
  return {
    mode: (filters['mode'] ?? 'initial-only') as FilterMode,
    left: filter(filters['left']),
    right: filter(filters['right']),
    allow: list('allow'),
    deny: list('deny'),
  };
}

const readSide = (side: Json): ObjectSync['left'] => ({
  object: side['object'] as string,
  idField: (side['idField'] ?? null) as string | null,
  modifiedField: (side['modifiedField'] ?? null) as string | null,
  ...(side['timeZone'] === undefined ? {} : { timeZone: side['timeZone'] as string }),
  ...readPresence(side),
});

const readKeyField = (field: Json): KeyField => ({
  left: field['left'] as string,
  right: field['right'] as string,
  normalize: (field['normalize'] ?? ['text']) as readonly NormalizerName[],
  country: (field['country'] ?? null) as string | null,
});

function readSchema(schema: unknown): Schema | null {
  if (schema === null || schema === undefined) return null;
  return { fields: (schema as { fields: Json[] }).fields.map(readField) };
}

const readField = (field: Json): FieldDef => ({
  name: field['name'] as string,
  type: field['type'] as FieldDef['type'],
  label: (field['label'] ?? null) as string | null,
  required: (field['required'] ?? false) as boolean,
  readOnly: (field['readOnly'] ?? false) as boolean,
  maxLength: (field['maxLength'] ?? null) as number | null,
  options:
    field['options'] === undefined || field['options'] === null
      ? null
      : (field['options'] as (string | Option)[]).map((option) =>
          typeof option === 'string' ? { value: option, label: option } : option,
        ),
  unique: (field['unique'] ?? false) as boolean,
  multiple: (field['multiple'] ?? false) as boolean,
  dateOrder: (field['dateOrder'] ?? null) as FieldDef['dateOrder'],
  decimal: (field['decimal'] ?? null) as FieldDef['decimal'],
  ...(field['format'] === undefined ? {} : { format: field['format'] as NonNullable<FieldDef['format']> }),
  country: (field['country'] ?? null) as string | null,
  ...(field['timeZone'] === undefined ? {} : { timeZone: field['timeZone'] as string }),
  requiredWhen: ((field['requiredWhen'] ?? []) as Json[]).map(condition),
});
