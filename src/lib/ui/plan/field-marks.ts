import type { Both } from '../../engine/index.ts';
import { characterRuns, type Run } from './character-diff.ts';
import type { FieldRow } from '../../conversation/index.ts';
import { kindOf } from './field-kinds.ts';

/** Both texts of a write in runs, where only parts of them differ; null where marking characters would not help. */
export function marksOf(field: FieldRow): Both<readonly Run[]> | null {
  if (kindOf(field) !== 'write' || !hasLetters(field.leftValue) || !hasLetters(field.rightValue)) return null;
  const both = characterRuns(field.leftValue, field.rightValue);
  const shared = (runs: readonly Run[]): number =>
    runs.reduce((sum, { own, text }) => sum + (own ? 0 : text.length), 0);
  // With little in common the whole value is struck, not scattered letters of it.
  const most = Math.max(field.leftValue.length, field.rightValue.length);
  return shared(both.left) * 2 < most ? null : both;
}

const hasLetters = (text: string): boolean => /\p{L}/u.test(text);
