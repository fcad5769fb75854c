import type { Decision } from '../../engine/model/choices.ts';
import type { Speech } from '../speech.ts';

/** Rules of approval (S405). */
export const planApproval = ({ count, list, plural }: Speech) => ({
  title: 'Rules of approval',
  says: 'The first rule that fits a record decides it. What you decide on a record stands above every rule, but what a rule withholds of a record is never written.',
  none: 'No rule is written yet: every record waits for a person.',
  paused: (names: readonly string[]) =>
    `No rule approves anything while a check is broken: ${list(names.map((name) => `“${name}”`))}.`,
  rules: 'Rules in their order',
  decides: { approved: 'Approve', held: 'Hold', rejected: 'Reject' } satisfies Record<Decision, string>,
  counts: (decides: number, fits: number) => `decides ${count(decides)} of ${count(fits)} that fit`,
  of: { record: 'The record', writes: 'These changes alone' },
  withholds: (records: number) =>
    `withholds changes of ${plural(records, { one: '# record', other: '# records' })}`,
  counting: 'Being counted',
  up: (name: string) => `“${name}” before the one above`,
  down: (name: string) => `“${name}” after the one below`,
  change: (name: string) => `Change “${name}”`,
  remove: (name: string) => `Delete “${name}”`,
  fromFilter: 'From a filter of the plan',
  fresh: 'New rule',
  form: 'Rule',
  labels: { name: 'Name', decision: 'Decision', of: 'Decides', fits: 'Fits' },
  lacks: { name: 'It needs a name.', value: 'A value is missing.', write: 'It needs a change.' },
  save: 'Save rule',
  cancel: 'Leave it',
  close: 'Close',
});
