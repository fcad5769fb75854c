import { otherSide, SIDES, type Both, type Side } from '../model/side.ts';
import type { Assigned } from './assign.ts';
import type { CellMakeup } from './cell-makeup.ts';
import { familyOf, overlapOf } from './evidence.ts';
import type { Candidate } from './pair.ts';
import { commonOfSets, mayShare, shareWithin } from './sketch.ts';

/** A column of `side` that holds in one cell what the other side has in two columns. */
export interface Joined {
  readonly side: Side;
  readonly field: string;
  readonly parts: readonly [string, string];
}

/** Of a part's words, those that the joined column has too; and of its words, those that a part has. */
const PART = 0.3;
const COVERED = 0.4;
/** Of the cells of the one with fewer different ones, those that both parts of a row make: others have the words alone. */
const ROWS_ALIKE = 0.35;
/** How far the number of words of a cell may be from that of both parts. */
const WORDS_OFF = 0.3;
const FEWEST = 5;
const MOST_PARTS = 8;

/** First and last name in one column, street and number, town and postal code: told by the words of the cells alone. */
export function findJoined(candidates: Both<readonly Candidate[]>, pairs: readonly Assigned[]): Joined[] {
  return SIDES.flatMap((side) =>
    candidates[side].flatMap((one) => {
      if (hasCounterpart(one, side, pairs)) return [];
      const parts = partsOf(one, candidates[otherSide(side)]) ?? namesOf(one, candidates[otherSide(side)]);
      return parts === null ? [] : [{ side, field: one.meaning.name, parts }];
    }),
  );
}

/** One of these pairs would write a whole into a part, or a part over the whole. */
export const isOfPart = (pair: Assigned, joined: readonly Joined[]): boolean =>
  joined.some(
    ({ side, field, parts }) =>
      pair[side].meaning.name === field && parts.includes(pair[otherSide(side)].meaning.name),
  );

const SAME = 0.5;

/** Is it in a pair that has its values as they stand? */
const hasCounterpart = (one: Candidate, side: Side, pairs: readonly Assigned[]): boolean =>
  pairs.some(
    (pair) => pair[side] === one && (overlapOf(pair.left.evidence, pair.right.evidence) ?? 0) >= SAME,
  );

function partsOf(one: Candidate, others: readonly Candidate[]): [string, string] | null {
  const whole = one.evidence?.makeup;
  if (
    whole === undefined ||
    familyOf(one.evidence) !== 'text' ||
    whole.wordsPerCell < 1.5 ||
    whole.words.hashes.length < FEWEST
  )
    return null;
  const parts = others
    .flatMap(({ meaning, evidence }) => {
      const makeup = evidence?.makeup;
      const share = makeup === undefined ? 0 : shareOfPart(makeup, whole);
      return makeup === undefined || share < PART ? [] : [{ name: meaning.name, makeup, share }];
    })
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_PARTS);
  let best: { readonly names: [string, string]; readonly alike: number } | null = null;
  for (const [i, first] of parts.entries()) {
    for (const second of parts.slice(i + 1)) {
      const both = [first.makeup, second.makeup] as const;
      if (Math.abs(both[0].wordsPerCell + both[1].wordsPerCell - whole.wordsPerCell) > WORDS_OFF) continue;
      if (shareWithin(whole.words, [both[0].words, both[1].words]) < COVERED) continue;
      const alike = rowsAlike(whole, ...both);
      if (alike >= ROWS_ALIKE && (best === null || alike > best.alike))
        best = { names: [first.name, second.name], alike };
    }
  }
  return best?.names ?? null;
}

/** A full name against a first and a last name of which too few are known to tell by their words (S478). */
function namesOf(one: Candidate, others: readonly Candidate[]): [string, string] | null {
  const means = ({ meaning }: Candidate, concept: string): boolean => meaning.senses[0]?.concept === concept;
  const first = others.find((other) => means(other, 'first-name'));
  const last = others.find((other) => means(other, 'last-name'));
  if (first === undefined || last === undefined || !means(one, 'full-name')) return null;
  const few = [first, last].some(({ evidence }) => (evidence?.makeup?.words.hashes.length ?? 0) < FEWEST);
  return few ? [first.meaning.name, last.meaning.name] : null;
}

/** Of the words of a column that may be a part, those that the whole has. */
const shareOfPart = (part: CellMakeup, whole: CellMakeup): number =>
  part.words.hashes.length >= FEWEST &&
  part.wordsPerCell >= 0.8 &&
  part.wordsPerCell <= whole.wordsPerCell - 0.7 &&
  mayShare(part.words, whole.words)
    ? shareWithin(part.words, [whole.words])
    : 0;

function rowsAlike(whole: CellMakeup, first: CellMakeup, second: CellMakeup): number {
  const cells = new Set(whole.cells);
  cells.delete(0);
  const made = new Set<number>();
  first.cells.forEach((cell, row) => {
    const other = second.cells[row]!;
    if (cell !== 0 && other !== 0) made.add((cell + other) >>> 0);
  });
  return commonOfSets(cells, made);
}
