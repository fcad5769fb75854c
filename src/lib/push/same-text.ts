import type { Texts } from './item.ts';

/** The same, as far as an app's own form goes (S324): the same number, else the same letters and digits. */
export function sameForm(one: string, other: string): boolean {
  if (one === other) return true;
  const [first, second] = [numberOf(one), numberOf(other)];
  if (first !== null && second !== null) return first === second;
  const [a, b] = [lettersOf(one), lettersOf(other)];
  return a === b && (a !== '' || one.trim() === other.trim());
}

/** The same of all texts that are the same, as far as one of them is no number written otherwise. */
export function formOf(text: string): string {
  const number = numberOf(text);
  return number === null ? lettersOf(text) || text.trim() : String(number);
}

/** Of the fields asked for, which are neither there as they were written nor in a form of the app's. */
export const fieldsThatDiffer = (written: Texts, found: Texts): readonly string[] =>
  [...written].filter(([field, text]) => !sameForm(text, found.get(field) ?? '')).map(([field]) => field);

export const areEqual = (expected: Texts, found: Texts): boolean =>
  [...expected].every(([field, text]) => (found.get(field) ?? '') === text);

/** A map that says the same as one that is kept already need not be kept too. */
export const shared = (texts: Texts, kept: Texts): Texts =>
  texts.size === kept.size && [...kept].every(([field, text]) => texts.get(field) === text) ? kept : texts;

const numberOf = (text: string): number | null =>
  /^\s*[+-]?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : null;

const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
