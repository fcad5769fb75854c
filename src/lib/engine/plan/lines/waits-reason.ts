import type { Reason } from '../../model/reason.ts';
import { SIDES, type Side } from '../../model/side.ts';
import { idList } from './id-list.ts';
import type { PlanView } from './plan-view.ts';
import type { SyncPlan } from '../sync-plan.ts';

/** The bound records whose key value this plan changes and whose value before or after is this record's, else all (S45). */
export function waitsReason(reader: PlanView, side: Side, row: number): Reason {
  const { plan } = reader;
  const { rematch } = plan;
  if (rematch === null) throw new Error('a record waits without a key change');
  const written: { side: Side; row: number }[] = [];
  const sharing: { side: Side; row: number }[] = [];
  for (const at of SIDES) {
    const rows = new Set(rematch.writes.filter((write) => write.side === at).map((write) => write.row));
    for (const target of [...rows].sort((a, b) => a - b)) {
      written.push({ side: at, row: target });
      if (shares(plan, side, row, at, target)) sharing.push({ side: at, row: target });
    }
  }
  const named = sharing.length > 0 ? sharing : written;
  const ids = named.slice(0, 20).map((one) => plan.records[one.side].id(one.row));
  return { code: 'waits-for-key-change', side, ...idList(ids, named.length) };
}

/** Does a changed key of `target` hold, before or after, the waiting record's value of it? */
function shares(plan: SyncPlan, side: Side, row: number, at: Side, target: number): boolean {
  return plan.matching.codes.some((key, i) => {
    const before = key.codes[at][target]!;
    const after = plan.rematch!.codes[i]!.codes[at][target]!;
    const own = key.codes[side][row]!;
    return before !== after && own >= 0 && (own === before || own === after);
  });
}
