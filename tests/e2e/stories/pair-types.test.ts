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

const { mappings, field, lifecycle, sections } = said('design');

it('[FM5] the dialog of a mapping shows which types go together', async () => {
  const { page, context, errors } = await app.open();
  await openSample(page);
  await go(page, 'Design');
  await page.getByRole('button', { name: mappings.add }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(field.pick.types).focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('rowheader', { name: field.types.number }).waitFor();
  expect(await inLooks(page, LOOKS.slice(0, 3), 'pair-types', [faults, beside])).toEqual([]);
  await page.keyboard.press('Escape');
  expect(errors).toEqual([]);
  await context.close();
});

it('[ST5] contacts are limited to lifecycle stages, and let in again', async () => {
  const { page, context, errors } = await app.open();
  await openSample(page);
  await go(page, 'Design');
  await page.getByRole('button', { name: 'Contacts' }).first().click();
  const section = page.getByRole('region', { name: sections.lifecycle });
  await section.getByRole('button', { name: lifecycle.limit }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: lifecycle.field }).selectOption({ label: 'Lifecycle Stage' });
  await dialog.getByRole('textbox', { name: lifecycle.stages }).fill('Customer\nLead');
  await dialog.getByRole('combobox', { name: lifecycle.default }).selectOption({ label: 'Lead' });
  expect(await inLooks(page, LOOKS.slice(0, 2), 'lifecycle', [faults, beside])).toEqual([]);
  await dialog.getByRole('button', { name: lifecycle.save }).click();
  await section.getByText(lifecycle.first('Lead')).waitFor();
  expect(await inLooks(page, LOOKS.slice(0, 2), 'lifecycle-set', [])).toEqual([]);
  await section.getByRole('button', { name: lifecycle.stop }).click();
  await section.getByText(lifecycle.first('Lead')).waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
  await context.close();
});
