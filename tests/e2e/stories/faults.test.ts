import { afterAll, beforeAll, expect, it } from 'vitest';
import { said } from '../../support/english.ts';
import { picture, serveApp, type ServedApp } from '../setup/app.ts';
import { cutOff, faults } from './support/look.ts';

const words = said('faults');
let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

it('[ER] every code has a page at an address that stays, without the network too, and the help leads to all of them', async () => {
  const { page, context, errors } = await app.open();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await context.setOffline(true);
  await page.goto(`${app.url}help/faults/#fault=salesforce.UNABLE_TO_LOCK_ROW`);
  await page.getByText('UNABLE_TO_LOCK_ROW').waitFor();
  expect(await page.locator('main li h3').allTextContents()).toEqual([
    words.told('salesforce', 'UNABLE_TO_LOCK_ROW', 'Salesforce')?.[0],
  ]);
  await picture(page, 'faults-one');

  await page.getByRole('link', { name: words.page.all }).click();
  await page.getByText('CONTACT_EXISTS').waitFor();
  expect(await page.locator('main li h3').count()).toBeGreaterThan(120);
  await page.getByRole('searchbox').fill('relay');
  await expect.poll(() => page.locator('main li h3').count()).toBeLessThan(6);
  await page.getByRole('link', { name: 'no-relay' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain('fault=call.no-relay');
  await page.getByRole('searchbox').fill('');
  await expect.poll(() => page.locator('main li h3').count()).toBe(1);

  await page.goto(`${app.url}help/faults/#fault=call.of-nobody`);
  await page.getByText(words.page.strange).waitFor();
  expect(await faults(page)).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});

it('[ER] the list of all can be read in the dark and in little room', async () => {
  const { page, context } = await app.open({ width: 1024, height: 800, dark: true });
  await page.keyboard.press('?');
  await page.getByRole('link', { name: said('shell').help.faults }).click();
  await page.getByRole('heading', { level: 1, name: words.page.head }).waitFor();
  await page.getByText('UNABLE_TO_LOCK_ROW').waitFor();
  expect(await faults(page)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  await picture(page, 'faults-dark-1024');
  await context.close();
});
