/** Kinds of objects every account has, with the kinds that a field of theirs can name by association. */
export const STANDARD: ReadonlyMap<string, { readonly typeId: string; readonly links: readonly string[] }> =
  new Map([
    ['contacts', { typeId: '0-1', links: ['companies'] }],
    ['companies', { typeId: '0-2', links: [] }],
    ['deals', { typeId: '0-3', links: ['companies', 'contacts'] }],
    ['products', { typeId: '0-7', links: [] }],
    ['tickets', { typeId: '0-5', links: ['companies', 'contacts', 'deals'] }],
  ]);

export const ID = 'hs_object_id';

/** The property that lists the records that were merged into one. */
export const MERGED = 'hs_merged_object_ids';

/** S456: stands for what HubSpot says of a record beside its properties, and what no property can be called. */
export const ARCHIVED = 'record:archived';

/** The property that says when a record was last changed. */
export const modifiedOf = (object: string): string =>
  object === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate';

const LINK = 'assoc:';

/** S301: the field that names a record's associations to another kind. */
export const linkField = (to: string): string => `${LINK}${to}`;

/** The kind that such a field names; null of a property. */
export const linkedKind = (field: string): string | null =>
  field.startsWith(LINK) && field.length > LINK.length ? field.slice(LINK.length) : null;

/** Fields apart: properties, and kinds that are named by association. */
export function apart(fields: readonly string[]): {
  readonly properties: string[];
  readonly kinds: string[];
} {
  const kinds = fields.map(linkedKind).filter((kind) => kind !== null);
  return { properties: fields.filter((field) => field !== ARCHIVED && linkedKind(field) === null), kinds };
}

/** Ids in one value. */
export const idsIn = (value: string): string[] =>
  value
    .split(';')
    .map((id) => id.trim())
    .filter((id) => id !== '');
