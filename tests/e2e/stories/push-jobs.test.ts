import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FaultDesk, serve, type Served } from '../../servers/faults/index.ts';
import { FakeSalesforce } from '../../servers/salesforce/index.ts';
import { said } from '../../support/english.ts';
import type { ServedApp } from '../setup/app.ts';
import { PATIENCE } from '../setup/patience.ts';
import { servedBeside } from './support/beside-salesforce.ts';
import { choosesApp, givesRight, readsObject, signsIn, startWithApp } from './support/connecting.ts';
import { beside, judging } from './support/judging.ts';
import { cutOff, faults, overlaps } from './support/look.ts';
import { allRead, go } from './support/steps.ts';
import { written } from './support/written.ts';

const words = said('push');
const connect = said('connect');
const plans = said('plan');

const COMPANIES = 2_300;

const fake = new FakeSalesforce();
const token = fake.sessions.open();
let org: Served;
let app: ServedApp;
let folder: string;
beforeAll(async () => {
  org = await serve(new FaultDesk().wrap(fake.answer));
  for (let n = 0; n < COMPANIES; n++) fake.store.insert('Account', { Name: `Company ${String(n)}` });
  app = await servedBeside(fake, org, {});
  folder = mkdtempSync(join(tmpdir(), 'drysync-jobs-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
  await org.close();
});

/** Companies that have a city. */
const cities = () => fake.store.all('Account').filter((row) => row['BillingCity'] != null);

/** Salesforce on the left, a file on the right that knows the city of every company. */
async function connected(page: Page): Promise<void> {
  await startWithApp(page);
  await choosesApp(page, 'left', 'salesforce');
  await signsIn(page, 'salesforce', token);
  await readsObject(page, 'Account');
  const rows = Array.from({ length: COMPANIES }, (_, n) => `e${String(n)},Company ${String(n)},Oslo`);
  await givesRight(page, written(folder, 'erp-companies.csv', ['Id,Account Name,Billing City', ...rows]));
  await allRead(page);
}

it('[S440] [S441] [S442] the cities of 2,300 companies go to Salesforce as a job from the page: told before, watched, left while it runs, asked after a reload, taken back', async () => {
  const { page, context, errors } = await app.open();
  const { found, judge } = judging(page, (screen) => `push-jobs-${screen}`, [
    beside,
    cutOff,
    overlaps,
    faults,
  ]);
  await connected(page);
  await go(page, 'Plan');
  const bar = page.getByRole('group', { name: plans.list.bulk.name });
  await bar.getByRole('button', { name: plans.list.bulk.approve }).click();
  const push = page.getByRole('link', { name: /^Push [\d,]+ approved/ });
  await push.click();
  const start = page.getByRole('button', { name: words.before.start(COMPANIES) });
  await expect.poll(() => start.isEnabled(), { timeout: PATIENCE }).toBe(true);
  await page.getByText(words.before.jobs(1)).waitFor();
  const point = page.getByRole('slider', { name: words.line.slider });
  await point.focus();
  await page.keyboard.press('End');
  await page.getByText(words.line.job).waitFor();
  await page.getByText(words.line.stopJob).waitFor();
  await judge('before');

  fake.jobs.patience = 0;
  fake.jobs.rowsALook = 700;
  const letGo = async (): Promise<void> => {
    const dialog = page.getByRole('dialog');
    const numbers = await dialog
      .locator('form li')
      .evaluateAll((all) => all.flatMap((li) => /Type (\S+) to go on/.exec(li.textContent ?? '')?.[1] ?? []));
    for (const [at, number] of numbers.entries()) await dialog.locator('form li input').nth(at).fill(number);
    await dialog.getByRole('button', { name: /^(Write|Take back) / }).click();
  };
  await start.click();
  await page.getByRole('dialog').getByLabel(words.letGo.name).fill('Kari Lund');
  await letGo();
  const works = page.getByText(/works through a job of [\d,]+ records, [\d,]+ done/);
  await works.waitFor();
  fake.jobs.rowsALook = 0;
  await judge('running');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 1024, height: 768 });
  await judge('running-dark-1024');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: words.acting.pause }).click();
  await page.getByText(/in hand \(750\w+\), which goes on without Drysync/).waitFor();
  await judge('paused');
  expect(cities().length).toBeLessThan(COMPANIES);

  await page.reload();
  await page.getByText(/in hand \(750\w+\), which goes on without Drysync/).waitFor();
  fake.jobs.rowsALook = Infinity;
  await page.getByRole('link', { name: words.toSides }).click();
  await page.getByRole('button', { name: connect.line.signInAgain }).click();
  await signsIn(page, 'salesforce', token);
  await page.keyboard.press('Escape');
  await page.getByRole('navigation').getByRole('link', { name: words.head }).click();
  await page.getByRole('button', { name: words.acting.resume }).click();
  await page.getByText(words.states.done, { exact: true }).waitFor();
  await page.getByRole('button', { name: words.acting.back }).waitFor();
  await judge('done');
  expect(cities().map((row) => row['BillingCity'])).toEqual(Array<string>(COMPANIES).fill('Oslo'));
  expect(fake.jobs.count).toBe(1);
  expect([...fake.jobs.carriedOut.values()].every((many) => many === 1)).toBe(true);

  await page.getByRole('button', { name: words.acting.back }).click();
  await letGo();
  await page.getByText(words.back, { exact: true }).waitFor();
  await page.getByText(words.states.done, { exact: true }).waitFor();
  expect(cities().length).toBe(0);
  expect(fake.jobs.count).toBe(2);
  expect(errors).toEqual([]);
  expect(found).toEqual([]);
  await context.close();
});
