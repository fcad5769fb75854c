/** Keys and links. */
export { DELETED } from './links/partners.ts';
export type { NormalColumn } from './keys/normal-column.ts';
