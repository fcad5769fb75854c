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

const words = said('design').stages;
const scenario = readScenarios(resolve(import.meta.dirname, '../../scenarios')).find(
  ({ name }) => name === 'st1-pipelines-and-stages',
)!;

/** The scenario's design and files, open on the Design screen. */
async function openDeals({ page }: Opened): Promise<void> {
  await fileInput(page, 'Project file').setInputFiles(scenarioProject(scenario));
  await page.getByRole('heading', { level: 1, name: said('sides').title }).waitFor();
  for (const side of SIDES) {
    const { name, bytes } = scenario.file(side, 'deals', true)!;
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(bytes) };
    await page.locator(`section.card.${side} .ch input[type=file]`).setInputFiles(file);
  }
  for (const side of SIDES) await page.locator(`section.card.${side} dl`).waitFor();
  await go(page, 'Design');
}

it('a stage nobody mapped is listed with its records, gets its counterpart by the keyboard, and is one act to take back', async () => {
  const opened = await app.open();
  const { page, context, errors } = opened;
  await openDeals(opened);
  const section = page.getByRole('region', { name: said('design').sections.stages });
  await section.getByText(words.leftOut(2, 2)).waitFor();
  expect(await section.getByRole('button', { name: words.pairEqual }).isDisabled()).toBe(true);

  const choice = section.getByRole('combobox', { name: words.counterpart('Sales / On hold', 'Salesforce') });
  await choice.focus();
  await page.keyboard.type('Lost');
  await section.getByText(words.leftOut(2, 2)).waitFor({ state: 'detached' });
  const apart = section.getByRole('button', { name: words.unpair('Sales / On hold') });
  await apart.waitFor();
  await page.keyboard.press('Control+z');
  await section.getByText(words.leftOut(2, 2)).waitFor();
  await page.keyboard.press('Control+Shift+z');
  await apart.click();
  await section.getByText(words.leftOut(2, 2)).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

it('stages have no accessibility fault and nothing beside the window, in dark and in a narrow window', async () => {
  const opened = await app.open();
  const { page, context, errors } = opened;
  await openDeals(opened);
  const section = page.getByRole('region', { name: said('design').sections.stages });
  await section.getByText(words.leftOut(2, 2)).waitFor();
  await section.scrollIntoViewIfNeeded();
  expect(await inLooks(page, LOOKS.slice(0, 4), 'stages', [faults, beside])).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});
