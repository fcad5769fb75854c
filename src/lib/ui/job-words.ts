/** Steps of a job in words; a step without words of its own is said in general. */
const WORDS: Readonly<Record<string, string>> = {
  scan: 'Looking at the bytes',
  read: 'Reading the rows',
  open: 'Opening the records',
  suggest: 'Looking for keys and mappings',
  keys: 'Reading the keys',
  links: 'Linking the records',
  scope: 'Seeing who takes part',
  compare: 'Comparing the fields',
  resolve: 'Deciding the conflicts',
  judge: 'Judging every record',
  create: 'Checking what would be created',
  waits: 'Finding who waits',
};

export const jobWord = (what: string): string => WORDS[what] ?? 'Working out the plan';
