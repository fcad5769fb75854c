import { onBoth, SIDES, type Both, type Side } from '../../engine/index.ts';
import type { PushItem, PushPlan } from '../item.ts';
import type { Batch } from './batches.ts';
import { Cutting, type Readiness, type Sizes } from './cutting.ts';
import { goingOf } from './first-records.ts';

/** Items that go in one call, or as one job, where nothing goes wrong: of one side, object and act. */
export interface PlannedBatch {
  readonly isJob: boolean;
  /** One of those that go first and are looked at. */
  readonly isCanary: boolean;
  readonly items: readonly [PushItem, ...PushItem[]];
}

/**
 * The batches of a push, cut as the push itself cuts them (S370): first the canary, then the rest. The two sides go at the same time, each
 * at its own pace; here they take turns. `sizes`: records of a call.
 */
export function batchesOf(
  plan: Pick<PushPlan, 'items' | 'canary' | 'first' | 'jobs'>,
  sizes: Both<number>,
): readonly PlannedBatch[] {
  const items = goingOf(plan);
  const canary = new Set(plan.canary);
  const cut = new Set<string>();
  const all: PlannedBatch[] = [];
  for (const isCanary of [true, false]) {
    const own = items.filter(({ key }) => canary.has(key) === isCanary);
    const sides = onBoth((side) =>
      ofSide(side, own, { call: sizes[side], job: isCanary ? null : (plan.jobs?.[side] ?? null) }, cut),
    );
    for (let at = 0; at < Math.max(sides.left.length, sides.right.length); at++) {
      for (const side of SIDES) {
        const batch = sides[side][at];
        const [head, ...rest] = batch?.items ?? [];
        if (batch !== undefined && head !== undefined)
          all.push({ isCanary, isJob: batch.isJob, items: [head, ...rest] });
      }
    }
  }
  return all;
}

/** `cut`: keys of all that went before, and then of these. */
function ofSide(side: Side, items: readonly PushItem[], sizes: Sizes, cut: Set<string>): readonly Batch[] {
  const readinessOf = ({ refs }: PushItem): Readiness =>
    [...refs.values()].every((key) => cut.has(key)) ? 'ready' : 'waits';
  const batches: Batch[] = [];
  const round = (left: readonly PushItem[]): readonly PushItem[] => {
    const cutting = new Cutting(left, sizes, readinessOf);
    while (!cutting.isAtEnd) {
      if (cutting.needsAllOver) cutting.allOver();
      const batch = cutting.next();
      if (batch.items.length > 0) batches.push(batch);
      for (const { key } of batch.items) cut.add(key);
    }
    return cutting.waiting;
  };
  let left: readonly PushItem[] = items.filter((item) => item.side === side);
  for (let before = -1; left.length !== before && left.length > 0;) {
    before = left.length;
    left = round(left);
  }
  return batches;
}
