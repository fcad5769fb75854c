import type { Basis, PushPlan } from './item.ts';
import { openStops, type GuardLook } from './guards/live-guards.ts';
import { Journal } from './journal/journal.ts';
import type { JournalLog } from './journal/log.ts';
import { changedSince, type Changed } from './plan/stale.ts';

export interface ToBegin {
  readonly plan: PushPlan;
  /** What the plan would be made from now. */
  readonly basis: Basis;
  readonly stops: readonly GuardLook[];
  readonly log: JournalLog;
  /** ISO 8601. */
  readonly at: string;
}

export type Begun =
  | { readonly ok: true; readonly journal: Journal }
  | { readonly ok: false; readonly because: 'stale'; readonly changed: readonly Changed[] }
  | { readonly ok: false; readonly because: 'guards'; readonly stops: readonly GuardLook[] }
  | { readonly ok: false; readonly because: 'journal'; readonly said: string };

/** The only way to a push: nothing has changed since the approval, no guard stands in the way, and the plan is written down. */
export async function beginPush({ plan, basis, stops, log, at }: ToBegin): Promise<Begun> {
  const changed = changedSince(plan.basis, basis);
  if (changed.length > 0) return { ok: false, because: 'stale', changed };
  const open = openStops(stops, plan.approval.confirmed);
  if (open.length > 0) return { ok: false, because: 'guards', stops: open };
  const begun = await Journal.begin(log, plan, at);
  return begun.ok
    ? { ok: true, journal: begun.value }
    : { ok: false, because: 'journal', said: begun.because };
}
