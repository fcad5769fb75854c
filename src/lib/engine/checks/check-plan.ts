import type { Allowed, Check, CheckResult, SyncCounted, Waiver } from '../model/check.ts';
import { isOff } from '../model/turned-off.ts';
import { Memo } from '../run/memo.ts';
import type { Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { planTraits, type PlanTraits } from '../plan/find/traits.ts';
import type { Plan, SyncPlan } from '../plan/sync-plan.ts';
import { countCheck } from './count-check.ts';
import { planHash } from './plan-hash.ts';

/** What checks are asked with. */
export interface CheckAsked {
  /** Of the design as it is now: they may be newer than the plan (S403). */
  readonly checks: readonly Check[];
  /** The day the plan is made for, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly tools: Pick<Tools, 'encode' | 'sha256Stream'>;
  /** Where they are known already; else they are made once a sync. */
  readonly traits?: (plan: SyncPlan) => Steps<PlanTraits>;
  /** Where it may be known already; asked only where a waiver may hold. */
  readonly hash?: () => Steps<string>;
}

/** Every check on a plan, in their order (S400). */
export function* checkPlan(plan: Plan, asked: CheckAsked, memo: Memo = new Memo()): Steps<CheckResult[]> {
  const results: CheckResult[] = [];
  const traitsOf = asked.traits ?? madeOnce(planTraits);
  const hashOf = asked.hash ?? (() => planHash(plan, asked.tools));
  let hash: string | null = null;
  for (const check of asked.checks) {
    const syncs: SyncCounted[] = [];
    for (const sync of plan.syncs) {
      if (isOff(sync.sync)) continue;
      if (check.counts.sync !== null && check.counts.sync !== sync.sync.id) continue;
      const traits = yield* traitsOf(sync);
      const { number, looked } = yield* countCheck(sync, check.counts, traits, asked.asOf, memo);
      syncs.push({ sync: sync.sync.id, number, looked });
    }
    const number = syncs.reduce((sum, one) => sum + one.number, 0);
    const looked = syncs.reduce((sum, one) => sum + one.looked, 0);
    const out = outside(check.allowed, number, looked);
    let waiver: Waiver | null = null;
    if (out !== 0 && check.waivers.some((one) => covers(one, number, out))) {
      const own = (hash ??= yield* hashOf());
      waiver = check.waivers.findLast((one) => one.planHash === own && covers(one, number, out)) ?? null;
    }
    const state = out === 0 ? 'holds' : waiver === null ? 'broken' : 'waived';
    const { id, name, reason, blocks, allowed } = check;
    results.push({ id, name, reason, state, blocks, allowed, number, looked, syncs, waiver });
  }
  return results;
}

/** The checks that stand in the way of approval and push: broken, not waived, and said to block. */
export const openChecks = (results: readonly CheckResult[]): readonly CheckResult[] =>
  results.filter(({ state, blocks }) => state === 'broken' && blocks);

function madeOnce(make: (plan: SyncPlan) => Steps<PlanTraits>): (plan: SyncPlan) => Steps<PlanTraits> {
  const made = new Map<SyncPlan, PlanTraits>();
  return function* (plan) {
    const traits = made.get(plan) ?? (yield* make(plan));
    made.set(plan, traits);
    return traits;
  };
}

/** 1 above what is allowed, -1 under it, 0 inside. */
function outside({ atLeast, atMost, unit }: Allowed, number: number, looked: number): -1 | 0 | 1 {
  const [own, per] = unit === 'percent' ? [number * 100, looked] : [number, 1];
  if (atMost !== null && own > atMost * per) return 1;
  return atLeast !== null && own < atLeast * per ? -1 : 0;
}

/** S404: up to the number that was seen. */
const covers = (waiver: Waiver, number: number, out: -1 | 1): boolean =>
  out === 1 ? number <= waiver.number : number >= waiver.number;
