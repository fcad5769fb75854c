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

const { field: words, filters, mappings } = said('design');

it('[S110] [BL4] a field says what its texts are, and is required while a condition holds, set and kept in the dialog of its type and rules', async () => {
  const { page, context, errors } = await app.open();
  await openSample(page);
  await go(page, 'Design');
  const open = async (): Promise<void> => {
    await page.getByRole('button', { name: mappings.moreOf({ left: 'City', right: 'BillingCity' }) }).click();
    await page.getByRole('button', { name: new RegExp(mappings.typeAndRules('BillingCity')) }).click();
  };
  await open();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: filters.addAnd, exact: true }).click();
  await dialog.getByRole('combobox', { name: filters.field }).selectOption({ label: 'Industry' });
  await dialog.getByRole('combobox', { name: filters.op }).selectOption({ label: filters.ops.known });
  await dialog.getByRole('button', { name: filters.save }).click();
  await dialog.getByText('Industry is known', { exact: true }).waitFor();
  // [BL4] What its texts are; a country goes with phones, and with texts nothing is said of.
  await dialog.getByLabel(words.country).fill('no');
  await dialog.getByRole('combobox', { name: words.format }).selectOption({ label: words.formats.email });
  expect(await dialog.getByLabel(words.country).count()).toBe(0);
  await dialog.getByRole('combobox', { name: words.format }).selectOption({ label: words.formats.phone });
  expect(await dialog.getByLabel(words.country).inputValue()).toBe('NO');
  expect(await inLooks(page, LOOKS.slice(0, 3), 'required-when', [faults, beside])).toEqual([]);
  await dialog.getByRole('button', { name: words.save }).click();
  await open();
  await dialog.getByText('Industry is known', { exact: true }).waitFor();
  expect(await dialog.getByRole('combobox', { name: words.format }).inputValue()).toBe('phone');
  expect(await dialog.getByLabel(words.country).inputValue()).toBe('NO');
  await page.keyboard.press('Escape');
  expect(errors).toEqual([]);
  await context.close();
});
