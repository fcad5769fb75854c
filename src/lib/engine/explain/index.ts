/** Why two records are not linked, and what would link them. */
export { whyNot, type WhyNot } from './why-not.ts';
export type { Found, KeyCompared } from './compare-keys.ts';
export type { FieldCompared } from './compare-fields.ts';
export type { Standing } from './obstacles.ts';
export {
  tryChanges,
  type PricedChange,
  type TriedChanges,
  type WhyChange,
  type WhyInput,
} from './try-changes.ts';
export type { MovedRecords, PlanDelta, Price } from './price.ts';
