import type { Problem } from '../../src/lib/conversation/index.ts';

/** What the plan desk says when it cannot do something: what, then what to do. */

const problem = (code: string, title: string, detail: string): Problem => ({ code, title, detail });

export const SUPERSEDED = problem(
  'superseded',
  'This plan was replaced by a newer one.',
  'Nothing of it was kept.',
);

export const NO_PLAN = problem('no-plan', 'There is no plan yet.', 'Read both sides and plan first.');

export const NO_VIEW = problem(
  'no-view',
  'No list was asked for yet.',
  'Ask for the view of this sync first.',
);

export const NO_SUCH_PAIR = problem(
  'no-such-record',
  'One of the two records is not in the files.',
  'Nothing was decided; plan again and look at the list.',
);

export const unknownSync = (sync: string): Problem =>
  problem('unknown-sync', `The plan has no sync ${sync}.`, 'The design may have changed; plan again.');

export const unknownSubject = (sync: string, subject: number): Problem =>
  problem(
    'unknown-subject',
    `The plan of ${sync} has no subject ${String(subject)}.`,
    'The plan was made again; look at the list.',
  );
