import { afterAll, beforeAll } from 'vitest';
import { ensureBuilt } from '../../../scripts/ensure.mjs';
import { appContract } from '../../contracts/app-suite.ts';
import { callingPage, type CallingPage } from '../../e2e/setup/from-page.ts';
import { PocketBase } from './pocket-base.ts';
import { pocketBaseUnderTest } from './under-test.ts';

let server: PocketBase;
let page: CallingPage;
beforeAll(async () => {
  ensureBuilt();
  server = await PocketBase.start();
  page = await callingPage({ direct: [server.origin] });
});
afterAll(async () => {
  await page.close();
  await server.close();
});

appContract(pocketBaseUnderTest('a real PocketBase', () => server));
appContract(
  pocketBaseUnderTest(
    'a real PocketBase, called from the page in Chromium',
    () => server,
    () => page.fetch,
  ),
);
