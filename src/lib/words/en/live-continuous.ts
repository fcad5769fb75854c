import type { ActCounts } from '../../conversation/push-counts.ts';
import type {
  ContinuousAbout,
  ContinuousBar,
  ContinuousPass,
  ContinuousStarted,
  ContinuousStop,
  WaitsForPerson,
} from '../../conversation/continuous.ts';
import type { Both, Side } from '../../engine/index.ts';
import type { Speech } from '../speech.ts';
import { actWords } from './act-words.ts';
import { guardWords } from './guard-words.ts';
import { pushAnswers } from './push-answers.ts';

type Rested = Exclude<ContinuousPass, { readonly is: 'off' | 'stopped' }>;

/** Continuous sync: what rules approve is pushed while the apps are watched (S446). */
export const liveContinuous = (speech: Speech) => {
  const { count, plural, list, moment } = speech;
  const minute = (when: Date): string =>
    moment(when, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const records = (many: number): string => plural(many, { one: '# record', other: '# records' });
  const guards = guardWords(speech);
  const { paused } = pushAnswers(speech);
  const named = (names: readonly string[]): string => list(names.map((name) => `“${name}”`));
  const sidesOf = (sides: readonly Side[], apps: Both<string>): string =>
    list(sides.map((side) => apps[side]));
  type Guard = (ContinuousStop & { readonly is: 'guards' })['guards'][number];
  /** `Creates against linked pairs, 12 for 4 pairs (bound 1 per pair)`. */
  const guard = (one: Guard, apps: Both<string>): string =>
    `${guards.ofPush(one.code, one.side === null ? '' : apps[one.side])}, ${guards.measured(one.code, one.measured, one.of)} (${guards.bound(one.code, one.limit)})`;
  return {
    name: 'Continuous sync',
    off: 'Off: what is read is planned, and nothing is pushed by itself.',
    on: 'On: what rules approve is written by itself at every look.',
    turnOn: 'Turn on continuous sync…',
    turnOff: 'Stop continuous sync',
    seen: 'I have read it',
    journal: 'To the journal',
    runs: 'Continuous sync',
    bar: {
      title: 'Continuous sync is on: what rules approve is written by itself.',
      next: (when: Date): string => `The next look is at ${minute(when)}.`,
      pushing: 'Planning and writing now.',
    },
    last: (of: Rested, when: Date): string => {
      switch (of.is) {
        case 'nothing':
          return `At ${minute(when)} no rule approved anything to be written.`;
        case 'wrote':
          return `At ${minute(when)} ${plural(of.records, { one: '# record was written', other: '# records were written' })} and read back${
            of.stale === 0
              ? ''
              : `; ${plural(of.stale, { one: '# write was left, since the value there is another by now', other: '# writes were left, since the values there are others by now' })}`
          }.`;
        case 'waits':
          return {
            push: `At ${minute(when)} another push ran; it is tried again at the next look.`,
            app: `At ${minute(when)} an app did not answer; it is tried again at the next look.`,
            plan: `At ${minute(when)} the plan was not of what was read; it is tried again at the next look.`,
          }[of.because];
        default:
          return of satisfies never;
      }
    },
    stoppedTitle: (when: Date): string => `Continuous sync stopped at ${minute(when)}, and stays off.`,
    /** `problem`: of one, in words. */
    stopped: (
      because: ContinuousStop | { readonly is: 'lost' },
      apps: Both<string>,
      problem: (of: (ContinuousStop & { readonly is: 'problem' })['problem']) => string,
    ): string => {
      switch (because.is) {
        case 'lost':
          return 'The part of the page that was signed in has ended. Sign in again, look, and turn it on anew.';
        case 'design':
          return 'The design, its rules of approval or its checks are not those it was turned on with.';
        case 'checks':
          return `${plural(because.names.length, { one: 'A check is', other: '# checks are' })} broken: ${named(because.names)}. Nothing was written.`;
        case 'guards':
          return `${plural(because.guards.length, { one: 'A guard stands', other: '# guards stand' })} in the way: ${list(because.guards.map((one) => guard(one, apps)))}. Nothing was written.`;
        case 'many':
          return `Rules approve ${records(because.records)} at once, and a look may write ${count(because.most)}. Nothing was written.`;
        case 'to-and-fro':
          return `A value goes to and fro: ${list(because.fields)} of ${records(because.records.count)} (${named(because.records.names.slice(0, 3))}) would be written again though it was written just before. Something in an app changes it back. Nothing was written.`;
        case 'unfinished':
          return 'A push is not over. Resume it, or stop it, on Push.';
        case 'signed-out':
          return `Nobody is signed in to ${sidesOf(because.sides, apps)}, to the account its records were read from.`;
        case 'problem':
          return problem(because.problem);
        case 'push':
          if (because.state.is === 'paused') return `Its push is paused. ${paused(because.state.cause)}`;
          return because.state.is === 'stopped'
            ? 'Somebody stopped its push.'
            : 'Its push was cut off. Resume it, or stop it, on Push.';
        case 'records':
          return `Of what it wrote ${list([
            ...(because.refused > 0 ? [`${records(because.refused)} were refused`] : []),
            ...(because.unknown > 0 ? [`${records(because.unknown)} are unknown`] : []),
            ...(because.different > 0 ? [`${records(because.different)} read otherwise than planned`] : []),
          ])}. Look at them in the journal.`;
        default:
          return because satisfies never;
      }
    },
    tell: (project: string): string => `${project}: continuous sync stopped`,
    dialog: {
      title: 'Turn on continuous sync?',
      says: 'While this page is open, every look reads the apps and plans. What rules approve of that plan is then written by itself, without anybody looking at it before: through the same guards, checks and journal as any push.',
      ends: 'It ends when the page is closed or loaded again, or another project is opened. It never starts again by itself.',
      now: (many: number): string =>
        many === 0
          ? 'Of the plan as it is, nothing would be written.'
          : `Of the plan as it is, ${records(many)} would be written:`,
      rules: 'Rules that approve',
      rule: (name: string, many: number): string => `“${name}”: ${records(many)}`,
      sync: (name: string, many: number): string => `${name}: ${records(many)}`,
      syncs: 'Object syncs',
      into: (app: string, acts: ActCounts): string => `${app}: ${actWords(speech)(acts)}`,
      sides: 'Written to',
      most: ({ first, later }: ContinuousAbout['most']): string =>
        first === later
          ? `A look may write ${records(later)}; more than that stops it.`
          : `The first look may write ${records(first)}, every later one ${records(later)}; more than that stops it.`,
      never: 'Never by itself',
      nevers: {
        person: 'what a person approved: it waits for a push of theirs',
        conflict: 'records with an open conflict',
        delete: 'deletes, unless the rule that approves them asks for deletes',
        file: 'object syncs with a side that was read from a file',
        keyless: 'creates that could not be found again after a lost answer',
        parent: 'records whose parent is not written',
      } satisfies Record<WaitsForPerson, string>,
      decided: 'what is held or rejected, and what no rule decides',
      many: (said: string, many: number): string => `${said} (${count(many)} now)`,
      stops:
        'The first guard or broken check, the first refused, unknown or otherwise read record, a value that goes to and fro, a changed design or a lost sign-in stops it, and it stays off until you turn it on again.',
      type: (text: string): string => `Type “${text}” to turn it on`,
      name: 'Your name',
      nameHint: 'It stands in the journal of everything it writes.',
      go: 'Turn on',
      cancel: 'Leave it off',
      bars: 'It cannot be turned on now',
      looking: 'The plan is being looked at, and the apps asked.',
    },
    barred: (bar: ContinuousBar, apps: Both<string>): string => {
      switch (bar.is) {
        case 'no-rule':
          return 'There is no rule that approves. Write one on Plan, under By rule….';
        case 'no-apps':
          return 'No object sync has an app on both its sides.';
        case 'read-only':
          return 'Another tab writes this project.';
        case 'unfinished':
          return 'A push is not over. Resume it, or stop it, on Push.';
        case 'stale':
          return 'The plan is not of what was read last. Plan again.';
        case 'signed-out':
          return `Nobody is signed in to ${sidesOf(bar.sides, apps)}, to the account its records were read from.`;
        case 'no-answer':
          return `${sidesOf(bar.sides, apps)} does not answer now.`;
        case 'checks':
          return `Broken checks: ${named(bar.names)}.`;
        case 'guards':
          return `A guard stands in the way: ${list(bar.guards.map((one) => guard(one, apps)))}. Push this by hand first.`;
        default:
          return bar satisfies never;
      }
    },
    notBegun: {
      other: 'The plan or its decisions are others by now. Look again.',
      'not-typed': 'What was typed is not what is asked for.',
      barred: 'Something stands in the way by now.',
    } satisfies Record<(ContinuousStarted & { readonly ok: false })['because'], string>,
  };
};
