import { UNBOUND, isAway } from '../match/links/partners.ts';
import type { KeyCodes } from '../match/keys/key-codes.ts';
import { STATE } from '../merge/state.ts';
import { writeOf } from '../merge/verdict.ts';
import { BY } from '../model/link-by.ts';
import { noteBit } from '../model/reason.ts';
import { SIDES, onBoth, otherSide, type Both } from '../model/side.ts';
import type { Memo } from '../run/memo.ts';
import { phase } from '../run/phases.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import { noteCrossed } from './crossed-keys.ts';
import type { Going } from './going.ts';
import { bindingKey } from './key-notes.ts';
import { outcomeCode, pairCount, type SyncPlan } from './sync-plan.ts';

type Judged = Omit<SyncPlan, 'notes' | 'near' | 'several'>;

/**
 * Marks subjects whose key misleads though the match stands as MA says (KW1, KW2, KW6, KW7, KW12). What depends on keys and values alone is
 * remembered, so that a changed rule does not ask it again.
 */
export function* noteDoubts(plan: Judged, notes: Uint32Array, memo: Memo): Steps<void> {
  yield* noteContested(plan, notes, memo);
  yield* noteStrangers(plan, notes, memo);
  yield* noteKeyTwice(plan, notes);
  yield* noteRecreated(plan, notes);
  yield* noteCrossed(plan, notes);
}

/** Records of a side by code; 2 stands for several. */
function* heldBy({ codes, count }: KeyCodes): Steps<Both<Uint8Array>> {
  const held = onBoth(() => new Uint8Array(count));
  for (const side of SIDES) {
    const [own, of] = [codes[side], held[side]];
    yield* inSlices('judge', own.length, (from, to) => {
      for (let row = from; row < to; row++) {
        const code = own[row]!;
        if (code >= 0 && of[code]! < 2) of[code]!++;
      }
    });
  }
  return held;
}

/** KW1: pairs bound by a value that several records of a side have, and that overwrite one. */
function* noteContested(plan: Judged, notes: Uint32Array, memo: Memo): Steps<void> {
  const { pairs, matching } = plan;
  const held: Both<Uint8Array>[] = [];
  for (const [at, key] of matching.codes.entries()) {
    held.push(yield* memo.run(phase('key-held', plan.sync.id, [at], [key]), () => heldBy(key)));
  }
  if (!held.some((of) => SIDES.some((side) => of[side].includes(2)))) return;
  const overwriting = yield* overwritingPairs(plan);
  const bit = noteBit('contested');
  yield* inSlices('judge', pairs.left.length, (from, to) => {
    for (let pair = from; pair < to; pair++) {
      if (overwriting[pair] === 0) continue;
      const key = bindingKey(matching, pairs.left[pair]!, pairs.right[pair]!);
      if (key < 0) continue;
      const code = matching.codes[key]!.codes.left[pairs.left[pair]!]!;
      if (SIDES.some((side) => held[key]![side][code] === 2)) notes[pair]! |= bit;
    }
  });
}

/** 1 where a pair's writes put a value over another; `going`: of those that go alone, null: of all. */
export function* overwritingPairs(
  {
    pairs,
    mappings,
    verdicts,
    verdictList,
    states,
    acts,
  }: Pick<SyncPlan, 'pairs' | 'mappings' | 'verdicts' | 'verdictList' | 'states' | 'acts'>,
  going: Going | null = null,
): Steps<Uint8Array> {
  const writes = verdictList.map((verdict) => {
    const write = writeOf(verdict);
    return write === null ? null : (going?.[write.side] ?? acts);
  });
  const over = new Uint8Array(pairs.left.length);
  const bits = STATE.blankLeft | STATE.blankRight | STATE.equal;
  for (const [position, own] of verdicts.entries()) {
    const state = states[position]!;
    const aside = going?.withheld.get(mappings[position]!.mapping.left);
    yield* inSlices('judge', over.length, (from, to) => {
      for (let pair = from; pair < to; pair++) {
        if (aside !== undefined && aside[pair]! > 0) continue;
        const goes = writes[own[pair]!]!;
        if (goes !== null && goes[pair] !== 0 && acts[pair] !== 0 && (state[pair]! & bits) === 0)
          over[pair] = 1;
      }
    });
  }
  return over;
}

/** KW2: bound by one key alone, and of at least two other fields filled on both sides none is equal. */
function* noteStrangers(plan: Judged, notes: Uint32Array, memo: Memo): Steps<void> {
  const { sync, pairs, matching, mappings, states, outcomes } = plan;
  // A constant tells nobody from another, nor does a stage.
  const outside = mappings.flatMap((on, position) =>
    on.keyFields.length > 0 || on.stage !== null || on.transform?.transform.kind === 'constant'
      ? []
      : [states[position]!],
  );
  if (outside.length < 2 || matching.codes.length === 0) return;
  const of = phase('strangers', sync.id, [], [pairs, matching.matches, ...matching.codes, ...outside]);
  const strangers = yield* memo.run(of, () => strangersOf(pairs, matching, outside));
  const bit = noteBit('nothing-in-common');
  const excluded = outcomeCode('excluded');
  yield* inSlices('judge', strangers.length, (from, to) => {
    for (let pair = from; pair < to; pair++)
      if (strangers[pair] === 1 && outcomes[pair] !== excluded) notes[pair]! |= bit;
  });
}

/** By pair, 1 for strangers. */
function* strangersOf(
  pairs: Judged['pairs'],
  { codes, matches }: Judged['matching'],
  outside: readonly Uint8Array[],
): Steps<Uint8Array> {
  const filled = new Uint8Array(pairs.left.length);
  const blanks = STATE.blankLeft | STATE.blankRight;
  const EQUAL = 255;
  for (const state of outside) {
    yield* inSlices('judge', filled.length, (from, to) => {
      for (let pair = from; pair < to; pair++) {
        if ((state[pair]! & blanks) !== 0 || filled[pair] === EQUAL) continue;
        if ((state[pair]! & STATE.equal) !== 0) filled[pair] = EQUAL;
        else if (filled[pair]! < EQUAL - 1) filled[pair]!++;
      }
    });
  }
  const strangers = new Uint8Array(filled.length);
  yield* inSlices('judge', filled.length, (from, to) => {
    for (let pair = from; pair < to; pair++) {
      if (filled[pair]! < 2 || filled[pair] === EQUAL) continue;
      const [left, right] = [pairs.left[pair]!, pairs.right[pair]!];
      if (matches.by.left[left] !== BY.key) continue;
      let hits = 0;
      for (const { codes: own } of codes)
        if (own.left[left]! >= 0 && own.left[left] === own.right[right]) hits++;
      if (hits === 1) strangers[pair] = 1;
    }
  });
  return strangers;
}

/** KW6: pairs of which a record gets a key that another record of its side has too, once all is written. */
function* noteKeyTwice({ rematch, matching, pairs }: Judged, notes: Uint32Array): Steps<void> {
  if (rematch === null) return;
  const bit = noteBit('key-twice');
  for (const [key, after] of rematch.codes.entries()) {
    const before = matching.codes[key]!;
    if (after === before) continue;
    const held = yield* heldBy(after);
    yield* inSlices('judge', pairs.left.length, (from, to) => {
      for (let pair = from; pair < to; pair++) {
        for (const side of SIDES) {
          const row = pairs[side][pair]!;
          const code = after.codes[side][row]!;
          if (code >= 0 && code !== before.codes[side][row]! && held[side][code] === 2) notes[pair]! |= bit;
        }
      }
    });
  }
}

/** KW7: records whose link is missing its record, while an unlinked one of the same key is there. */
function* noteRecreated(plan: Judged, notes: Uint32Array): Steps<void> {
  const { matching, lone } = plan;
  const { partner } = matching.matches;
  const bit = noteBit('maybe-recreated');
  let first = pairCount(plan);
  for (const side of SIDES) {
    const other = otherSide(side);
    const own = lone[side];
    const missing: number[] = [];
    yield* inSlices('judge', own.length, (from, to) => {
      for (let at = from; at < to; at++) if (isAway(partner[side][own[at]!]!)) missing.push(at);
    });
    for (const { codes, count } of missing.length === 0 ? [] : matching.codes) {
      const free = new Uint8Array(count);
      yield* inSlices('judge', codes[other].length, (from, to) => {
        for (let row = from; row < to; row++)
          if (codes[other][row]! >= 0 && partner[other][row] === UNBOUND) free[codes[other][row]!] = 1;
      });
      for (const at of missing) {
        const code = codes[side][own[at]!]!;
        if (code >= 0 && free[code] === 1) notes[first + at]! |= bit;
      }
    }
    first += own.length;
  }
}
