import type { FieldDef } from '../model/field.ts';
import { optionsOf } from './field-view.ts';
import { foldText } from './fold.ts';
import { optionFinder } from './select.ts';

/** Is a text one of these stages: the same option of the field, else the same name trimmed and case-folded (S91)? */
export function isOneOf(stages: readonly string[], def: FieldDef | null): (text: string) => boolean {
  const options = def === null ? null : optionsOf(def);
  const find = options === null ? () => null : optionFinder(options);
  const keyOf = (text: string): string => foldText(find(text)?.value ?? text);
  const keys = new Set(stages.map(keyOf));
  return (text) => keys.has(keyOf(text));
}
