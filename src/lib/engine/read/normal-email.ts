import { plainText } from './fold.ts';

/** The address in a cell (S15): without a name around it or `mailto:` before it, lower-cased; `''` where blank. */
export function normalizeEmail(text: string): string {
  let address = plainText(text);
  if (address.endsWith('>')) {
    const open = address.lastIndexOf('<');
    if (open >= 0) address = address.slice(open + 1, -1).trim();
  }
  if (MAILTO.test(address)) {
    const query = address.indexOf('?');
    address = address.slice('mailto:'.length, query < 0 ? undefined : query).trim();
  }
  return address.toLowerCase();
}

const MAILTO = /^mailto:/i;
