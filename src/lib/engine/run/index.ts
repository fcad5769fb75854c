/** How long work is driven and remembered. */
export { drain, type Progress, type StepName, type Steps } from './steps.ts';
export { Memo } from './memo.ts';
export { phase } from './phases.ts';
export { Spare } from './spare.ts';
