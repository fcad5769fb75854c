import type { ReadProblem } from '../../src/lib/connectors/report.ts';
import type { DesignError } from '../../src/lib/engine/index.ts';
import { IN_FILES } from '../../src/lib/words/in-files.ts';
import type { ReadOnlyBecause, StoreProblem } from '../../src/lib/store/index.ts';
import type { Problem } from '../../src/lib/conversation/index.ts';
import { readingProblem } from '../../src/lib/words/en/problems-reading.ts';

/** What the session says when something is not as it should be: what, then what to do. */

const problem = (code: string, title: string, detail: string): Problem => ({ code, title, detail });

const KEPT: Readonly<Record<string, string>> = {
  database: 'the storage of this browser',
  project: 'the project',
  design: 'the design',
  'record-set': 'the records of',
  baseline: 'the baseline',
  plan: 'the kept plan',
  decisions: 'the decisions',
};

const thing = (what: string, where: string): string =>
  what === 'record-set' ? `the records of ${where}` : (KEPT[what] ?? what);

const READ_ONLY: Readonly<Record<ReadOnlyBecause, string>> = {
  'other-tab': 'Another tab works on this project, so nothing is saved from here.',
  'taken-over': 'Another tab took this project over, so nothing is saved from here any more.',
  'newer-version':
    'Another tab runs a newer version of Drysync, so nothing is saved from here. Load this page again.',
  'storage-cleared':
    'The browser cleared the storage of this page, so nothing can be saved. Load the page again.',
  closed: 'The storage was closed, so nothing can be saved. Load the page again.',
};

export const readOnlyWords = (because: ReadOnlyBecause): string => READ_ONLY[because];

/** A problem of the store as a person reads it. After any of them the last good state stands. */
export function storeProblem(found: StoreProblem): Problem {
  const { code } = found;
  switch (code) {
    case 'quota':
      return problem(
        code,
        'The browser has no more room.',
        `Nothing was changed: what was stored before stands. Remove a project, or free space on the disk, and try again.`,
      );
    case 'damaged':
      return problem(
        code,
        `${upper(thing(found.what, found.where))} cannot be used: what is on the disk is not what was stored.`,
        found.what === 'record-set'
          ? 'Nothing is planned with it. Import the file again.'
          : `Nothing is planned with it (${found.where}). Take the project in again from its file.`,
      );
    case 'missing':
      return problem(
        code,
        `${upper(thing(found.what, found.where))} is not there.`,
        found.what === 'project' ? 'It was removed, maybe in another tab.' : `Missing: ${found.where}.`,
      );
    case 'replaced':
      return problem(
        code,
        'The records were replaced while this was decided.',
        'It was not saved; what was decided before stands. Decide again in the plan of the new records.',
      );
    case 'read-only':
      return problem(code, READ_ONLY[found.because], 'What was saved before stands.');
    case 'newer-schema':
      return problem(
        code,
        `The storage was written by a newer version of Drysync (${String(found.found)}, this one reads ${String(found.known)}).`,
        'Nothing was touched. Load the page again to get the newer version.',
      );
    case 'blocked-by-other-tab':
      return problem(
        code,
        'Another tab holds an older version of the storage open.',
        'Close the other tabs of Drysync and load this page again.',
      );
    case 'nothing-to-undo':
      return problem(code, 'There is nothing to undo.', '');
    case 'nothing-to-redo':
      return problem(code, 'There is nothing to redo.', '');
    case 'cancelled':
      return problem(code, 'This was stopped.', 'What was there before stands.');
    case 'unavailable':
      return problem(
        code,
        `The browser does not give access to ${thing(found.what, found.where)}.`,
        `It says: ${found.because}. A private window may forbid storage.`,
      );
    default:
      return found satisfies never;
  }
}

/** The sentence says what is wrong and what to do; nothing else was touched. */
export const readProblem = (found: ReadProblem): Problem =>
  problem(
    found.code,
    readingProblem(found),
    found.code === 'cancelled'
      ? 'The records that were there before stand.'
      : 'What was stored before is unchanged.',
  );

/** The first error of a design, and how many others there are. */
export function designProblem(name: string, errors: readonly DesignError[]): Problem {
  const [first] = errors;
  const more = errors.length - 1;
  const others = more <= 0 ? '' : ` ${String(more)} more ${more === 1 ? 'error' : 'errors'} of the design.`;
  return problem(
    'design-errors',
    `The design${name === '' ? '' : ` of ${name}`} has ${errors.length === 1 ? 'an error' : 'errors'}.`,
    `${first?.at ?? ''}: ${first === undefined ? '' : IN_FILES.designError(first)}${others}`,
  );
}

export const NO_STORE = problem(
  'no-store',
  'The storage is not open yet.',
  'Load the page again; if this stays, the browser forbids storage here.',
);
export const NO_PROJECT = problem('no-project', 'No project is open.', 'Open a project first.');
export const NO_RECORDS = problem(
  'no-records',
  'There is nothing to plan yet.',
  'Import a file on the left and one on the right.',
);
export const NO_DESIGN = problem('no-design', 'There is no design yet.', 'Import a file on each side first.');

export const baselineProblem = (line: number, message: string): Problem =>
  problem(
    'bad-baseline',
    `The baseline cannot be used, line ${String(line)}: ${message}`,
    'Nothing is planned without it.',
  );

export const notThere = (name: string, because: string): Problem =>
  problem(
    'not-there',
    `${name} cannot be loaded.`,
    `${upper(because)}. Nothing was made; load the page again and try once more.`,
  );

export const notAProjectFile = (name: string, because: string): Problem =>
  problem('bad-project-file', `${name} is no project file of Drysync.`, because);

export const newerProjectFile = (name: string, format: string, known: string): Problem =>
  problem(
    'newer-project-file',
    `${name} has the format ${format} and this version reads ${known}.`,
    'Nothing was taken in. Use the version of Drysync that wrote it, or a newer one.',
  );

/** Told once at opening, where a killed browser left something. */
export const RECOVERED =
  'The browser ended while an import or a plan was being stored. The unfinished part was removed; what was there before stands. Import that file again.';

/** Told once, where the set decisions were made on can no longer be read. */
export const decisionsNotTaken = (count: number, sync: string): Problem =>
  problem(
    'decisions-not-taken',
    `What was decided on ${String(count)} ${count === 1 ? 'record' : 'records'} of ${sync} could not be taken over to the new file.`,
    'The records it was decided on are damaged, or have no column the new file’s ids stand in. Decide them again.',
  );

export const lostProject = (id: string): string =>
  `Parts of a project were found whose own entry is gone (${id}). Nothing of it was removed.`;

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
