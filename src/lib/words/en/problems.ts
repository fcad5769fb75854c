import type { Problem } from '../../conversation/index.ts';
import type { Speech } from '../speech.ts';
import { keptThing, readOnly, upper } from './problems-store.ts';
import { readingProblem } from './problems-reading.ts';
import { appProblem } from './problems-app.ts';
import { projectFileFault } from './problems-files.ts';
import { baselineSentence } from './problems-formats.ts';
import { designErrorSentence } from './design-faults.ts';

/** What is wrong, and what stands and is to be done. */
interface Said {
  readonly title: string;
  readonly detail: string;
}

/** What went wrong, by code. */
export const problems = (speech: Speech) => ({
  of: (problem: Problem): Said => sayProblem(problem, speech),
  readOnlyTitle: 'Read-only.',
  readOnly,
  recoveredTitle: 'Recovered.',
  /** An undo passed over files that were read since: those are not taken back. */
  staying: {
    title: 'The change before was taken back.',
    detail: (files: readonly string[]) =>
      `What was read since stays, since reading a file cannot be taken back: ${files.join(', ')}.`,
  },
  /** The worker of the open project was lost, and the project opened again by itself. */
  reopened: {
    title: 'The project was opened again.',
    detail:
      'The part of Drysync that works on it stopped. Everything that was saved is here; an act that was not finished is to be done again.',
  },
  acts: {
    reload: 'Load this page again',
    home: 'Go to Home',
    sides: 'Go to the sides',
    design: 'Go to the design',
    replan: 'Plan again',
  },
});

function sayProblem(problem: Problem, speech: Speech): Said {
  const { plural } = speech;
  const { code } = problem;
  switch (code) {
    case 'quota':
      return {
        title: 'The browser has no more room.',
        detail:
          'Nothing was changed: what was stored before stands. Remove a project, or free space on the disk, and try again.',
      };
    case 'damaged':
      return {
        title: `${upper(keptThing(problem))} cannot be used: what is on the disk is not what was stored.`,
        detail:
          problem.what === 'record-set'
            ? 'Nothing is planned with it. Import the file again.'
            : `Nothing is planned with it (${problem.where}). Take the project in again from its file.`,
      };
    case 'missing':
      return {
        title: `${upper(keptThing(problem))} is not there.`,
        detail:
          problem.what === 'project' ? 'It was removed, maybe in another tab.' : `Missing: ${problem.where}.`,
      };
    case 'replaced':
      return {
        title: 'The records were replaced while this was decided.',
        detail:
          'It was not saved; what was decided before stands. Decide again in the plan of the new records.',
      };
    case 'read-only':
      return { title: readOnly[problem.because], detail: 'What was saved before stands.' };
    case 'newer-schema':
      return {
        title: `The storage was written by a newer version of Drysync (${String(problem.found)}, this one reads ${String(problem.known)}).`,
        detail: 'Nothing was touched. Load the page again to get the newer version.',
      };
    case 'blocked-by-other-tab':
      return {
        title: 'Another tab holds an older version of the storage open.',
        detail: 'Close the other tabs of Drysync and load this page again.',
      };
    case 'nothing-to-undo':
      return { title: 'There is nothing to undo.', detail: '' };
    case 'nothing-to-redo':
      return { title: 'There is nothing to redo.', detail: '' };
    case 'cancelled':
      return { title: 'This was stopped.', detail: 'What was there before stands.' };
    case 'unavailable':
      return {
        title: `The browser does not give access to ${keptThing(problem)}.`,
        detail: `It says: ${problem.because}. A private window may forbid storage.`,
      };
    case 'no-store':
      return {
        title: 'The storage is not open yet.',
        detail: 'Load the page again; if this stays, the browser forbids storage here.',
      };
    case 'no-project':
      return { title: 'No project is open.', detail: 'Open a project first.' };
    case 'no-records':
      return {
        title: 'There is nothing to plan yet.',
        detail: 'Import a file on the left and one on the right.',
      };
    case 'no-design':
      return { title: 'There is no design yet.', detail: 'Import a file on each side first.' };
    case 'design-errors': {
      const [first] = problem.errors;
      const more = problem.errors.length - 1;
      const others =
        more <= 0
          ? ''
          : ` ${plural(more, { one: '# more error of the design.', other: '# more errors of the design.' })}`;
      return {
        title: `The design${problem.name === '' ? '' : ` of ${problem.name}`} has ${problem.errors.length === 1 ? 'an error' : 'errors'}.`,
        detail: `${first === undefined ? '' : `${first.at}: ${designErrorSentence(first)}`}${others}`,
      };
    }
    case 'bad-baseline':
      return {
        title: `The baseline cannot be used, line ${String(problem.line)}: ${baselineSentence(problem.fault)}`,
        detail: 'Nothing is planned without it.',
      };
    case 'not-there':
      return {
        title: `${problem.name} cannot be loaded.`,
        detail: `${typeof problem.because === 'number' ? `The server says ${String(problem.because)}` : upper(problem.because)}. Nothing was made; load the page again and try once more.`,
      };
    case 'bad-project-file':
      return {
        title: `${problem.name} is no project file of Drysync.`,
        detail: projectFileFault(problem.fault),
      };
    case 'newer-project-file':
      return {
        title: `${problem.name} has the format ${problem.format} and this version reads ${problem.known}.`,
        detail: 'Nothing was taken in. Use the version of Drysync that wrote it, or a newer one.',
      };
    case 'decisions-not-taken':
      return {
        title: plural(problem.count, {
          one: `What was decided on # record of ${problem.sync} could not be taken over to the new file.`,
          other: `What was decided on # records of ${problem.sync} could not be taken over to the new file.`,
        }),
        detail:
          'The records it was decided on are damaged, or have no column the new file’s ids stand in. Decide them again.',
      };
    case 'unfinished-removed':
      return {
        title: 'The browser ended while an import or a plan was being stored.',
        detail: 'The unfinished part was removed; what was there before stands. Import that file again.',
      };
    case 'lost-project':
      return {
        title: `Parts of a project were found whose own entry is gone (${problem.id}).`,
        detail: 'Nothing of it was removed.',
      };
    case 'checks-broken':
      return {
        title: `Nothing more can be approved or pushed: ${problem.names.length === 1 ? 'a check is' : 'checks are'} broken (${problem.names.join(', ')}).`,
        detail:
          'See Checks: what was approved so far is kept. Change the design, or waive the check with a reason.',
      };
    case 'superseded':
      return {
        title: 'This plan was replaced by a newer one.',
        detail: 'Nothing of it was kept.',
      };
    case 'no-plan':
      return { title: 'There is no plan yet.', detail: 'Read both sides and plan first.' };
    case 'no-view':
      return {
        title: 'No list was asked for yet.',
        detail: 'Ask for the view of this sync first.',
      };
    case 'no-such-record':
      return {
        title: 'One of the two records is not in the files.',
        detail: 'Nothing was decided; plan again and look at the list.',
      };
    case 'unknown-sync':
      return {
        title: `The plan has no sync ${problem.sync}.`,
        detail: 'The design may have changed; plan again.',
      };
    case 'unknown-subject':
      return {
        title: `The plan of ${problem.sync} has no subject ${String(problem.subject)}.`,
        detail: 'The plan was made again; look at the list.',
      };
    case 'worker-stopped':
      return {
        title: 'The work stopped before its end.',
        detail: `${problem.because === '' ? 'Its worker could not be started, or was ended' : problem.because}. What was stored before is unchanged; do it once more, or load the page again.`,
      };
    case 'no-hand-over':
      return {
        title: `${problem.name} tells of nothing that was handed over here.`,
        detail: 'Make change files of a plan first; what an app says of their rows is then taken in here.',
      };
    case 'not-saved':
      return {
        title: 'The files could not be handed over.',
        detail: `The browser says: ${problem.because}. Nothing was changed; try again, or free some memory first.`,
      };
    case 'push-journal':
      return {
        title: 'The journal of the push cannot be written or read.',
        detail: `Nothing more is sent. What was written down until now stands: ${problem.because}. Free some room, or close the other tab that writes this project, then resume the push.`,
      };
    case 'not-persisted':
      return {
        title: 'The browser did not promise to keep the data.',
        detail:
          'It stays as long as there is room. Save a project file of what you want to be sure of, or install the app and ask again.',
      };
    case 'dropped-beside':
      return {
        title: `${problem.name} was dropped where nothing takes it.`,
        detail:
          'Nothing was read. Drop an export on the left or the right side; open a project file from Home.',
      };
    case 'other-columns': {
      const { file, of, missing, unknown } = problem;
      const list = (what: string, names: readonly string[]): string[] =>
        names.length === 0 ? [] : [`${what} ${names.join(', ')}`];
      const says = [...list('without', missing), ...list('with', unknown)].join(', ');
      return {
        title: `The columns of ${file} are not those of ${of}: ${says}.`,
        detail: 'Export the same columns. What was stored before is unchanged.',
      };
    }
    case 'unexpected':
      return {
        title: 'Something went wrong that Drysync did not expect.',
        detail: `It says: ${problem.because}. What was saved stands; load the page again to go on.`,
      };
    case 'app-fault':
    case 'app-other-account':
    case 'app-signed-out':
    case 'app-no-object':
    case 'push-runs':
    case 'app-window':
    case 'app-other-host':
    case 'app-not-taken-back':
    case 'no-vault':
    case 'wrong-passphrase':
    case 'passphrase-short':
    case 'vault-damaged':
      return appProblem(problem, speech);
    case 'empty-file':
    case 'another-kind':
    case 'no-header':
    case 'header-width':
    case 'unknown-encoding':
    case 'bad-delimiter':
    case 'not-in-encoding':
    case 'row-too-long':
    case 'broken-workbook':
    case 'workbook-too-large':
    case 'no-such-sheet':
    case 'changed-while-read':
    case 'unreadable':
      return { title: readingProblem(problem), detail: 'What was stored before is unchanged.' };
    default:
      return problem satisfies never;
  }
}
