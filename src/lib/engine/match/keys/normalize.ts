import type { KeyField, Misleading, NormalizerName } from '../../model/design.ts';
import type { Tools } from '../../tools.ts';
import { normalizeEmail } from '../../read/normal-email.ts';
import { caseFold, plainText } from '../../read/fold.ts';
import { salesforceId } from '../../model/salesforce-id.ts';
import { nothingTexts } from '../../read/nothing-words.ts';
import { withoutDiacritics, withoutLegalForm } from '../../read/name-form.ts';
import { publicDomains } from '../../read/public-domains.ts';

export type Normalizer = (text: string) => string;

/** The normaliser of a key's field: what the field has as no key gives `''` too (KW9). */
export function fieldNormalizer(field: KeyField, tools: Tools): Normalizer {
  const normal = normalizer(field.normalize, field.country, tools);
  const none = new Set((field.without ?? []).flatMap((what) => misleadingTexts(what, field)));
  if (none.size === 0) return normal;
  return (text) => {
    const value = normal(text);
    return none.has(value) ? '' : value;
  };
}

/** The values of a field that mislead (KW3, KW4), as its normalisers leave them. */
export function misleadingTexts(what: Misleading, { normalize }: KeyField): readonly string[] {
  switch (what) {
    case 'placeholders':
      return nothingTexts(normalize);
    case 'publicDomains':
      return normalize.includes('domain') ? publicDomains : [];
    default:
      return what satisfies never;
  }
}

/**
 * The normalisers of a key's field in the order given, each starting with trim + NFC and ending trimmed (MA12,
 * S14–S18); none is `text`. Blank gives `''`, and so does what `email`, `domain` and `phone` cannot read as what it is (KW9). `country` is the phone normaliser's default, ISO 3166 alpha-2 or null.
 */
export function normalizer(
  names: readonly NormalizerName[],
  country: string | null,
  tools: Tools,
): Normalizer {
  const steps = names.map((name) => stepOf(name, country, tools));
  const [only] = steps;
  if (only === undefined) return plainText;
  if (steps.length === 1) return only;
  return (text) => {
    let value = text;
    for (const step of steps) value = step(value);
    return value;
  };
}

/**
 * Which byte loop gives what the string normaliser gives for a pure-ASCII cell: `text` trims; `email` trims and
 * lower-cases unless the cell has `<` or `>` or starts with `mailto:` (one without `@` is to be empty then); `name` trims, makes one space of a run of
 * white space and lower-cases. Null: none does. White space is 9–13 and 32 there.
 */
export function asciiFast(names: readonly NormalizerName[]): 'text' | 'email' | 'name' | null {
  let loop: 'text' | 'email' | 'name' = 'text';
  for (const name of names) {
    if (name === 'text') continue;
    const next =
      name === 'email' ? 'email' : name === 'name' || name === 'name-no-diacritics' ? 'name' : null;
    if (next === null || (loop !== 'text' && loop !== next)) return null;
    loop = next;
  }
  return loop;
}

function stepOf(name: NormalizerName, country: string | null, tools: Tools): Normalizer {
  switch (name) {
    case 'text':
      return plainText;
    case 'email':
      return (text) => {
        const email = normalizeEmail(text);
        return email.includes('@') ? email : '';
      };
    case 'domain':
      return (text) => domain(text, tools);
    case 'name':
      return foldName;
    case 'name-no-diacritics':
      return (text) => withoutDiacritics(foldName(text));
    case 'name-no-legal-form':
      return (text) => withoutLegalForm(foldName(text));
    case 'phone':
      return (text) => {
        const cell = plainText(text);
        return isPhone(cell) ? (tools.phone(cell, country) ?? cell) : '';
      };
    case 'salesforce-id':
      return (text) => salesforceId(plainText(text));
    default:
      return name satisfies never;
  }
}

/** S16. */
function domain(text: string, tools: Tools): string {
  const host = plainText(text)
    .toLowerCase()
    .replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\//, '')
    .replace(/[/?#][^]*$/, '')
    .replace(/^[^]*@/, '')
    .replace(/:\d*$/, '')
    .replace(/\.$/, '')
    .replace(/^www\./, '')
    .trim();
  return host.includes('.') ? (tools.hostToAscii(host) ?? host) : '';
}

/** KW9: five digits and more, not all of them one. */
function isPhone(text: string): boolean {
  const digits = text.match(/\p{Nd}/gu) ?? [];
  return digits.length >= 5 && digits.some((digit) => digit !== digits[0]);
}

/** S14 `name`. */
const foldName = (text: string): string => caseFold(plainText(text).replace(/\s+/g, ' '));
