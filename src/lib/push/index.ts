/** The push: what was approved, exactly that, is written; every doubt is resolved by reading back; and there is a way back. */
export type { Basis, PushItem, PushPlan, Sought, Texts } from './item.ts';
export { beginPush, type Begun, type ToBegin } from './begin.ts';
export { CANARY_MOST, canaryOf, type Canary } from './plan/canary.ts';
export { forecast, type Forecast, type SideForecast } from './plan/forecast.ts';
export { freeze, type Frozen, type Target, type ToFreeze } from './plan/freeze.ts';
export { firstRecords, goingOf, type FirstPart } from './plan/first-records.ts';
export type { LeftOut } from './plan/parents-first.ts';
export { afterCut, type CutLeaves } from './plan/after-cut.ts';
export { batchesOf, type PlannedBatch } from './plan/batches-of.ts';
export { changedSince, type Changed } from './plan/stale.ts';
export { lookAtPairs, type RecordedPair } from './guards/canary-pairs.ts';
export {
  guardLooks,
  openStops,
  type GuardLook,
  type PlanGuards,
  type LiveCount,
  type LiveFacts,
  type SetRead,
} from './guards/live-guards.ts';
export { isOver } from './journal/entry.ts';
export type * from './journal/entry.ts';
export { openAgain } from './journal/again.ts';
export { Journal, JournalFailed } from './journal/journal.ts';
export type { JournalLog, LogAnswer } from './journal/log.ts';
export { MemoryLog } from './journal/memory-log.ts';
export type { ItemStanding, Standing } from './journal/standing.ts';
export type { PushEvent } from './run/events.ts';
export { runPush, type PushEnd, type PushJob } from './run/run-push.ts';
export type { Control, PushLock, PushTools } from './run/tools.ts';
export { answersOfPush, handedByPush } from './end/hand-over.ts';
export { countResults, resultOf, resultsOf, type NotSentBecause, type Result } from './end/results.ts';
export { cannotUndo, rollbackOf, type CannotUndo, type NotUndone, type Rollback } from './end/rollback.ts';
