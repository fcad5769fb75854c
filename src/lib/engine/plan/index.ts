/** The dry run. */
export { mayBeThere } from './create-notes.ts';
export { compareOffers, runTask, typedOffers, type Offer, type Task } from './offload.ts';
export { matchInput, planSyncs, type PlanInput } from './plan-syncs.ts';
export { processingOrder } from './processing-order.ts';
export {
  firstLone,
  pairCount,
  subjectCount,
  subjectOf,
  subjectRows,
  type Plan,
  type SubjectRows,
  type SyncPlan,
} from './sync-plan.ts';
