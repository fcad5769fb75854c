/** The parts of a day a pattern names, in its order. */
const TOKEN = /YYYY|MM|M|DD|D/g;

/** Does a pattern name year, month and day, each once? */
export function isDayPattern(pattern: string): boolean {
  const letters = (pattern.match(TOKEN) ?? []).map((token) => token.charAt(0)).sort();
  return letters.join('') === 'DMY' && !/[A-Za-z0-9]/.test(pattern.replace(TOKEN, ''));
}

/** `YYYY-MM-DD` in the pattern. */
export const inPattern = (iso: string, pattern: string): string =>
  pattern.replace(TOKEN, (token) => {
    const [year, month, day] = iso.split('-') as [string, string, string];
    if (token === 'YYYY') return year;
    const part = token.startsWith('M') ? month : day;
    return token.length === 2 ? part : part.replace(/^0/, '');
  });

/** What a text of the pattern says as `YYYY-MM-DD`, whether or not there is such a day; null where it is no such text. */
export function outOfPattern(text: string, pattern: string): string | null {
  const tokens = pattern.match(TOKEN) ?? [];
  const between = pattern.split(TOKEN).map((part) => part.replace(/[^\s]/g, '\\$&'));
  const form = tokens.map((token, at) => `${between[at]!}(${token === 'YYYY' ? '\\d{4}' : '\\d{1,2}'})`);
  const found = new RegExp(`^${form.join('')}${between.at(-1)!}$`).exec(text.trim());
  if (found === null) return null;
  const part = (letter: string): string =>
    found[tokens.findIndex((token) => token.startsWith(letter)) + 1]!.padStart(2, '0');
  return `${part('Y')}-${part('M')}-${part('D')}`;
}
