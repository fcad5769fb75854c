import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { said } from '../../support/english.ts';
import { picture, serveApp, type ServedApp } from '../setup/app.ts';
import { beside, inLooks, LOOKS } from './support/judging.ts';
import { faults } from './support/look.ts';
import { planOf } from './support/steps.ts';
import { written } from './support/written.ts';

const words = said('plan').rounds;
let app: ServedApp;
let folder: string;
let files: { readonly left: string; readonly right: string };
beforeAll(async () => {
  app = await serveApp();
  folder = mkdtempSync(join(tmpdir(), 'drysync-rounds-'));
  const numbers = Array.from({ length: 12 }, (_, n) => n);
  files = {
    left: written(folder, 'contacts.csv', [
      'Record ID,Email,Job Title',
      ...numbers.map((n) => `${String(n)},p${String(n)}@acme.no,Head of the department no ${String(n)}`),
    ]),
    right: written(folder, 'Contact.csv', [
      'Id,Email,Title',
      ...numbers.slice(2).map((n) => `003${String(n)},p${String(n)}@acme.no,`),
    ]),
  };
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

const shown = said('plan').parts.rounds;

it('[L6] [S153] rounds on copies: what an app cuts off asks a person, what it refuses never settles, and a record is one click away', async () => {
  const { page, context, errors } = await app.open();
  await planOf(page, files);
  const part = page.getByRole('button', { name: shown, exact: true });
  await part.focus();
  await page.keyboard.press('Enter');
  const apps = page.getByRole('group', { name: words.form.of('') }).last();
  await page.getByRole('button', { name: words.form.run, exact: true }).click();
  await page.getByText(words.outcome(1, 5, 0)).waitFor();

  await apps.getByLabel(words.form.cut).fill('12');
  await apps.getByLabel(words.form.cut).press('Enter');
  await page.getByText(words.form.old).waitFor();
  await page.getByRole('button', { name: words.form.again }).click();
  await page
    .getByText(words.said({ stays: [], back: 0, lost: { left: 0, right: 0 }, asked: 12 })[0]!)
    .waitFor();
  await picture(page, 'rounds');
  expect(await faults(page)).toEqual([]);

  await apps.getByLabel(words.form.cut).fill('');
  await apps.getByLabel(words.form.refuse).fill('100');
  await apps.getByLabel(words.form.refuse).press('Enter');
  await page.getByRole('button', { name: words.form.again }).click();
  await page.getByText(words.outcome(null, 5, 12)).waitFor();
  await page.getByText(words.stays('refused', null)).first().waitFor();
  // From a record over its rounds to the record of the plan.
  await page
    .getByRole('button', { name: new RegExp(`^${words.records.open('.*')}$`) })
    .first()
    .click();
  await page.locator('aside').waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

it('rounds have no accessibility fault and nothing beside the window, in dark and in a narrow window', async () => {
  const { page, context } = await app.open();
  await planOf(page, files);
  await page.getByRole('button', { name: shown, exact: true }).click();
  const apps = page.getByRole('group', { name: words.form.of('') }).last();
  await apps.getByLabel(words.form.refuse).fill('40');
  await apps.getByLabel(words.form.refuse).press('Enter');
  await page.getByRole('button', { name: words.form.run, exact: true }).click();
  await page.getByRole('heading', { name: words.table.title }).waitFor();
  expect(await inLooks(page, LOOKS.slice(1, 3), 'rounds', [faults, beside])).toEqual([]);
  await context.close();
});
