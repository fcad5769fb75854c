import type { SameForm } from '../model/design.ts';
import type { Tools } from '../tools.ts';
import type { Comparer } from './compare.ts';
import { caseFold, comparisonText } from './fold.ts';
import { plainOfHtml } from './html-text.ts';
import { withoutDiacritics, withoutLegalForm } from './name-form.ts';
import { normalizeEmail } from './normal-email.ts';
import { hostAndRest } from './web-form.ts';

/** A text as a form leaves it; `''` where it has none. */
type Canonical = (text: string) => string;

/**
 * Are two non-blank cells the same in one of these forms (SA1)? `email`, `phone` and `web-address` say so each by itself, the others
 * together. `country`: of the phones of either side.
 */
export function sameInForm(
  forms: readonly SameForm[],
  country: { readonly left: string | null; readonly right: string | null },
  tools: Tools,
): Comparer {
  const texts = forms.filter((form): form is TextForm => !isOwn(form));
  const chain = textChain(texts);
  const own = forms.filter(isOwn).map((form) => ownForms(form, country, tools));
  const all = texts.length === 0 ? own : [...own, { left: chain, right: chain }];
  return (left, right) =>
    all.some((canonical) => {
      const a = canonical.left(left);
      return a !== '' && a === canonical.right(right);
    });
}

type OwnForm = 'email' | 'phone' | 'web-address';
type TextForm = Exclude<SameForm, OwnForm>;

const isOwn = (form: SameForm): form is OwnForm =>
  form === 'email' || form === 'phone' || form === 'web-address';

function ownForms(
  form: OwnForm,
  country: { readonly left: string | null; readonly right: string | null },
  tools: Tools,
): { readonly left: Canonical; readonly right: Canonical } {
  switch (form) {
    case 'email':
      return { left: emailForm, right: emailForm };
    case 'web-address':
      return { left: webForm, right: webForm };
    case 'phone': {
      // A number without its country is of the other side's where its own says none.
      const of = (own: string | null): Canonical => {
        return (text) => tools.phone(comparisonText(text), own) ?? phoneDigits(text);
      };
      return { left: of(country.left ?? country.right), right: of(country.right ?? country.left) };
    }
    default:
      return form satisfies never;
  }
}

function emailForm(text: string): string {
  const address = normalizeEmail(text);
  return address.includes('@') ? address : '';
}

/** Scheme, `www.`, a `/` at the end and the case of the host go. */
export function webForm(text: string): string {
  const { host, rest } = hostAndRest(comparisonText(text).replace(/^(?:https?:)?\/\//i, ''));
  return /^[^\s@]+\.[^\s@]+$/.test(host) ? host + rest : '';
}

/** The digits of a number, `00` and `+` as one; `''` where it is none. */
function phoneDigits(text: string): string {
  const cell = text.trim();
  if (!/^[+\d\s().\-/]+$/.test(cell)) return '';
  const digits = cell.replace(/\D/g, '');
  if (digits.length < 5) return '';
  return cell.startsWith('+') ? `+${digits}` : digits.replace(/^00/, '+');
}

/** What forms of texts leave, all of them, in an order of their own. */
export function textChain(forms: readonly TextForm[]): Canonical {
  const has = (form: TextForm): boolean => forms.includes(form);
  const steps: Canonical[] = [];
  if (has('spaces')) steps.push(oneSpaced);
  if (has('diacritics')) steps.push(withoutDiacritics);
  if (has('case')) steps.push(caseFold);
  if (has('legal-form')) steps.push(withoutLegalForm);
  if (has('punctuation')) steps.push(withoutPunctuation);
  const part: Canonical = (text) => steps.reduce((made, step) => step(made), text);
  const whole: Canonical = (text) => comparisonText(has('html') ? plainOfHtml(text) : text);
  if (!has('list-order')) return (text) => part(whole(text));
  return (text) => listParts(whole(text)).map(part).sort().join(';');
}

/** Parts of a list, however it is written. */
export const listParts = (text: string): string[] =>
  text
    .split(/[;,|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Runs of white space as one blank, what cannot be seen gone. */
export const oneSpaced = (text: string): string =>
  text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Quotes, stops and dashes go or part words; a sign right before a digit stays: `-5`, `1.5`, `10:30`. */
export const withoutPunctuation = (text: string): string =>
  text
    .replace(/['’‘`´"“”„«»…]|\.(?!\d)/g, '')
    .replace(/[,:;!?()[\]{}_·•|\\/–—-](?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
