import { afterAll, beforeAll } from 'vitest';
import { appContract } from '../../contracts/app-suite.ts';
import { PocketBase } from './pocket-base.ts';
import { pocketBaseUnderTest } from './under-test.ts';

let server: PocketBase;
beforeAll(async () => {
  server = await PocketBase.start();
});
afterAll(() => server.close());

appContract(pocketBaseUnderTest('a real PocketBase', () => server));
