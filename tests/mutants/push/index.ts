import type { TestedMutant } from '../mutant.ts';
import { APPROVED_BUGS } from './approved.ts';
import { BATCHES } from './batches.ts';
import { CONTINUOUS_BUGS } from './continuous.ts';
import { DOUBT_BUGS } from './doubt.ts';
import { JOBS } from './jobs.ts';
import { RUN_BUGS } from './run.ts';
import { STORED_BUGS } from './stored.ts';

/** The push: nothing twice, nothing lost, nothing that was not approved. */
export const PUSH: readonly TestedMutant[] = [
  ...RUN_BUGS,
  ...DOUBT_BUGS,
  ...APPROVED_BUGS,
  ...BATCHES,
  ...JOBS,
  ...STORED_BUGS,
  ...CONTINUOUS_BUGS,
];
