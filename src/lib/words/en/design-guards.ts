import type { GuardName } from '../../engine/model/design.ts';
import type { Both } from '../../engine/model/side.ts';
import type { GuardMeasure } from '../../engine/model/summary.ts';
import type { Speech } from '../speech.ts';
import { guardWords } from './guard-words.ts';

/** What stops a plan that would do more than a person wants. */
export const designGuards = (speech: Speech) => ({
  /** S415: what it measured of the plan. */
  now: (measure: GuardMeasure, apps: Both<string>): string => {
    const app = 'side' in measure ? ` in ${apps[measure.side]}` : '';
    return `${measure.sync}: ${guardWords(speech).told(measure)}${app}`;
  },
  heading: 'Guards',
  caption: 'a plan that crosses one says so, and a push asks for a typed number',
  off: 'off',
  or: 'or',
  percent: '%',
  records: 'records',
  days: 'days',
  asShare: (guard: string) => `${guard}, per cent`,
  asNumber: (guard: string) => `${guard}, number`,
  guards: {
    maxMissing: {
      word: 'Links missing',
      says: 'Stops where a complete file lacks more of the linked records than this.',
    },
    createsPerMatch: {
      word: 'Creates per linked pair',
      says: 'Stops where more records would be created for each pair that matched.',
    },
    maxCleared: {
      word: 'Records cleared',
      says: 'Stops where more records would lose a value; whichever is reached first.',
    },
    maxChanged: {
      word: 'Linked records changed',
      says: 'Stops where more of the linked records would change.',
    },
    minMatched: {
      word: 'Records matched, at least',
      says: 'Stops where fewer records of the smaller side match.',
    },
    maxShrunk: {
      word: 'A side shrunk',
      says: 'Stops where a file has lost more rows since the baseline.',
    },
    maxRejected: {
      word: 'Rows lost in reading',
      says: 'Stops where more rows of a file are rejected, or left out with a second table. Looked at in every file.',
    },
    maxOverwritten: {
      word: 'First matches overwritten',
      says: 'Stops where more of the pairs linked for the first time would have a value overwritten.',
    },
    maxAge: {
      word: 'Age of the records',
      says: 'Stops a push made of records that were read more days ago. Looked at in every push.',
    },
  } satisfies Record<GuardName, { word: string; says: string }>,
});
