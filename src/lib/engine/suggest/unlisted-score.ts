import { familyOf } from './evidence.ts';
import { nameLikeness, type NameLikeness } from './name-likeness.ts';
import type { Because, Candidate, PairScore } from './pair.ts';
import type { ValueLikeness } from './value-likeness.ts';

/**
 * How sure it is that two columns are the same whose names no list knows: what the names have in common, the values, and the
 * forms of the values, each with its weight. A name alone must be nearly equal; a likely one needs values or forms beside it.
 */
export function unlistedScore(left: Candidate, right: Candidate, values: ValueLikeness): PairScore | null {
  const name = nameLikeness(left.meaning, right.meaning);
  const { overlap, frequent, distinct } = values;
  if (name === null && (overlap ?? 0) < LEAST_OVERLAP && (frequent?.share ?? 0) < LEAST_FREQUENT) return null;
  const { form } = values;
  const why: Because[] = [];
  if (name !== null) why.push({ code: name.code, values: { likeness: percent(name.share) } });
  if (overlap !== null && overlap >= SOME)
    why.push({ code: 'same-values', values: { share: percent(overlap) } });
  else if (frequent !== null && frequent.values >= 3 && frequent.share >= ALIKE)
    why.push({ code: 'same-frequent', values: { likeness: percent(frequent.share) } });
  else if (form !== null && form >= ALIKE)
    why.push({ code: 'like-form', values: { likeness: percent(form) } });
  const telling = Math.max(
    overlap === null ? 0 : overlap * weightOfValues(left, distinct),
    frequent === null ? 0 : frequent.share * weightOfValues(left, frequent.values),
  );
  const sure = known(left, right)
    ? knownScore(name, telling, form)
    : Math.max(
        byName(name?.share ?? 0, telling, values),
        byValues(left, overlap, form, distinct),
        byFrequent(left, values),
      );
  return sure < LEAST ? null : { sure: Math.round(Math.min(0.96, sure) * 100) / 100, why };
}

const LEAST = 0.45;
/** Of values without a name that says so, less tells nothing. */
const LEAST_OVERLAP = 0.35;
const LEAST_FREQUENT = 0.7;
const SOME = 0.2;
const ALIKE = 0.8;

/** Lists know both names, for two different things. */
const known = (left: Candidate, right: Candidate): boolean =>
  left.meaning.senses.length > 0 && right.meaning.senses.length > 0;

/** Then only names written alike and values in common outweigh the lists. */
const knownScore = (name: NameLikeness | null, telling: number, form: number | null): number =>
  name !== null &&
  name.share >= 0.8 &&
  (telling >= 0.3 || (form === null && name.code !== 'short-form' && name.code !== 'same-words'))
    ? 0.62
    : 0;

/** What a share of common values tells: of ids and names all, of a handful of words or small numbers little. */
function weightOfValues(left: Candidate, distinct: number): number {
  const many = distinct >= 30 ? 1 : distinct >= 10 ? 0.85 : distinct >= 3 ? 0.6 : 0.3;
  const family = familyOf(left.evidence);
  return many * (family === 'number' ? 0.6 : family === 'date' ? 0.7 : family === 'boolean' ? 0.2 : 1);
}

/** Few different values, and none of them on the other side: another list. */
const FEW = 20;
const OTHER_LIST = 0.15;

function byName(name: number, telling: number, { form, overlap, distinct }: ValueLikeness): number {
  if (name === 0) return 0;
  if (form === null) return name >= 0.8 ? name * 0.8 : 0;
  if (form < 0.35 && telling < 0.3) return 0;
  const agreeing = (form - 0.6) * 0.35 + telling * 0.35;
  const otherList = overlap === 0 && distinct < FEW && name < 0.9 ? OTHER_LIST : 0;
  return name * 0.72 + agreeing - otherList;
}

function byValues(left: Candidate, overlap: number | null, form: number | null, distinct: number): number {
  if (overlap === null || form === null || form < 0.4) return 0;
  switch (familyOf(left.evidence)) {
    case 'number':
      return distinct >= 50 && overlap >= 0.8 && form >= 0.9 ? 0.4 + 0.25 * overlap : 0;
    case 'date':
      return distinct >= 30 && overlap >= 0.5 ? 0.45 + 0.3 * overlap : 0;
    case 'boolean':
      return 0;
    default:
      if (distinct < 3) return 0;
      if (distinct < 10) return overlap >= 0.9 && form >= 0.9 ? 0.4 + 0.25 * overlap : 0;
      return overlap >= LEAST_OVERLAP ? 0.5 + 0.3 * overlap : 0;
  }
}

/** A few words that come again and again, as often on both sides: told though other cells are mistyped. */
function byFrequent(left: Candidate, { frequent, form }: ValueLikeness): number {
  if (frequent === null || form === null || form < 0.4 || frequent.share < LEAST_FREQUENT) return 0;
  switch (familyOf(left.evidence)) {
    case 'boolean':
      return 0;
    case 'number':
    case 'date':
      return frequent.values >= 3 && frequent.share >= 0.9 && form >= 0.9 ? 0.4 + 0.15 * frequent.share : 0;
    default:
      return frequent.values < 3
        ? 0
        : frequent.values < 10
          ? 0.35 + 0.3 * frequent.share
          : 0.35 + 0.33 * frequent.share;
  }
}

const percent = (share: number): number => Math.round(share * 100);
