import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import type { Planner } from '../reference/planner.ts';
import type { World } from '../reference/world.ts';
import { apply, type AppForm } from './apply.ts';

/** FM9 and MA15 say themselves that what they hold back moves in the next round. */
const heldBack = (line: PlanLine): boolean =>
  line.outcome === 'waits' || line.reasons.some((reason) => reason.code === 'not-unique');

export const doesSomething = (line: PlanLine): boolean => line.outcome === 'create' || line.writes.length > 0;

/** L6: plans and carries out whole plans until nothing is written; throws where a round writes that had no reason to. */
export function settle(plan: Planner, world: World, appForm?: AppForm): World {
  let now = world;
  for (let round = 1; round < 20; round++) {
    const planned = plan(now);
    const active = planned.lines.filter(doesSomething);
    if (round > 1 && active.length === 0) return now;
    const applied = apply(now, planned.lines, planned.next(), () => true, appForm);
    if (applied.refused > 0) throw new Error(`round ${String(round)}: ${String(applied.refused)} writes refused (L8)`);
    const again = plan(applied.world).lines.filter(doesSomething);
    if (again.length > 0 && !planned.lines.some(heldBack)) {
      throw new Error(`round ${String(round + 1)} still writes: ${JSON.stringify(again, null, 1)}`);
    }
    now = applied.world;
  }
  throw new Error('nothing settles in 20 rounds');
}
