import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveApp, type ServedApp } from '../setup/app.ts';
import { said } from '../../support/english.ts';
import { approved, decideByKey, onPlan, openSample } from './support/steps.ts';

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

it('the worker of the project ends under the page: it is opened again, with what was decided, and a sentence says so', async () => {
  const { page, context, errors } = await app.open();
  await openSample(page);
  await page.getByRole('grid').focus();
  for (const key of ['a', 'a', 'a'] as const) await decideByKey(page, key);
  const before = await approved(page);
  expect(before).toBeGreaterThan(0);
  const project = page.workers().find((worker) => worker.url().includes('project.worker'));
  await project!.evaluate(() => globalThis.close());
  await page.getByText(said('problems').reopened.title).waitFor();
  await onPlan(page);
  expect(await approved(page)).toBe(before);
  // The other worker keeps what is decided now as the first one did.
  await page.getByRole('grid').focus();
  await decideByKey(page, 'h');
  const sums = page.getByRole('group', { name: /^Decide all/ }).locator('small');
  const decided = await sums.innerText();
  await page.reload();
  await onPlan(page);
  expect(await sums.innerText()).toBe(decided);
  expect(errors).toEqual([]);
  await context.close();
});
