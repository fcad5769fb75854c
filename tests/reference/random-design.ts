import { SAME_FORMS } from '../../src/lib/engine/model/design.ts';
import type { FieldType } from '../../src/lib/engine/model/field.ts';
import { intersect, type Direction } from '../../src/lib/engine/model/direction.ts';
import type { Both, Side } from '../../src/lib/engine/model/side.ts';
import { SIDES } from '../../src/lib/engine/model/side.ts';
import type { Random } from './random.ts';
import { flowsOf } from './random-flows.ts';
import { randomFilters } from './random-filters.ts';
import { randomTransform } from './random-transforms.ts';
import { ATTRIBUTES, NATURAL_TYPE, OPTIONS, ZONES, type Attribute, type Style } from './random-cells.ts';

export interface DesignKnobs {
  /** Fields mapped to another attribute's field. */
  readonly crossMapped: boolean;
  /** Chance that a declared field is unique. */
  readonly unique: number;
  /** Every field is declared, so that nothing is inferred. */
  readonly allDeclared: boolean;
  readonly rewriteForm: boolean;
  /** May a mapping say what is made of what came back different? */
  readonly cameBack: boolean;
  /** Keys may hold fields of a type with a form of its own (a date): what is written then need not be the source's text. */
  readonly typedKeys: boolean;
  /** Chance that a mapping has a transform. */
  readonly transforms: number;
  /** May one of a key's fields have it? A create can then have a key nobody looked at. */
  readonly madeKeys: boolean;
  /** Chance that a sync has filters and lists. */
  readonly filters: number;
}

/** One object sync as in a design file, and how its files write values. */
export interface RandomSync {
  readonly id: string;
  readonly json: Record<string, unknown>;
  readonly styles: Both<Style>;
  readonly idFields: Both<string | null>;
  readonly mapped: readonly { left: string; right: string }[];
}

export const fieldName = (side: Side, attribute: Attribute): string =>
  side === 'left' ? (attribute === 'phone' ? 'Tlf. nr' : attribute) : `${attribute}__ø`;

export interface Declared {
  name: string;
  type: FieldType;
  [member: string]: unknown;
}

const WAYS: readonly Direction[] = ['both', 'left-to-right', 'right-to-left'];

export function randomSync(id: string, random: Random, knobs: DesignKnobs): RandomSync {
  const kind = random.pick([
    'contacts',
    'contacts',
    'companies',
    'companies',
    'products',
    'leads',
    'deals',
    'tickets',
  ]);
  const direction = random.chance(0.6) ? 'both' : random.pick(WAYS);
  const declares = {
    left: knobs.allDeclared || random.chance(0.5),
    right: knobs.allDeclared || random.chance(0.6),
  };
  const schema = {
    left: declares.left ? randomSchema('left', random, knobs) : null,
    right: declares.right ? randomSchema('right', random, knobs) : null,
  };
  const matching = randomMatching(kind, random, knobs);
  const mappings = randomMappings(direction, schema, keyFieldsOf(matching), random, knobs);
  const wantsEmail = kind === 'contacts' || kind === 'leads' ? random.chance(0.6) : random.chance(0.08);
  const checked = (side: Side): string | null => (random.chance(0.12) ? null : fieldName(side, 'email'));
  const idFields = {
    left: random.chance(0.06) ? null : 'id',
    right: random.chance(0.06) ? null : 'Id',
  };
  const style = (side: Side): Style => {
    const own = schema[side] ?? [];
    const amount = own.find((field) => field.name === fieldName(side, 'amount'));
    const day = own.find((field) => field.name === fieldName(side, 'day'));
    return {
      decimal: amount?.['decimal'] === ',' ? ',' : '.',
      order: (day?.['dateOrder'] ?? 'ymd') as Style['order'],
    };
  };
  const filters = random.chance(knobs.filters) ? randomFilters(random, schema) : null;
  const json = {
    id,
    kind,
    left: {
      object: kind,
      idField: idFields.left,
      modifiedField: random.chance(0.9) ? 'modified' : null,
      ...randomZone(random),
    },
    right: {
      object: kind,
      idField: idFields.right,
      modifiedField: random.chance(0.9) ? 'Modified' : null,
      ...randomZone(random),
    },
    direction,
    winner: random.pick(SIDES),
    matching,
    requireValidEmail: wantsEmail ? { left: checked('left'), right: checked('right') } : null,
    mappings,
    ...(filters === null ? {} : { filters }),
    blanks: {
      fillWinner: random.chance(0.75),
      propagateClears: random.pick(['never', 'never', 'ask', 'always']),
    },
    schema: {
      left: schema.left === null ? null : { fields: schema.left },
      right: schema.right === null ? null : { fields: schema.right },
    },
  };
  const mapped = mappings
    .filter((mapping) => mapping['enabled'] !== false)
    .map((mapping) => ({ left: mapping['left'] as string, right: mapping['right'] as string }));
  return { id, json, styles: { left: style('left'), right: style('right') }, idFields, mapped };
}

/** TZ1. */
const randomZone = (random: Random): object => (random.chance(0.12) ? { timeZone: random.pick(ZONES) } : {});

const NORMALIZERS: Partial<Record<Attribute, readonly (readonly string[])[]>> = {
  email: [['email'], ['email'], ['text']],
  name: [['name'], ['name-no-diacritics'], ['text', 'name']],
  company: [['name-no-legal-form'], ['name'], ['name-no-legal-form', 'name-no-diacritics']],
  domain: [['domain'], ['domain'], ['text']],
  phone: [['phone'], ['phone', 'text']],
  code: [['text'], ['name'], ['salesforce-id']],
};

function randomMatching(kind: string, random: Random, knobs: DesignKnobs): Record<string, unknown> {
  const both = (attribute: Attribute): Both<string> => ({
    left: fieldName('left', attribute),
    right: fieldName('right', attribute),
  });
  const common = {
    ...(random.chance(0.3) ? { ambiguous: 'first-key' } : {}),
    ...(random.chance(0.3) ? { noKey: 'create' } : {}),
    ...(random.chance(0.12)
      ? { idPair: random.chance(0.5) ? { left: 'other id' } : { right: 'Other Id' } }
      : {}),
  };
  const roll = random.next();
  if (roll < 0.04) return { ...common, method: 'none' };
  if (roll < 0.35 || (roll < 0.4 && kind === 'deals')) {
    const defaults: Record<string, readonly [string, Attribute][]> = {
      contacts: [['email', 'email']],
      leads: [['email', 'email']],
      companies: random.pick([
        [['name', 'company']],
        [['domain', 'domain']],
        [
          ['name', 'company'],
          ['domain', 'domain'],
        ],
      ]),
      products: [
        ['sku', 'code'],
        ['name', 'name'],
      ],
    };
    const named = (defaults[kind] ?? []).map(([name, attribute]) => [name, both(attribute)] as const);
    return {
      ...common,
      ...(random.chance(0.5) ? { method: 'default' } : {}),
      identifiers: Object.fromEntries(named),
    };
  }
  const keyField = (attribute: Attribute): Record<string, unknown> => {
    const normalize = random.pick(NORMALIZERS[attribute] ?? [['text']]);
    const country = normalize.includes('phone') && random.chance(0.7) ? { country: 'NO' } : {};
    const isDefault = normalize.length === 1 && normalize[0] === 'text' && random.chance(0.5);
    return { ...both(attribute), ...(isDefault ? {} : { normalize }), ...country };
  };
  const single = random.shuffle(['email', 'name', 'company', 'domain', 'phone', 'code'] as const);
  const count = random.pick([1, 1, 2, 2, 2, 3, 3, 4]);
  const keys = single.slice(0, count).map((attribute, index) => {
    if (!random.chance(0.2)) return { fields: [keyField(attribute)] };
    const partner = single[5 - index] ?? attribute;
    const second = knobs.typedKeys ? random.pick([partner, 'day', 'flag'] as const) : partner;
    return second === attribute
      ? { fields: [keyField(attribute)] }
      : { fields: [keyField(attribute), keyField(second)] };
  });
  return { ...common, method: 'keys', keys };
}

function keyFieldsOf(matching: Record<string, unknown>): Set<string> {
  const keys = (matching['keys'] ?? []) as { fields: Both<string>[] }[];
  const identifiers = Object.values((matching['identifiers'] ?? {}) as Record<string, Both<string>>);
  return new Set(
    [...keys.flatMap((key) => key.fields), ...identifiers].flatMap((one) => [one.left, one.right]),
  );
}

function randomSchema(side: Side, random: Random, knobs: DesignKnobs): Declared[] {
  const fields: Declared[] = [];
  for (const attribute of random.shuffle(ATTRIBUTES)) {
    if (!knobs.allDeclared && random.chance(0.45)) continue;
    const natural = NATURAL_TYPE[attribute];
    const roll = random.next();
    const type: FieldType =
      roll < 0.78
        ? natural
        : roll < 0.94
          ? 'text'
          : random.pick(['long-text', 'calculated', 'owner', 'reference']);
    const field: Declared = { name: fieldName(side, attribute), type };
    if (type === 'single-select' || type === 'multi-select') {
      if (random.chance(0.85)) {
        field['options'] = random
          .shuffle(OPTIONS)
          .slice(random.int(2))
          .map((option) => (random.chance(0.15) ? option.value : option));
      }
    }
    if (attribute === 'amount' && random.chance(0.25)) field['decimal'] = ',';
    if (attribute === 'day' || attribute === 'moment') Object.assign(field, randomZone(random));
    if (attribute === 'day' && random.chance(0.4)) field['dateOrder'] = random.pick(['dmy', 'mdy', 'ymd']);
    if (random.chance(0.1)) field['required'] = true;
    if (random.chance(0.15)) field['maxLength'] = random.pick([2, 8, 12, 20]);
    if (random.chance(knobs.unique)) field['unique'] = true;
    if (random.chance(0.04)) field['readOnly'] = true;
    fields.push(field);
  }
  return fields;
}

function randomMappings(
  direction: Direction,
  schema: Both<Declared[] | null>,
  keyFields: ReadonlySet<string>,
  random: Random,
  knobs: DesignKnobs,
): Record<string, unknown>[] {
  const pairs = random.some(random.shuffle(ATTRIBUTES), 0.65).map((attribute) => ({
    left: fieldName('left', attribute),
    right: fieldName('right', attribute),
  }));
  if (knobs.crossMapped && pairs.length > 1 && random.chance(0.15)) {
    const [one, other] = [pairs[0], pairs[1]];
    if (one !== undefined && other !== undefined) {
      const touchesKey = [one, other].some((pair) => keyFields.has(pair.left) || keyFields.has(pair.right));
      if (!touchesKey || random.chance(0.5)) [one.right, other.right] = [other.right, one.right];
    }
  }
  return pairs.flatMap((pair) => {
    const own = random.chance(0.2) ? random.pick(WAYS) : null;
    const left = schema.left?.find((field) => field.name === pair.left) ?? null;
    const right = schema.right?.find((field) => field.name === pair.right) ?? null;
    const allowed = flowsOf(left, right).filter((way) => {
      const wanted = intersect(direction, way);
      return wanted !== null && (own === null || intersect(wanted, own) !== null);
    });
    const way = allowed[0];
    if (way === undefined) return [];
    const both = own === null ? way : intersect(own, way);
    const mapping: Record<string, unknown> = { ...pair };
    if (both !== 'both' || own !== null) mapping['direction'] = both;
    if (random.chance(0.55)) {
      mapping['conflict'] = random.pick(['winner', 'left', 'right', 'most-recent', 'fill-blank', 'ask']);
    }
    if (knobs.rewriteForm && random.chance(0.15)) mapping['rewriteForm'] = true;
    if (random.chance(0.15)) mapping['same'] = random.some(random.shuffle(SAME_FORMS), 0.3);
    if (knobs.cameBack && random.chance(0.3))
      mapping['cameBack'] = random.pick(['ask', 'accept', 'take', 'write-again']);
    const attribute = ATTRIBUTES.find((one) => fieldName('left', one) === pair.left);
    const isKey = keyFields.has(pair.left) || keyFields.has(pair.right);
    if (attribute !== undefined && random.chance(knobs.transforms) && (knobs.madeKeys || !isKey)) {
      mapping['transform'] = randomTransform(attribute, random);
    }
    if (random.chance(0.08)) mapping['enabled'] = false;
    return [mapping];
  });
}
