import type { Both } from '../../engine/index.ts';
import type { Warning } from '../../engine/model/summary.ts';
import type { Speech } from '../speech.ts';
import { columnWarning, doubtfulKey, mappedSince, misleadingKey, otherDays } from './data-warnings.ts';
import { differWarning } from './differ-words.ts';
import { returnWarning } from './return-warnings.ts';

/** What to look at before anyone approves. */
export const planWarnings = (speech: Speech) => ({
  title: 'Before you approve',
  many: (many: number) => speech.plural(many, { one: '# warning', other: '# warnings' }),
  none: 'Nothing stands out in this plan.',
  guard: 'Guard:',
  show: 'Show',
  showOf: (warning: string) => `Show the records: ${warning}`,
  showAll: 'Show all',
  all: (many: number) => `All ${speech.count(many)}`,
  fewer: 'The first five',
  says: (warning: Warning, apps: Both<string>) => warningSentence(warning, apps, speech),
});

/** A warning as a sentence: the number first, the app named, `would` for what is planned. */
function warningSentence(warning: Warning, apps: Both<string>, { count, plural, percent }: Speech): string {
  const n = warning.count;
  switch (warning.code) {
    case 'sync-off':
      return plural(n, {
        one: 'This sync is off: its # record was read, and nothing is planned for it.',
        other: 'This sync is off: its # records were read, and nothing is planned for them.',
      });
    case 'doubles':
      return plural(n, {
        one: `# record would be created beside what ${apps.left} and ${apps.right} already have: nothing identifies these records.`,
        other: `# records would be created beside what ${apps.left} and ${apps.right} already have: nothing identifies these records.`,
      });
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
        one: '# record waits for a key that this plan changes. Plan again once it was pushed.',
        other: '# records wait for a key that this plan changes. Plan again once it was pushed.',
      });
    case 'no-key-written':
      return plural(n, {
        one: '# create writes no key, so only its values tell the next plan which record it became. Map a key field.',
        other:
          '# creates write no key, so only their values tell the next plan which records they became. Map a key field.',
      });
    case 'will-not-settle':
    case 'came-back-different':
    case 'not-taken':
    case 'handed-over':
      return returnWarning(warning.code, n, warning.field ?? null, plural);
    case 'empty-create':
      return plural(n, {
        one: '# create has nothing to write.',
        other: '# creates have nothing to write.',
      });
    case 'mapped-waits':
    case 'mapped-applies':
      return mappedSince(warning.code, n, warning.field ?? '', plural);
    case 'by-hand':
      return plural(n, {
        one: `# record names its parent in ${warning.field ?? ''}: associations of custom objects are set by hand.`,
        other: `# records name their parents in ${warning.field ?? ''}: associations of custom objects are set by hand.`,
      });
    case 'choices-void':
      return plural(n, {
        one: '# choice of yours no longer applies: the values are not as they were.',
        other: '# choices of yours no longer apply: the values are not as they were.',
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
      return columnWarning(warning, `${apps[warning.side]}: ${warning.field}`, plural);
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
      return `${count(n)} of ${count(warning.of)} linked records are missing from what was read of ${apps[warning.side]}, which is taken for complete; the guard allows ${percent(warning.limit)}, so none is taken for deleted.`;
    case 'createsPerMatch':
      return plural(n, {
        one: `# create for ${count(warning.of)} linked pairs; the guard allows ${count(warning.limit)} per pair.`,
        other: `# creates for ${count(warning.of)} linked pairs; the guard allows ${count(warning.limit)} per pair.`,
      });
    case 'maxCleared':
      return plural(n, {
        one: `# record would have a value cleared; the guard allows ${count(warning.limit.count)} records or ${percent(warning.limit.share)} of the linked ones.`,
        other: `# records would have a value cleared; the guard allows ${count(warning.limit.count)} records or ${percent(warning.limit.share)} of the linked ones.`,
      });
    case 'maxChanged':
      return `${count(n)} of ${count(warning.of)} linked records would change; the guard allows ${percent(warning.limit)}.`;
    case 'minMatched':
      return `${count(n)} of the smaller side’s ${count(warning.of)} records are matched; the guard asks for ${percent(warning.limit)}. Check the key fields.`;
    case 'maxShrunk':
      return `The ${apps[warning.side]} file has ${count(n)} rows, ${count(warning.of)} last time; the guard allows ${percent(warning.limit)} fewer.`;
    case 'maxOverwritten':
      return `${count(n)} of ${count(warning.of)} pairs linked for the first time would have a value overwritten; the guard allows ${percent(warning.limit)}. Look whether the right side wins.`;
    case 'maxRejected':
      return `${count(n)} of ${count(warning.of)} rows of the ${apps[warning.side]} file could not be read as records; the guard allows ${percent(warning.limit)}. Sides names them, with what to do.`;
    default:
      return warning satisfies never;
  }
}
