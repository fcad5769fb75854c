import type { InputReport, ToldFailures } from '../../model/summary.ts';
import type { Steps } from '../../run/steps.ts';
import type { Plan } from '../sync-plan.ts';
import { failureFacts } from './failures.ts';
import { structuralFailures } from './structural.ts';

/** What the summary says of the failures of every sync (FORMATS.md, `failures`). */
export function* toldFailures(
  plan: Plan,
  inputs: readonly InputReport[],
): Steps<ReadonlyMap<string, ToldFailures>> {
  const told = new Map<string, ToldFailures>();
  for (const sync of plan.syncs) {
    const { id } = sync.sync;
    const facts = yield* failureFacts(sync);
    told.set(id, { ...facts.told, structural: structuralFailures(inputs, id) });
  }
  return told;
}
