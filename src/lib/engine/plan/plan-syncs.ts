import type { Records } from '../columns/records.ts';
import type { Baseline } from '../model/baseline.ts';
import type { Choices } from '../model/choices.ts';
import type { ObjectSync, SyncDesign } from '../model/design.ts';
import { PARTIAL } from '../match/links/losses.ts';
import type { MatchInput } from '../match/match-records.ts';
import { NOT_ASKED, type ReadAfter } from '../model/read-after.ts';
import { onBoth, type Both } from '../model/side.ts';
import { asPlanned, isOff } from '../model/turned-off.ts';
import { withoutByHand } from '../model/by-hand.ts';
import { readDate } from '../read/date.ts';
import { Memo } from '../run/memo.ts';
import type { Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { associationsOf } from './associations.ts';
import { Creating } from './creating.ts';
import { judgeSync } from './judge-sync.ts';
import { linkSync, type LinkedSync, type SyncInput } from './link-sync.ts';
import { promotedOut } from './promoted.ts';
import { matchSync, type MatchedSync } from './match-sync.ts';
import { processingOrder } from './processing-order.ts';
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
  /** Files that a person calls complete, by sync id; others may lack records (DE5). */
  readonly complete?: ReadonlyMap<string, Both<boolean>>;
  /** Whether apps were read after the last push to them, by sync id (S462). */
  readonly readAfter?: ReadonlyMap<string, ReadAfter>;
}

/** What the matching of a sync depends on: whoever matches it ahead of its plan has to ask here, so that the plan finds it done. */
export function matchInput(input: Omit<PlanInput, 'asOf'>, sync: ObjectSync): Required<MatchInput> {
  const { design, baseline, choices } = input;
  const records = input.records.get(sync.id);
  if (records === undefined) throw new Error(`no records for sync ${sync.id}`);
  if (isOff(sync)) return { sync: asPlanned(sync), records, baseline, choices: null, complete: PARTIAL };
  const sides = input.complete?.get(sync.id) ?? PARTIAL.sides;
  return { sync, records, baseline, choices, complete: { sides, maxMissing: design.guards.maxMissing } };
}

/** A sync whose records are matched: what a child asks of its parents' sync. */
interface Begun {
  readonly input: Omit<SyncInput, 'promoted'>;
  readonly matched: MatchedSync;
}

/**
 * The dry run in two strokes: every object sync is matched, then every one is judged, both in processing order (PH8), so that a child
 * finds its parents linked and judged. Where associations go round in a circle, the second stroke is taken again until the creates
 * it began with are those it ends with (AS6). Pure; the caller drives it and may drop it at any step.
 */
export function* planSyncs(input: PlanInput, tools: Tools, memo: Memo = new Memo()): Steps<Plan> {
  memo.open();
  const { design } = input;
  const asOf = readDate(input.asOf, 'ymd');
  if (asOf === null) throw new Error(`no day ${input.asOf}`);
  const begun = new Map<string, Begun>();
  for (const sync of processingOrder(withoutByHand(design))) {
    const readAfter = input.readAfter?.get(sync.id) ?? NOT_ASKED;
    const own = { ...matchInput(input, sync), asOf, readAfter };
    begun.set(sync.id, { input: own, matched: yield* matchSync(own, tools, memo) });
  }
  const salesforce = onBoth((side) => design.apps[side].kind === 'salesforce');
  const creating = new Creating();
  for (;;) {
    const syncs = yield* judgeAll(begun, creating, salesforce, tools, memo);
    if (!(yield* creating.learn(syncs, memo))) return { design, syncs };
  }
}

function* judgeAll(
  begun: ReadonlyMap<string, Begun>,
  creating: Creating,
  salesforce: Both<boolean>,
  tools: Tools,
  memo: Memo,
): Steps<SyncPlan[]> {
  const done = new Map<string, SyncPlan>();
  const linked: LinkedSync[] = [];
  for (const { input, matched } of begun.values()) {
    const { sync, records } = input;
    const parents = new Map<string, Both<Uint8Array>>();
    for (const { to } of sync.associations) {
      const judged = done.get(to);
      const parent = begun.get(to)!;
      parents.set(
        to,
        judged === undefined ? creating.assumed(to, parent.input.records) : yield* creating.of(judged, memo),
      );
    }
    const associations = yield* associationsOf(
      sync,
      records,
      ({ to }) => {
        const parent = begun.get(to)!;
        return { ...parent.input, ...parent.matched, creating: parents.get(to)!, salesforce };
      },
      memo,
    );
    const promoted = yield* promotedOut(sync, linked, memo);
    const link = yield* linkSync({ ...input, promoted }, matched, associations, tools, memo);
    linked.push(link);
    done.set(sync.id, yield* judgeSync(link, tools, memo));
  }
  return [...done.values()];
}
