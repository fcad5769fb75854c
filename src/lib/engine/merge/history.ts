import type { PriorLinks } from '../match/prior-links.ts';
import { SIDES, type Side } from '../model/side.ts';
import { foldText } from '../read/fold.ts';
import type { CompiledMapping } from './compiled.ts';
import { STATE, cellText, type Pairs } from './state.ts';

/** Adds what the baseline says of the pairs `from … to` to their states (CO4). */
export function recallSlice(
  on: CompiledMapping,
  prior: PriorLinks,
  pairs: Pairs,
  from: number,
  to: number,
  out: Uint8Array,
): void {
  for (let pair = from; pair < to; pair++) {
    const position = prior.baselineOf.left[pairs.left[pair]!]!;
    if (position < 0) continue;
    if (!hasEntry(on, prior, position)) continue;
    let bits: number = STATE.known;
    for (const side of SIDES) {
      if (hasChanged(on, prior, position, side, pairs[side][pair]!)) {
        bits |= side === 'left' ? STATE.changedLeft : STATE.changedRight;
      }
    }
    out[pair]! |= bits;
  }
}

/** Has a link the mapping's field on both sides? A field missing on either has no baseline (FORMATS.md, Baseline). */
export function hasEntry(on: CompiledMapping, { links }: PriorLinks, position: number): boolean {
  const { values } = links[position]!;
  return values.left.has(on.mapping.left) && values.right.has(on.mapping.right);
}

/** The baseline's text of a side, `''` where it was blank. */
export const entryOf = (on: CompiledMapping, { links }: PriorLinks, position: number, side: Side): string =>
  links[position]!.values[side].get(on.mapping[side]) ?? '';

/** Is a side's value not equal to the baseline's value of that side? A `sent` field is looked at loosely. */
export function hasChanged(
  on: CompiledMapping,
  prior: PriorLinks,
  position: number,
  side: Side,
  row: number,
): boolean {
  const link = prior.links[position]!;
  const field = on.mapping[side];
  const entry = entryOf(on, prior, position, side);
  const now = cellText(on.columns[side], row);
  if (now === entry) return false;
  const wasBlank = entry.trim() === '';
  if (now === '' || wasBlank) return (now === '') !== wasBlank;
  if (on.same[side](entry, now)) return false;
  return !(link.sent[side].includes(field) && sameLoosely(entry, now));
}

/** Differ only in case, white space or punctuation: the app's own form of what it was sent (FORMATS.md, Baseline). */
export function sameLoosely(a: string, b: string): boolean {
  const loose = (text: string): string => foldText(text).replace(/[\p{P}\p{S}\s]/gu, '');
  return loose(a) === loose(b);
}
