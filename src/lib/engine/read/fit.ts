import type { FieldDef } from '../model/field.ts';
import type { DecidingCode, ReasonCode } from '../model/reason.ts';
import type { Tools } from '../tools.ts';
import { isValidEmail } from './email.ts';
import { isBlankText } from './blank.ts';
import { readBoolean } from './boolean.ts';
import { readDate } from './date.ts';
import { optionsOf } from './field-view.ts';
import { readNumber } from './number.ts';
import { optionFinder, splitMulti } from './select.ts';
import { readingOf } from './type-pair.ts';

export type Judge = (text: string) => DecidingCode | null;

/**
 * Why the target's declared field cannot take a text that would be written, or null (FM9, S30; `not-unique` is not
 * judged here). `isEmailField`: the field must hold a valid e-mail (EM3).
 */
export function judge(target: FieldDef, isEmailField: boolean, tools: Tools): Judge {
  const badType = typeJudge(target);
  const { required, maxLength } = target;
  return (text) => {
    if (isBlankText(text)) return required ? 'required-blank' : null;
    const code = badType(text);
    if (code !== null) return code;
    if (isEmailField && !isValidEmail(text, tools)) return 'bad-email';
    return maxLength !== null && isLonger(text, maxLength) ? 'too-long' : null;
  };
}

/** The `rule` a reason of this code names: the length for `too-long`, else nothing. */
export const ruleOf = (target: FieldDef, code: ReasonCode): string | null =>
  code === 'too-long' && target.maxLength !== null ? String(target.maxLength) : null;

const fits: Judge = () => null;

function typeJudge(target: FieldDef): Judge {
  const decimal = target.decimal ?? '.';
  const dateOrder = target.dateOrder ?? 'ymd';
  const kind = readingOf(target.type);
  switch (kind) {
    case 'number':
      // What is written is canonical (S9) whatever the decimal sign of the target's own file.
      return (text) =>
        readNumber(text, '.') === text || readNumber(text, decimal) !== null ? null : 'bad-number';
    case 'boolean':
      return (text) => (readBoolean(text) === null ? 'bad-boolean' : null);
    case 'date':
    case 'datetime':
      return (text) => (readDate(text, dateOrder) === null ? 'bad-date' : null);
    case 'single-select':
    case 'multi-select':
      return optionJudge(target, kind === 'multi-select');
    case 'text':
      return fits;
    default:
      return kind satisfies never;
  }
}

/** A select without options takes any text (S7). */
function optionJudge(target: FieldDef, several: boolean): Judge {
  const options = optionsOf(target);
  if (options === null) return fits;
  const find = optionFinder(options);
  if (!several) return (text) => (find(text) === null ? 'option-missing' : null);
  return (text) => (splitMulti(text).every((part) => find(part) !== null) ? null : 'option-missing');
}

/** Length counts code points (FM9). */
function isLonger(text: string, most: number): boolean {
  if (text.length <= most) return false;
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const next = text.charCodeAt(i + 1);
    if (code >= 0xd800 && code < 0xdc00 && next >= 0xdc00 && next < 0xe000) i++;
    if (++length > most) return true;
  }
  return false;
}
