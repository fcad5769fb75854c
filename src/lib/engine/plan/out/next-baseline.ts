import { linkAt } from '../../columns/link-table.ts';
import { hasChanged } from '../../merge/history.ts';
import { cellText } from '../../columns/cell.ts';
import { STATE } from '../../merge/state.ts';
import { writtenText } from '../../merge/targets.ts';
import { writeOf } from '../../merge/verdict.ts';
import { linkBy } from '../../model/line.ts';
import type { BaselineLink } from '../../model/baseline.ts';
import { SIDES, onBoth, type Both, type Side } from '../../model/side.ts';
import { OUTCOMES } from '../../model/outcome.ts';
import { pairCount, verdictOn, type Plan, type SyncPlan } from '../sync-plan.ts';

/** Links to give to the next plan once everything of this one was pushed (CO4, S36), in plan order. */
export function* nextBaseline(plan: Plan): Generator<BaselineLink, void, void> {
  for (const sync of plan.syncs) {
    for (let pair = 0; pair < pairCount(sync); pair++) {
      const link = pairLink(sync, pair);
      if (link !== null) yield link;
    }
    const { links, baselineOf, undone } = sync.matching.prior;
    const seen = new Uint8Array(links.count);
    for (const position of baselineOf.left) if (position >= 0) seen[position] = 1;
    for (const position of baselineOf.right) if (position >= 0) seen[position] = 1;
    for (const side of SIDES) {
      for (const row of sync.lone[side]) {
        const position = baselineOf[side][row]!;
        if (position >= 0) yield linkAt(links, position);
      }
    }
    for (let position = 0; position < links.count; position++) {
      if (seen[position] === 0 && !undone.has(position)) yield linkAt(links, position);
    }
  }
}

/** The link of a pair after the plan, or null where the pair gets none. */
function pairLink(plan: SyncPlan, pair: number): BaselineLink | null {
  const { matching, records } = plan;
  const left = plan.pairs.left[pair]!;
  const right = plan.pairs.right[pair]!;
  const position = matching.prior.baselineOf.left[left]!;
  const former = position < 0 ? null : linkAt(matching.prior.links, position);
  const outcome = OUTCOMES[plan.outcomes[pair]!]!;
  if (outcome === 'excluded' || outcome === 'failing') return former;

  const values = { left: new Map(former?.values.left), right: new Map(former?.values.right) };
  const sent = { left: new Set(former?.sent.left), right: new Set(former?.sent.right) };
  plan.mappings.forEach((on, at) => {
    const write = writeOf(verdictOn(plan, at, pair))?.side ?? null;
    const rows = { left, right };
    const texts = {
      left: cellText(on.cells.left, left),
      right: cellText(on.cells.right, right),
    };
    const agree = write !== null || (plan.states[at]![pair]! & STATE.equal) !== 0;
    for (const side of SIDES) {
      const field = on.mapping[side];
      if (agree) {
        values[side].set(field, write === side ? writtenText(on, side, left, right) : texts[side]);
        if (write === side) sent[side].add(field);
        else sent[side].delete(field);
      } else if (sent[side].has(field) && !hasChanged(on, matching.prior, position, side, rows[side])) {
        values[side].set(field, texts[side]);
        sent[side].delete(field);
      }
    }
  });
  return {
    sync: plan.sync.id,
    left: records.left.id(left),
    right: records.right.id(right),
    by: former?.by ?? linkBy(matching.matches.by.left[left]!),
    values,
    sent: sorted(sent, plan),
  };
}

/** Field names in mapping order, then those no mapping names. */
function sorted(sent: Both<Set<string>>, plan: SyncPlan): Both<readonly string[]> {
  const order = (side: Side): string[] => {
    const mapped = plan.mappings.flatMap((on) => on.fields[side]).filter((name) => sent[side].has(name));
    return [...mapped, ...[...sent[side]].filter((name) => !mapped.includes(name))];
  };
  return onBoth(order);
}
