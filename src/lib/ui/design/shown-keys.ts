import type { KeyFacts } from '../../conversation/index.ts';
import type {
  Both,
  IdentifierName,
  KeyField,
  NormalizerName,
  ObjectKind,
  ObjectSync,
} from '../../engine/index.ts';
import { DEFAULT_IDENTIFIERS, writtenKeys } from '../../engine/show.ts';

/** What a dialog for two columns is for: a new key, a further pair of one, other columns of a pair, or an identifier. */
export type Asked =
  | { readonly kind: 'key' }
  | { readonly kind: 'part'; readonly key: number }
  | { readonly kind: 'pair'; readonly key: number; readonly field: number; readonly start: Both<string> }
  | { readonly kind: 'identifier'; readonly name: IdentifierName; readonly start: Both<string> | null };

export interface ShownKey {
  readonly fields: readonly KeyField[];
  /** Which of the usual identifiers it is; null for a key of one's own. */
  readonly identifier: IdentifierName | null;
}

/** The keys a sync matches by, as rows, and the usual identifiers it has no columns for. */
export interface ShownKeys {
  readonly keys: readonly ShownKey[];
  readonly missing: readonly IdentifierName[];
  /** Does a key compare by domain, so that public ones matter (KW3)? */
  readonly byDomain: boolean;
}

export function shownKeys(sync: ObjectSync): ShownKeys {
  const { method, identifiers } = sync.matching;
  const keys = writtenKeys(sync);
  const byDomain = keys.some(({ fields }) => fields.some(({ normalize }) => normalize.includes('domain')));
  if (method !== 'default')
    return { keys: keys.map(({ fields }) => ({ fields, identifier: null })), missing: [], byDomain };
  const usual = DEFAULT_IDENTIFIERS[sync.kind];
  const named = usual.filter((name) => identifiers[name] !== undefined);
  return {
    keys: keys.map(({ fields }, at) => ({ fields, identifier: named[at] ?? null })),
    missing: usual.filter((name) => identifiers[name] === undefined),
    byDomain,
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
