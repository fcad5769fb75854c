import { MISSING, UNBOUND } from '../../match/links/prior-links.ts';
import { STATE } from '../../merge/state.ts';
import { writeOf } from '../../merge/verdict.ts';
import { BY } from '../../model/line.ts';
import { SIDES, onBoth, otherSide, type Both } from '../../model/side.ts';
import type { PlanWarning, WarningCode } from '../../model/summary.ts';
import type { Memo } from '../../run/memo.ts';
import { phase } from '../../run/phases.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import type { KeyCodes } from '../../match/keys/key-codes.ts';
import { bindingKey } from '../key-notes.ts';
import type { SyncPlan } from '../sync-plan.ts';

/**
 * What a plan warns of keys that mislead though each match stands as MA says (KW1, KW2, KW6, KW7). What depends on keys and values
 * alone is remembered, so that a changed rule does not ask it again.
 */
export function* keyWarnings(plan: SyncPlan, memo: Memo): Steps<PlanWarning[]> {
  const found: [WarningCode, number][] = [
    ['contested', yield* countContested(plan, memo)],
    ['nothing-in-common', yield* strangersOf(plan, memo)],
    ['key-twice', yield* countKeyTwice(plan)],
    ['maybe-recreated', yield* countRecreated(plan)],
  ];
  return found.flatMap(([code, count]) => (count === 0 ? [] : [{ code, sync: plan.sync.id, count }]));
}

/** Records of a side by code; 2 stands for several. */
function* heldBy({ codes, count }: KeyCodes): Steps<Both<Uint8Array>> {
  const held = onBoth(() => new Uint8Array(count));
  for (const side of SIDES) {
    const [own, of] = [codes[side], held[side]];
    yield* inSlices('impact', own.length, (from, to) => {
      for (let row = from; row < to; row++) {
        const code = own[row]!;
        if (code >= 0 && of[code]! < 2) of[code]!++;
      }
    });
  }
  return held;
}

/** KW1: pairs bound by a value that several records of a side have, and that overwrite one. */
function* countContested(plan: SyncPlan, memo: Memo): Steps<number> {
  const { pairs, matching } = plan;
  const overwriting = yield* overwritingPairs(plan);
  const held: Both<Uint8Array>[] = [];
  for (const [at, key] of matching.codes.entries()) {
    held.push(yield* memo.run(phase('key-held', plan.sync.id, [at], [key]), () => heldBy(key)));
  }
  let count = 0;
  yield* inSlices('impact', pairs.left.length, (from, to) => {
    for (let pair = from; pair < to; pair++) {
      if (overwriting[pair] === 0) continue;
      const key = bindingKey(matching, pairs.left[pair]!, pairs.right[pair]!);
      if (key < 0) continue;
      const code = matching.codes[key]!.codes.left[pairs.left[pair]!]!;
      if (SIDES.some((side) => held[key]![side][code] === 2)) count++;
    }
  });
  return count;
}

/** 1 where a pair's writes put a value over another. */
export function* overwritingPairs({
  pairs,
  verdicts,
  verdictList,
  states,
  acts,
}: SyncPlan): Steps<Uint8Array> {
  const writes = verdictList.map((verdict) => writeOf(verdict) !== null);
  const over = new Uint8Array(pairs.left.length);
  const bits = STATE.blankLeft | STATE.blankRight | STATE.equal;
  for (const [position, own] of verdicts.entries()) {
    const state = states[position]!;
    yield* inSlices('impact', over.length, (from, to) => {
      for (let pair = from; pair < to; pair++)
        if (writes[own[pair]!]! && acts[pair] !== 0 && (state[pair]! & bits) === 0) over[pair] = 1;
    });
  }
  return over;
}

function* strangersOf({ sync, pairs, matching, mappings, states }: SyncPlan, memo: Memo): Steps<number> {
  const outside = mappings.flatMap((on, position) => (on.keyFields.length > 0 ? [] : [states[position]!]));
  if (outside.length < 2 || matching.codes.length === 0) return 0;
  const from = [pairs, matching.matches, ...matching.codes, ...outside] as const;
  return yield* memo.run(phase('strangers', sync.id, [], from), () =>
    countStrangers(pairs, matching, outside),
  );
}

/** KW2: bound by one key alone, and of at least two other fields filled on both sides none is equal. */
function* countStrangers(
  pairs: SyncPlan['pairs'],
  { codes, matches }: SyncPlan['matching'],
  outside: readonly Uint8Array[],
): Steps<number> {
  const filled = new Uint8Array(pairs.left.length);
  const blanks = STATE.blankLeft | STATE.blankRight;
  const EQUAL = 255;
  for (const state of outside) {
    yield* inSlices('impact', filled.length, (from, to) => {
      for (let pair = from; pair < to; pair++) {
        if ((state[pair]! & blanks) !== 0 || filled[pair] === EQUAL) continue;
        if ((state[pair]! & STATE.equal) !== 0) filled[pair] = EQUAL;
        else if (filled[pair]! < EQUAL - 1) filled[pair]!++;
      }
    });
  }
  let count = 0;
  yield* inSlices('impact', filled.length, (from, to) => {
    for (let pair = from; pair < to; pair++) {
      if (filled[pair]! < 2 || filled[pair] === EQUAL) continue;
      const [left, right] = [pairs.left[pair]!, pairs.right[pair]!];
      if (matches.by.left[left] !== BY.key) continue;
      const hits = codes.filter(
        ({ codes: own }) => own.left[left]! >= 0 && own.left[left] === own.right[right],
      );
      if (hits.length === 1) count++;
    }
  });
  return count;
}

/** KW6: records whose key, once written, another record of their side has too. */
function* countKeyTwice({ rematch }: SyncPlan): Steps<number> {
  if (rematch === null) return 0;
  const held: Both<Uint8Array>[] = [];
  for (const key of rematch.codes) held.push(yield* heldBy(key));
  const twice = onBoth(() => new Set<number>());
  for (const { side, row, field } of rematch.writes) {
    const hit = rematch.codes.some(({ fields, codes }, key) => {
      const code = codes[side][row]!;
      return fields.some((one) => one.field[side] === field) && code >= 0 && held[key]![side][code] === 2;
    });
    if (hit) twice[side].add(row);
  }
  return twice.left.size + twice.right.size;
}

/** KW7: links whose record is missing, while an unlinked one of the same key is there. */
function* countRecreated({ matching, lone }: SyncPlan): Steps<number> {
  const { partner } = matching.matches;
  let count = 0;
  for (const side of SIDES) {
    const other = otherSide(side);
    const missing = lone[side].filter((row) => partner[side][row] === MISSING);
    if (missing.length === 0) continue;
    const free: Uint8Array[] = [];
    for (const { codes, count: size } of matching.codes) {
      const has = new Uint8Array(size);
      yield* inSlices('impact', codes[other].length, (from, to) => {
        for (let row = from; row < to; row++)
          if (codes[other][row]! >= 0 && partner[other][row] === UNBOUND) has[codes[other][row]!] = 1;
      });
      free.push(has);
    }
    for (const row of missing) {
      const hit = matching.codes.some(({ codes }, key) => {
        const code = codes[side][row]!;
        return code >= 0 && free[key]![code] === 1;
      });
      if (hit) count++;
    }
  }
  return count;
}
