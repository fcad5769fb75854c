/** A design: read, checked, edited, refused. */
export { readDesign, DESIGN_FORMAT, type DesignReading } from './read/read-design.ts';
export { checkDesign, type DesignCheck } from './check/check-design.ts';
export { canonicalJson } from './canonical-json.ts';
export { EDITS, type DesignActs } from './edit/edits.ts';
export type { GoneWith } from './edit/turn-off.ts';
export type { DesignEdit } from './edit/design-json.ts';
export type { ConditionPlace } from './edit/edit-filters.ts';
export type { CheckDraft } from './edit/edit-checks.ts';
export type { FieldDraft } from './edit/edit-schema.ts';
export { isConfirmed } from './edit/edit-mappings.ts';
export { NOT_CARRIED_OUT } from './not-carried-out.ts';
export { GUARD_NAMES } from './read/read-design-guards.ts';
