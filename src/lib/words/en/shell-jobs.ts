import type { StepName } from '../../engine/index.ts';
import type { Speech } from '../speech.ts';

/** Steps of a job; the engine and the workers name them. */
const STEPS: Readonly<Record<StepName, string>> = {
  start: 'Starting',
  scan: 'Looking at the bytes',
  read: 'Reading the rows',
  'read-app': 'Reading the records',
  profile: 'Looking at the columns',
  open: 'Reading what was stored',
  suggest: 'Looking for keys and mappings',
  keys: 'Reading the keys',
  links: 'Linking the records',
  scope: 'Seeing who takes part',
  compare: 'Comparing the fields',
  resolve: 'Deciding the conflicts',
  judge: 'Judging every record',
  create: 'Checking what would be created',
  waits: 'Finding who waits',
  impact: 'Counting by field',
  'key-facts': 'Counting what the keys find',
  'mapping-facts': 'Counting what the mappings write',
  choose: 'Deciding the records',
  'change-files': 'Writing the change files',
  'list-file': 'Writing the list',
  'plan-lines': 'Writing the plan',
  'baseline-lines': 'Writing the baseline',
  rehearse: 'Carrying out and planning again',
  choices: 'Writing the decisions',
  write: 'Writing the records',
};

/** Work that runs: its step, how far it is, how long it will take. */
export const jobs = ({ count, seconds, share, plural }: Speech) => {
  const step = (what: StepName): string => STEPS[what];
  return {
    step,
    works: {
      'opening-project': 'Opening the project',
      'opening-records': 'Opening the records',
      'asking-why': 'Asking why values differ',
      counting: 'Counting on the records',
      planning: 'Planning',
      rehearsing: 'Rehearsing rounds',
      comparing: 'Comparing with HubSpot',
    },
    name: (title: string) => (title === '' ? 'Progress' : `Progress: ${title}`),
    /** Of so many things. */
    amount: (what: StepName, done: number, total: number) =>
      `${count(done)} of ${count(total)} · ${step(what)}`,
    /** Bytes say little; a share says how far it is. */
    share: (what: StepName, done: number) => `${share(done)} · ${step(what)}`,
    spoken: (what: StepName, done: number) => `${step(what)}, ${share(done)}`,
    left: (milliseconds: number) => `about ${seconds(milliseconds)} left`,
    run: (many: number) => plural(many, { one: '# job runs', other: '# jobs run' }),
  };
};
