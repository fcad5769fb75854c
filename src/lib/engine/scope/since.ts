import { APART_MS, momentsOf } from '../columns/moments.ts';
import type { Records } from '../columns/records.ts';
import type { Matches } from '../match/links/matches.ts';
import type { ObjectSync } from '../model/design.ts';
import type { Both, Side } from '../model/side.ts';
import { readDatetime } from '../read/date.ts';
import { inSlices, TEXT_SLICE, type Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { mayCreate } from './direction.ts';
import { isLinked } from './filter.ts';
import type { ScopeRule } from './rule.ts';

/**
 * LI4: a record that was not changed since the sync was turned on, and one of which that cannot be said (S491). What an import or a
 * person linked stays in (S490). Null where everything takes part.
 */
export function* sinceRule(
  sync: ObjectSync,
  records: Both<Records>,
  matches: Matches,
  tools: Tools,
): Steps<ScopeRule | null> {
  const since = sync.since === undefined ? null : readDatetime(sync.since, 'ymd');
  if (since === null) return null;
  const unchanged = function* (side: Side): Steps<Uint8Array | null> {
    const field = sync[side].modifiedField;
    if (field === null || !mayCreate(sync, side)) return null;
    yield* records[side].flatten([field]);
    const moments = momentsOf(sync, records, side, tools)!;
    const rows = new Uint8Array(records[side].count);
    yield* inSlices(
      'scope',
      rows.length,
      (from, to) => {
        for (let row = from; row < to; row++) {
          const changed = moments(row);
          const sure = changed?.isBare === true ? since + APART_MS : since;
          if (changed === null || changed.at < sure) rows[row] = 1;
        }
      },
      TEXT_SLICE,
    );
    return rows;
  };
  return {
    reason: 'not-changed-since',
    has: { left: yield* unchanged('left'), right: yield* unchanged('right') },
    pair: 'every',
    keeps: (left) => isLinked(matches, left),
    ofMissing: false,
    notBeside: ['direction-forbids-create'],
    field: { left: sync.left.modifiedField, right: sync.right.modifiedField },
  };
}
