import type { Speech } from '../speech.ts';

/** What became of what was handed over, of one field, in one set of words for the screens and the command line (BL3, BL5). */
export function returnWarning(
  code: 'will-not-settle' | 'came-back-different' | 'not-taken' | 'handed-over',
  n: number,
  field: string | null,
  plural: Speech['plural'],
): string {
  if (field === null) return createWarning(code === 'not-taken', n, plural);
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
    case 'handed-over':
      return createWarning(false, n, plural);
    default:
      return code satisfies never;
  }
}

/** BL6: of records, not of fields. */
function createWarning(isNotTaken: boolean, n: number, plural: Speech['plural']): string {
  return isNotTaken
    ? plural(n, {
        one: '# record that was handed over to be created is not there: refused, not loaded, or undone.',
        other: '# records that were handed over to be created are not there: refused, not loaded, or undone.',
      })
    : plural(n, {
        one: '# record may have been created already, of what was handed over: it is held until you say.',
        other:
          '# records may have been created already, of what was handed over: they are held until you say.',
      });
}
