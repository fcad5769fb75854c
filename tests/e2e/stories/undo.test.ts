import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveApp, type ServedApp } from '../setup/app.ts';
import { PATIENCE } from '../setup/patience.ts';
import { approved, decideByKey, go, onPlan, openSample } from './support/steps.ts';

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

it('undo takes back the last act of the project on whatever screen it is pressed, and redo does it again', async () => {
  const { page, context, errors } = await app.open();
  await openSample(page);
  await page.getByRole('grid').focus();
  await decideByKey(page, 'a');
  const decided = await approved(page);
  expect(decided).toBeGreaterThan(0);
  await go(page, 'Design');
  const winners = page.getByRole('group', { name: 'If both differ' });
  const former = await winners.getByRole('button', { pressed: true }).innerText();
  const wanted = await winners.getByRole('button', { pressed: false }).innerText();
  await winners.getByRole('button', { name: wanted }).click();
  await winners.getByRole('button', { name: wanted, pressed: true }).waitFor();

  // The rule is the last act: Plan takes it back, not the decision that was made there.
  await go(page, 'Plan');
  await page.keyboard.press('Control+z');
  await go(page, 'Design');
  await winners.getByRole('button', { name: former, pressed: true }).waitFor();
  await go(page, 'Plan');
  expect(await approved(page)).toBe(decided);

  // The decision comes before it: Sides takes that back.
  await go(page, 'Sides');
  await page.keyboard.press('Control+z');
  await go(page, 'Plan');
  await expect.poll(() => approved(page), { timeout: PATIENCE }).toBe(0);

  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => approved(page), { timeout: PATIENCE }).toBe(decided);
  await page.keyboard.press('Control+Shift+z');
  await go(page, 'Design');
  await winners.getByRole('button', { name: wanted, pressed: true }).waitFor();
  await page.reload();
  await winners.getByRole('button', { name: wanted, pressed: true }).waitFor();
  await go(page, 'Plan');
  await onPlan(page);
  expect(errors).toEqual([]);
  await context.close();
});
