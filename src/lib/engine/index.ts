/** The engine's only door. Everything behind it is pure; see docs/rules for the rules and ARCHITECTURE.md for the way. */
export * from './model/side.ts';
export * from './model/direction.ts';
export * from './model/field.ts';
export * from './model/design.ts';
export type * from './model/design-error.ts';
export type * from './model/design-step.ts';
export * from './model/outcome.ts';
export { actOn } from './model/act.ts';
export * from './model/reason.ts';
export * from './model/line.ts';
export * from './model/choices.ts';
export * from './model/baseline.ts';
export * from './model/summary.ts';
export type { HashStream, Tools, TopLevelDomains } from './tools.ts';
export { drain, type Progress, type StepName, type Steps } from './run/steps.ts';
export type { Column, RecordSet, Segment } from './model/column.ts';
export { inferredType } from './model/column.ts';
export { RecordSetBuilder, SEGMENT_BYTES, SEGMENT_ROWS, addressable } from './columns/build.ts';
export { cellText } from './columns/cell.ts';
export { BaselineBuilder, linkAt } from './columns/link-table.ts';
export { TextCodes } from './columns/text-codes.ts';
export { openRecords, textAt, type IdRejection, type Records } from './columns/records.ts';
export { showsAtOnce } from './read/blank.ts';
export { profileColumn, type ColumnGuess, type ColumnProfile, type Witness } from './profile/profile.ts';
export { appFacts, idForm } from './model/app.ts';
export { Memo } from './run/memo.ts';
export { compareOffers, runTask, typedOffers, type Offer, type Task } from './plan/offload.ts';
export type { NormalColumn } from './match/keys/normal-column.ts';
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
export { PlanReader, planLines } from './plan/lines/plan-reader.ts';
export { lineText, writesText } from './plan/lines/line-text.ts';
export { approvedLines, writesHash } from './approve/approved-lines.ts';
export { traceSubject, type TraceStep } from './plan/lines/trace.ts';
export { countSync } from './plan/totals/counts.ts';
export { summarise, type PlanAbout } from './plan/totals/summary.ts';
export { nextBaseline } from './plan/out/next-baseline.ts';
export { readDesign, DESIGN_FORMAT, type DesignReading } from './design/read/read-design.ts';
export { checkDesign, type DesignCheck } from './design/check/check-design.ts';
export { canonicalJson } from './design/canonical-json.ts';
export { effectiveDirection } from './model/effective-direction.ts';
export { declaredField, takesNoValue } from './model/declared-field.ts';
export { keysOf } from './model/keys.ts';
export { EDITS, type DesignActs } from './design/edit/edits.ts';
export type { DesignEdit } from './design/edit/design-json.ts';
export type { FieldDraft } from './design/edit/edit-schema.ts';
export { isConfirmed } from './design/edit/edit-mappings.ts';
export { NOT_CARRIED_OUT, refusedCall } from './design/not-carried-out.ts';
export { evidenceOf, evidenceOfTexts, sideOf, suggest, toDesignFile } from './suggest/index.ts';
export type * as suggesting from './suggest/index.ts';
export { PlanDiff, type FieldDelta, type OutcomeMove, type SubjectDelta } from './plan/compare/plan-diff.ts';
export {
  ChangeRows,
  type ChangeFile,
  type ChangeKind,
  type ChangeRow,
  type Unsayable,
} from './plan/out/change-rows.ts';
export { writePrints, type Printed } from './plan/compare/write-prints.ts';
export {
  countWritten,
  planTraits,
  writeCount,
  writesAnything,
  LINK_WORDS,
  TRAIT,
  type LinkWord,
  type PlanTraits,
} from './plan/find/traits.ts';
export { DECISION_WORDS, type Filtered, type SubjectFilter } from './plan/find/groups.ts';
export { filterSubjects, type FilterResult } from './plan/find/query.ts';
export type { FacetCount } from './plan/find/facets.ts';
export { findText } from './plan/find/text.ts';
export { NameReader, nameFields, type NameFields } from './plan/find/record-name.ts';
export { mappingImpact, type MappingImpact, type ValueChange } from './plan/totals/impact.ts';
export { keyFacts, type KeyFact } from './plan/totals/key-facts.ts';
export { mappingFacts, type MappingFact, type TypeCheck } from './plan/totals/mapping-facts.ts';
export { payloadsOf, type Payload } from './plan/out/payload.ts';
export { fieldRows, type MappingRow } from './plan/lines/field-rows.ts';
export { sameWrites } from './plan/compare/same-writes.ts';
