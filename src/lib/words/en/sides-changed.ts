import type { ChangedInput } from '../../engine/index.ts';
import type { Speech } from '../speech.ts';

/** An export of only what changed, put into the records of a side (PH6). */
export const changedWords = ({ count, plural }: Speech) => {
  const rows = (of: number): string => plural(of, { one: '# row', other: '# rows' });
  return {
    load: 'Put in an export of what changed',
    loadOf: (app: string): string => `${app}: export of only what changed`,
    loadSays: 'An export of only what changed since: each record takes the place of the one with its id',
    title: (file: string): string => `What does ${file} hold?`,
    /** `given`: null where only its start was read. */
    looks: (given: number | null, file: string, there: number): string =>
      given === null
        ? `It has the columns of ${file} and is far smaller.`
        : `It has the columns of ${file} and ${rows(given)} instead of ${count(there)}.`,
    only: 'Only what changed',
    onlySays: (idField: string): string =>
      `A record takes the place of the one with its ${idField}; a new one is added. All others stay as they are.`,
    whole: 'The whole export',
    wholeSays: 'It takes the place of all records of this side. One that is not in it is not in this export.',
    list: 'What was put in since',
    again: 'Reading the file again leaves out what was put in since.',
    one: ({ rows: all, added, replaced, same, rejected, blank }: ChangedInput): string =>
      [
        `${rows(all)}:`,
        [
          `${count(added)} added`,
          `${count(replaced)} changed`,
          `${count(same)} as they were`,
          ...(rejected === 0 ? [] : [`${count(rejected)} rejected`]),
          ...(blank === 0 ? [] : [`${count(blank)} blank`]),
        ].join(', '),
      ].join(' '),
    notComplete: 'With an export of only what changed in it, it is not a complete one.',
  };
};
