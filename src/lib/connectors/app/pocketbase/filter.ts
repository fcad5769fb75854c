/** Most that one filter may say: PocketBase takes 200 comparisons and 3,500 characters. */
const MOST = { comparisons: 100, characters: 3_000 };

/**
 * A value in a filter. PocketBase ends a text at its quote unless a backslash stands before it, and knows no other escape: a text with a
 * backslash before a quote, or at its end, cannot be said. Null then.
 */
export const quoted = (value: string): string | null =>
  /\\(?:['"]|$)/.test(value) ? null : `'${value.replaceAll("'", "\\'")}'`;

/** Filters of records whose field holds one of the values, as few as there must be; null where one of them cannot be said. */
export function anyOf(field: string, values: readonly string[]): readonly string[] | null {
  const filters: string[] = [];
  let parts: string[] = [];
  let length = 0;
  for (const value of new Set(values)) {
    const text = quoted(value);
    if (text === null) return null;
    const part = `${field}=${text}`;
    if (parts.length === MOST.comparisons || (parts.length > 0 && length + part.length > MOST.characters)) {
      filters.push(parts.join('||'));
      parts = [];
      length = 0;
    }
    parts.push(part);
    length += part.length + 2;
  }
  return parts.length === 0 ? filters : [...filters, parts.join('||')];
}
