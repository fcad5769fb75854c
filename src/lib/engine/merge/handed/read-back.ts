import { cellText } from '../../columns/cell.ts';
import { handOverAt } from '../../columns/hand-overs.ts';
import type { PriorLinks } from '../../match/links/prior-links.ts';
import type { HandOverField } from '../../model/baseline.ts';
import type { HandOver } from '../../model/hand-over.ts';
import { declaredForm, type DeclaredForm } from '../../model/declared-form.ts';
import type { ReadAfter } from '../../model/read-after.ts';
import { SIDES, onBoth, otherSide, type Both, type Side } from '../../model/side.ts';
import type { Comparer } from '../../read/compare.ts';
import { readingOfPair } from '../../read/type-pair.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../../run/steps.ts';
import type { Tools } from '../../tools.ts';
import { entryField, ownFields, type CompiledMapping } from '../compiled.ts';
import { entryOf, hasEntry } from '../history.ts';
import { RETURNED, RETURNED_CODE, RETURNED_RIGHT, RETURNED_WORN, isWorn } from '../returned.ts';
import { STATE, type Pairs } from '../state.ts';
import { appForm } from './app-form.ts';
import { returned, type Judging } from './decide-return.ts';
import { textFormat } from './text-format.ts';

/** What a mapping's pairs come to: `STATE` bits, and what became of what was handed over; null where nothing was. */
export interface Recalled {
  readonly states: Uint8Array;
  readonly returned: Uint8Array | null;
}

/**
 * BL3 for one mapping: what was handed over is looked at before anything else is made of a pair. Changes `states` in place, as
 * the entries change by what was read; null where the links hold no hand-over of its fields.
 */
export function* readBack(
  on: CompiledMapping,
  prior: PriorLinks,
  pairs: Pairs,
  states: Uint8Array,
  readAfter: ReadAfter,
  tools: Tools,
): Steps<Uint8Array | null> {
  const out = new Uint8Array(states.length);
  let found = false;
  for (const side of SIDES) {
    const handed = prior.links.sent[side].fields.get(entryField(on, side));
    if (handed === undefined || ownFields(on, side).length === 0) continue;
    const reader = new SideReader(
      on,
      prior,
      side,
      handed,
      yield* judgingOf(on, side, readAfter[side], tools),
    );
    yield* inSlices(
      'compare',
      out.length,
      (from, to) => {
        for (let pair = from; pair < to; pair++) if (reader.look(pairs, pair, states, out)) found = true;
      },
      TEXT_SLICE,
    );
  }
  return found ? out : null;
}

/** What the design says of the forms of a mapping: `formOf` depends on it. */
export const declaredForms = ({ defs }: CompiledMapping): Both<DeclaredForm> =>
  onBoth((side) => declaredForm(defs, side));

/** Numbers, dates and what else has a type have no form but CO5 (BL4). */
export function* formOf(
  on: CompiledMapping,
  side: Side,
  tools: Tools,
): Steps<{
  readonly form: Comparer;
  /** Is it text of no format? */
  readonly isPlain: boolean;
}> {
  const { type } = on.own[side];
  if (readingOfPair(type, type) !== 'text') return { form: () => false, isPlain: false };
  const declared = declaredForm(on.defs, side);
  const format = declared.format ?? (yield* textFormat(on.cells));
  return { form: appForm(format, declared.country, tools), isPlain: format === 'text' };
}

function* judgingOf(
  on: CompiledMapping,
  side: Side,
  readAfter: boolean | null,
  tools: Tools,
): Steps<Judging> {
  return {
    readAfter,
    cameBack: on.mapping.cameBack,
    same: ofCells(on.same[side]),
    sameOther: ofCells(on.same[otherSide(side)]),
    form: (yield* formOf(on, side, tools)).form,
  };
}

/** A comparer of filled cells for any cells. */
export const ofCells =
  (same: Comparer): Comparer =>
  (a, b) => {
    const isBlank = a.trim() === '';
    if (isBlank || b.trim() === '') return isBlank && b.trim() === '';
    return a === b || same(a, b);
  };

const CHANGED = { left: STATE.changedLeft, right: STATE.changedRight } as const;

/** The hand-overs of one field of one side. */
class SideReader {
  readonly #on: CompiledMapping;
  readonly #prior: PriorLinks;
  readonly #side: Side;
  readonly #handed: HandOverField;
  readonly #judging: Judging;

  constructor(on: CompiledMapping, prior: PriorLinks, side: Side, handed: HandOverField, judging: Judging) {
    this.#on = on;
    this.#prior = prior;
    this.#side = side;
    this.#handed = handed;
    this.#judging = judging;
  }

  /** True where the pair has one. */
  look(pairs: Pairs, pair: number, states: Uint8Array, out: Uint8Array): boolean {
    const position = this.#prior.baselineOf.left[pairs.left[pair]!]!;
    if (position < 0 || out[pair] !== 0) return false;
    const one = handOverAt(this.#handed, position);
    if (one === null) return false;
    const on = this.#on;
    const far = otherSide(this.#side);
    const read = {
      v: cellText(on.cells[this.#side], pairs[this.#side][pair]!),
      u: cellText(on.cells[far], pairs[far][pair]!),
      other: one.other ?? entryOf(on, this.#prior, position, far),
      equal: (states[pair]! & STATE.equal) !== 0,
    };
    const code = returned(one, read, this.#judging);
    const worn = !read.equal && isWorn(one, code) ? RETURNED_WORN : 0;
    out[pair] = code | (this.#side === 'right' ? RETURNED_RIGHT : 0) | worn;
    states[pair] = this.#stateAfter(states[pair]!, code, one, position, read);
    return true;
  }

  /** The entries become what was read, or stand as they did; who changed is said against them. */
  #stateAfter(
    state: number,
    code: number,
    one: HandOver,
    position: number,
    { u, other }: { readonly u: string; readonly other: string },
  ): number {
    const far = otherSide(this.#side);
    const bare = state & ~(STATE.known | STATE.changedLeft | STATE.changedRight);
    const moved = this.#judging.sameOther(other, u) ? 0 : CHANGED[far];
    switch (code & RETURNED_CODE) {
      case RETURNED.taken:
      case RETURNED.ownForm:
      case RETURNED.accepted:
        return bare | STATE.known | moved;
      case RETURNED.travels:
      case RETURNED.putBack:
        return bare | STATE.known | moved | CHANGED[this.#side];
      case RETURNED.again:
      case RETURNED.anew: {
        if (!hasEntry(this.#on, this.#prior, position)) return state;
        const entry = entryOf(this.#on, this.#prior, position, this.#side);
        const stood = one.from === null || this.#judging.same(entry, one.from);
        return (state & ~CHANGED[this.#side]) | (stood ? 0 : CHANGED[this.#side]);
      }
      default:
        return state;
    }
  }
}
