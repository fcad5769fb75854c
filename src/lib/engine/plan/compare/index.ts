/** Two plans of the same records. */
export { PlanDiff, type FieldDelta, type OutcomeMove, type SubjectDelta } from './plan-diff.ts';
export { writePrints, type Printed } from './write-prints.ts';
export { sameWrites } from './same-writes.ts';
