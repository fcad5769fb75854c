import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

export const SHARED_DATA = resolve(import.meta.dirname, '../../../shared/data');

/**
 * Real data stands beside the project and is never copied into it. Where it is absent no test of this folder is registered:
 * nothing counts as passed, and `not-run.ts` says so.
 */
export const SHARED_DATA_IS_HERE = existsSync(SHARED_DATA);
