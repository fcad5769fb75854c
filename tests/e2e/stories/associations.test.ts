import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SIDES } from '../../../src/lib/engine/index.ts';
import { readScenarios } from '../../scenarios/scenario.ts';
import { said } from '../../support/english.ts';
import { serveApp, type Opened, type ServedApp } from '../setup/app.ts';
import { beside, inLooks, LOOKS } from './support/judging.ts';
import { faults } from './support/look.ts';
import { scenarioProject } from './support/scenario-project.ts';
import { fileInput, go } from './support/steps.ts';

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

const { associations: words, sections, nav } = said('design');
const scenario = readScenarios(resolve(import.meta.dirname, '../../scenarios')).find(
  ({ name }) => name === 'as1-parents-come-first',
)!;

/** The scenario's design and files, open on the Design screen of contacts. */
async function openContacts({ page }: Opened): Promise<void> {
  await fileInput(page, 'Project file').setInputFiles(scenarioProject(scenario));
  await page.getByRole('heading', { level: 1, name: said('sides').title }).waitFor();
  const { syncs } = scenario.design as { syncs: readonly { id: string }[] };
  for (const [at, { id }] of syncs.entries()) {
    await page.locator('section.card.left .srow').nth(at).click();
    for (const side of SIDES) {
      const { name, bytes } = scenario.file(side, id, false)!;
      const file = { name, mimeType: 'text/csv', buffer: Buffer.from(bytes) };
      await page.locator(`section.card.${side} .ch input[type=file]`).setInputFiles(file);
    }
    for (const side of SIDES) await page.locator(`section.card.${side} dl`).waitFor();
  }
  await go(page, 'Design');
}

it('[AS1][AS6] an association is required, taken away and added again, by the keyboard, and each is one act to take back', async () => {
  const opened = await app.open();
  const { page, context, errors } = opened;
  await openContacts(opened);
  const section = page.getByRole('region', { name: sections.associations });
  const one = section.getByRole('group', { name: words.parentsOf(1) });
  const field = one.getByRole('combobox', { name: words.field('HubSpot') });
  expect(await field.inputValue()).toBe('Company ID');

  await one.getByRole('switch', { name: words.required, exact: true }).focus();
  await page.keyboard.press('Space');
  await section.getByText(words.requiredSays).waitFor();
  await page.keyboard.press('Control+z');
  await section.getByText(words.requiredSays).waitFor({ state: 'detached' });

  await one.getByRole('button', { name: words.remove(1) }).focus();
  await page.keyboard.press('Enter');
  await section.getByText(words.none).waitFor();
  await section.getByRole('button', { name: words.add }).focus();
  await page.keyboard.press('Enter');
  // Both columns are called so: they are found, and nothing is left to choose.
  await one.waitFor();
  expect(await field.inputValue()).toBe('Company ID');
  expect(
    await one.getByRole('switch', { name: words.primaryIn('HubSpot') }).getAttribute('aria-checked'),
  ).toBe('true');
  await page
    .getByRole('navigation', { name: nav.name })
    .getByText(/^Associations\s*1$/)
    .waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

it('associations have no accessibility fault and nothing beside the window, in dark and in a narrow window', async () => {
  const opened = await app.open();
  const { page, context, errors } = opened;
  await openContacts(opened);
  const section = page.getByRole('region', { name: sections.associations });
  await section.scrollIntoViewIfNeeded();
  await section.getByRole('group', { name: words.parentsOf(1) }).waitFor();
  expect(await inLooks(page, LOOKS.slice(0, 4), 'associations', [faults, beside])).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});
