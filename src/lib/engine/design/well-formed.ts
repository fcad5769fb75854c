import { isObject } from './read/read-design-place.ts';

/** Half of a surrogate pair: not a character, and nothing RFC 8785 can hash. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

export const isWellFormed = (text: string): boolean => !LONE_SURROGATE.test(text);

/** Where in a JSON value the first such text stands; null where there is none. */
export function loneSurrogate(value: unknown, at = ''): string | null {
  if (typeof value === 'string') return isWellFormed(value) ? null : at;
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      const found = loneSurrogate(item, `${at}[${String(i)}]`);
      if (found !== null) return found;
    }
    return null;
  }
  if (!isObject(value)) return null;
  for (const [name, member] of Object.entries(value)) {
    if (!isWellFormed(name)) return at;
    const found = loneSurrogate(member, at === '' ? name : `${at}.${name}`);
    if (found !== null) return found;
  }
  return null;
}
