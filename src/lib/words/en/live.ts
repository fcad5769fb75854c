import type { PassBecause, PassCounts } from '../../conversation/index.ts';
import type { Speech } from '../speech.ts';
import { liveContinuous } from './live-continuous.ts';

/** Sides that are apps, read again: by hand and by the clock. */
export const live = (speech: Speech) => {
  const { count, plural, moment } = speech;
  const minute = (when: Date): string =>
    moment(when, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const records = (many: number): string => plural(many, { one: '# record', other: '# records' });
  return {
    title: 'Live',
    says: 'Reads from the apps what changed there, and plans.',
    now: 'Sync now',
    runs: 'Sync now',
    table: 'Object syncs with an app',
    columns: { object: 'Object sync', state: 'State', last: 'Last looked at' },

    /** LI1, where an object sync stands. */
    states: {
      signedOut: (app: string): string => `Not active: signed out of ${app}`,
      off: 'Not active: this sync is off, nothing is read for it',
      notWatched: 'Not active: signed in, and not watched',
      scanning: (read: number): string => `Scanning, ${records(read)}`,
      inProgress: 'In progress',
      listening: 'Active, listening',
      queued: {
        object: (name: string): string => `Queued: ${name} first`,
        rateLimit: (seconds: number): string =>
          `Queued: rate limit of the app, resumes by itself in ${plural(seconds, { one: '# second', other: '# seconds' })}`,
        internal: 'Queued: other work of this project first',
      },
    },

    /** What a pass found on a side. */
    found: ({ added, changed, gone }: Pick<PassCounts, 'added' | 'changed' | 'gone'>): string => {
      const parts = [
        added === 0 ? [] : [`${count(added)} new`],
        changed === 0 ? [] : [`${count(changed)} changed`],
        gone === 0 ? [] : [`${count(gone)} gone`],
      ].flat();
      return parts.length === 0 ? 'nothing moved' : parts.join(', ');
    },
    onSide: (app: string, found: string): string => `${app}: ${found}`,
    /** How the app was asked. */
    asked: {
      changes: (read: number): string => `what changed was asked for, ${records(read)} came`,
      whole: (read: number, why: string): string => `all ${records(read)} were read, ${why}`,
      anew: (why: string): string => `all records were read, ${why}`,
    },
    because: {
      cannot: 'because the app cannot tell what changed',
      'no-times': 'because the records do not say when they changed',
      day: 'because that was last done more than a day ago',
      'other-fields': 'because the app has other fields now',
    } satisfies Record<PassBecause, string>,
    notRead: (said: string): string => `not read: ${said}`,
    at: (when: Date): string => `at ${minute(when)}`,
    never: 'Not in this visit',

    moved: 'What it moved in the plan',
    movedIn: (name: string, sums: string): string => `${name}: ${sums}`,
    nothingMoved: 'The outcomes of the plan count as before.',
    toPlan: 'See the plan',

    watch: 'Watch while this page is open',
    every: 'Look every',
    minutes: (many: number): string => plural(many, { one: '# minute', other: '# minutes' }),
    bar: {
      title: (many: number): string =>
        `Watching the apps of this project, every ${plural(many, { one: 'minute', other: '# minutes' })}.`,
      next: (when: Date): string => `The next look is at ${minute(when)}. Nothing is pushed by itself.`,
      paused: {
        push: (when: Date): string => `Paused while a push runs; tried again at ${minute(when)}.`,
        'signed-out': (when: Date): string =>
          `Paused: nobody is signed in. Sign in on Sides; tried again at ${minute(when)}.`,
      },
      stop: 'Stop watching',
    },

    continuous: liveContinuous(speech),

    tell: {
      switch: 'Tell me when it is over',
      says: 'Your browser asks whether it may show notifications.',
      denied:
        'Your browser does not let this page show notifications. Allow them in its settings for this page.',
      readTitle: (app: string, object: string): string => `${app}: ${object} read`,
      read: (many: number): string => `${records(many)} are here.`,
      cut: 'What came waits; reading can go on behind it.',
      cutTitle: (app: string, object: string): string => `${app}: ${object} could not be read whole`,
      movedTitle: (project: string): string => `${project}: something moved`,
      overTitle: (project: string): string => `${project}: the apps were read`,
    },
  };
};
