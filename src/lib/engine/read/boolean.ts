import { foldText } from './fold.ts';

export const TRUE = new Set(['true', 'yes', 'y', 'on', '1']);
export const FALSE = new Set(['false', 'no', 'n', 'off', '0']);

/** The truth value a text stands for, any case (S4, CO5); null where it is none. */
export function readBoolean(text: string): boolean | null {
  const word = foldText(text);
  if (TRUE.has(word)) return true;
  return FALSE.has(word) ? false : null;
}
