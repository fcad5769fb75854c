import type { Option } from '../model/field.ts';
import { foldText } from './fold.ts';

export type OptionFinder = (text: string) => Option | null;

/** The option whose value, else whose label, the text equals trimmed and case-folded, first in list order (S7). */
export const findOption = (options: readonly Option[], text: string): Option | null =>
  optionFinder(options)(text);

/** `findOption` with the list folded once. */
export function optionFinder(options: readonly Option[]): OptionFinder {
  const byWord = new Map<string, Option>();
  for (const option of options) keepFirst(byWord, foldText(option.value), option);
  for (const option of options) keepFirst(byWord, foldText(option.label), option);
  byWord.delete('');
  return (text) => byWord.get(foldText(text)) ?? null;
}

/** Equal values, else equal labels, both trimmed and case-folded (S7). */
export function sameOption(a: Option, b: Option): boolean {
  if (a === b || foldText(a.value) === foldText(b.value)) return true;
  const label = foldText(a.label);
  return label !== '' && label === foldText(b.label);
}

/** Parts of a multi-select cell: split at `;`, trimmed, blank ones dropped (S7). */
export function splitMulti(text: string): readonly string[] {
  const parts: string[] = [];
  for (const part of text.split(';')) {
    const word = part.trim();
    if (word !== '') parts.push(word);
  }
  return parts;
}

function keepFirst(map: Map<string, Option>, word: string, option: Option): void {
  if (!map.has(word)) map.set(word, option);
}
