import type { SameForm } from '../model/design.ts';
import type { Assigned } from './assign.ts';
import { familyOf, overlapOf, type ColumnEvidence } from './evidence.ts';
import { commonShare } from './sketch.ts';
import type { SuggestNote } from './suggest-note.ts';
import type { SuggestedDesign } from './suggestion.ts';

/** So many values must be on both sides but for their form, and so many more than without regard to spaces and signs. */
const ALIKE = 0.5;
const MORE = 0.1;
/** Columns of the same values whose shares of capital letters are so far apart are written in another case. */
const CASE = 0.15;
/** Of so many different values at least: a few words alike say little. */
const FEWEST = 5;

/** SA2: mapped texts that are the same but for their form; offered, never turned on. Those of a key compare by its normalisers. */
export function sameFormNotes(
  pairs: readonly Assigned[],
  { identifiers, keys }: Pick<SuggestedDesign, 'identifiers' | 'keys'>,
): SuggestNote[] {
  const own = [...identifiers, ...keys.flatMap((key) => [key, ...key.and])];
  return pairs.flatMap((pair): SuggestNote[] => {
    const [left, right] = [pair.left.meaning.name, pair.right.meaning.name];
    if (own.some((one) => one.left === left && one.right === right)) return [];
    const [a, b] = [pair.left.evidence, pair.right.evidence];
    if (a === undefined || b === undefined || familyOf(a) !== 'text' || familyOf(b) !== 'text') return [];
    if (Math.min(a.distinct, b.distinct) < FEWEST) return [];
    // Both know capital letters from small ones no more than a key does.
    const asWritten = overlapOf(a, b) ?? 0;
    const inForm = Math.max(asWritten, letterShare(a, b));
    const forms: SameForm[] = [
      ...(Math.abs(capitals(a) - capitals(b)) >= CASE ? (['case'] as const) : []),
      ...(inForm - asWritten >= MORE ? (['spaces', 'punctuation', 'diacritics'] as const) : []),
    ];
    if (inForm < ALIKE || forms.length === 0) return [];
    return [{ code: 'same-in-form', left, right, share: inForm, forms }];
  });
}

/** Share of values that have the same letters and digits; 0 where a profile of an older build does not know. */
const letterShare = (a: ColumnEvidence, b: ColumnEvidence): number =>
  a.makeup === undefined || b.makeup === undefined ? 0 : (commonShare(a.makeup.values, b.makeup.values) ?? 0);

function capitals({ facts }: ColumnEvidence): number {
  const [, large = 0, small = 0] = facts.signs;
  return large + small === 0 ? 0 : large / (large + small);
}
