import type { IdentifierName, NormalizerName, ObjectKind } from '../model/design.ts';
import type { Both, Side } from '../model/side.ts';
import type { Assigned } from './assign.ts';
import { overlapOf, type SuggestSide } from './evidence.ts';
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

type MatchingPart = Pick<SuggestedDesign, 'method' | 'identifiers' | 'keys' | 'idPair'>;

/** How records find each other: the kind's identifiers, else a key from shared ids or names, else nothing. */
export function suggestMatching(
  kind: ObjectKind,
  sides: Both<SuggestSide>,
  candidates: Both<readonly Candidate[]>,
  pairs: readonly Assigned[],
  ids: Both<FieldPick | null>,
): MatchingPart {
  const identifiers: SuggestedIdentifier[] = [];
  for (const [name, concepts] of IDENTIFIERS[kind] ?? []) {
    const left = mainOf(candidates.left, concepts);
    const right = mainOf(candidates.right, concepts);
    if (left === null || right === null) continue;
    const pair = pairs.find((p) => p.left === left && p.right === right);
    identifiers.push({ name, left: left.meaning.name, right: right.meaning.name, sure: pair?.sure ?? 0.7 });
  }
  const idPair = findIdPair(sides, ids);
  if (identifiers.length > 0) return { method: 'default', identifiers, keys: [], idPair };
  const key = idKey(pairs, ids) ?? conceptKey(pairs);
  return key === null
    ? { method: 'none', identifiers, keys: [], idPair }
    : { method: 'keys', identifiers, keys: [key], idPair };
}

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
  if (pair === undefined) return null;
  const overlap = overlapOf(pair.left.evidence, pair.right.evidence);
  return overlap !== null && overlap < SAME_NUMBERS ? null : keyOfPair(pair, 'text');
}

function conceptKey(pairs: readonly Assigned[]): SuggestedKey | null {
  for (const [concept, normalizer] of KEY_CONCEPTS) {
    const pair = pairs.find(({ left, right }) => left.main.has(concept) && right.main.has(concept));
    if (pair !== undefined) return keyOfPair(pair, normalizer);
  }
  return null;
}

const keyOfPair = (pair: Assigned, normalizer: NormalizerName): SuggestedKey => ({
  left: pair.left.meaning.name,
  right: pair.right.meaning.name,
  normalize: [normalizer],
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

/** Short numbers meet by chance (1, 2, 3 …), long ids do not. */
const isCounting = (samples: readonly string[]): boolean =>
  samples.every((sample) => /^\d{1,5}$/.test(sample));
