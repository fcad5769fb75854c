import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SIDES } from '../../../src/lib/engine/index.ts';
import { readScenarios } from '../../scenarios/scenario.ts';
import { said } from '../../support/english.ts';
import { picture, serveApp, type Opened, type ServedApp } from '../setup/app.ts';
import { beside, inLooks, LOOKS, wear } from './support/judging.ts';
import { faults } from './support/look.ts';
import { scenarioProject } from './support/scenario-project.ts';
import { fileInput, go } from './support/steps.ts';

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

const words = said('design').salesforce;
const { nav, sections } = said('design');
const scenario = readScenarios(resolve(import.meta.dirname, '../../scenarios')).find(
  ({ name }) => name === 'sf1-four-rules-side-by-side',
)!;

/** HubSpot's contacts and Salesforce's, open on the Design screen. */
async function openContacts({ page }: Opened): Promise<void> {
  await fileInput(page, 'Project file').setInputFiles(scenarioProject(scenario));
  await page.getByRole('heading', { level: 1, name: said('sides').title }).waitFor();
  for (const side of SIDES) {
    const { name, bytes } = scenario.file(side, 'contacts', true)!;
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(bytes) };
    await page.locator(`section.card.${side} .ch input[type=file]`).setInputFiles(file);
  }
  for (const side of SIDES) await page.locator(`section.card.${side} dl`).waitFor();
  await go(page, 'Design');
}

it('[SF1][SF2][SF3][SF4] a rule is chosen by the keyboard, the profile changed and changed back, and the plan names the rule', async () => {
  const opened = await app.open();
  const { page, context, errors } = opened;
  await openContacts(opened);
  const mappings = page.getByRole('region', { name: sections.mappings });
  const pair = { left: 'Phone Number', right: 'Phone' };
  const rule = mappings.getByRole('combobox', { name: words.ruleOf(pair) });
  expect(await rule.inputValue()).toBe('always');
  const fax = { left: 'Fax', right: 'Fax' };
  const synced = mappings.getByRole('switch', { name: said('design').pairOf(fax) });
  expect(await synced.getAttribute('aria-checked')).toBe('false');

  await rule.focus();
  await page.keyboard.type('Don');
  const phone = mappings.getByRole('switch', { name: said('design').pairOf(pair) });
  await phone.and(page.locator('[aria-checked=false]')).waitFor();
  await phone.focus();
  await page.keyboard.press('Control+z');
  await phone.and(page.locator('[aria-checked=true]')).waitFor();
  expect(await rule.inputValue()).toBe('always');

  const list = page.getByRole('navigation', { name: nav.name });
  await list.getByRole('button', { name: /^Profile/ }).click();
  const section = page.getByRole('region', { name: words.heading });
  await section.getByText(words.does.always('Salesforce', 'HubSpot')).waitFor();
  await section.getByRole('button', { name: words.profiles['data-sync'] }).click();
  await section.getByText(words.does.always('Salesforce', 'HubSpot')).waitFor({ state: 'detached' });
  await list.getByRole('button', { name: /^Contacts/ }).click();
  await mappings.getByRole('combobox', { name: said('design').mappings.ruleOf(pair) }).waitFor();
  await page.keyboard.press('Control+z');
  await rule.waitFor();
  expect(await rule.inputValue()).toBe('always');

  await go(page, 'Plan');
  await page.locator('[role=row][aria-rowindex="2"]').click();
  const drawer = page.getByRole('complementary', { name: said('plan').record.name });
  await drawer.getByText(/Always use Salesforce\. /).waitFor();
  await drawer.getByText(/Prefer Salesforce unless blank\. /).waitFor();
  await picture(page, 'salesforce-drawer');
  expect(await faults(page)).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});

it('the profile and its rules have no accessibility fault and nothing beside the window, in dark and in a narrow window', async () => {
  const opened = await app.open();
  const { page, context, errors } = opened;
  await openContacts(opened);
  const mappings = page.getByRole('region', { name: sections.mappings });
  await mappings.getByRole('columnheader', { name: words.column }).waitFor();
  await mappings.scrollIntoViewIfNeeded();
  expect(await inLooks(page, LOOKS.slice(0, 4), 'salesforce-mappings', [faults, beside])).toEqual([]);
  // A narrow window has a list to choose from.
  await wear(page, LOOKS[2]!);
  await page.getByRole('combobox', { name: nav.part }).selectOption('profile');
  await page.getByText(words.does.always('Salesforce', 'HubSpot')).waitFor();
  await wear(page, LOOKS[0]!);
  const list = page.getByRole('navigation', { name: nav.name });
  await list.getByRole('button').first().click();
  await page.getByText(words.does.always('Salesforce', 'HubSpot')).waitFor({ state: 'detached' });
  await list.getByRole('button', { name: /^Profile/ }).click();
  await page.getByText(words.does.always('Salesforce', 'HubSpot')).waitFor();
  expect(await inLooks(page, LOOKS.slice(0, 4), 'salesforce-profile', [faults, beside])).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});
