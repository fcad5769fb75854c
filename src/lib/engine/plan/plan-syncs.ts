import type { Records } from '../columns/records.ts';
import type { Baseline } from '../model/baseline.ts';
import type { Choices } from '../model/choices.ts';
import { OBJECT_KINDS, type ObjectSync, type SyncDesign } from '../model/design.ts';
import type { Both } from '../model/side.ts';
import { readDate } from '../read/date.ts';
import type { Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { Memo } from '../run/memo.ts';
import { judgeSync } from './judge-sync.ts';
import { linkSync, type LinkedSync } from './link-sync.ts';
import { promotedOut } from './promoted.ts';
import type { Plan, SyncPlan } from './sync-plan.ts';

export interface PlanInput {
  /** A design `checkDesign` found no error in. */
  readonly design: SyncDesign;
  /** Opened records by sync id. */
  readonly records: ReadonlyMap<string, Both<Records>>;
  readonly baseline: Baseline | null;
  readonly choices: Choices | null;
  /** The day the plan is made for, `YYYY-MM-DD`; the engine has no clock. */
  readonly asOf: string;
}

/**
 * The dry run in two strokes: every object sync is linked, then every one is judged, both in processing order (PH8). Between them all
 * links of all syncs are known, which is where a child finds its parent. Pure; the caller drives it and may drop it at any step.
 */
export function* planSyncs(input: PlanInput, tools: Tools, memo: Memo = new Memo()): Steps<Plan> {
  memo.open();
  const { design, baseline, choices } = input;
  const asOf = readDate(input.asOf, 'ymd');
  if (asOf === null) throw new Error(`no day ${input.asOf}`);
  const linked: LinkedSync[] = [];
  for (const sync of processingOrder(design.syncs)) {
    const records = input.records.get(sync.id);
    if (records === undefined) throw new Error(`no records for sync ${sync.id}`);
    const promoted = yield* promotedOut(sync, linked, memo);
    linked.push(yield* linkSync({ sync, records, baseline, choices, asOf, promoted }, tools, memo));
  }
  const syncs: SyncPlan[] = [];
  for (const one of linked) syncs.push(yield* judgeSync(one, tools, memo));
  return { design, syncs };
}

/** By kind, then in design order (PH8, FORMATS.md). */
export const processingOrder = (syncs: readonly ObjectSync[]): readonly ObjectSync[] =>
  [...syncs].sort((a, b) => OBJECT_KINDS.indexOf(a.kind) - OBJECT_KINDS.indexOf(b.kind));
