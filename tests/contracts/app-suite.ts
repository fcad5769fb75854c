import { describe, it } from 'vitest';
import { appFaults } from './app-faults.ts';
import { appJobs } from './app-jobs.ts';
import { appReads } from './app-reads.ts';
import type { AppUnderTest, Declare } from './app-server.ts';
import { appWrites } from './app-writes.ts';

/** All that a connector to an app promises, compared with the app's own store (CONNECTORS, Contract). */
export function appContract(app: AppUnderTest): void {
  describe(`the connector of ${app.name}`, () => appPromises(app, it));
}

/** The same, each promise told to who asks: so that the suite itself can be tried (`broken.test.ts`). */
export function appPromises(app: AppUnderTest, declare: Declare): void {
  appReads(app, declare);
  appWrites(app, declare);
  appJobs(app, declare);
  appFaults(app, declare);
}
