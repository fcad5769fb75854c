import type { ObjectSync } from '../model/design.ts';
import { sharesLifecycle } from '../model/default-stages.ts';
import { SIDES, type Both, type Side } from '../model/side.ts';
import type { Memo } from '../run/memo.ts';
import { phase } from '../run/phases.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import { pairExclusion } from '../scope/scope.ts';
import type { LinkedSync } from './link-sync.ts';

/** Ids of the records of a side that syncs linked before promote out of this one (S123); null where there are none. */
export type PromotedIds = Both<readonly ReadonlySet<string>[]>;

/** Of a sync of leads: which of its records those of contacts take over in this plan. */
export function* promotedOut(
  sync: ObjectSync,
  before: readonly LinkedSync[],
  memo: Memo,
): Steps<PromotedIds> {
  const found = { left: [] as ReadonlySet<string>[], right: [] as ReadonlySet<string>[] };
  if (sync.kind !== 'leads' || sync.lifecycle === undefined) return found;
  for (const one of before) {
    for (const side of SIDES) {
      const rows = one.scope.promoted[side];
      if (rows === null || !sharesLifecycle(sync, one.sync, side)) continue;
      const own = phase('promoted', one.sync.id, [side], [one.scope, one.pairs, rows]);
      found[side].push(yield* memo.run(own, () => idsOf(one, side, rows)));
    }
  }
  return found;
}

function* idsOf({ records, pairs, scope }: LinkedSync, side: Side, rows: Uint8Array): Steps<Set<string>> {
  const ids = new Set<string>();
  yield* inSlices('scope', pairs.left.length, (from, to) => {
    for (let pair = from; pair < to; pair++) {
      const row = pairs[side][pair]!;
      if (rows[row] === 1 && pairExclusion(scope, pairs.left[pair]!, pairs.right[pair]!) === 0)
        ids.add(records[side].id(row));
    }
  });
  return ids;
}
