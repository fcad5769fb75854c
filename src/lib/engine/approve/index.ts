/** What is approved: exactly these writes. */
export { approvedLines, type LookedAt, writesHash } from './approved-lines.ts';
