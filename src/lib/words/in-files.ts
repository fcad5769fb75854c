import { recordWords, rejectedWords } from './en/files.ts';
import { checkSentences } from './en/check-words.ts';
import { reading } from './en/reading.ts';
import { errors } from './en/errors.ts';
import { guardList } from './en/guard-words.ts';
import { hubspotWords } from './en/hubspot-words.ts';
import { planApproval } from './en/plan-approval.ts';
import { planSince } from './en/plan-since.ts';
import { terms } from './en/terms.ts';
import { toDoFileSaid } from './en/to-do-file.ts';
import { speechOf, type Speech } from './speech.ts';

/** English as the command line and files have it: numbers as JSON writes them, the same on every machine. */
export const PLAIN: Speech = {
  ...speechOf('en'),
  count: String,
  percent: (share) => `${String(Math.round(share * 1000) / 10)} %`,
  plural: (value, { one, other }) =>
    ((value === 1 ? one : undefined) ?? other).replaceAll('#', String(value)),
};

/** The file of the rows that were set aside. */
export const rejectedFileWords = rejectedWords(reading(PLAIN).because);

/** What the command line says and files hold, word for word (FORMATS.md). */
export const IN_FILES = {
  ...errors(PLAIN),
  /** LI2 */
  syncOff: (sync: string): string => `${sync} (off)`,
  hubspot: hubspotWords(PLAIN),
  checks: checkSentences(PLAIN),
  guards: guardList(PLAIN),
  approval: planApproval(PLAIN),
  cameBack: planSince(PLAIN).back,
};

/** The file of records by their state. */
export const healthFileWords = recordWords(IN_FILES.failures, terms(PLAIN));

/** The list for the owner of a side's data. */
export const toDoFileWords = toDoFileSaid;
