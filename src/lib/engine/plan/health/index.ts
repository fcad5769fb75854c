/** Why records fail, and what of it a person or time takes away. */
export { failureFacts, type FailureFacts } from './failures.ts';
export { causeOfReason } from './cause-of.ts';
export { structuralFailures } from './structural.ts';
export { toldFailures } from './told.ts';
export { changedAt, modifiedField, type ChangedAt } from './changed.ts';
export { recordAt, recordsOf, type RecordFilter } from './records.ts';
