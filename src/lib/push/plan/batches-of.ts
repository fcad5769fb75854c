import { onBoth, SIDES, type Both, type Side } from '../../engine/index.ts';
import type { PushItem, PushPlan } from '../item.ts';
import { Cutting, type Readiness } from './cutting.ts';
import { goingOf } from './first-records.ts';

/** Items that go in one call where nothing goes wrong: of one side, object and act. */
export interface PlannedBatch {
  /** One of those that go first and are looked at. */
  readonly isCanary: boolean;
  readonly items: readonly [PushItem, ...PushItem[]];
}

/**
 * The batches of a push, cut as the push itself cuts them (S370): first the canary, then the rest. The two sides go at the same time, each
 * at its own pace; here they take turns. `sizes`: records of a call.
 */
export function batchesOf(
  plan: Pick<PushPlan, 'items' | 'canary' | 'first'>,
  sizes: Both<number>,
): readonly PlannedBatch[] {
  const items = goingOf(plan);
  const canary = new Set(plan.canary);
  const cut = new Set<string>();
  const all: PlannedBatch[] = [];
  for (const isCanary of [true, false]) {
    const own = items.filter(({ key }) => canary.has(key) === isCanary);
    const sides = onBoth((side) => ofSide(side, own, sizes[side], cut));
    for (let at = 0; at < Math.max(sides.left.length, sides.right.length); at++) {
      for (const side of SIDES) {
        const [head, ...rest] = sides[side][at] ?? [];
        if (head !== undefined) all.push({ isCanary, items: [head, ...rest] });
      }
    }
  }
  return all;
}

/** `cut`: keys of all that went before, and then of these. */
function ofSide(
  side: Side,
  items: readonly PushItem[],
  size: number,
  cut: Set<string>,
): readonly (readonly PushItem[])[] {
  const readinessOf = ({ refs }: PushItem): Readiness =>
    [...refs.values()].every((key) => cut.has(key)) ? 'ready' : 'waits';
  const batches: (readonly PushItem[])[] = [];
  const round = (left: readonly PushItem[]): readonly PushItem[] => {
    const cutting = new Cutting(left, size, readinessOf);
    while (!cutting.isAtEnd) {
      if (cutting.needsAllOver) cutting.allOver();
      const batch = cutting.next().items;
      if (batch.length > 0) batches.push(batch);
      for (const { key } of batch) cut.add(key);
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
