import { describe } from 'vitest';
import { appFaults } from './app-faults.ts';
import { appReads } from './app-reads.ts';
import type { AppUnderTest } from './app-server.ts';
import { appWrites } from './app-writes.ts';

/** All that a connector to an app promises, compared with the app's own store (CONNECTORS, Contract). */
export function appContract(app: AppUnderTest): void {
  describe(`the connector of ${app.name}`, () => {
    appReads(app);
    appWrites(app);
    appFaults(app);
  });
}
