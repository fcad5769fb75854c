/** Keys and links. */
export { DELETED } from './links/partners.ts';
export { keyHolders, type KeyHeld } from './keys/key-holders.ts';
export type { NormalColumn } from './keys/normal-column.ts';
