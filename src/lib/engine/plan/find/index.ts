/** Finding subjects in a plan. */
export { countWritten, planTraits, writeCount, writesAnything, TRAIT, type PlanTraits } from './traits.ts';
export { differingSubjects, DIFFER_WORDS, type DifferingSubjects, type DifferWord } from './differing.ts';
export { ALL_SUBJECTS, DECISION_WORDS, decisionCode, type Filtered, type SubjectFilter } from './groups.ts';
export { filterSubjects, type FilterResult } from './query.ts';
export type { FacetCount } from './facets.ts';
export { findRecords, findText } from './text.ts';
export { NameReader, nameFields, type NameFields } from './record-name.ts';
