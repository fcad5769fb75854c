import type { Warning } from '../../engine/model/summary.ts';
import type { Speech } from '../speech.ts';
import { columnWarning, doubtfulKey, mappedSince, misleadingKey, otherDays } from './data-warnings.ts';
import { differTable, differWarning } from './differ-words.ts';
import { failureWords } from './failure-words.ts';
import { rehearsalWords } from './rehearsal-words.ts';
import { returnWarning } from './return-warnings.ts';
import { designErrorSentence, designWarningSentence } from './design-faults.ts';

/** What is wrong with a design and what a plan warns of: said on the screens, by the command line and in files. */
export const errors = (speech: Speech) => ({
  designError: designErrorSentence,
  designWarning: designWarningSentence,
  differ: differTable(speech),
  failures: failureWords(speech),
  rehearsal: rehearsalWords(speech),
  salesforceRules: 'by Salesforce’s rules: winner, conflict and blanks of the design do not count',
  stages: 'stages not mapped, by how many records stand there:',
  planWarning: (warning: Warning) => `${warning.sync}: ${warningSentence(warning, speech)}`,
});

function warningSentence(warning: Warning, { count, plural, percent }: Speech): string {
  const n = warning.count;
  switch (warning.code) {
    case 'sync-off':
      return plural(n, {
        one: 'this sync is off: its # record was read, and nothing is planned for it.',
        other: 'this sync is off: its # records were read, and nothing is planned for them.',
      });
    case 'doubles':
      return `nothing identifies these records, so ${plural(n, { one: '# record', other: '# records' })} would be created beside what the other app already has.`;
    case 'no-email-creates':
      return plural(n, {
        one: '# record without an e-mail address would be created.',
        other: '# records without an e-mail address would be created.',
      });
    case 'filter-would-exclude':
      return plural(n, {
        one: '# record would be kept out by a filter later.',
        other: '# records would be kept out by a filter later.',
      });
    case 'waits':
      return plural(n, {
        one: '# record waits for a key that this plan changes; plan again after it was pushed.',
        other: '# records wait for a key that this plan changes; plan again after it was pushed.',
      });
    case 'no-key-written':
      return plural(n, {
        one: '# create without a key: only its values tell the next plan which record it became.',
        other: '# creates without a key: only their values tell the next plan which records they became.',
      });
    case 'will-not-settle':
    case 'came-back-different':
    case 'not-taken':
    case 'handed-over':
      return returnWarning(warning.code, n, warning.field ?? null, plural);
    case 'empty-create':
      return plural(n, { one: '# create with nothing to write.', other: '# creates with nothing to write.' });
    case 'mapped-waits':
    case 'mapped-applies':
      return mappedSince(warning.code, n, warning.field ?? '', plural);
    case 'by-hand':
      return plural(n, {
        one: `# record names its parent in ${warning.field ?? ''}; this profile keeps no associations of custom objects, set it by hand.`,
        other: `# records name their parents in ${warning.field ?? ''}; this profile keeps no associations of custom objects, set them by hand.`,
      });
    case 'choices-void':
      return plural(n, {
        one: '# choice no longer applies: the values or records are not as they were.',
        other: '# choices no longer apply: the values or records are not as they were.',
      });
    case 'other-day':
      return otherDays(n, plural);
    case 'public-domain':
    case 'placeholder-key':
      return misleadingKey(warning.code, n, plural);
    case 'damaged-ids':
    case 'lost-zeros':
    case 'decimal-unknown':
    case 'date-order-unknown':
    case 'not-of-type':
      return columnWarning(warning, `the ${warning.side} field ${warning.field}`, plural);
    case 'contested':
    case 'nothing-in-common':
    case 'near-key':
    case 'key-twice':
    case 'maybe-recreated':
    case 'one-of-several':
    case 'crossed-keys':
      return doubtfulKey(warning.code, n, plural);
    case 'differs-mostly':
    case 'worse-overwrites-better':
      return differWarning(warning, warning.field, { count, plural });
    case 'maxMissing':
      return `${count(n)} of ${count(warning.of)} linked records are not in the ${warning.side} file, which is called complete; the guard allows ${percent(warning.limit)}, so none is taken for deleted.`;
    case 'createsPerMatch':
      return `${count(n)} creates for ${count(warning.of)} linked pairs; the guard allows ${count(warning.limit)} per pair.`;
    case 'maxCleared':
      return `${count(n)} records would have a value cleared; the guard allows ${count(warning.limit.count)} records or ${percent(warning.limit.share)} of the linked ones.`;
    case 'maxChanged':
      return `${count(n)} of ${count(warning.of)} linked records would change; the guard allows ${percent(warning.limit)}.`;
    case 'minMatched':
      return `${count(n)} of the smaller side's ${count(warning.of)} records are matched; the guard asks for ${percent(warning.limit)}. Check the key fields.`;
    case 'maxShrunk':
      return `the ${warning.side} file has ${count(n)} rows, ${count(warning.of)} last time; the guard allows ${percent(warning.limit)} fewer.`;
    case 'maxOverwritten':
      return `${count(n)} of ${count(warning.of)} pairs linked for the first time would have a value overwritten; the guard allows ${percent(warning.limit)}.`;
    case 'maxRejected':
      return `${count(n)} of ${count(warning.of)} rows of the ${warning.side} file could not be read as records; the guard allows ${percent(warning.limit)}. The notes name them.`;
    default:
      return warning satisfies never;
  }
}
