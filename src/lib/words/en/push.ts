import type {
  Changed,
  JournalAnswer,
  JournalFilter,
  JournalState,
  PushAbout,
  PushStanding,
  PushStarted,
  PushTarget,
} from '../../conversation/push.ts';
import type { Speech } from '../speech.ts';
import { actWords } from './act-words.ts';
import { guardWords } from './guard-words.ts';
import { pushAnswers } from './push-answers.ts';
import { pushLine } from './push-line.ts';

/** The push: what would be written, what was, and the way back. */
export const push = (speech: Speech) => {
  const { count, plural, list, moment } = speech;
  const acts = actWords(speech);
  const guards = guardWords(speech);
  const { paused, answer } = pushAnswers(speech);
  return {
    acts,
    paused,
    answer,
    line: pushLine(speech),
    title: (project: string) => `Push · ${project} · Drysync`,
    head: 'Push',
    of: (plan: number) => `Plan ${count(plan)}`,
    facts: (items: number, by: string, at: string, continuous: boolean) =>
      `${plural(items, { one: '# write', other: '# writes' })} · ${continuous ? `by rules, in continuous sync turned on by ${by}` : `let go by ${by}`} ${moment(new Date(at), { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })}`,
    back: 'Way back',
    files: {
      title: 'Nothing here is pushed by Drysync',
      detail:
        'Both sides were read from files, so no app is known to write to. The change files of the plan are the way: make them under Export, and load them in the apps.',
      go: 'To the plan',
    },
    none: 'There is no plan yet. What is pushed is what was approved of a plan.',
    looking: 'The apps are being asked what they have.',
    states: {
      running: 'Running',
      cut: 'Cut off',
      paused: 'Paused',
      stopped: 'Stopped',
      done: 'Done',
    },
    cut: 'This push was under way when its browser or worker ended. What was sent is known: sign in and resume it, then it looks for what is in doubt before it sends anything.',
    taken: (owner: string) =>
      `Another tab writes this project${owner === '' ? '' : ` (${owner})`}. Close it, or open the project again here.`,
    signIn: (apps: readonly string[]) =>
      `Sign in to ${list(apps)} under Sides to go on, to the same account.`,
    toSides: 'To the sides',
    writing: {
      title: 'Writing',
      progress: (share: number, batch: number, of: number) =>
        `${speech.share(share)} · batch ${count(batch)} of ${count(of)}`,
      sum: (total: number) => `= ${count(total)}`,
      later: (many: number) =>
        `Only the first went: ${plural(many, { one: '# write stays', other: '# writes stay' })} approved, for a later push.`,
      states: {
        'read-back': 'written and read back',
        written: 'written',
        sent: 'sent',
        refused: 'refused',
        unknown: 'unknown',
        stale: 'stale',
        waiting: 'waiting',
        'not-sent': 'not sent',
      } satisfies Record<JournalState, string>,
      ofAll: (total: number) => `of ${count(total)}`,
      calls: 'API calls in this visit',
      callsOf: (each: readonly string[]) => (each.length === 0 ? 'none yet' : list(each)),
      callsIn: (many: number, app: string) => `${count(many)} to ${app}`,
      first: (many: number) => `First ${count(many)}`,
      firstOf: (good: number, many: number) => `${count(good)} of ${count(many)}`,
      firstSays: 'written alone, checked, then the rest',
      waits: (app: string, milliseconds: number, said: string) =>
        `${app} asks to wait ${speech.seconds(milliseconds)}${said === '' ? '.' : `: ${said}`}`,
      job: (app: string, records: number, processed: number | null) =>
        `${app} works through a job of ${plural(records, { one: '# record', other: '# records' })}${processed === null || processed === 0 ? '' : `, ${count(processed)} done`}. What became of each is read when it is over.`,
      jobLeft: (app: string, records: number, name: string) =>
        `${app} has a job of ${plural(records, { one: '# record', other: '# records' })} in hand (${name}), which goes on without Drysync. Resuming asks it what became of each before anything else is sent.`,
      reads: ({ normalised, different, gone }: PushStanding['reads']) =>
        list([
          ...(normalised > 0 ? [`${count(normalised)} kept in a form of the app’s own`] : []),
          ...(different > 0 ? [`${count(different)} read otherwise`] : []),
          ...(gone > 0 ? [`${count(gone)} gone`] : []),
        ]),
      handed: {
        yes: 'The baseline knows what was written.',
        no: 'The plan it was made of cannot be made again, so the baseline learns of it when the sides are read again.',
      },
    },
    acting: {
      pause: 'Pause',
      resume: 'Resume',
      stop: 'Stop for good',
      back: 'Roll back…',
      csv: 'Results as CSV',
      writingCsv: 'Writing the results',
      retry: (many: number) => `Retry ${count(many)} refused`,
      look: (many: number) => `Read back ${count(many)} unknown`,
    },
    guards: {
      title: 'Guards',
      nothing: 'Nothing here is large enough for a guard to look at.',
      open: (many: number) => plural(many, { one: '# to be confirmed', other: '# to be confirmed' }),
      cleared: (many: number) => plural(many, { one: '# cleared', other: '# cleared' }),
      ok: 'within its bound',
      stops: 'beyond its bound',
      measured: guards.measured,
      bound: guards.bound,
      /** S416: beside what would be written now. */
      whole: (measured: number, stops: boolean): string =>
        stops ? `whole plan ${count(measured)}, beyond it` : `whole plan ${count(measured)}`,
      says: guards.ofPush,
    },
    before: {
      title: 'What would be written',
      nothing: 'Nothing that can be pushed is approved. Approve records of the plan first.',
      side: {
        file: 'read from a file: change files are the way',
        'signed-out': 'not signed in: sign in under Sides',
        'other-account': 'signed in to another account than it was read from',
        ready: 'signed in',
        'no-answer': 'does not answer now',
      } satisfies Record<PushTarget['is'], string>,
      staying: (said: string) => `${said} approved, no part of this push`,
      forecast: 'API budget',
      calls: (many: number) => plural(many, { one: '# call', other: '# calls' }),
      jobs: (many: number) => plural(many, { one: 'with # job', other: 'with # jobs' }),
      minutes: (minutes: number) =>
        minutes < 1
          ? 'under a minute'
          : `about ${plural(Math.round(minutes), { one: '# minute', other: '# minutes' })}`,
      left: (left: number, app: string) => `${count(left)} calls left in ${app}`,
      tooMany: (app: string) => `more calls than ${app} has left`,
      canary: (many: number) => `First ${count(many)}`,
      canarySays: (uncovered: number) =>
        uncovered === 0
          ? 'show every kind of change, are checked, then the rest'
          : `show all but ${plural(uncovered, { one: '# kind', other: '# kinds' })} of change`,
      approvedBy: (rule: number, person: number) =>
        rule === 0 || person === 0
          ? `Approved by ${rule === 0 ? 'persons' : 'rules'}: ${plural(rule + person, { one: '# record', other: '# records' })}.`
          : `Approved by rules: ${count(rule)}; by persons: ${count(person)}; together ${plural(rule + person, { one: '# record', other: '# records' })}.`,
      keyless: (many: number) =>
        plural(many, {
          one: '# create has no field that is unique in the app, nor a key to look for it by: after a lost answer it stays unknown.',
          other:
            '# creates have no field that is unique in the app, nor a key to look for them by: after a lost answer they stay unknown.',
        }),
      leftOut: {
        'parent-not-approved': (many: number) =>
          plural(many, {
            one: '# record stays behind: the record it belongs to is created by nothing that was approved.',
            other:
              '# records stay behind: the records they belong to are created by nothing that was approved.',
          }),
        circle: (many: number) =>
          plural(many, { one: '# record waits for itself.', other: '# records wait for each other.' }),
      },
      cannotUndo: (many: number, app: string, because: string) =>
        `${plural(many, { one: '# record', other: '# records' })} in ${app}: ${because}`,
      stale: 'The plan is stale: something is not as it was when it was made.',
      changed: (changes: readonly Changed[]) =>
        list([
          ...new Set(changes.map(({ what, name }) => (what === 'input' ? `records (${name ?? ''})` : what))),
        ]),
      again: 'Plan again',
      checks: (names: readonly string[]) =>
        `${plural(names.length, { one: '# check is broken and stops', other: '# checks are broken and stop' })} the push: ${list(names)}.`,
      toChecks: 'To the checks',
      unfinished: 'A push that is not over is resumed or stopped first.',
      start: (many: number) => `Push ${count(many)} approved…`,
      first: 'Only the first',
      firstUnit: 'records',
      firstAll: 'blank: all that is approved',
      part: ({ asked, needed, later }: NonNullable<PushAbout['first']>, writes: number) =>
        `${plural(asked, { one: 'The first record goes', other: 'The first # records go' })}${
          needed === 0
            ? ''
            : `, with ${plural(needed, { one: '# it belongs to', other: '# they belong to' })}`
        }: ${plural(writes, { one: '# write', other: '# writes' })}. ${plural(later.records, {
          one: '# record',
          other: '# records',
        })} with ${plural(later.writes, { one: '# write', other: '# writes' })} stay approved and are not sent; the next push goes on with them.`,
    },
    cannot: {
      'cannot-remove': 'what is created there cannot be taken away again',
      'cannot-restore': 'what is deleted there cannot be brought back',
      'cannot-clear': 'a field cannot be made blank again',
      'was-there': 'it was there already, and what stood in it is not known',
      unknown: 'nobody knows what became of it',
    },
    letGo: {
      title: (many: number, apps: readonly string[]) =>
        `Write ${plural(many, { one: '# record', other: '# records' })} to ${list(apps)}?`,
      backTitle: (many: number) =>
        plural(many, { one: 'Take back # record?', other: 'Take back # records?' }),
      backSays:
        'Each record is looked at first: what was changed since the push is left alone and listed. Created records are deleted, changed fields get back what stood there.',
      more: 'More than a guard lets through without a second look.',
      kept: 'What stands there now is kept before each batch, for the way back.',
      undoing: 'What cannot be undone',
      emails: 'Workflow e-mails, merges and timelines cannot be called back by anything.',
      name: 'Your name',
      nameHint: 'It stands in the journal and in every result.',
      type: (number: string) => `Type ${number} to go on`,
      cancel: 'Cancel',
      go: (many: number) => plural(many, { one: 'Write # record', other: 'Write # records' }),
      goBack: (many: number) => plural(many, { one: 'Take back # record', other: 'Take back # records' }),
      nothingBack: 'Nothing of it can be taken back.',
    },
    refused: {
      stale: 'The plan is stale by now. Plan again, look, and push then.',
      guards: 'A guard was not let through: its number is another by now.',
      'other-plan': 'Something else is approved than what was shown. Look again, then push.',
      nothing: 'There is nothing to write.',
      unfinished: 'Another push is not over. Resume it, or stop it first.',
    } satisfies Record<Exclude<PushStarted, { ok: true }>['because'], string>,
    journal: {
      title: 'Journal',
      name: 'What is listed',
      filters: {
        all: 'All',
        refused: 'Refused',
        unknown: 'Unknown',
        stale: 'Stale',
        'not-sent': 'Not sent',
      } satisfies Record<JournalFilter, string>,
      withCount: (word: string, many: number) => `${word} ${count(many)}`,
      grid: 'Items of the push',
      found: (many: number) => plural(many, { one: '# item', other: '# items' }),
      columns: {
        at: 'Time',
        batch: 'Batch',
        to: 'To',
        act: 'Write',
        name: 'Record',
        fields: 'Fields',
        state: 'State',
        answer: 'Answer',
      },
      acts: { create: 'Create', update: 'Update', remove: 'Delete', restore: 'Restore' },
      states: {
        'read-back': 'Written',
        written: 'Written',
        sent: 'Sent',
        refused: 'Refused',
        unknown: 'Unknown',
        stale: 'Stale',
        waiting: 'Waiting',
        'not-sent': 'Not sent',
      } satisfies Record<JournalState, string>,
      fields: (names: readonly string[]) =>
        names.length <= 2 ? names.join(', ') : plural(names.length, { other: '# fields' }),
      time: (at: string) =>
        moment(new Date(at), { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
      batch: count,
      none: 'No item is like that.',
      nobody: (of: JournalAnswer | null) => (of === null ? '' : answer(of)),
    },
  };
};
