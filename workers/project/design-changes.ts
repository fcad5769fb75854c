import type { Store } from '../../src/lib/store/index.ts';
import type { DesignChangeWords } from '../../src/lib/conversation/index.ts';

export const NO_CHANGES: DesignChangeWords = { made: [], undone: [] };

/**
 * The steps of a design that are newer than the last kept plan, by their labels; without such a plan there is nothing they
 * would be changes of. `isOwn`: what no person did is passed over.
 */
export async function designChanges(
  store: Store,
  project: string,
  at: number,
  isOwn: (label: string) => boolean,
): Promise<DesignChangeWords> {
  const plans = await store.plans.list(project);
  const kept = plans.ok ? plans.value.at(-1) : undefined;
  if (kept === undefined) return NO_CHANGES;
  const history = await store.designs.history(project);
  const steps = history.ok
    ? history.value.filter(({ label, when }) => when > kept.when && !isOwn(label))
    : [];
  return {
    made: steps.filter(({ step }) => step <= at).map(({ label }) => label),
    undone: steps.filter(({ step }) => step > at).map(({ label }) => label),
  };
}
