import { findPocketBase } from '../../scripts/live-servers.mjs';

/** Before the unit tests: names what is not run, so that `npm test` counts it as that. */
export function setup(): void {
  const command = 'npm run test:servers';
  if (findPocketBase() === null) {
    console.log(`NOT RUN: tests/live/pocketbase, its package is not there (${command} gets it)`);
  }
  if (process.env['LIVE_ODOO'] === undefined) {
    console.log(`NOT RUN: tests/live/odoo, a real Odoo takes minutes (${command} runs it)`);
  }
}
