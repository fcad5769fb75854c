import { noteBit } from '../model/reason.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import { isLinked } from '../scope/filter.ts';
import { keepsOut } from '../scope/scope.ts';
import type { LinkedSync } from './link-sync.ts';
import { outcomeCode } from './sync-plan.ts';

/** FI5: marks the linked pairs in sync that a filter would leave out, had it been there when they started. */
export function* noteFilters(
  { scope, matching, pairs }: LinkedSync,
  outcomes: Uint8Array,
  notes: Uint32Array,
): Steps<void> {
  const rule = scope.wouldExclude;
  if (rule === null) return;
  const excluded = outcomeCode('excluded');
  const bit = noteBit('filter-would-exclude');
  yield* inSlices('judge', pairs.left.length, (from, to) => {
    for (let pair = from; pair < to; pair++) {
      const left = pairs.left[pair]!;
      const right = pairs.right[pair]!;
      if (outcomes[pair] === excluded || !isLinked(matching.matches, left)) continue;
      if (keepsOut(rule, left, right)) notes[pair]! |= bit;
    }
  });
}
