/** Keys and links. */
export type { NormalColumn } from './keys/normal-column.ts';
