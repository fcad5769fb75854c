import { DEFAULT_IDENTIFIERS, IDENTIFIER_NORMALIZER, keysOf } from '../model/keys.ts';
import type { IdentifierName, Matching, NormalizerName, ObjectKind, ObjectSync } from '../model/design.ts';
import { SIDES, type Both } from '../model/side.ts';
import { conceptsOf } from '../plan/find/concepts.ts';

/** Are these two fields in the files? */
export type InFiles = (fields: Both<string>) => boolean;

/** The fields HubSpot would match a sync by (S191). */
export interface Identified {
  readonly identifiers: Matching['identifiers'];
  /** A web address the design matches by as the domain, which HubSpot does not (MA3, MA4). */
  readonly web: Both<string> | null;
}

/** What a name is, in the words suggestions know fields by. */
const CONCEPT: Readonly<Record<IdentifierName, (kind: ObjectKind) => string>> = {
  email: () => 'email',
  domain: () => 'domain',
  sku: () => 'sku',
  name: (kind) => (kind === 'products' ? 'product-name' : 'company-name'),
};

/** Of each identifier of the kind the first that is in the files, and of domains the first that is no web address. */
export function identifiersOf(sync: ObjectSync, isThere: InFiles): Identified {
  const found: Partial<Record<IdentifierName, Both<string>>> = {};
  let web: Both<string> | null = null;
  for (const name of DEFAULT_IDENTIFIERS[sync.kind]) {
    for (const fields of candidatesOf(sync, name)) {
      if (!isThere(fields)) continue;
      if (name === 'domain' && isWebAddress(sync, fields)) {
        if (isKey(sync, fields)) web ??= fields;
        continue;
      }
      found[name] = fields;
      break;
    }
  }
  if (found.domain !== undefined) web = null;
  return { identifiers: found, web };
}

/** What HubSpot itself calls its properties, in small letters without blanks: by label, then by internal name. */
const CALLED: Readonly<Record<IdentifierName, (kind: ObjectKind) => readonly string[]>> = {
  email: () => ['email'],
  domain: () => ['companydomainname', 'domain'],
  sku: () => ['sku', 'hs_sku'],
  name: (kind) => (kind === 'products' ? ['name'] : ['companyname', 'name']),
};

/**
 * As the design names it, a key's field that is read as it, and pairs of fields that are called so: as HubSpot calls it on a side, on
 * both sides by the words suggestions know, on one.
 */
function* candidatesOf(sync: ObjectSync, name: IdentifierName): Generator<Both<string>, void, void> {
  const { identifiers, keys } = sync.matching;
  const said = identifiers[name];
  if (said !== undefined) yield said;
  const email = name === 'email' ? sync.requireValidEmail : null;
  if (email?.left != null && email.right !== null) yield { left: email.left, right: email.right };
  const parts = keys.flatMap(({ fields }) => fields);
  for (const { left, right, normalize } of parts) if (isReadAs(normalize, name)) yield { left, right };
  const pairs = [...sync.mappings, ...parts].map(({ left, right }) => ({ left, right }));
  for (const called of CALLED[name](sync.kind)) {
    for (const pair of pairs) if (SIDES.some((side) => plainName(pair[side]) === called)) yield pair;
  }
  const concepts = conceptsOf(pairs, sync.kind);
  const concept = CONCEPT[name](sync.kind);
  for (const sides of [2, 1]) {
    for (const [at, pair] of pairs.entries())
      if (SIDES.filter((side) => concepts[side][at]!.has(concept)).length === sides) yield pair;
  }
}

const plainName = (name: string): string => name.toLowerCase().replace(/\s+/g, '');

/** A text may be anything: only the forms of e-mails, domains and names say what a key's field is. */
const isReadAs = (normalize: readonly NormalizerName[], name: IdentifierName): boolean =>
  name !== 'sku' && normalize.some((one) => one.startsWith(IDENTIFIER_NORMALIZER[name]));

/** MA3: a field that is called a web address and no domain. */
function isWebAddress(sync: ObjectSync, fields: Both<string>): boolean {
  const concepts = conceptsOf([fields], sync.kind);
  return SIDES.some((side) => concepts[side][0]!.has('website') && !concepts[side][0]!.has('domain'));
}

const isKey = (sync: ObjectSync, { left, right }: Both<string>): boolean =>
  keysOf(sync).some(({ fields }) => fields.some((one) => one.left === left && one.right === right));
