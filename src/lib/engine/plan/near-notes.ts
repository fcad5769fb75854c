import { nearCodes, type NearCodes } from '../match/keys/near-codes.ts';
import { actBits } from '../model/act.ts';
import { noteBit } from '../model/reason.ts';
import { SIDES, otherSide, type Both } from '../model/side.ts';
import type { Memo } from '../run/memo.ts';
import { phase } from '../run/phases.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import { pairCount, type SyncPlan } from './sync-plan.ts';

type Judged = Pick<SyncPlan, 'sync' | 'records' | 'matching' | 'pairs' | 'lone' | 'acts' | 'creates'>;

/**
 * KW5: marks creates whose key equals one on the target side but for case, spaces or punctuation. The near codes of each key; none where
 * nothing is created. What depends on the keys alone is remembered.
 */
export function* noteNear(plan: Judged, notes: Uint32Array, memo: Memo): Steps<readonly NearCodes[]> {
  const { sync, matching, lone } = plan;
  if (SIDES.every((side) => plan.creates[side].total === 0)) return [];
  const near: NearCodes[] = [];
  for (const [at, key] of matching.codes.entries()) {
    const own = phase('near', sync.id, [at], [key, lone]);
    near.push(yield* memo.run(own, () => nearCodes(key, lone)));
  }
  for (const [at, one] of near.entries()) yield* markNear(plan, matching.codes[at]!.codes, one, notes);
  return near;
}

function* markNear(
  { pairs, lone, acts, creates }: Judged,
  codes: Both<Int32Array>,
  { of, count }: NearCodes,
  notes: Uint32Array,
): Steps<void> {
  const bit = noteBit('near-key');
  let first = pairCount({ pairs });
  for (const side of SIDES) {
    const target = otherSide(side);
    const [own, other] = [codes[side], codes[target]];
    const rows = lone[side];
    const start = first;
    first += rows.length;
    if (creates[target].total === 0) continue;
    const there = new Uint8Array(count);
    yield* inSlices('judge', other.length, (from, to) => {
      for (let row = from; row < to; row++) {
        const code = other[row]!;
        if (code >= 0 && of[code]! >= 0) there[of[code]!] = 1;
      }
    });
    const create = actBits(target, 'create');
    yield* inSlices('judge', rows.length, (from, to) => {
      for (let at = from; at < to; at++) {
        const code = own[rows[at]!]!;
        if (acts[start + at] === create && code >= 0 && there[of[code]!] === 1) notes[start + at]! |= bit;
      }
    });
  }
}
