/** The engine's values that a screen shows or offers; types may be imported from where they are. Nothing here plans. */
export { DIRECTIONS, mayWrite } from './model/direction.ts';
export { CONFLICT_RULES, OBJECT_KINDS } from './model/design.ts';
export { associationsByHand } from './model/by-hand.ts';
export { STAGE_PARTS } from './model/stages.ts';
export { equalStages } from './read/equal-stages.ts';
export { conditionValue } from './model/conditions.ts';
export { FILTER_MODES, FILTER_OPS } from './model/filter.ts';
export { FIELD_TYPES } from './model/field.ts';
export { DEFAULT_IDENTIFIERS, keysOf } from './model/keys.ts';
export { hasInverse, transformSource } from './model/transform.ts';
export { SIDES, onBoth, otherSide } from './model/side.ts';
export { GUARD_DEFAULTS, GUARD_NAMES } from './design/read/read-design-guards.ts';
export { MOST_KEYS } from './design/read/read-design-matching.ts';
export { pairFault } from './design/check/check-mappings.ts';
export { waysOfTypes } from './design/check/compatible.ts';
export { isDayPattern } from './read/date-pattern.ts';
export { readNumber } from './read/number.ts';
export { dateText, readDate } from './read/date.ts';
