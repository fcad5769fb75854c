import { writtenText } from '../merge/targets.ts';
import { clashesOver, takeValues, type UniqueClash, type UniqueField } from '../merge/unique.ts';
import { writeOf } from '../merge/verdict.ts';
import { reasonBit } from '../model/reason.ts';
import { SIDES } from '../model/side.ts';
import { pairExclusion } from '../scope/scope.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../run/steps.ts';
import type { Memo } from '../run/memo.ts';
import { PAIR, PAIR_WRITES, UPDATES, flagPairs } from './pair-flags.ts';
import { outcomeCode, pairCount, type SyncPlan } from './sync-plan.ts';

/**
 * Outcome of every pair in line order (FM9): out of scope, refused by the target, open, written or in sync. Fills
 * `outcomes`, `acts` and `reasons` of the draft; gives the clashes over unique values.
 */
export function* judgePairs(
  draft: SyncPlan,
  unique: readonly UniqueField[],
  memo: Memo,
): Steps<ReadonlyMap<number, readonly UniqueClash[]>> {
  const count = pairCount(draft);
  const flags = yield* flagPairs(draft.verdicts, draft.verdictList, count);
  const excluded = outcomeCode('excluded');
  const out = yield* memo.run(`out|${draft.sync.id}`, [draft.pairs, draft.scope], () => outOfScope(draft));
  for (const { pair, reasons } of out) {
    draft.outcomes[pair] = excluded;
    draft.reasons[pair] = reasons;
  }
  for (let position = 0; position < draft.mappings.length; position++) {
    yield* judgeWrites(draft, position, flags);
  }
  const clashes = yield* judgeUnique(draft, unique, flags);
  yield* inSlices('judge', count, (from, to) => {
    setOutcomes(draft, flags, from, to);
  });
  return clashes;
}

/** Pairs that do not take part, with the bits of their reasons. */
function* outOfScope({
  pairs,
  scope,
}: SyncPlan): Steps<readonly { readonly pair: number; readonly reasons: number }[]> {
  const out: { pair: number; reasons: number }[] = [];
  yield* inSlices('judge', pairs.left.length, (from, to) => {
    for (let pair = from; pair < to; pair++) {
      const reasons = pairExclusion(scope, pairs.left[pair]!, pairs.right[pair]!);
      if (reasons !== 0) out.push({ pair, reasons });
    }
  });
  return out;
}

/** FM9: would the target take what this mapping writes? */
function* judgeWrites(draft: SyncPlan, position: number, flags: Uint8Array): Steps<void> {
  const on = draft.mappings[position]!;
  const verdicts = draft.verdicts[position]!;
  const excluded = outcomeCode('excluded');
  for (const side of SIDES) {
    const judge = on.judge[side];
    if (judge === null) continue;
    const writes = draft.verdictList.map((verdict) => writeOf(verdict)?.side === side);
    if (!writes.includes(true)) continue;
    const pass = (from: number, to: number): void => {
      for (let pair = from; pair < to; pair++) {
        if (!writes[verdicts[pair]!]! || draft.outcomes[pair] === excluded) continue;
        const code = judge(writtenText(on, side, draft.pairs.left[pair]!, draft.pairs.right[pair]!));
        if (code === null) continue;
        flags[pair]! |= PAIR.failing;
        draft.reasons[pair]! |= reasonBit(code);
      }
    };
    yield* inSlices('judge', flags.length, pass, TEXT_SLICE);
  }
}

/** Who wants a unique value that somebody has: line by line, since only a line that does not fail takes (FM9, S32). */
function* judgeUnique(
  draft: SyncPlan,
  unique: readonly UniqueField[],
  flags: Uint8Array,
): Steps<Map<number, UniqueClash[]>> {
  const clashes = new Map<number, UniqueClash[]>();
  if (unique.length === 0) return clashes;
  const excluded = outcomeCode('excluded');
  const writing = unique.map((field) =>
    draft.verdictList.map((verdict) => writeOf(verdict)?.side === field.side),
  );
  yield* inSlices('judge', flags.length, (from, to) => {
    for (let pair = from; pair < to; pair++) {
      if ((flags[pair]! & PAIR_WRITES) === 0 || draft.outcomes[pair] === excluded) continue;
      const rows = { left: draft.pairs.left[pair]!, right: draft.pairs.right[pair]! };
      const wanted = unique.filter(
        (field, at) => writing[at]![draft.verdicts[field.mapping]![pair]!] === true,
      );
      const found = clashesOver(wanted, rows);
      if (found.length > 0) {
        clashes.set(pair, found);
        flags[pair]! |= PAIR.failing;
        draft.reasons[pair]! |= reasonBit('not-unique');
      }
      if ((flags[pair]! & PAIR.failing) === 0) takeValues(wanted, rows, pair);
    }
  });
  return clashes;
}

function setOutcomes(draft: SyncPlan, flags: Uint8Array, from: number, to: number): void {
  const excluded = outcomeCode('excluded');
  const failing = outcomeCode('failing');
  const conflict = outcomeCode('conflict');
  const update = outcomeCode('update');
  const inSync = outcomeCode('in-sync');
  for (let pair = from; pair < to; pair++) {
    if (draft.outcomes[pair] === excluded) continue;
    const has = flags[pair]!;
    draft.outcomes[pair] =
      (has & PAIR.failing) !== 0
        ? failing
        : (has & PAIR.open) !== 0
          ? conflict
          : (has & PAIR_WRITES) !== 0
            ? update
            : inSync;
    if ((has & PAIR.failing) === 0) draft.acts[pair] = UPDATES[has]!;
  }
}
