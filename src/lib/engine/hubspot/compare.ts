import { deltaOf, weigh, type PlanDelta, type Weighed } from '../explain/price.ts';
import { DEFAULT_IDENTIFIERS } from '../model/keys.ts';
import type { ObjectSync, SyncDesign } from '../model/design.ts';
import { onBoth } from '../model/side.ts';
import { planSyncs, type PlanInput } from '../plan/plan-syncs.ts';
import type { Plan, SyncPlan } from '../plan/sync-plan.ts';
import type { Memo } from '../run/memo.ts';
import type { Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { hubspotChoices, hubspotDesign } from './defaults.ts';
import { classify, type Classified } from './classify.ts';
import type { HubSpotChange, HubSpotRefusal } from './change.ts';

/** The plan that stands and what it was made of. */
export interface HubSpotInput {
  readonly plan: Plan;
  readonly input: PlanInput;
}

export interface HubSpotSync extends Classified {
  readonly sync: string;
  /** HubSpot's plan less the own one. */
  readonly delta: PlanDelta;
  readonly own: SyncPlan;
  readonly plan: SyncPlan;
}

/** A plan beside the one HubSpot's defaults would give (SA2). */
export type HubSpotComparison =
  | { readonly ok: false; readonly why: HubSpotRefusal }
  | {
      readonly ok: true;
      /** What HubSpot does otherwise than the design. */
      readonly otherwise: readonly HubSpotChange[];
      readonly design: SyncDesign;
      /** In the order of the plan. */
      readonly syncs: readonly HubSpotSync[];
    };

/** The same records planned by the same engine with what HubSpot's defaults make of the design. `memo`: what the plan was made with; it is not written to. */
export function* compareHubSpot(
  { plan, input }: HubSpotInput,
  tools: Tools,
  memo: Memo,
): Steps<HubSpotComparison> {
  const headers = new Map(
    [...input.records].map(([id, records]) => [id, onBoth((side) => records[side].header)]),
  );
  const made = hubspotDesign(plan.design, headers);
  if (!made.ok) return made;
  const { design } = made;
  const { choices, otherwise } = hubspotChoices(input.choices);
  const theirs = yield* planSyncs({ ...input, design, choices }, tools, memo.branch());
  const now = yield* weigh(plan, null);
  const then = yield* weigh(theirs, now);
  const syncs: HubSpotSync[] = [];
  for (const after of then.syncs.values()) {
    const { id } = after.plan.sync;
    const before = now.syncs.get(id)!;
    const told = yield* classify(before, after, namesOf(after.plan.sync));
    const delta = yield* deltaOf(alone(now, id), alone(then, id), null);
    syncs.push({ sync: id, delta, own: before.plan, plan: after.plan, ...told });
  }
  return {
    ok: true,
    otherwise: [...otherwise, ...made.otherwise],
    design,
    syncs,
  };
}

/** One sync of a plan. */
const alone = ({ plan, syncs }: Weighed, id: string): Weighed => ({
  plan,
  syncs: new Map([[id, syncs.get(id)!]]),
});

/** The identifiers that the keys of a sync by default are, in their order. */
const namesOf = ({ kind, matching }: ObjectSync) =>
  matching.method === 'default'
    ? DEFAULT_IDENTIFIERS[kind].filter((name) => matching.identifiers[name] !== undefined)
    : [];
