import { readAppWords, type ErrorCategory } from '../../../engine/index.ts';

/** Codes that only calls bring, not the result files that the engine knows codes from. */
export const OWN: ReadonlyMap<string, ErrorCategory> = new Map([
  ['MISSING_CONDITIONAL_REQUIRED_PROPERTY', 'property-value'],
  ['CONFLICTING_UNIQUE_VALUE', 'duplicate'],
  ['INVALID_OBJECT_IDS', 'association'],
  ['LOCKED', 'transport'],
]);

const NO_NAMES: ReadonlySet<string> = new Set();

/** The category of HubSpot's code; null where nobody knows it. */
export const categoryOf = (code: string): ErrorCategory | null =>
  OWN.get(code) ?? readAppWords(code, NO_NAMES).category;
