/** What a plan comes to. */
export type { Going } from '../going.ts';
export { countSync } from './counts.ts';
export { partMeasures } from './guards.ts';
export { summarise, type PlanAbout } from './summary.ts';
export { mappingImpact, type MappingImpact, type ValueChange } from './impact.ts';
export { filterFacts, type FilterFact } from './filter-facts.ts';
export { keyFacts, type KeyFact } from './key-facts.ts';
export { mappingFacts, type MappingFact, type TypeCheck } from './mapping-facts.ts';
export {
  transformFacts,
  type TransformFact,
  type TransformSample,
  type Unmapped,
} from './transform-facts.ts';
export { differencesOf, type Differences } from './differences.ts';
export {
  sinceLastTime,
  SINCE_WORDS,
  type SinceRecords,
  type SinceTold,
  type SinceValue,
  type SinceWord,
} from './since.ts';
export { stageFacts, type StageFact } from './stage-facts.ts';
