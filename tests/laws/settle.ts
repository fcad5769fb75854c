import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import type { Planner } from '../reference/planner.ts';
import type { World } from '../reference/world.ts';
import { apply, type AppForm } from './apply.ts';

/**
 * FM9 and MA15 say themselves that what they hold back moves in the next round. A pair found by this plan that fails or
 * is excluded gets no link (CO4): keys written to others may bind its records otherwise in the next round.
 */
export const heldBack = (line: PlanLine): boolean =>
  line.outcome === 'waits' ||
  line.reasons.some((reason) => reason.code === 'not-unique') ||
  ((line.outcome === 'failing' || line.outcome === 'excluded') &&
    line.link !== null &&
    line.link.by !== 'baseline');

export const doesSomething = (line: PlanLine): boolean => line.outcome === 'create' || line.writes.length > 0;

/** A value just filled or created may still get the winner's form where the mapping asks for it (CO5, `rewriteForm`). */
const isFormOnly = (line: PlanLine): boolean =>
  line.outcome !== 'create' && line.writes.every((write) => write.because === 'form');

/**
 * L6: plans and carries out whole plans until nothing is written. Throws where a round writes though the round before
 * held nothing back; a form alone may follow the first round.
 */
export function settle(plan: Planner, world: World, appForm?: AppForm): World {
  let now = world;
  let planned = plan(now);
  for (let round = 1; round < 20; round++) {
    if (!planned.lines.some(doesSomething)) return now;
    const applied = apply(now, planned.lines, planned.next(), () => true, appForm);
    if (applied.refused > 0)
      throw new Error(`round ${String(round)}: ${String(applied.refused)} writes refused (L8)`);
    const again = plan(applied.world);
    const active = again.lines.filter((line) => doesSomething(line) && !(isFormOnly(line) && round <= 2));
    if (active.length > 0 && !planned.lines.some(heldBack)) {
      throw new Error(
        `round ${String(round + 1)} still writes:\n${active.map((line) => JSON.stringify(line)).join('\n')}`,
      );
    }
    now = applied.world;
    planned = again;
  }
  throw new Error('nothing settles in 20 rounds');
}
