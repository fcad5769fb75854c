import type { ResultsReport, UnclearCause } from '../../engine/index.ts';
import type { Speech } from '../speech.ts';

/** What a result file told, in a sentence; numbers first, with what they add up to. */
export const resultWords = ({ count, plural, list }: Pick<Speech, 'count' | 'plural' | 'list'>) => ({
  told: ({ rows, written, refused, unknown = 0, notSent = 0, notUnderstood }: ResultsReport): string =>
    `${plural(rows, { one: '# row', other: '# rows' })}: ${[
      `${count(written)} written`,
      `${count(refused)} refused`,
      ...(unknown > 0 ? [`${count(unknown)} unknown`] : []),
      ...(notSent > 0 ? [`${count(notSent)} not sent`] : []),
      `${count(notUnderstood)} not understood`,
    ].join(', ')}.`,
  unclear: ({ causes, lines, notUnderstood }: ResultsReport): string | null => {
    if (notUnderstood === 0) return null;
    const all = Object.entries(causes) as [UnclearCause, number][];
    const said = list(all.map(([cause, many]) => `${count(many)} ${WHY[cause]}`));
    const more = notUnderstood - lines.length;
    const named = lines.map(count).join(', ') + (more > 0 ? ` and ${count(more)} more` : '');
    return `Not understood: ${said} (line ${named}).`;
  },
});

const WHY: Readonly<Record<UnclearCause, string>> = {
  'says-nothing': 'with no word of written or refused',
  'which-file': 'of which no column tells the change file; name it, as in right-updates=FILE',
  'not-handed-over': 'of a record that was not handed over',
  'other-values': 'with other values than were handed over',
  'id-taken': 'whose new id is linked already',
};
