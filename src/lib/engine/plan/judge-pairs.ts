import { mayRefuse, refusalOf } from '../merge/refuse.ts';
import { leftBlank, type Written } from '../merge/required-when.ts';
import { writtenText } from '../merge/targets.ts';
import { clashesOver, takeValues, type UniqueClash, type UniqueField } from '../merge/unique.ts';
import { writeOf } from '../merge/verdict.ts';
import { reasonBit } from '../model/reason.ts';
import { SIDES, otherSide, type Side } from '../model/side.ts';
import { pairExclusion } from '../scope/scope.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../run/steps.ts';
import type { Memo } from '../run/memo.ts';
import { phase } from '../run/phases.ts';
import { PAIR, PAIR_WRITES, UPDATES, flagPairs } from './pair-flags.ts';
import type { LinkedSync } from './link-sync.ts';
import { refusedPairs } from './refused-rows.ts';
import { PARENT, flowsOutOf, pairParent } from './missing-parents.ts';
import { outcomeCode, pairCount } from './sync-plan.ts';

/** What becomes of subjects, in line order. */
export interface Judgement {
  readonly outcomes: Uint8Array;
  readonly acts: Uint8Array;
  readonly reasons: Uint32Array;
}

export type Clashes = ReadonlyMap<number, readonly UniqueClash[]>;

/** Judges pairs: out of scope, refused by the target, open, written or in sync (FM9). Written to the first of `into`, all noughts. */
export function* judgePairs(
  linked: LinkedSync,
  unique: readonly UniqueField[],
  memo: Memo,
  into: Judgement,
): Steps<Clashes> {
  const count = pairCount(linked);
  const on: Judging = {
    flags: yield* flagPairs(linked.verdicts, linked.verdictList, count),
    ...into,
  };
  const excluded = outcomeCode('excluded');
  const out = yield* memo.run(phase('out', linked.sync.id, [], [linked.pairs, linked.scope]), () =>
    outOfScope(linked),
  );
  for (const { pair, reasons } of out) {
    on.outcomes[pair] = excluded;
    on.reasons[pair] = reasons;
  }
  for (let position = 0; position < linked.mappings.length; position++) {
    yield* judgeWrites(linked, position, on);
  }
  for (const side of SIDES) yield* judgeConditional(linked, side, on);
  yield* refusedPairs(linked, (pair) => {
    if (on.outcomes[pair] === excluded) return;
    on.flags[pair]! |= PAIR.failing;
    on.reasons[pair]! |= reasonBit('refused-by-app');
  });
  yield* judgeParents(linked, on);
  const clashes = yield* judgeUnique(linked, unique, on);
  yield* inSlices('judge', count, (from, to) => {
    setOutcomes(on, from, to);
  });
  return clashes;
}

/** The columns while they are being judged. */
interface Judging extends Judgement {
  /** `PAIR` bits. */
  readonly flags: Uint8Array;
}

/** Pairs that do not take part, with the bits of their reasons. */
function* outOfScope({
  pairs,
  scope,
}: LinkedSync): Steps<readonly { readonly pair: number; readonly reasons: number }[]> {
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
function* judgeWrites(
  { mappings, verdicts: all, verdictList, pairs }: LinkedSync,
  position: number,
  { flags, outcomes, reasons }: Judging,
): Steps<void> {
  const on = mappings[position]!;
  const verdicts = all[position]!;
  const excluded = outcomeCode('excluded');
  for (const side of SIDES) {
    if (!mayRefuse(on, side)) continue;
    const source = otherSide(side);
    const writes = verdictList.map((verdict) => writeOf(verdict)?.side === side);
    if (!writes.includes(true)) continue;
    const pass = (from: number, to: number): void => {
      for (let pair = from; pair < to; pair++) {
        if (!writes[verdicts[pair]!]! || outcomes[pair] === excluded) continue;
        const text = writtenText(on, side, pairs.left[pair]!, pairs.right[pair]!);
        const code = refusalOf(on, side, pairs[source][pair]!, text);
        if (code === null) continue;
        flags[pair]! |= PAIR.failing;
        reasons[pair]! |= reasonBit(code);
      }
    };
    yield* inSlices('judge', flags.length, pass, TEXT_SLICE);
  }
}

/** S110: fields that a write leaves blank though its conditions hold. */
function* judgeConditional(
  { mappings, verdicts, verdictList, pairs, conditional }: LinkedSync,
  side: Side,
  { flags, outcomes, reasons }: Judging,
): Steps<void> {
  const fields = conditional[side];
  if (fields.length === 0) return;
  const excluded = outcomeCode('excluded');
  const writes = verdictList.map((verdict) => writeOf(verdict)?.side === side);
  const pass = (from: number, to: number): void => {
    for (let pair = from; pair < to; pair++) {
      if ((flags[pair]! & PAIR_WRITES) === 0 || outcomes[pair] === excluded) continue;
      const [left, right] = [pairs.left[pair]!, pairs.right[pair]!];
      const written: Written = (at) =>
        at >= 0 && writes[verdicts[at]![pair]!]! ? writtenText(mappings[at]!, side, left, right) : null;
      if (leftBlank(fields, pairs[side][pair]!, written).length === 0) continue;
      flags[pair]! |= PAIR.failing;
      reasons[pair]! |= reasonBit('required-blank');
    }
  };
  yield* inSlices('judge', flags.length, pass, TEXT_SLICE);
}

/** AS6: which pairs name a parent that is missing on the other side. */
function* judgeParents({ mappings, pairs }: LinkedSync, { flags, outcomes, reasons }: Judging): Steps<void> {
  const excluded = outcomeCode('excluded');
  for (const on of mappings) {
    if (on.parents === null) continue;
    for (const side of flowsOutOf(on)) {
      yield* inSlices('judge', flags.length, (from, to) => {
        for (let pair = from; pair < to; pair++) {
          if (outcomes[pair] === excluded) continue;
          const parent = pairParent(on, side, pairs[side][pair]!);
          if (parent === PARENT.there) continue;
          reasons[pair]! |= reasonBit('parent-missing');
          if (parent === PARENT.refused) flags[pair]! |= PAIR.failing;
        }
      });
    }
  }
}

/** Who wants a unique value that somebody has: line by line, since only a line that does not fail takes (FM9, S32). */
function* judgeUnique(
  { verdicts, verdictList, pairs }: LinkedSync,
  unique: readonly UniqueField[],
  { flags, outcomes, reasons }: Judging,
): Steps<Map<number, UniqueClash[]>> {
  const clashes = new Map<number, UniqueClash[]>();
  if (unique.length === 0) return clashes;
  const excluded = outcomeCode('excluded');
  const writing = unique.map((field) => verdictList.map((verdict) => writeOf(verdict)?.side === field.side));
  yield* inSlices('judge', flags.length, (from, to) => {
    for (let pair = from; pair < to; pair++) {
      if ((flags[pair]! & PAIR_WRITES) === 0 || outcomes[pair] === excluded) continue;
      const rows = { left: pairs.left[pair]!, right: pairs.right[pair]! };
      const wanted = unique.filter((field, at) => writing[at]![verdicts[field.mapping]![pair]!] === true);
      const found = clashesOver(wanted, rows);
      if (found.length > 0) {
        clashes.set(pair, found);
        flags[pair]! |= PAIR.failing;
        reasons[pair]! |= reasonBit('not-unique');
      }
      if ((flags[pair]! & PAIR.failing) === 0) takeValues(wanted, rows, pair);
    }
  });
  return clashes;
}

function setOutcomes({ flags, outcomes, acts }: Judging, from: number, to: number): void {
  const excluded = outcomeCode('excluded');
  const failing = outcomeCode('failing');
  const conflict = outcomeCode('conflict');
  const update = outcomeCode('update');
  const inSync = outcomeCode('in-sync');
  for (let pair = from; pair < to; pair++) {
    if (outcomes[pair] === excluded) continue;
    const has = flags[pair]!;
    outcomes[pair] =
      (has & PAIR.failing) !== 0
        ? failing
        : (has & PAIR.open) !== 0
          ? conflict
          : (has & PAIR_WRITES) !== 0
            ? update
            : inSync;
    if ((has & PAIR.failing) === 0) acts[pair] = UPDATES[has]!;
  }
}
