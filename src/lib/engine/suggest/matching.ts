import type { IdentifierName, NormalizerName, ObjectKind } from '../model/design.ts';
import type { Both, Side } from '../model/side.ts';
import type { Assigned } from './assign.ts';
import { compositeKey, type CompositeKey } from './composite-key.ts';
import { familyOf, overlapOf, type SuggestSide } from './evidence.ts';
import type { FieldPick } from './own-columns.ts';
import type { Candidate } from './pair-score.ts';
import type { SuggestedDesign, SuggestedIdentifier, SuggestedKey } from './suggestion.ts';

/** The concepts that can be an identifier, best first (FORMATS, `matching.method`). */
const IDENTIFIERS: Readonly<
  Partial<Record<ObjectKind, readonly (readonly [IdentifierName, readonly string[]])[]>>
> = {
  contacts: [['email', ['email']]],
  leads: [['email', ['email']]],
  companies: [
    ['name', ['company-name']],
    ['domain', ['domain', 'website']],
  ],
  products: [
    ['sku', ['sku']],
    ['name', ['product-name']],
  ],
};

/** Concepts a key may be made of where the kind has no identifiers, and the normaliser that fits. */
const KEY_CONCEPTS: readonly (readonly [string, NormalizerName])[] = [
  ['invoice-number', 'text'],
  ['account-number', 'text'],
  ['org-number', 'text'],
  ['email', 'email'],
  ['deal-name', 'name'],
  ['ticket-name', 'name'],
  ['name', 'name'],
];

/** From this share of common values on, two id columns are one numbering. */
const SAME_NUMBERS = 0.5;
const ID_PAIR_VALUES = 5;

type MatchingPart = Pick<SuggestedDesign, 'method' | 'identifiers' | 'keys' | 'idPair'> & {
  /** What says that two fields are a key together. */
  readonly composite: CompositeKey | null;
};

/**
 * How records find each other: the kind's identifiers, else a key that is nearly unique on both sides (MA4) and that the files
 * have in common, else two fields that are together, else nothing. Two exports of one app go by its ids.
 */
export function suggestMatching(
  kind: ObjectKind,
  sides: Both<SuggestSide>,
  candidates: Both<readonly Candidate[]>,
  pairs: readonly Assigned[],
  ids: Both<FieldPick | null>,
  oneApp: boolean,
): MatchingPart {
  const byId = idKey(pairs, ids);
  const identifiers: SuggestedIdentifier[] = [];
  for (const [name, concepts] of IDENTIFIERS[kind] ?? []) {
    const left = mainOf(candidates.left, concepts);
    const right = mainOf(candidates.right, concepts);
    if (left === null || right === null || isOfFew(left) || isOfFew(right)) continue;
    const pair = pairs.find((p) => p.left === left && p.right === right);
    identifiers.push({ name, left: left.meaning.name, right: right.meaning.name, sure: pair?.sure ?? 0.7 });
  }
  const idPair = findIdPair(sides, ids);
  if (oneApp && byId !== null)
    return { method: 'keys', identifiers: [], keys: [byId], idPair, composite: null };
  if (identifiers.length > 0) return { method: 'default', identifiers, keys: [], idPair, composite: null };
  const key = byId ?? conceptKey(pairs) ?? sharedKey(pairs);
  if (key !== null) return { method: 'keys', identifiers, keys: [key], idPair, composite: null };
  const composite = compositeKey(pairs, ({ left, right }) => isNameLike(left) || isNameLike(right));
  if (composite === null) return { method: 'none', identifiers, keys: [], idPair, composite };
  const [first, second] = composite.pairs;
  const keys = [{ ...first, and: [second], overlap: composite.overlap }];
  return { method: 'keys', identifiers, keys, idPair, composite };
}

/** Repeated cells of a key, as share of the filled ones, at most (MA4). */
const REPEATS = 0.02;

/** An identifier of HubSpot may repeat in a file (its duplicates are told); one that half of the rows share says nothing. */
const isOfFew = ({ evidence }: Candidate): boolean =>
  evidence !== undefined && evidence.filled > 3 && evidence.repeats > evidence.filled * 0.5;

/** Nearly unique in what is filled; a column of which nothing is known may be. */
function identifies({ evidence }: Candidate): boolean {
  if (evidence === undefined || evidence.rows === 0) return true;
  return (
    evidence.filled > 0 &&
    evidence.repeats <= Math.max(evidence.filled * REPEATS, evidence.filled > 20 ? 0 : 0.5)
  );
}

const bothIdentify = ({ left, right }: Assigned): boolean => identifies(left) && identifies(right);

function mainOf(candidates: readonly Candidate[], concepts: readonly string[]): Candidate | null {
  for (const concept of concepts) {
    const found = candidates.find(({ main }) => main.has(concept));
    if (found !== undefined) return found;
  }
  return null;
}

function idKey(pairs: readonly Assigned[], ids: Both<FieldPick | null>): SuggestedKey | null {
  const pair = pairs.find(
    ({ left, right }) => left.meaning.name === ids.left?.field && right.meaning.name === ids.right?.field,
  );
  if (pair === undefined || !bothIdentify(pair)) return null;
  const overlap = overlapOf(pair.left.evidence, pair.right.evidence);
  return overlap !== null && overlap < SAME_NUMBERS
    ? null
    : keyOfPair(pair, isSalesforce(pair) ? 'salesforce-id' : 'text');
}

const isSalesforce = ({ left, right }: Assigned): boolean =>
  [left, right].every(({ evidence }) => (evidence?.facts.salesforce ?? null) !== null);

function conceptKey(pairs: readonly Assigned[]): SuggestedKey | null {
  for (const [concept, normalizer] of KEY_CONCEPTS) {
    const pair = pairs.find(
      (one) => one.left.main.has(concept) && one.right.main.has(concept) && bothIdentify(one) && meets(one),
    );
    if (pair !== undefined) return keyOfPair(pair, normalizer);
  }
  return null;
}

/** Nothing is known of one of them, or they have a value in common. */
const meets = ({ left, right }: Assigned): boolean => overlapOf(left.evidence, right.evidence) !== 0;

/** Types whose values tell records apart; amounts and days meet by chance. */
const KEY_FAMILIES: ReadonlySet<string> = new Set(['text', 'email', 'url']);

/** Of the pairs whose values tell records apart on both sides, the one with the most in common; names before texts of any kind. */
function sharedKey(pairs: readonly Assigned[]): SuggestedKey | null {
  let best: { readonly pair: Assigned; readonly rank: number } | null = null;
  for (const pair of pairs) {
    const { left, right } = pair;
    const overlap = overlapOf(left.evidence, right.evidence);
    if (overlap === null || overlap < LEAST_COMMON || !bothIdentify(pair)) continue;
    if (!KEY_FAMILIES.has(familyOf(left.evidence)) || !KEY_FAMILIES.has(familyOf(right.evidence))) continue;
    const rank = overlap + (isNameLike(left) || isNameLike(right) ? 0.5 : 0);
    if (best === null || rank > best.rank) best = { pair, rank };
  }
  if (best === null) return null;
  const { pair } = best;
  return keyOfPair(
    pair,
    familyOf(pair.left.evidence) === 'email' ? 'email' : isNameLike(pair.left) ? 'name' : 'text',
  );
}

const LEAST_COMMON = 0.05;

const isNameLike = ({ meaning }: Candidate): boolean =>
  meaning.words.some((word) =>
    /^(?:name|navn|namn|naam|nome|nom|nombre|title|titel|subject|code|number|id|key)$/.test(word),
  ) || meaning.senses.some(({ concept }) => /name|number|sku|subject/.test(concept));

const keyOfPair = (pair: Assigned, normalizer: NormalizerName): SuggestedKey => ({
  left: pair.left.meaning.name,
  right: pair.right.meaning.name,
  normalize: [normalizer],
  and: [],
  overlap: overlapOf(pair.left.evidence, pair.right.evidence),
});

/** A column of one side that holds the other side's record ids. */
function findIdPair(sides: Both<SuggestSide>, ids: Both<FieldPick | null>): MatchingPart['idPair'] {
  let best: MatchingPart['idPair'] = null;
  for (const side of ['left', 'right'] as const satisfies readonly Side[]) {
    const other = side === 'left' ? sides.right : sides.left;
    const otherId = side === 'left' ? ids.right : ids.left;
    if (otherId === null) continue;
    const idEvidence = other.columns[other.header.indexOf(otherId.field)];
    if (idEvidence === undefined || idEvidence.distinct < ID_PAIR_VALUES) continue;
    sides[side].header.forEach((field, index) => {
      const evidence = sides[side].columns[index];
      if (field === ids[side]?.field || evidence === undefined || evidence.distinct < ID_PAIR_VALUES) return;
      if (isCounting(evidence.samples) || evidence.repeats > 0) return;
      const overlap = overlapOf(evidence, idEvidence) ?? 0;
      if (overlap >= SAME_NUMBERS && overlap > (best?.overlap ?? 0)) best = { side, field, overlap };
    });
  }
  return best;
}

/** Short numbers meet by chance (1, 2, 3 …), long ids do not; a word among them makes them no ids. */
const isCounting = (samples: readonly string[]): boolean =>
  samples.filter((sample) => /^\d{1,5}$/.test(sample)).length * 2 >= samples.length;
