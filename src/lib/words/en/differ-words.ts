import type { SameForm } from '../../engine/model/design.ts';
import type { DifferAct, DifferClass } from '../../engine/model/differ.ts';
import type { DifferWarning } from '../../engine/model/summary.ts';
import type { Speech } from '../speech.ts';

/** What the two values of a pair are to each other (DX1), on screens and on the command line. */
export const DIFFER_WORDS: Readonly<Record<DifferClass, string>> = {
  placeholder: 'one is a word for nothing',
  damaged: 'one was damaged by a spreadsheet or an encoding',
  case: 'capitals',
  spaces: 'spaces',
  punctuation: 'punctuation',
  diacritics: 'accents',
  email: 'form of an e-mail address',
  phone: 'form of a phone number',
  'web-address': 'form of a web address',
  html: 'HTML',
  'list-order': 'order of a list',
  'date-form': 'form of a date',
  'number-form': 'form of a number',
  'boolean-form': 'form of yes and no',
  label: 'other labels of one list',
  shift: 'the same hours or days apart',
  scale: 'a power of ten apart',
  rounded: 'rounded',
  cut: 'one is cut off',
  swapped: 'swapped with another field',
  contains: 'one contains the other',
  other: 'different values',
};

/** SA1: forms in which two values may be the same. */
export const FORM_WORDS: Readonly<Record<SameForm, string>> = {
  case: 'capitals',
  spaces: 'spaces',
  punctuation: 'punctuation',
  diacritics: 'accents',
  email: 'e-mail addresses',
  phone: 'phone numbers',
  'web-address': 'web addresses',
  'list-order': 'order of lists',
  html: 'HTML',
  'legal-form': 'legal forms',
};

/** DX2: what takes a class away; null where only the data's owner can. */
function actWords(act: DifferAct): string | null {
  switch (act.kind) {
    case 'same':
      return `same: ${act.forms.join(', ')}`;
    case 'declare':
      return Object.entries(act.fields)
        .map(([side, field]) => `${side} ${said(field)}`)
        .join('; ');
    case 'time-zone':
      return `${act.side} timeZone: ${act.timeZone}`;
    case 'transform': {
      const { transform } = act;
      if (transform.kind === 'value-map') return `transform: value-map of ${String(transform.map.length)}`;
      const { kind, ...members } = transform;
      return `transform: ${kind} ${said(members)}`;
    }
    case 'to-do':
      return null;
    default:
      return act satisfies never;
  }
}

const said = (field: Readonly<Record<string, unknown>>): string =>
  Object.entries(field)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? String(value.length) : String(value)}`)
    .join(', ');

/** DX3. `field`: what the field is called there. */
export function differWarning(
  warning: DifferWarning,
  field: string,
  { count, plural }: Pick<Speech, 'count' | 'plural'>,
): string {
  switch (warning.code) {
    case 'differs-mostly': {
      const { hours, pairs, is } = warning;
      const apart =
        hours === undefined
          ? DIFFER_WORDS[is]
          : hours.every((one) => one % 24 === 0)
            ? `always ${hours.map((one) => count(Math.abs(one / 24))).join('/')} days apart`
            : `always ${hours.map((one) => count(Math.abs(one))).join(' or ')} hours apart, as times of two zones are`;
      return `${field} differs in ${count(warning.count)} of ${count(pairs)} pairs: ${apart}.`;
    }
    case 'worse-overwrites-better':
      return `${field}: ${plural(warning.count, { one: '# write puts a word for nothing, a damaged or a cut value', other: '# writes put words for nothing, damaged or cut values' })} in.`;
    default:
      return warning satisfies never;
  }
}

/** DX2 as a table of text. */
export const differTable = ({ count }: Pick<Speech, 'count'>) => ({
  title: 'Why values differ',
  classes: DIFFER_WORDS,
  onlyForm: (only: number, updates: number) =>
    `${count(only)} of ${count(updates)} updates only change the form of a value.`,
  sample: (left: string, right: string) => `${JSON.stringify(left)} | ${JSON.stringify(right)}`,
  act: (act: DifferAct) => actWords(act) ?? 'for the owner of the data',
});
