import { cellText } from '../../columns/cell.ts';
import { handOverAt } from '../../columns/hand-overs.ts';
import { linkId } from '../../columns/link-table.ts';
import { entryOf } from '../../merge/history.ts';
import { ofCells } from '../../merge/handed/read-back.ts';
import { RETURNED, RETURNED_CODE, handedTo } from '../../merge/returned.ts';
import { STATE } from '../../merge/state.ts';
import type { HandOver } from '../../model/hand-over.ts';
import { SIDES, onBoth, type Both, type Side } from '../../model/side.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import { outcomeCode, pairCount, subjectOf, type SyncPlan } from '../sync-plan.ts';

/** What became of a value that was handed over (as in the summary), or that it changed there since. */
export const SINCE_WORDS = ['cameBack', 'notTaken', 'notReadBack', 'ownForm', 'taken', 'changed'] as const;

export type SinceWord = (typeof SINCE_WORDS)[number];

/** A value of a record, as it was seen last, as it was handed over, as it is now. */
export interface SinceValue {
  readonly subject: number;
  readonly side: Side;
  readonly field: string;
  /** The text found then; null where a baseline does not say it. */
  readonly from: string | null;
  /** What was handed over; null where nothing was. */
  readonly to: string | null;
  readonly now: string;
}

/** The records of a side against the links of the baseline: `changed` + `unchanged` + `unlinked` are those read. */
export interface SinceRecords {
  /** Linked then; a value of it is another than was seen last. */
  readonly changed: number;
  readonly unchanged: number;
  /** In no link then: new, or without a counterpart. */
  readonly unlinked: number;
  /** In a link then and not in this export (DE5). */
  readonly gone: number;
}

export interface SinceTold {
  readonly records: Both<SinceRecords>;
  readonly counts: Readonly<Record<SinceWord, number>>;
  /** The first of each. */
  readonly values: Readonly<Record<SinceWord, readonly SinceValue[]>>;
  /** The first subjects with a record that was in no link then. */
  readonly unlinked: readonly { readonly subject: number; readonly side: Side }[];
}

/** So many of each are listed. */
const LISTED = 200;

const WORD_OF: Readonly<Partial<Record<number, SinceWord>>> = {
  [RETURNED.taken]: 'taken',
  [RETURNED.putBack]: 'taken',
  [RETURNED.ownForm]: 'ownForm',
  [RETURNED.notTaken]: 'notTaken',
  [RETURNED.overtaken]: 'notTaken',
  [RETURNED.asked]: 'cameBack',
  [RETURNED.accepted]: 'cameBack',
  [RETURNED.travels]: 'cameBack',
  [RETURNED.again]: 'cameBack',
  [RETURNED.anew]: 'cameBack',
  [RETURNED.unread]: 'notReadBack',
};

const CHANGED = { left: STATE.changedLeft, right: STATE.changedRight } as const;

/** What the plan of a sync knows since its baseline (S116): of the values that were handed over, of the records of both sides. */
export function* sinceLastTime(plan: SyncPlan): Steps<SinceTold> {
  const lists = new Lists(plan);
  const moved = onBoth(() => new Uint8Array(pairCount(plan)));
  for (const position of plan.mappings.keys()) {
    yield* inSlices('impact', pairCount(plan), (from, to) => {
      for (let pair = from; pair < to; pair++) lists.look(position, pair, moved);
    });
  }
  const left = yield* recordsOf(plan, 'left', moved.left, lists);
  const right = yield* recordsOf(plan, 'right', moved.right, lists);
  const { counts, values, unlinked } = lists;
  return { records: { left, right }, counts, values, unlinked };
}

class Lists {
  readonly counts: Record<SinceWord, number> = each(() => 0);
  readonly values: Record<SinceWord, SinceValue[]> = each(() => []);
  readonly unlinked: { subject: number; side: Side }[] = [];
  readonly #plan: SyncPlan;
  readonly #counted: ReadonlySet<number>;

  constructor(plan: SyncPlan) {
    this.#plan = plan;
    this.#counted = new Set((['in-sync', 'update', 'conflict'] as const).map(outcomeCode));
  }

  look(position: number, pair: number, moved: Both<Uint8Array>): void {
    const { states, returned, outcomes } = this.#plan;
    const state = states[position]![pair]!;
    const known = (state & STATE.known) !== 0;
    const code = returned[position]?.[pair] ?? RETURNED.none;
    const word = WORD_OF[code & RETURNED_CODE] ?? null;
    for (const side of SIDES) {
      if (!known || (state & CHANGED[side]) === 0) continue;
      // What came back there is told as that.
      const isReturn = word !== null && handedTo(code) === side;
      if (isReturn && (code & RETURNED_CODE) !== RETURNED.putBack) continue;
      if (!this.#isSince(position, pair, side)) continue;
      moved[side][pair] = 1;
      this.#add('changed', position, pair, side);
    }
    // As the summary counts them (S51).
    if (word !== null && this.#counted.has(outcomes[pair]!)) this.#add(word, position, pair, handedTo(code));
  }

  /** Was the text of now not the one that was handed over from? What travelled then was seen then, whatever became of it. */
  #isSince(position: number, pair: number, side: Side): boolean {
    const { mappings, pairs } = this.#plan;
    const seen = this.#seenOf(position, pair, side);
    if (seen === null) return true;
    const on = mappings[position]!;
    return !ofCells(on.same[side])(seen, cellText(on.cells[side], pairs[side][pair]!));
  }

  /** The text a side was last seen with, where that is told by a hand-over: to the other side, or to it and seen there. */
  #seenOf(position: number, pair: number, side: Side): string | null {
    const code = this.#plan.returned[position]?.[pair] ?? RETURNED.none;
    if (code === RETURNED.none) return null;
    const handed = this.#handed(position, pair, handedTo(code));
    if (handedTo(code) !== side) return handed?.other ?? null;
    return (code & RETURNED_CODE) === RETURNED.putBack ? (handed?.seen ?? null) : null;
  }

  #add(word: SinceWord, position: number, pair: number, side: Side): void {
    this.counts[word]++;
    const list = this.values[word];
    if (list.length >= LISTED) return;
    const { mappings, matching, pairs } = this.#plan;
    const on = mappings[position]!;
    const link = matching.prior.baselineOf.left[pairs.left[pair]!]!;
    const field = on.mapping[side];
    const now = cellText(on.cells[side], pairs[side][pair]!);
    const handed = word === 'changed' ? null : this.#handed(position, pair, side);
    const seen = this.#seenOf(position, pair, side);
    const from = handed === null ? (seen ?? entryOf(on, matching.prior, link, side)) : handed.from;
    list.push({ subject: pair, side, field, from, to: handed?.to ?? null, now });
  }

  #handed(position: number, pair: number, side: Side): HandOver | null {
    const { mappings, matching, pairs } = this.#plan;
    const { links, baselineOf } = matching.prior;
    const field = links.sent[side].fields.get(mappings[position]!.mapping[side]);
    return field === undefined ? null : handOverAt(field, baselineOf.left[pairs.left[pair]!]!);
  }
}

function* recordsOf(plan: SyncPlan, side: Side, moved: Uint8Array, lists: Lists): Steps<SinceRecords> {
  const { links } = plan.matching.prior;
  const records = plan.records[side];
  const then = new Uint8Array(records.count);
  let gone = 0;
  for (const [position, row] of (yield* records.rowsOf(links.ids[side])).entries()) {
    if (linkId(links, side, position) === '') continue;
    if (row < 0) gone++;
    else then[row] = 1;
  }
  const changedRows = new Uint8Array(records.count);
  for (const [pair, isMoved] of moved.entries()) if (isMoved === 1) changedRows[plan.pairs[side][pair]!] = 1;
  const sums = { changed: 0, unchanged: 0, unlinked: 0, gone };
  yield* inSlices('impact', records.count, (from, to) => {
    for (let row = from; row < to; row++) {
      if (then[row] === 1) sums[changedRows[row] === 1 ? 'changed' : 'unchanged']++;
      else {
        sums.unlinked++;
        if (lists.unlinked.length < LISTED)
          lists.unlinked.push({ subject: subjectOf(plan, side, row), side });
      }
    }
  });
  return sums;
}

const each = <T>(of: () => T): Record<SinceWord, T> =>
  Object.fromEntries(SINCE_WORDS.map((word) => [word, of()])) as Record<SinceWord, T>;
