import { comparisonText } from '../../read/fold.ts';
import { looseText } from '../../read/loose-text.ts';
import type { Comparer } from '../../read/compare.ts';
import { hostAndRest } from '../../read/web-form.ts';
import { normalizer } from '../../match/keys/normalize.ts';
import { isPhoneText, type TextFormat } from './text-format.ts';
import type { Tools } from '../../tools.ts';

/** Is the second text what an app may make of the first, which it was given (BL4)? Of filled cells. */
export function appForm(format: TextFormat, country: string | null, tools: Tools): Comparer {
  switch (format) {
    case 'email':
    case 'domain':
      return sameUnder(normalizer([format], null, tools));
    case 'web-address':
      return sameUnder(webAddress);
    case 'phone':
      return (to, v) => samePhone(to, v, country, tools);
    case 'text':
      return sameUnder(looseText);
    default:
      return format satisfies never;
  }
}

/** What the normal form cannot read has none. */
const sameUnder =
  (normal: (text: string) => string): Comparer =>
  (to, v) => {
    const form = normal(to);
    return form !== '' && form === normal(v);
  };

/** Without scheme, `www.` and a last `/`, the host in lower case; what follows the host stands as it is. */
export function webAddress(text: string): string {
  const { host, rest } = hostAndRest(comparisonText(text).replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\//i, ''));
  return host + rest;
}

function samePhone(to: string, v: string, country: string | null, tools: Tools): boolean {
  const number = tools.phone(to, country);
  if (number !== null && number === tools.phone(v, country)) return true;
  if (!isPhoneText(to) || !isPhoneText(v)) return false;
  const digits = bareNumber(to);
  return digits !== '' && digits === bareNumber(v);
}

/** The digits, and the plus they begin with. */
function bareNumber(text: string): string {
  const digits = text.replace(/\P{Nd}/gu, '');
  return digits === '' || !text.trimStart().startsWith('+') ? digits : `+${digits}`;
}
