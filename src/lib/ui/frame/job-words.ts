/** Steps of a job in words. */
export const JOB_WORDS: Readonly<Record<string, string>> = {
  '': 'Starting',
  scan: 'Looking at the bytes',
  read: 'Reading the rows',
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
  'plan-lines': 'Writing the plan',
  'baseline-lines': 'Writing the baseline',
  choices: 'Writing the decisions',
  write: 'Writing the records',
};

export const jobWord = (what: string): string => JOB_WORDS[what] ?? 'Working';
