/** A Salesforce org in memory that answers as the REST API does. */
export { FakeSalesforce } from './app.ts';
export { checkLetters, idKey, makeId } from './ids.ts';
export { field, lookup, options, type FakeField, type Value, type Values } from './schema.ts';
export type { Row, Store } from './store.ts';
