import { findSeveral, type OneOfSeveral } from '../match/keys/one-of-several.ts';
import { actBits } from '../model/act.ts';
import { noteBit } from '../model/reason.ts';
import { SIDES, onBoth, otherSide } from '../model/side.ts';
import type { Memo } from '../run/memo.ts';
import { phase } from '../run/phases.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import { pairCount, type SyncPlan } from './sync-plan.ts';

type Judged = Pick<SyncPlan, 'sync' | 'matching' | 'lone' | 'pairs' | 'acts' | 'creates'>;

/**
 * KW13: marks creates whose key holds several addresses of which one is a record's of the target side, and creates whose key is one of
 * several of a lone record there. By key, who they are; what depends on the keys alone is remembered.
 */
export function* noteSeveral(
  plan: Judged,
  notes: Uint32Array,
  memo: Memo,
): Steps<readonly (readonly OneOfSeveral[])[]> {
  const { sync, matching, lone } = plan;
  if (SIDES.every((side) => plan.creates[side].total === 0)) return [];
  const all: (readonly OneOfSeveral[])[] = [];
  for (const [at, key] of matching.codes.entries()) {
    const own = phase('several', sync.id, [at], [key, lone]);
    all.push(yield* memo.run(own, () => findSeveral(key, lone)));
  }
  if (all.every((found) => found.length === 0)) return all;
  const rows = onBoth((side) => new Set(all.flat().map((one) => (one.side === side ? one.row : one.other))));
  const bit = noteBit('one-of-several');
  let first = pairCount(plan);
  for (const side of SIDES) {
    const own = lone[side];
    const start = first;
    const create = actBits(otherSide(side), 'create');
    yield* inSlices('judge', own.length, (from, to) => {
      for (let at = from; at < to; at++)
        if (plan.acts[start + at] === create && rows[side].has(own[at]!)) notes[start + at]! |= bit;
    });
    first += own.length;
  }
  return all;
}
