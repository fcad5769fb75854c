import { writtenText } from '../merge/targets.ts';
import { UniqueIndex, type Taken, type UniqueClash } from '../merge/unique.ts';
import { writeOf, type Verdict } from '../merge/verdict.ts';
import { SIDES, type Side } from '../model/side.ts';
import { pairTakesPart } from '../scope/scope.ts';
import { SLICE, type Steps } from '../run/steps.ts';
import type { Memo } from '../run/memo.ts';
import { PAIR, outcomeCode, pairCount, reasonBit, verdictOn, type SyncPlan } from './sync-plan.ts';

/**
 * Outcome of every pair in line order (FM9): out of scope, refused by the target, open, written or in sync. Fills
 * `outcomes` and `reasons` of the draft; gives the clashes over unique values.
 */
export function* judgePairs(
  draft: SyncPlan,
  taken: Taken,
  memo: Memo,
): Steps<ReadonlyMap<number, readonly UniqueClash[]>> {
  const count = pairCount(draft);
  const flags = draft.pairFlags;
  const verdictFlags = Uint8Array.from(draft.verdictList, flagsOf);
  // Two mappings at a time: half the passes over the flags.
  for (let position = 0; position < draft.verdicts.length; position += 2) {
    const verdicts = draft.verdicts[position]!;
    const others = draft.verdicts[position + 1] ?? verdicts;
    for (let pair = 0; pair < count; pair++)
      flags[pair]! |= verdictFlags[verdicts[pair]!]! | verdictFlags[others[pair]!]!;
    yield { what: 'judge', done: 0, total: count };
  }
  const excluded = outcomeCode('excluded');
  const email = reasonBit('no-valid-email');
  const out = memo.use(`out|${draft.sync.id}`, [draft.pairs, draft.scope], () => outOfScope(draft));
  for (const pair of out) {
    draft.outcomes[pair] = excluded;
    draft.reasons[pair] = email;
  }
  for (let position = 0; position < draft.mappings.length; position++) {
    yield* judgeWrites(draft, position, flags);
  }
  const clashes = judgeUnique(draft, taken, flags, memo);
  yield { what: 'judge', done: count, total: count };
  setOutcomes(draft, flags);
  return clashes;
}

/** Pairs none of whose e-mails is valid (EM1). */
function outOfScope({ pairs, scope }: SyncPlan): readonly number[] {
  const out: number[] = [];
  for (let pair = 0; pair < pairs.left.length; pair++) {
    if (!pairTakesPart(scope, pairs.left[pair]!, pairs.right[pair]!)) out.push(pair);
  }
  return out;
}

const WRITES = PAIR.writesLeft | PAIR.writesRight;

function flagsOf(verdict: Verdict): number {
  if (verdict.kind === 'open') return PAIR.open;
  const write = writeOf(verdict);
  if (write === null) return 0;
  return write.side === 'left' ? PAIR.writesLeft : PAIR.writesRight;
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
    for (let pair = 0; pair < flags.length; pair++) {
      if (pair % SLICE === SLICE - 1) yield { what: 'judge', done: pair, total: flags.length };
      if (!writes[verdicts[pair]!]! || draft.outcomes[pair] === excluded) continue;
      const code = judge(writtenText(on, side, draft.pairs.left[pair]!, draft.pairs.right[pair]!));
      if (code === null) continue;
      flags[pair]! |= PAIR.failing;
      draft.reasons[pair]! |= reasonBit(code);
    }
  }
}

/** Who wants a unique value that somebody has: line by line, since only a line that does not fail takes (FM9, S32). */
function judgeUnique(
  draft: SyncPlan,
  taken: Taken,
  flags: Uint8Array,
  memo: Memo,
): Map<number, UniqueClash[]> {
  const clashes = new Map<number, UniqueClash[]>();
  const targets = uniqueTargets(draft);
  if (targets.length === 0) return clashes;
  const excluded = outcomeCode('excluded');
  for (let pair = 0; pair < flags.length; pair++) {
    if ((flags[pair]! & WRITES) === 0 || draft.outcomes[pair] === excluded) continue;
    const left = draft.pairs.left[pair]!;
    const right = draft.pairs.right[pair]!;
    const wanted: { mapping: number; side: Side; to: string }[] = [];
    for (const { mapping, side } of targets) {
      if (writeOf(verdictOn(draft, mapping, pair))?.side !== side) continue;
      const to = writtenText(draft.mappings[mapping]!, side, left, right);
      if (to.trim() !== '') wanted.push({ mapping, side, to });
    }
    const found = wanted.flatMap((want) =>
      clashOf(draft, want, want.side === 'left' ? left : right, taken, memo),
    );
    if (found.length > 0) {
      clashes.set(pair, found);
      flags[pair]! |= PAIR.failing;
      draft.reasons[pair]! |= reasonBit('not-unique');
    }
    if ((flags[pair]! & PAIR.failing) !== 0) continue;
    for (const { mapping, side, to } of wanted) taken.take(mapping, side, to, pair);
  }
  return clashes;
}

/** Mappings and sides whose target field is unique. */
export const uniqueTargets = (plan: Pick<SyncPlan, 'mappings'>): { mapping: number; side: Side }[] =>
  plan.mappings.flatMap((on, mapping) =>
    SIDES.filter((side) => on.defs[side]?.unique === true).map((side) => ({ mapping, side })),
  );

/** The clash over a wanted value, as a list of none or one. `own`: the row of the target that may keep it, or -1. */
export function clashOf(
  plan: SyncPlan,
  want: { readonly mapping: number; readonly side: Side; readonly to: string },
  own: number,
  taken: Taken,
  memo: Memo,
): UniqueClash[] {
  const column = plan.mappings[want.mapping]!.columns[want.side];
  const index = memo.use(
    `unique|${plan.sync.id}|${want.side}|${plan.mappings[want.mapping]!.mapping[want.side]}`,
    [column],
    () => new UniqueIndex(column),
  );
  const holders = index.holders(want.to).filter((row) => row !== own);
  const taker = taken.taker(want.mapping, want.side, want.to);
  return holders.length === 0 && taker < 0 ? [] : [{ ...want, holders, taker }];
}

function setOutcomes(draft: SyncPlan, flags: Uint8Array): void {
  const excluded = outcomeCode('excluded');
  const failing = outcomeCode('failing');
  const conflict = outcomeCode('conflict');
  const update = outcomeCode('update');
  const inSync = outcomeCode('in-sync');
  for (let pair = 0; pair < flags.length; pair++) {
    if (draft.outcomes[pair] === excluded) continue;
    const has = flags[pair]!;
    draft.outcomes[pair] =
      (has & PAIR.failing) !== 0
        ? failing
        : (has & PAIR.open) !== 0
          ? conflict
          : (has & WRITES) !== 0
            ? update
            : inSync;
  }
}
