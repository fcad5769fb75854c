import type { NormalizerName } from '../model/design.ts';
import { onBoth, SIDES, type Side } from '../model/side.ts';
import type { Assigned } from './assign.ts';
import { familyOf } from './evidence.ts';
import type { KeyPair } from './key-pair.ts';
import type { Candidate } from './pair.ts';
import { commonOfSets } from './sketch.ts';
import { valueLikeness } from './value-likeness.ts';

/** Two pairs of fields that tell records apart together, and what says so. */
export interface CompositeKey {
  readonly pairs: readonly [KeyPair, KeyPair];
  /** Share of the rows whose two values another row of that side has too, at most of both sides (MA4). */
  readonly repeats: number;
  /** Share of the different pairs of values in common; null where not all rows were looked at. */
  readonly overlap: number | null;
}

/** Rows that are filled in both fields, repeated ones among them, and pairs of values in common: shares. */
const FILLED = 0.9;
const REPEATS = 0.02;
const COMMON = 0.05;
/** Values of one field that the other side has too. */
const OF_EACH = 0.1;
const FEWEST_ROWS = 8;
const FEWEST_VALUES = 4;
const MOST_FIELDS = 12;

const FAMILIES: ReadonlySet<string> = new Set(['text', 'email', 'url', 'number']);

interface Field {
  readonly pair: Assigned;
  readonly key: KeyPair;
  readonly rank: number;
}

/**
 * First and last name, company and city, order number and line: of the mapped pairs none of which identifies alone, the two whose
 * values do together on both sides, counted in the rows looked at. One of them must be a name or a number of something. Null where
 * none do.
 */
export function compositeKey(
  pairs: readonly Assigned[],
  isNameLike: (pair: Assigned) => boolean,
): CompositeKey | null {
  const fields = pairs
    .flatMap((pair) => fieldOf(pair, isNameLike(pair)))
    .sort((a, b) => b.rank - a.rank || a.pair.left.index - b.pair.left.index)
    .slice(0, MOST_FIELDS);
  let best: { readonly key: CompositeKey; readonly rank: number } | null = null;
  for (const [i, one] of fields.entries()) {
    for (const two of fields.slice(i + 1)) {
      if (one.rank < NAMED) continue;
      const key = together(one, two);
      const rank = key === null ? 0 : (key.overlap ?? 0.5) + one.rank + two.rank;
      if (key !== null && (best === null || rank > best.rank)) best = { key, rank };
    }
  }
  return best?.key ?? null;
}

const NAMED = 1;

function fieldOf(pair: Assigned, named: boolean): Field[] {
  const { left, right } = pair;
  if (!SIDES.every((side) => mayBePart(pair, side))) return [];
  const { overlap, distinct } = valueLikeness(left.evidence, right.evidence);
  if (overlap === null || overlap < OF_EACH || distinct < FEWEST_VALUES) return [];
  const normalizer: NormalizerName =
    familyOf(left.evidence) === 'email'
      ? 'email'
      : familyOf(left.evidence) === 'text' && named
        ? 'name'
        : 'text';
  const key = { left: left.meaning.name, right: right.meaning.name, normalize: [normalizer] };
  return [{ pair, key, rank: (named ? NAMED : 0) + Math.min(0.5, distinct / 200) }];
}

/** Filled in nearly every row, and neither an amount, a day, nor a long text. */
function mayBePart(pair: Assigned, side: Side): boolean {
  const { evidence } = pair[side];
  if (evidence?.makeup === undefined || evidence.rows < FEWEST_ROWS) return false;
  if (pair[side].meaning.senses.some(({ concept }) => CHANGING.test(concept))) return false;
  const family = familyOf(evidence);
  if (!FAMILIES.has(family) || evidence.filled < evidence.rows * FILLED) return false;
  return family === 'number' ? isNumbered(pair[side]) : evidence.makeup.wordsPerCell <= 5;
}

/** What a record is now, not which it is. */
const CHANGING = /stage|status|owner|priority|type|source|rating|currency|amount|price|total|date|labels|language|probability|outcome|reason/; // prettier-ignore

/** A number that is a name (`line`, `order no`), not a count or an amount. */
const isNumbered = ({ meaning: { words, senses }, evidence }: Candidate): boolean =>
  (evidence?.makeup?.amounts ?? []).every(Number.isInteger) &&
  words.some((word) => NUMBERED.test(word)) &&
  !words.some((word) => /^(?:of|de|des|der|per)$/.test(word)) &&
  senses.every(({ concept }) => /number|name/.test(concept));

const NUMBERED =
  /^(?:number|no|nr|nummer|numero|id|key|code|line|position|pos|item|seq|sequence|zeile|ligne|linea|regel|linha|linje|riga)$/;

function together(one: Field, two: Field): CompositeKey | null {
  const of = onBoth((side) => countPairs(one.pair, two.pair, side));
  const repeats = Math.max(of.left.repeats, of.right.repeats);
  if (of.left.pairs.size < FEWEST_ROWS || of.right.pairs.size < FEWEST_ROWS || repeats > REPEATS) return null;
  const whole = of.left.whole && of.right.whole;
  const overlap = whole ? commonOfSets(of.left.pairs, of.right.pairs) : null;
  if (overlap !== null && overlap < COMMON) return null;
  return { pairs: [one.key, two.key], repeats, overlap };
}

interface Counted {
  readonly pairs: ReadonlySet<number>;
  readonly repeats: number;
  /** Was every row looked at? */
  readonly whole: boolean;
}

/** Of a part of the rows fewer repeats are seen than there are: as many times fewer as it has fewer rows to meet. */
function countPairs(one: Assigned, two: Assigned, side: Side): Counted {
  const rows = one[side].evidence!.rows;
  const first = one[side].evidence!.makeup!.cells;
  const second = two[side].evidence!.makeup!.cells;
  const pairs = new Set<number>();
  let filled = 0;
  first.forEach((cell, row) => {
    const other = second[row]!;
    if (cell === 0 || other === 0) return;
    filled++;
    pairs.add((Math.imul(cell, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> 0);
  });
  const seen = filled === 0 ? 1 : (filled - pairs.size) / filled;
  return { pairs, repeats: Math.min(1, (seen * rows) / first.length), whole: first.length === rows };
}
