import { count } from '../words.ts';
import { decidedWord } from './plan-words.ts';
import type { DecisionWord } from './plan-list.ts';

/** What was just done, for the toast. */
export function toastWord(
  did: DecisionWord | 'chosen' | 'given-back' | 'linked' | 'unlinked' | 'undone',
  many: number,
): string {
  switch (did) {
    case 'chosen':
      return `Conflicts of ${count(many)} ${many === 1 ? 'record' : 'records'} decided; the plan was made again`;
    case 'given-back':
      return `Conflicts of ${count(many)} ${many === 1 ? 'record' : 'records'} open again; the plan was made again`;
    case 'linked':
      return 'Linked; the plan was made again';
    case 'unlinked':
      return 'Unlinked; the plan was made again';
    case 'undone':
      return `${count(many)} choice taken back; the plan was made again`;
    default:
      return decidedWord(did, many);
  }
}
