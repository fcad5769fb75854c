import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { said } from '../../support/english.ts';
import { serveApp, type ServedApp } from '../setup/app.ts';
import { beside, inLooks, LOOKS } from './support/judging.ts';
import { faults } from './support/look.ts';
import { go, openSample } from './support/steps.ts';

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

const words = said('design').transforms;
const mappings = said('design').sections.mappings;

/** From the first page: the dialog of a transform of the sample, and the list it is of. */
async function transformOfCity(page: Page): Promise<{ section: Locator; dialog: Locator }> {
  await openSample(page);
  await go(page, 'Design');
  const section = page.getByRole('region', { name: mappings });
  await section.getByRole('button', { name: /^Transform of City with / }).click();
  return { section, dialog: page.getByRole('dialog') };
}

it('[FM10] a transform is made by the keyboard, tried on the records while it is made, and is one act to take back', async () => {
  const { page, context, errors } = await app.open();
  await openSample(page);
  await go(page, 'Design');
  const section = page.getByRole('region', { name: mappings });
  const cell = section.getByRole('button', { name: /^Transform of City with / });
  const dialog = page.getByRole('dialog');
  const inFocus = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);

  // Escape leaves everything as it was, and the focus where it came from.
  await cell.focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('combobox', { name: words.kind }).selectOption({ label: words.kinds.trim });
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await inFocus()).toMatch(/^Transform of City with .*: none$/);

  await page.keyboard.press('Enter');
  await dialog.getByRole('combobox', { name: words.kind }).selectOption({ label: words.kinds.case });
  await dialog.getByRole('combobox', { name: words.to }).selectOption({ label: words.cases.upper });
  const samples = dialog.getByRole('region', { name: words.samples.name });
  await samples.getByRole('cell', { name: 'BERGEN', exact: true }).waitFor();
  await dialog.getByText(/One-way: only to /).waitFor();

  // A map lists what it has no word for; a word written beside a value takes it into the map.
  await dialog.getByRole('combobox', { name: words.kind }).selectOption({ label: words.kinds['value-map'] });
  const use = dialog.getByRole('button', { name: words.save });
  expect(await use.isDisabled()).toBe(true);
  // The values of the records are listed before one is in the map.
  await dialog
    .getByLabel(/^Word in .* for Bergen$/)
    .first()
    .waitFor();
  await dialog.getByRole('button', { name: words.map.add }).click();
  await dialog.getByLabel(/^Value in .*row 1$/).fill('Oslo');
  await dialog.getByLabel(/^Word in Salesforce for Oslo$/).fill('Oslo kommune');
  await samples.getByRole('cell', { name: 'Oslo kommune', exact: true }).first().waitFor();
  await dialog.getByText(/Goes back to .* too/).waitFor();
  await dialog
    .getByText(/values of .* have no word, in /)
    .first()
    .waitFor();
  await dialog
    .getByLabel(/^Word in .* for Bergen$/)
    .first()
    .fill('Bergen kommune');
  // Enter goes down the column: the dialog stays, and the next value waits for its word.
  await page.keyboard.press('Enter');
  await samples.getByRole('cell', { name: 'Bergen kommune', exact: true }).waitFor();
  expect(await inFocus()).toMatch(/^Word in .* for /);
  await use.focus();
  await page.keyboard.press('Enter');

  await section.getByRole('button', { name: /^Transform of City with .*: value map, 2$/ }).waitFor();
  await page
    .getByText(/City, transform: none → value map/)
    .first()
    .waitFor();
  expect(await inFocus()).toMatch(/^Transform of City with /);
  await section
    .getByText(/ unmapped$/)
    .first()
    .waitFor();
  await page.keyboard.press('Control+z');
  await section.getByRole('button', { name: /^Transform of City with .*: none$/ }).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

it('[FM10] [S222] fields are joined: samples while it is made, also of a column nothing else reads; kept, and no fault in dark and in a narrow window', async () => {
  const { page, context, errors } = await app.open();
  const { section, dialog } = await transformOfCity(page);
  await dialog.getByRole('combobox', { name: words.kind }).selectOption({ label: words.kinds.join });
  await dialog.getByText(words.lacks.fields).waitFor();
  const fields = dialog.getByRole('combobox', { name: words.joined });
  const columns = (await fields.locator('option').allTextContents()).slice(1);
  expect(columns).not.toContain('City');
  // Each of them in turn, the ones no mapping reads among them.
  for (const column of columns) {
    await fields.first().selectOption({ label: column });
    await dialog.locator('section[aria-busy="false"]').waitFor();
  }
  await fields.first().selectOption({ label: 'Country/Region' });
  await dialog.getByLabel(words.separator).fill(', ');
  await dialog
    .getByRole('cell', { name: /^Bergen, Nor/ })
    .first()
    .waitFor();
  await dialog.getByText(/One-way: only to /).waitFor();
  expect(await inLooks(page, LOOKS.slice(1, 3), 'join', [faults, beside])).toEqual([]);
  await dialog.getByRole('button', { name: words.save }).click();
  await section.getByRole('button', { name: /^Transform of City with .*: with Country\/Region$/ }).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

it('transforms and their dialog have no accessibility fault and nothing beside the window, in dark and in a narrow window', async () => {
  const { page, context, errors } = await app.open();
  const { section, dialog } = await transformOfCity(page);
  await dialog.getByRole('combobox', { name: words.kind }).selectOption({ label: words.kinds['value-map'] });
  await dialog.getByRole('button', { name: words.map.add }).click();
  await dialog.getByLabel(/^Value in .*row 1$/).fill('Oslo');
  await dialog.getByLabel(/^Word in Salesforce for Oslo$/).fill('Oslo kommune');
  await page.keyboard.press('Tab');
  await dialog
    .getByText(/have no word, in /)
    .first()
    .waitFor();
  expect(await inLooks(page, LOOKS.slice(1, 3), 'transform', [faults])).toEqual([]);
  await dialog.getByRole('button', { name: words.save }).click();
  await section.getByRole('button', { name: /value map, 1$/ }).waitFor();
  await section.scrollIntoViewIfNeeded();
  expect(await inLooks(page, LOOKS.slice(1, 3), 'mappings', [faults, beside])).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});
