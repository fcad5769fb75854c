import type { Speech } from '../speech.ts';
import { rehearsalWords } from './rehearsal-words.ts';

/** Rounds: the plan carried out on copies and planned again. */
export const planRounds = (speech: Speech) => {
  const { count, plural } = speech;
  return {
    ...rehearsalWords(speech),
    says: 'The whole plan carried out on copies, in forms of the apps’ own, and planned again. Nothing is written.',
    form: {
      title: 'What the apps make of what they are given',
      of: (app: string) => `Forms of ${app}`,
      trims: 'Takes white space at the ends away',
      email: 'E-mail addresses in lower case',
      phone: 'Phone numbers in E.164',
      country: 'Country of numbers without one',
      countryHint: 'Two letters, such as NO',
      countryExample: 'NO',
      web: 'Web addresses get https://',
      cut: 'Texts end after',
      cutUnit: 'characters',
      round: 'Numbers keep',
      roundUnit: 'decimals',
      days: 'Times become days',
      local: 'Gives times back in the zone',
      noZone: 'As given',
      refuse: 'Refuses',
      refuseUnit: '% of the rows',
      rounds: 'Rounds at most',
      run: 'Rehearse',
      again: 'Rehearse again',
      old: 'Changed since: these are the rounds of the forms before.',
    },
    table: {
      title: 'Writes by round',
      caption: 'What each plan would write, round by round',
      sum: 'Rows',
      what: (round: number) => `Round ${count(round)}`,
    },
    list: {
      caption: 'Fields over the rounds',
      field: 'Field',
      writes: 'Texts by round',
      why: 'What became of it',
      show: (field: string) => `Show the records of ${field}`,
      none: 'Every field settled in the first round.',
    },
    records: {
      title: (field: string) => `Records of ${field}`,
      caption: (field: string) => `${field}, record by record`,
      record: 'Record',
      round: 'Round',
      side: 'In',
      from: 'Stood there',
      to: 'Written',
      became: 'Became',
      nothing: 'not taken',
      asked: 'came back different',
      open: (name: string) => `Open ${name} in the list`,
      first: (shown: number) => plural(shown, { one: 'The first record.', other: 'The first # records.' }),
    },
  };
};
