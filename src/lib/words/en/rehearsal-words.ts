import type { FieldRounds, Habit, StayCause } from '../../engine/index.ts';
import type { Speech } from '../speech.ts';

/** What an app makes of a text (S150). */
export const HABIT_WORDS: Readonly<Record<Habit, string>> = {
  trims: 'white space at the ends goes',
  email: 'e-mail addresses in lower case',
  phone: 'phone numbers in E.164',
  web: 'web addresses get a scheme',
  round: 'numbers are rounded',
  days: 'times become days',
  local: 'times in its own zone',
  cut: 'texts are cut off',
};

const STAY_WORDS: Readonly<Record<Exclude<StayCause, 'form'>, string>> = {
  refused: 'the app refuses the row',
  unsaid: 'no change file can say it',
  moves: 'it follows from what was written elsewhere',
};

function stayWords(why: StayCause, habit: Habit | null): string {
  if (why !== 'form') return STAY_WORDS[why];
  return `the app makes another text of it${habit === null ? '' : ` (${HABIT_WORDS[habit]})`}`;
}

/** What rounds of carrying out and planning again came to, on the screen and on the command line. */
export const rehearsalWords = ({ plural }: Speech) => ({
  /** `settled`: rounds that wrote; `left`: records the last plan still writes. */
  outcome: (settled: number | null, rounds: number, left: number) => {
    if (settled === 0) return 'Nothing to write: both sides agree already.';
    if (settled !== null)
      return plural(settled, {
        one: 'Settles after # round.',
        other: 'Settles after # rounds.',
      });
    const records = plural(left, { one: '# record is', other: '# records are' });
    return `Does not settle in ${plural(rounds, { one: '# round', other: '# rounds' })}: ${records} still written.`;
  },
  columns: {
    round: 'Round',
    creates: (app: string) => `Creates in ${app}`,
    updates: (app: string) => `Updates in ${app}`,
    deletes: (app: string) => `Deletes in ${app}`,
    refused: 'Refused',
    unsaid: 'In no file',
    formed: 'In own form',
    held: 'Held',
    open: 'Open conflicts',
  },
  /** The plan after the last round, which is only looked at. */
  after: 'then',
  fields: 'Fields that need more than one round, or do not settle',
  stays: stayWords,
  /** Sentences about one field, the gravest first. */
  said: ({ stays, back, lost, asked }: Pick<FieldRounds, 'stays' | 'back' | 'lost' | 'asked'>): string[] => {
    const gone = lost.left + lost.right;
    return [
      ...stays.map(
        ({ why, by, count: many }) =>
          `${plural(many, { one: '# write is', other: '# writes are' })} offered again: ${stayWords(why, by)}`,
      ),
      ...(back === 0
        ? []
        : [
            plural(back, {
              one: '# text went back against what was just written',
              other: '# texts went back against what was just written',
            }),
          ]),
      ...(gone === 0
        ? []
        : [
            plural(gone, {
              one: '# text was lost at its source',
              other: '# texts were lost at their source',
            }),
          ]),
      ...(asked === 0
        ? []
        : [
            plural(asked, {
              one: '# value came back different and asks a person',
              other: '# values came back different and ask a person',
            }),
          ]),
    ];
  },
  bred: {
    title: 'Creates that breed',
    again: (many: number, app: string) =>
      plural(many, {
        one: `# record would be created in ${app} once more, though it was created already`,
        other: `# records would be created in ${app} once more, though they were created already`,
      }),
    back: (many: number, app: string) =>
      plural(many, {
        one: `# record that was just created would be created back in ${app}`,
        other: `# records that were just created would be created back in ${app}`,
      }),
    held: (many: number) => plural(many, { one: '# waits for a person', other: '# wait for a person' }),
  },
});
