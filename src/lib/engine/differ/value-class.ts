import { hasHtml, plainOfHtml } from '../read/html-text.ts';
import { standsForNothing } from '../read/nothing-words.ts';
import { listParts, sameInForm, textChain, webForm } from '../read/same-form.ts';
import { comparisonText } from '../read/fold.ts';
import { withoutDiacritics } from '../read/name-form.ts';
import { normalizeEmail } from '../read/normal-email.ts';
import type { DifferClass } from '../model/differ.ts';
import type { SameForm } from '../model/design.ts';
import type { Both } from '../model/side.ts';
import type { Tools } from '../tools.ts';
import { isDamageOf } from './damaged-form.ts';
import { sameDay } from './loose-dates.ts';
import { isRounded, looseNumbers, sameNumber, sameTruth } from './loose-values.ts';

/** What two values that differ are to each other, as far as they say themselves. */
export interface ValueClass {
  readonly is: DifferClass;
  /** The value that is the worse of the two (DX3): 1 left, 2 right. */
  readonly worse: 0 | 1 | 2;
  /** Forms that make them the same, where it takes more than the class says. */
  readonly forms: readonly SameForm[];
}

const plain = (is: DifferClass): ValueClass => ({ is, worse: 0, forms: [] });
const OTHER = plain('other');
const TEXT_FORMS = ['case', 'spaces', 'punctuation', 'diacritics'] as const;

export interface ValueFacts {
  /** Are the values read as numbers or truth values, of which `0` is one? */
  readonly zeroIsValue: boolean;
  readonly country: Both<string | null>;
}

/** Classes that two values tell by themselves: all but `label`, `shift`, `scale` and `swapped`. */
export function valueClassifier(
  facts: ValueFacts,
  tools: Tools,
): {
  readonly early: (left: string, right: string) => ValueClass | null;
  readonly late: (left: string, right: string) => ValueClass;
} {
  const chains = TEXT_FORMS.map((form) => ({ form, chain: textChain([form]) }));
  const prefixes = TEXT_FORMS.map((_, at) => {
    const forms = TEXT_FORMS.slice(0, at + 1);
    return { forms, chain: textChain(forms) };
  });
  const samePhone = sameInForm(['phone'], facts.country, tools);
  const nothing = (text: string): boolean =>
    standsForNothing(text) && !(facts.zeroIsValue && /^[\d.]+$/.test(text.trim()));

  const early = (left: string, right: string): ValueClass | null => {
    const l = comparisonText(left);
    const r = comparisonText(right);
    const [noLeft, noRight] = [l.length < 24 && nothing(l), r.length < 24 && nothing(r)];
    if (noLeft || noRight) {
      return { is: 'placeholder', worse: noLeft === noRight ? 0 : noLeft ? 1 : 2, forms: [] };
    }
    if (isDamageOf(l, r)) return { is: 'damaged', worse: 1, forms: [] };
    if (isDamageOf(r, l)) return { is: 'damaged', worse: 2, forms: [] };
    if (mayBeForm(l, r)) {
      for (const { form, chain } of chains) if (same(chain, l, r)) return plain(form);
      const more = prefixes.find(({ chain }) => same(chain, l, r));
      if (more !== undefined) return { is: more.forms.at(-1)!, worse: 0, forms: more.forms };
    }
    if (l.includes('@') && r.includes('@') && normalizeEmail(l) === normalizeEmail(r)) return plain('email');
    if (isPhone(l) && isPhone(r) && (samePhone(l, r) || sameDigits(l, r))) return plain('phone');
    if (l.includes('.') && r.includes('.')) {
      const web = webForm(l);
      if (web !== '' && web === webForm(r)) return plain('web-address');
    }
    if ((hasHtml(l) || hasHtml(r)) && plainOfHtml(l) === plainOfHtml(r)) return plain('html');
    if (sameParts(l, r)) return plain('list-order');
    if (sameDay(l, r)) return plain('date-form');
    if (sameNumber(l, r)) return plain('number-form');
    if (sameTruth(l, r)) return plain('boolean-form');
    return null;
  };

  const late = (left: string, right: string): ValueClass => {
    const l = comparisonText(left);
    const r = comparisonText(right);
    const [a, b] = [looseNumbers(l), looseNumbers(r)];
    if (a.some((one) => b.some((other) => isRounded(one, other)))) return plain('rounded');
    const [short, long, worse] = l.length < r.length ? ([l, r, 1] as const) : ([r, l, 2] as const);
    if (short.length >= CUT && long.startsWith(short)) return { is: 'cut', worse, forms: [] };
    const ended = short.replace(/(?:…|\.\.\.)$/, '');
    if (ended !== short && ended.length >= CUT && long.startsWith(ended))
      return { is: 'cut', worse, forms: [] };
    if (short.length >= 2 && long.toLowerCase().includes(short.toLowerCase())) return plain('contains');
    return OTHER;
  };
  return { early, late };
}

/** DX1: texts shorter than this are not cut, they are contained. */
const CUT = 10;

const same = (chain: (text: string) => string, l: string, r: string): boolean => {
  const a = chain(l);
  return a !== '' && a === chain(r);
};

/** Texts the same but for case, spaces, signs and marks leave the same letters and digits. */
function mayBeForm(l: string, r: string): boolean {
  if (l.length > 2 * r.length + 8 || r.length > 2 * l.length + 8) return false;
  return skeleton(l) === skeleton(r);
}

const NOT_ASCII = /[\u0080-\uffff]/;

/** What remains of a text without case, spaces, signs and marks. */
export const skeleton = (text: string): string =>
  NOT_ASCII.test(text)
    ? withoutDiacritics(text)
        .toLowerCase()
        .replace(/[\p{P}\s\u00ad\u200b-\u200f\u2060\ufeff`´]+/gu, '')
    : text.toLowerCase().replace(/[^a-z0-9+#&@%$<>=~^]+/g, '');

const isPhone = (text: string): boolean =>
  isNumeric(text.charCodeAt(0)) &&
  text.length >= 6 &&
  text.length < 30 &&
  /^[+(]?[\d\s().\-/+]+(?:\s?(?:x|ext\.?)\s?\d+)?$/i.test(text);

/** A digit, `+` or `(`. */
const isNumeric = (code: number): boolean => (code >= 48 && code <= 57) || code === 43 || code === 40;

/** The same number with and without its country. */
function sameDigits(l: string, r: string): boolean {
  const [a, b] = [nationalOf(l), nationalOf(r)];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length >= 7 && long.endsWith(short) && long.length - short.length <= 3;
}

const nationalOf = (text: string): string => text.replace(/\D/g, '').replace(/^0+/, '');

function sameParts(l: string, r: string): boolean {
  if (!/[;,|\n]/.test(l) || !/[;,|\n]/.test(r)) return false;
  const parts = (text: string): string[] =>
    listParts(text)
      .map((part) => part.toLowerCase())
      .sort();
  const a = parts(l);
  return a.length > 1 && a.join('\n') === parts(r).join('\n');
}
