/** The engine's only door. Everything behind it is pure; see SPEC.md for the rules and ARCHITECTURE.md for the way. */
export * from './model/side.ts';
export * from './model/direction.ts';
export * from './model/field.ts';
export * from './model/design.ts';
export * from './model/outcome.ts';
export * from './model/reason.ts';
export * from './model/line.ts';
export * from './model/choices.ts';
export * from './model/baseline.ts';
export * from './model/summary.ts';
export type { HashStream, Tools, TopLevelDomains } from './tools.ts';
export { drain, type Progress, type Steps } from './steps.ts';
export type { Column, RecordSet, Segment } from './columns/column.ts';
export { inferredType } from './columns/column.ts';
export { RecordSetBuilder, SEGMENT_BYTES, SEGMENT_ROWS, addressable } from './columns/build.ts';
export { cellText } from './merge/state.ts';
export { BaselineBuilder, linkAt } from './columns/link-table.ts';
export { TextCodes } from './columns/text-codes.ts';
export { openRecords, textAt, type IdRejection, type Records } from './columns/records.ts';
export { showsAtOnce } from './read/blank.ts';
export { profileColumn, type ColumnGuess, type ColumnProfile, type Witness } from './read/profile.ts';
export { salesforceId } from './match/salesforce-id.ts';
export { Memo } from './plan/memo.ts';
export { compareOffers, runTask, typedOffers, type Offer, type Task } from './plan/offload.ts';
export type { NormalColumn } from './match/normal-column.ts';
export { planSyncs, processingOrder, type PlanInput } from './plan/plan-syncs.ts';
export {
  pairCount,
  subjectCount,
  subjectOf,
  subjectRows,
  type Plan,
  type SubjectRows,
  type SyncPlan,
} from './plan/sync-plan.ts';
export { PlanReader, planLines } from './plan/line.ts';
export { lineText, writesText } from './plan/line-text.ts';
export { traceSubject, type TraceStep } from './plan/trace.ts';
export { countSync } from './plan/counts.ts';
export { summarise, type PlanAbout } from './plan/summary.ts';
export { nextBaseline } from './plan/next-baseline.ts';
export { readDesign, DESIGN_FORMAT, type DesignReading } from './design/read-design.ts';
export { checkDesign, type DesignCheck, type DesignWarning } from './design/check-design.ts';
export { canonicalJson } from './design/canonical-json.ts';
export { effectiveDirection } from './design/effective-direction.ts';
export { declaredField } from './design/declared-field.ts';
export { keysOf } from './design/keys.ts';
export { NOT_CARRIED_OUT, refusedCall } from './design/not-carried-out.ts';
export { evidenceOf, evidenceOfTexts, sideOf, suggest, toDesignFile } from './design/suggest/index.ts';
export type * as suggesting from './design/suggest/index.ts';
export { PlanDiff, type FieldDelta, type OutcomeMove, type SubjectDelta } from './plan/diff.ts';
export {
  ChangeRows,
  type ChangeFile,
  type ChangeKind,
  type ChangeRow,
  type Unsayable,
} from './plan/change-rows.ts';
export { writePrints, type Printed } from './plan/prints.ts';
export {
  countWritten,
  planTraits,
  writeCount,
  writesAnything,
  LINK_WORDS,
  TRAIT,
  type LinkWord,
  type PlanTraits,
} from './plan/filter-traits.ts';
export { DECISION_WORDS, type Filtered, type SubjectFilter } from './plan/filter-groups.ts';
export { filterSubjects, type FilterResult } from './plan/filter.ts';
export type { FacetCount } from './plan/facets.ts';
export { findText } from './plan/filter-text.ts';
export { NameReader, nameFields, type NameFields } from './plan/filter-names.ts';
export { mappingImpact, type MappingImpact, type ValueChange } from './plan/impact.ts';
export { keyFacts, type KeyFact } from './plan/key-facts.ts';
export { mappingFacts, type MappingFact } from './plan/key-facts-mapping.ts';
export { fieldRows, type MappingRow } from './plan/field-rows.ts';
export { sameWrites } from './plan/prints-same.ts';
