import { fieldText, hasField } from '../columns/link-table.ts';
import { valueOf } from '../model/column.ts';
import type { PriorLinks } from '../match/links/prior-links.ts';
import { onBoth, type Both, type Side } from '../model/side.ts';
import { entryField, type CompiledMapping } from './compiled.ts';
import { cellText, sameBytes } from '../columns/cell.ts';
import { STATE, type Pairs } from './state.ts';

/** What the baseline says of the pairs of one mapping (CO4). */
export class Recall {
  readonly #on: CompiledMapping;
  readonly #prior: PriorLinks;
  /** By list of fields a link has: 1 where this one is among them. */
  readonly #has: Both<Uint8Array>;

  constructor(on: CompiledMapping, prior: PriorLinks) {
    this.#on = on;
    this.#prior = prior;
    const has = (side: Side): Uint8Array =>
      Uint8Array.from(prior.links.values[side].names.lists, (names) =>
        on.fields[side].every((field) => names.includes(field)) ? 1 : 0,
      );
    this.#has = onBoth(has);
  }

  /** Adds it to the states of the pairs `from … to`. */
  slice(pairs: Pairs, from: number, to: number, out: Uint8Array): void {
    const { left, right } = this.#prior.links.values;
    const positions = this.#prior.baselineOf.left;
    for (let pair = from; pair < to; pair++) {
      const position = positions[pairs.left[pair]!]!;
      if (position < 0) continue;
      const isKnown = this.#has.left[left.names.of[position]!]! & this.#has.right[right.names.of[position]!]!;
      if (isKnown === 0) continue;
      let bits: number = STATE.known;
      if (this.#moved('left', position, pairs.left[pair]!)) bits |= STATE.changedLeft;
      if (this.#moved('right', position, pairs.right[pair]!)) bits |= STATE.changedRight;
      out[pair]! |= bits;
    }
  }

  /** Equal bytes are equal values, and most are. */
  #moved(side: Side, position: number, row: number): boolean {
    if (this.#on.fields[side].length === 0) return false;
    const now = this.#on.cells[side];
    const then = this.#prior.links.values[side].columns.get(entryField(this.#on, side))!;
    if (sameBytes(then, valueOf(then, position), now, valueOf(now, row))) return false;
    return hasChanged(this.#on, this.#prior, position, side, row);
  }
}

/** Has a link the mapping's field on both sides? A field missing on either has no baseline (FORMATS.md, Baseline). */
export function hasEntry(on: CompiledMapping, { links }: PriorLinks, position: number): boolean {
  const { left, right } = links.values;
  return (
    on.fields.left.every((field) => hasField(left, position, field)) &&
    on.fields.right.every((field) => hasField(right, position, field))
  );
}

/** The baseline's text of a side, `''` where it was blank. */
export const entryOf = (on: CompiledMapping, { links }: PriorLinks, position: number, side: Side): string =>
  on.fields[side].length === 0 ? '' : fieldText(links.values[side], position, entryField(on, side));

/** Is a side's value not equal to the baseline's value of that side? */
export function hasChanged(
  on: CompiledMapping,
  prior: PriorLinks,
  position: number,
  side: Side,
  row: number,
): boolean {
  const entry = entryOf(on, prior, position, side);
  const now = cellText(on.cells[side], row);
  if (now === entry) return false;
  const wasBlank = entry.trim() === '';
  if (now === '' || wasBlank) return (now === '') !== wasBlank;
  return !on.same[side](entry, now);
}
