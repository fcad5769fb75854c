import type { ObjectKind } from '../model/design.ts';

/** Key prefixes of Salesforce's own objects. */
const KINDS: ReadonlyMap<string, ObjectKind> = new Map([
  ['001', 'companies'],
  ['003', 'contacts'],
  ['006', 'deals'],
  ['00Q', 'leads'],
  ['00T', 'activities'],
  ['00U', 'activities'],
  ['01t', 'products'],
  ['500', 'tickets'],
]);

/** The kind of object whose ids begin so; null for an object of the org's own. */
export const kindOfPrefix = (prefix: string | null): ObjectKind | null =>
  prefix === null ? null : (KINDS.get(prefix) ?? null);
