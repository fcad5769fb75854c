import { describe } from 'vitest';
import { memoryUnderTest } from '../servers/memory/memory-server.ts';
import { appContract } from './app-suite.ts';

describe('connectors of apps', () => {
  appContract(memoryUnderTest('an app in memory'));
  appContract(
    memoryUnderTest('an app in memory that writes all of a batch or nothing', { transaction: 'batch' }),
  );
  appContract(
    memoryUnderTest(
      'an app in memory that can do less',
      { upsert: false, remove: null, readChanged: null, readDeleted: false },
      { unique: null },
    ),
  );
  appContract(
    memoryUnderTest('an app in memory that neither brings back nor joins', { upsert: false, restore: false }),
  );
});
