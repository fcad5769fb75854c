/** What leaves: change files, the next baseline. */
export { nextThere, triesOfCreates } from './open-links.ts';
export { nextBaseline } from './next-baseline.ts';
export { mappedAfter, rowsAfter } from './kept-link.ts';
export type { HandsOver, SaidWrite } from './hands-over.ts';
export {
  ChangeRows,
  type ChangeFile,
  type ChangeKind,
  type ChangeRow,
  type ChangeTarget,
  type Unsayable,
} from './change-rows.ts';
export type { ChangeNote, ChangeWords, Unsheeted } from './change-notes.ts';
export { payloadsOf, type Payload } from './payload.ts';
