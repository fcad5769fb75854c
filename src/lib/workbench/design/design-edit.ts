/** All edits of a design: pure, on the file as it is kept; each answers the new file and the change in words. */
export * from './design-edit-guards.ts';
export * from './design-edit-keys.ts';
export * from './design-edit-mappings.ts';
export * from './design-edit-schema.ts';
export * from './design-edit-sync.ts';
export type { DesignEdit } from './design-json.ts';
