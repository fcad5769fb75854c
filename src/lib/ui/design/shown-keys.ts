import type {
  Both,
  IdentifierName,
  KeyField,
  NormalizerName,
  ObjectKind,
  ObjectSync,
} from '../../engine/index.ts';
import type { KeyFacts } from './shapes.ts';

export interface ShownKey {
  readonly fields: readonly KeyField[];
  /** Which of the usual identifiers it is; null for a key of one's own. */
  readonly identifier: IdentifierName | null;
}

/** FORMATS.md, `matching.method`: the usual identifiers of a kind, in the order they are tried. */
const USUAL: Readonly<Partial<Record<ObjectKind, readonly IdentifierName[]>>> = {
  companies: ['name', 'domain'],
  contacts: ['email'],
  leads: ['email'],
  products: ['sku', 'name'],
};

const NORMALISER: Readonly<Record<IdentifierName, NormalizerName>> = {
  email: 'email',
  name: 'name',
  domain: 'domain',
  sku: 'text',
};

/** The keys a sync matches by, as rows, and the usual identifiers it has no columns for. */
export function shownKeys(sync: ObjectSync): {
  readonly keys: readonly ShownKey[];
  readonly missing: readonly IdentifierName[];
} {
  const { method, identifiers, keys } = sync.matching;
  if (method === 'none') return { keys: [], missing: [] };
  if (method === 'keys') {
    return { keys: keys.map(({ fields }) => ({ fields, identifier: null })), missing: [] };
  }
  const usual = USUAL[sync.kind] ?? [];
  return {
    keys: usual.flatMap((name): ShownKey[] => {
      const fields = identifiers[name];
      if (fields === undefined) return [];
      return [{ fields: [{ ...fields, normalize: [NORMALISER[name]], country: null }], identifier: name }];
    }),
    missing: usual.filter((name) => identifiers[name] === undefined),
  };
}

/** The facts of a key, by its columns: positions move while a person edits. */
export const keyFacts = (fields: readonly Both<string>[], facts: readonly KeyFacts[]): KeyFacts | null =>
  facts.find(
    (one) =>
      one.fields.length === fields.length &&
      one.fields.every(({ left, right }, at) => fields[at]?.left === left && fields[at].right === right),
  ) ?? null;

/** How a new pair is compared until a person says otherwise: by what its columns are called. */
export function startNormalisers(fields: Both<string>, kind: ObjectKind): readonly NormalizerName[] {
  const said = (pattern: RegExp): boolean => pattern.test(fields.left) || pattern.test(fields.right);
  if (said(/e-?mail/i)) return ['email'];
  if (said(/domain|website|url|web ?site/i)) return ['domain'];
  if (said(/phone|mobile|telefon/i)) return ['phone'];
  if (said(/\bid\b|_id|Id$/)) return ['text'];
  if (said(/name/i)) return kind === 'companies' ? ['name-no-legal-form'] : ['name'];
  return ['text'];
}
