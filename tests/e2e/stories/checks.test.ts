import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { said } from '../../support/english.ts';
import { picture, serveApp, type ServedApp } from '../setup/app.ts';
import { beside, inLooks, LOOKS } from './support/judging.ts';
import { faults } from './support/look.ts';
import { planOf } from './support/steps.ts';
import { twelvePeople } from './support/written.ts';

const plan = said('plan');
const words = plan.checks;
let app: ServedApp;
let folder: string;
let files: ReturnType<typeof twelvePeople>;
beforeAll(async () => {
  app = await serveApp();
  folder = mkdtempSync(join(tmpdir(), 'drysync-checks-'));
  files = twelvePeople(folder);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

it('[S400] [S404] a check is written, stops approval with its records at hand, is waived with name and reason, and taken back', async () => {
  const { page, context, errors } = await app.open();
  await planOf(page, files);
  const part = page.getByRole('button', { name: new RegExp(`^${plan.parts.checks}`) });
  await part.focus();
  await page.keyboard.press('Enter');
  await page.getByText(words.none).waitFor();

  // By keys alone: no title is overwritten.
  await page.getByRole('button', { name: words.fresh }).press('Enter');
  const drawer = page.getByRole('complementary', { name: words.drawer });
  await drawer.getByLabel(words.labels.name, { exact: true }).fill('No title is overwritten');
  await drawer.getByRole('button', { name: words.addWrite }).press('Enter');
  await drawer.getByLabel(words.labels.field).selectOption('Job Title');
  await drawer.getByRole('button', { name: words.save }).press('Enter');
  await drawer.getByText(words.states.broken, { exact: true }).waitFor();
  expect(await drawer.locator('.big').innerText()).toBe('4');
  await page.getByRole('alert').getByText(words.blocked(0)).waitFor();
  expect(await inLooks(page, LOOKS.slice(0, 4), 'checks', [beside, faults])).toEqual([]);

  // Its records, and nothing of them is approved.
  await drawer.getByRole('button', { name: words.show(4) }).click();
  await page.getByText(plan.ofCheck.says).waitFor();
  await page.getByText(plan.list.found(4)).first().waitFor({ state: 'attached' });
  await page.keyboard.press('Shift+A');
  await page.getByText(/^Nothing more can be approved/).waitFor();
  await page
    .getByRole('button', { name: said('terms').close, exact: true })
    .first()
    .click();

  await part.click();
  await drawer.getByLabel(words.labels.who, { exact: true }).fill('Kari Lund');
  await drawer.getByLabel(words.labels.why, { exact: true }).fill('Test records; agreed by phone.');
  await drawer.getByRole('button', { name: words.waive.act }).click();
  await drawer.getByText(words.states.waived, { exact: true }).waitFor();
  await drawer.getByText(words.waive.given('Kari Lund', 'Test records; agreed by phone.', 4)).waitFor();
  await picture(page, 'checks-waived');
  await drawer.getByRole('button', { name: words.show(4) }).click();
  await page.keyboard.press('Shift+A');
  await page.getByText(plan.list.toasts.approved(4)).waitFor();

  // A check from the list's own filter; the waiver is one act to take back.
  await part.click();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.getByRole('alert').getByText(words.blocked(0)).waitFor();
  await page.getByRole('button', { name: words.fromFilter }).click();
  await drawer.getByText(words.unsaved).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});
