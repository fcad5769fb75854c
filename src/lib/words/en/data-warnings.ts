import type { ColumnWarning, KeyWarningCode } from '../../engine/model/summary.ts';
import type { Speech } from '../speech.ts';

/** What the records' keys and columns are that a plan warns of: the same on the screens and on the command line. */

/** KW3, KW4. */
export function misleadingKey(
  code: 'public-domain' | 'placeholder-key',
  n: number,
  plural: Speech['plural'],
): string {
  return code === 'public-domain'
    ? plural(n, {
        one: '# record is matched by the domain of a public mail provider, which says nothing of who it is; matching can leave those out.',
        other:
          '# records are matched by the domain of a public mail provider, which says nothing of who they are; matching can leave those out.',
      })
    : plural(n, {
        one: '# record is matched by a word that stands for nothing; matching can leave those out.',
        other: '# records are matched by words that stand for nothing; matching can leave those out.',
      });
}

/** TZ1, FM8. */
export const otherDays = (n: number, plural: Speech['plural']): string =>
  plural(n, {
    one: '# record would get another day than its source has: a moment falls on another day in the time zone there.',
    other:
      '# records would get other days than their sources have: moments fall on other days in the time zone there.',
  });

/** FM13. */
export const mappedSince = (
  code: 'mapped-waits' | 'mapped-applies',
  n: number,
  field: string,
  plural: Speech['plural'],
): string =>
  code === 'mapped-waits'
    ? plural(n, {
        one: `${field} was mapped after the last plan: # linked record gets it only once it changes.`,
        other: `${field} was mapped after the last plan: # linked records get it only once they change.`,
      })
    : plural(n, {
        one: `${field} was mapped after the last plan and applies to what is linked already: it differs in # record.`,
        other: `${field} was mapped after the last plan and applies to what is linked already: it differs in # records.`,
      });

/** KW1, KW2, KW5–KW7. */
export function doubtfulKey(code: KeyWarningCode, n: number, plural: Speech['plural']): string {
  switch (code) {
    case 'contested':
      return plural(n, {
        one: '# pair is bound by a key that several records of a side have, and overwrites a value: look whether it is the right one.',
        other:
          '# pairs are bound by keys that several records of a side have, and overwrite values: look whether they are the right ones.',
      });
    case 'nothing-in-common':
      return plural(n, {
        one: '# pair is bound by one key alone and has nothing else in common.',
        other: '# pairs are bound by one key alone and have nothing else in common.',
      });
    case 'near-key':
      return plural(n, {
        one: '# record would be created whose key is on the other side but for case, spaces or punctuation: it may be a double.',
        other:
          '# records would be created whose keys are on the other side but for case, spaces or punctuation: they may be doubles.',
      });
    case 'key-twice':
      return plural(n, {
        one: '# record would get a key that another record of its side has.',
        other: '# records would get keys that other records of their side have.',
      });
    case 'maybe-recreated':
      return plural(n, {
        one: '# linked record is missing, but one of the same key with another id is there: it may have been made again. Say that they are the same to link it anew.',
        other:
          '# linked records are missing, but ones of the same keys with other ids are there: they may have been made again. Say that they are the same to link them anew.',
      });
    case 'one-of-several':
      return plural(n, {
        one: '# create meets a record of the other side by one of several addresses in a cell: it may be its double. Put one address into a cell.',
        other:
          '# creates meet records of the other side by one of several addresses in a cell: they may be their doubles. Put one address into a cell.',
      });
    case 'crossed-keys':
      return plural(n, {
        one: '# linked pair has the key of another linked pair: ids may have been given anew, and one record would be written over another.',
        other:
          '# linked pairs have keys of each other: ids may have been given anew, and records would be written over others.',
      });
    default:
      return code satisfies never;
  }
}

/** RD10, RD12, RD13. `field`: what the field is called there. */
export function columnWarning(
  { code, count, sample, told }: ColumnWarning,
  field: string,
  plural: Speech['plural'],
): string {
  switch (code) {
    case 'damaged-ids':
      return `${field} holds ids that a program took for numbers (${sample}): ${plural(count, { one: '# record has', other: '# records have' })} none to be found by. Export again with ids as text.`;
    case 'lost-zeros':
      return `${field} lost leading zeros that the other side has (${sample}): ${plural(count, { one: '# value meets', other: '# values meet' })} nothing there. Export it again as text.`;
    case 'decimal-unknown':
      return told === undefined
        ? `${field} can be read two ways (${sample}) and compares as text: declare its decimal sign.`
        : `${field} can be read two ways (${sample}) and compares as text: declare its decimal sign. With a ${told.decimal === ',' ? 'comma' : 'dot'} ${plural(told.agree, { one: '# linked pair agrees', other: '# linked pairs agree' })}, of ${String(told.of)} that it decides.`;
    case 'date-order-unknown':
      return `${field}: no date tells day from month (${sample}), so it compares as text: declare its dateOrder.`;
    case 'not-of-type':
      return `${field} compares as text: ${plural(count, { one: '# value is', other: '# values are' })} not of the kind of the others (${sample}). Correct them, or declare the field.`;
    default:
      return code satisfies never;
  }
}
