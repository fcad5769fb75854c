import { count } from '../words.ts';
import { decidedWord } from './plan-words.ts';
import type { DecisionWord } from './plan-list.ts';

/** What was just done, for the toast. */
export function toastWord(did: DecisionWord | 'linked' | 'unlinked' | 'undone', many: number): string {
  switch (did) {
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
