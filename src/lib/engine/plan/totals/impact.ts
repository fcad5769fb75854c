import { cellText } from '../../columns/cell.ts';
import { awaitsParent } from '../../merge/parent-values.ts';
import { writtenText } from '../../merge/targets.ts';
import { writeOf } from '../../merge/verdict.ts';
import { otherSide, type Side } from '../../model/side.ts';
import type { FieldCounts } from '../../model/summary.ts';
import { SLICE, type Steps } from '../../run/steps.ts';
import { countSync } from './counts.ts';
import { pairCount, type SyncPlan } from '../sync-plan.ts';

/** What a mapping does to the linked pairs. */
export interface MappingImpact extends FieldCounts {
  readonly enabled: boolean;
  /** Most frequent changes, the most frequent first. */
  readonly top: readonly ValueChange[];
}

export interface ValueChange {
  readonly from: string;
  readonly to: string;
  readonly side: Side;
  readonly count: number;
}

/** Changes shown of a mapping. */
const TOP = 5;
/** Writes of a mapping that are looked at for the most frequent changes, and different ones kept of them. */
const LOOKED_AT = 50_000;
const DIFFERENT = 10_000;

/** Per mapping of the design, also the disabled ones. The counts are exact; the changes are of the first 50,000 writes. */
export function* mappingImpact(plan: SyncPlan): Steps<MappingImpact[]> {
  const counts = (yield* countSync(plan)).fields;
  const tops = new Map<number, readonly ValueChange[]>();
  for (const [position, on] of plan.mappings.entries()) {
    tops.set(on.index, yield* topChanges(plan, position));
    yield { what: 'impact', done: position + 1, total: plan.mappings.length };
  }
  return counts.map((count, index) => ({
    ...count,
    // What stands behind the list are the parts of the stage map.
    enabled: plan.sync.mappings[index]?.enabled ?? true,
    top: tops.get(index) ?? [],
  }));
}

function* topChanges(plan: SyncPlan, position: number): Steps<readonly ValueChange[]> {
  const on = plan.mappings[position]!;
  const verdicts = plan.verdicts[position]!;
  const sides = plan.verdictList.map((verdict) => writeOf(verdict)?.side ?? null);
  const found = new Map<string, { from: string; to: string; side: Side; count: number }>();
  let looked = 0;
  for (let pair = 0; pair < pairCount(plan) && looked < LOOKED_AT; pair++) {
    if (pair % SLICE === SLICE - 1) yield { what: 'impact', done: pair, total: verdicts.length };
    const side = sides[verdicts[pair]!]!;
    if (side === null || plan.acts[pair] === 0) continue;
    looked++;
    const left = plan.pairs.left[pair]!;
    const right = plan.pairs.right[pair]!;
    // The id of a record that is not there yet is no value (AS1).
    if (awaitsParent(on, otherSide(side), side === 'left' ? right : left)) continue;
    const from = cellText(on.cells[side], side === 'left' ? left : right);
    const to = writtenText(on, side, left, right);
    const name = `${side}\u0000${from}\u0000${to}`;
    const known = found.get(name);
    if (known !== undefined) known.count++;
    else if (found.size < DIFFERENT) found.set(name, { from, to, side, count: 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count).slice(0, TOP);
}
