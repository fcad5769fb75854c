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

const words = said('design').filters;

it('a filter is made by the keyboard, says at once how many pass, and is one act to take back', async () => {
  const { page, context, errors } = await app.open();
  await openSample(page);
  await go(page, 'Design');
  const section = page.getByRole('region', { name: said('design').sections.filters });
  await section.getByText(words.everybody).first().waitFor();

  await section.getByRole('button', { name: words.addAnd }).first().focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: words.field }).selectOption({ label: 'City' });
  await dialog.getByRole('combobox', { name: words.op }).selectOption({ label: words.ops.in });
  const use = dialog.getByRole('button', { name: words.save });
  expect(await use.isDisabled()).toBe(true);
  await dialog.getByLabel(words.values).fill('Oslo\nbergen');
  await use.click();

  const chip = section.getByRole('button', { name: /City is one of Oslo, bergen/ });
  await chip.waitFor();
  await section
    .getByText(/[\d,]+ of [\d,]+ pass/)
    .first()
    .waitFor();
  await page
    .getByText(/Filter added: .*City is one of Oslo, bergen/)
    .first()
    .waitFor();
  expect(
    await section.getByRole('group', { name: words.mode }).getByRole('button', { pressed: true }).innerText(),
  ).toBe(words.modes['initial-only']);

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await section.getByText(words.everybody).nth(1).waitFor();
  await page.keyboard.press('Control+Shift+z');
  await chip.waitFor();
  await chip.click();
  await dialog.getByRole('button', { name: words.remove }).click();
  await section.getByText(words.everybody).nth(1).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

it('filters and their dialog have no accessibility fault and nothing beside the window, in dark and in a narrow window', async () => {
  const { page, context, errors } = await app.open();
  await openSample(page);
  await go(page, 'Design');
  const section = page.getByRole('region', { name: said('design').sections.filters });
  await section.getByRole('button', { name: words.addAnd }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words.value, { exact: true }).fill('Oslo');
  expect(await inLooks(page, LOOKS.slice(1, 3), 'filter-dialog', [faults])).toEqual([]);
  await dialog.getByRole('button', { name: words.save }).click();
  await section
    .getByText(/[\d,]+ of [\d,]+ pass/)
    .first()
    .waitFor();
  await section.scrollIntoViewIfNeeded();
  expect(await inLooks(page, LOOKS.slice(1, 3), 'filters', [faults, beside])).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});
