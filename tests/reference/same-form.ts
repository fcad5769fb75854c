import type { SameForm } from '../../src/lib/engine/model/design.ts';
import type { Both } from '../../src/lib/engine/model/side.ts';
import type { Tools } from '../../src/lib/engine/tools.ts';
import { emailOf, withoutDiacritics, withoutLegalForm } from './normalise.ts';
import { caseFold, comparisonText, isBlank } from './values.ts';

/** SA1: are two values the same in one of these forms? */
export function sameForm(
  one: string,
  other: string,
  forms: readonly SameForm[],
  country: Both<string | null>,
  tools: Tools,
): boolean {
  if (isBlank(one) || isBlank(other)) return false;
  const has = (form: SameForm): boolean => forms.includes(form);
  const equal = (a: string, b: string): boolean => a !== '' && a === b;
  if (has('email') && one.includes('@') && other.includes('@')) {
    const bare = (text: string): string => emailOf(text.trim().normalize('NFC'));
    if (equal(bare(one), bare(other))) return true;
  }
  if (has('web-address') && equal(address(one), address(other))) return true;
  if (has('phone')) {
    const number = (text: string, own: string | null): string =>
      tools.phone(comparisonText(text), own) ?? digitsOf(text);
    const left = number(one, country.left ?? country.right);
    if (equal(left, number(other, country.right ?? country.left))) return true;
  }
  const asText = forms.some((form) => !['email', 'phone', 'web-address'].includes(form));
  return asText && equal(textOf(one, has), textOf(other, has));
}

function textOf(text: string, has: (form: SameForm) => boolean): string {
  const shown = comparisonText(has('html') ? visible(text) : text);
  if (!has('list-order')) return partOf(shown, has);
  const parts = shown.split(/[;,|\n]/).filter((part) => part.trim() !== '');
  return parts
    .map((part) => partOf(part.trim(), has))
    .sort()
    .join(';');
}

function partOf(text: string, has: (form: SameForm) => boolean): string {
  let part = text;
  if (has('spaces')) {
    const unseen = '\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff';
    part = [...part].filter((letter) => !unseen.includes(letter)).join('');
    part = part
      .split(/\s+/)
      .filter((word) => word !== '')
      .join(' ');
  }
  if (has('diacritics')) part = withoutDiacritics(part).trim();
  if (has('case')) part = caseFold(part);
  if (has('legal-form')) part = withoutLegalForm(part);
  if (has('punctuation')) {
    const letters = [...part];
    part = letters
      .map((letter, i) => {
        const beforeDigit = /^\d$/.test(letters[i + 1] ?? '');
        if ('\'’‘`´"“”„«»…'.includes(letter)) return '';
        if (beforeDigit) return letter;
        if (letter === '.') return '';
        return ',:;!?()[]{}_·•|\\/–—-'.includes(letter) ? ' ' : letter;
      })
      .join('')
      .split(/\s+/)
      .filter((word) => word !== '')
      .join(' ');
  }
  return part;
}

/** Tags and the entities of a random world. */
const visible = (text: string): string =>
  text
    .replace(/<\/?[a-zA-Z][a-zA-Z0-9]*\/?>/g, ' ')
    .split('&amp;')
    .join('&')
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ');

function address(text: string): string {
  const bare = comparisonText(text)
    .replace(/^https?:/i, '')
    .replace(/^\/\//, '');
  const parts = /^([^/?#]*)(.*)$/s.exec(bare);
  if (/^https?:[^/]/i.test(comparisonText(text)) || parts === null) return '';
  const host = (parts[1] ?? '').toLowerCase().replace(/^www\./, '');
  const rest = parts[2] ?? '';
  if (!/^[^\s@]+\.[^\s@]+$/.test(host)) return '';
  return host + (rest.endsWith('/') ? rest.slice(0, -1) : rest);
}

function digitsOf(text: string): string {
  const cell = text.trim();
  const digits = [...cell].filter((letter) => /[0-9]/.test(letter)).join('');
  if (!/^[+\d\s().\-/]+$/.test(cell) || digits.length < 5) return '';
  if (cell.startsWith('+')) return `+${digits}`;
  return digits.startsWith('00') ? `+${digits.slice(2)}` : digits;
}
