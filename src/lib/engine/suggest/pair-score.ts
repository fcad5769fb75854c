import { familyOf, type ColumnEvidence } from './evidence.ts';
import { isInitials, jaroWinkler, sharedWords } from './likeness.ts';
import { qualifierRank } from './meaning.ts';
import type { Because, Candidate, PairScore } from './pair.ts';
import { unlistedScore } from './unlisted-score.ts';
import { valueLikeness } from './value-likeness.ts';

export type { Because, Candidate, PairScore } from './pair.ts';

/** Pairs below this are not suggested. */
export const SURE_ENOUGH = 0.6;

/** Concepts that stand for each other where the other side has no better one. */
const NEAR: readonly (readonly [string, string, number])[] = [
  ['domain', 'website', 0.7],
  ['job-title', 'profession', 0.62],
  ['description', 'notes', 0.72],
  ['total', 'amount', 0.65],
  ['name', 'company-name', 0.8],
  ['name', 'deal-name', 0.8],
  ['name', 'product-name', 0.8],
  ['name', 'full-name', 0.75],
  ['name', 'ticket-name', 0.75],
];

/** How sure it is that two columns hold the same thing; null where nothing says so. */
export function scorePair(left: Candidate, right: Candidate): PairScore | null {
  const values = valueLikeness(left.evidence, right.evidence);
  const { overlap, distinct } = values;
  const name = nameScore(left, right);
  if (name === null) return unlistedScore(left, right, values);
  const why: Because[] = [name.because];
  let { sure } = name;
  const clash = formsClash(left.evidence, right.evidence);
  if (clash !== null) {
    sure -= name.because.code === 'like-name' ? 0.3 : 0.12;
    why.push({ code: 'other-type', values: clash });
  }
  if (overlap !== null && distinct >= 3 && overlap >= 0.2) {
    sure += (1 - sure) * 0.6 * overlap;
    why.push({ code: 'same-values', values: { share: percent(overlap) } });
  } else if (overlap === 0 && distinct >= 20 && name.because.code === 'like-name') {
    sure -= 0.1;
    why.push({ code: 'other-values', values: {} });
  }
  return { sure: rounded(sure), why };
}

const rounded = (sure: number): number => Math.round(Math.min(0.99, sure) * 100) / 100;

interface NameScore {
  readonly sure: number;
  readonly because: Because;
}

function nameScore(left: Candidate, right: Candidate): NameScore | null {
  const a = left.meaning;
  const b = right.meaning;
  const same = a.name === b.name || (a.key !== '' && a.key === b.key && a.ordinal === b.ordinal);
  const shared = a.senses.flatMap((sense) =>
    b.senses.filter((other) => other.concept === sense.concept).map(() => sense.concept),
  )[0];
  if (shared !== undefined) {
    if (same) return { sure: 0.97, because: { code: 'same-name', values: { concept: shared } } };
    const sure = conceptScore(shared, left, right);
    return sure === null ? null : { sure, because: { code: 'same-meaning', values: { concept: shared } } };
  }
  if (a.senses.length > 0 && b.senses.length > 0) return nearScore(left, right);
  if (same) return { sure: 0.95, because: { code: 'same-name', values: {} } };
  if (a.ordinal !== b.ordinal) return null;
  if (isInitials(a.words, b.words) || isInitials(b.words, a.words)) {
    return { sure: 0.8, because: { code: 'initials', values: {} } };
  }
  // Letters are compared only where they can still make it: of a thousand columns a side there are a million pairs.
  const words = 0.55 * sharedWords(a.words, b.words);
  if (words + 0.45 < LIKE_NAME) return null;
  const likeness = words + 0.45 * jaroWinkler(a.key, b.key);
  if (likeness < LIKE_NAME) return null;
  return { sure: likeness * 0.85, because: { code: 'like-name', values: { likeness: percent(likeness) } } };
}

/** Names less alike than this say nothing of themselves. */
const LIKE_NAME = 0.8;

function conceptScore(concept: string, left: Candidate, right: Candidate): number | null {
  const a = left.meaning;
  const b = right.meaning;
  const rank = Math.max(
    0,
    ...[...a.senses, ...b.senses].filter((s) => s.concept === concept).map((s) => s.rank),
  );
  const unusual = Math.min(0.08, rank * 0.01);
  if (a.qualifier === b.qualifier && a.ordinal === b.ordinal) return 0.94 - unusual;
  if (!left.main.has(concept) || !right.main.has(concept)) return null;
  const far = Math.max(qualifierRank(a), qualifierRank(b)) > 4;
  return far ? null : 0.88 - unusual;
}

function nearScore(left: Candidate, right: Candidate): NameScore | null {
  for (const [one, two, sure] of NEAR) {
    for (const [x, y] of [[one, two] as const, [two, one] as const]) {
      if (left.main.has(x) && right.main.has(y)) {
        return { sure, because: { code: 'near-meaning', values: { left: x, right: y } } };
      }
    }
  }
  return null;
}

/** Forms that cannot be the same field's; only where both have cells enough to judge. */
function formsClash(
  a: ColumnEvidence | undefined,
  b: ColumnEvidence | undefined,
): { readonly left: string; readonly right: string } | null {
  if (a === undefined || b === undefined || a.filled < 3 || b.filled < 3) return null;
  const left = familyOf(a);
  const right = familyOf(b);
  return left === right || left === 'text' || right === 'text' ? null : { left, right };
}

const percent = (share: number): number => Math.round(share * 100);
