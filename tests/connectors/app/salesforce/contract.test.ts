import { describe } from 'vitest';
import { appContract } from '../../../contracts/app-suite.ts';
import { salesforceUnderTest } from '../../../servers/salesforce/contract-server.ts';

describe('what every connector of an app promises', () => {
  appContract(salesforceUnderTest('in-process'));
  appContract(salesforceUnderTest('http'));
});
