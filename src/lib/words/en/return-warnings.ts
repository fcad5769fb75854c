import type { Speech } from '../speech.ts';

/** What became of what was handed over, of one field, in one set of words for the screens and the command line (BL3, BL5). */
export function returnWarning(
  code: 'will-not-settle' | 'came-back-different' | 'not-taken',
  n: number,
  field: string,
  plural: Speech['plural'],
): string {
  switch (code) {
    case 'will-not-settle':
      return plural(n, {
        one: `# value of ${field} was handed over twice and would be written again: it does not settle.`,
        other: `# values of ${field} were handed over twice and would be written again: they do not settle.`,
      });
    case 'came-back-different':
      return plural(n, {
        one: `# value of ${field} came back other than it was handed over.`,
        other: `# values of ${field} came back other than they were handed over.`,
      });
    case 'not-taken':
      return plural(n, {
        one: `# value of ${field} that was handed over was not taken: refused, not loaded, or undone.`,
        other: `# values of ${field} that were handed over were not taken: refused, not loaded, or undone.`,
      });
    default:
      return code satisfies never;
  }
}
