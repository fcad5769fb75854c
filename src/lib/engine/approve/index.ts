/** What is approved: exactly these writes. */
export { approvedLines, writesHash } from './approved-lines.ts';
