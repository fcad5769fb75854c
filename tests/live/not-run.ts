import { findPocketBase } from '../../scripts/live-servers.mjs';

/** Before the unit tests: names what is not run, so that `npm test` counts it as that. */
export function setup(): void {
  if (findPocketBase() !== null) return;
  console.log('NOT RUN: tests/live/pocketbase, its package is not there (npm run test:servers gets it)');
}
