import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { said } from '../../support/english.ts';
import { picture, serveApp, type ServedApp } from '../setup/app.ts';
import { PATIENCE } from '../setup/patience.ts';
import { readScenarios } from '../../scenarios/scenario.ts';
import { giveResults, shownResults } from './support/give-results.ts';
import { beside, inLooks, LOOKS } from './support/judging.ts';
import { faults } from './support/look.ts';
import { scenarioProject } from './support/scenario-project.ts';
import { exported, fileInput, planOf } from './support/steps.ts';

const words = said('plan').since;
let app: ServedApp;
let folder: string;
beforeAll(async () => {
  app = await serveApp();
  folder = mkdtempSync(join(tmpdir(), 'drysync-since-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

const people = 8;
const numbers = Array.from({ length: people }, (_, n) => n);

function written(name: string, header: string, rows: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, [header, ...rows, ''].join('\n'));
  return path;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it('[BL7] [S115] result files are given to the plan after its change files: written, refused and not understood, and the refused fail', async () => {
  const { page, context, errors } = await app.open();
  const left = written(
    'contacts.csv',
    'Record ID,Email,Phone',
    numbers.map((n) => `${String(n)},p${String(n)}@acme.no,91 00 00 0${String(n)}`),
  );
  const right = written(
    'Contact.csv',
    'Id,Email,Phone',
    numbers.map((n) => `003${String(n)},p${String(n)}@acme.no,`),
  );
  await planOf(page, { left, right });
  const since = page.getByRole('button', { name: said('plan').parts.since, exact: true });
  await since.focus();
  await page.keyboard.press('Enter');
  // Nothing was handed over: no result file is taken.
  await page.getByText(words.handed.none).waitFor();
  expect(await page.locator('button', { hasText: words.results.add }).isDisabled()).toBe(true);

  const files = await exported(page, /all that would be written$/, 'For the systems');
  expect([...files.values()].join('').trim().split('\n')).toHaveLength(people + 1);
  await page.getByText(words.handed.waits).waitFor();
  await giveResults(page, [
    { name: 'success.csv', bytes: bytes('Id,STATUS\n0030,Item Updated\n0031,Item Updated\n') },
    {
      name: 'error.csv',
      bytes: bytes('Id,ERROR\n0032,Row was locked.\n0033,Row was locked.\n0034,Not an option.\n009Z,No.\n'),
    },
  ]);
  expect(await shownResults(page)).toEqual([
    { file: 'success.csv', written: 2, refused: 0, unclear: 0, rows: 2 },
    { file: 'error.csv', written: 0, refused: 3, unclear: 1, rows: 4 },
  ]);
  await page.getByText(words.handed.counts).waitFor();
  const refused = page.getByRole('region', { name: words.refused.title(3) });
  await refused.getByText('Row was locked.').waitFor();
  await picture(page, 'since');
  expect(await faults(page)).toEqual([]);
  // From the count to the records, which fail with the words.
  await refused.getByRole('button', { name: words.refused.all }).click();
  await page.getByText(said('plan').list.bulk.all(3)).waitFor();
  await page.locator('[role=row][aria-rowindex="2"]').click();
  await page.getByRole('tab', { name: said('plan').record.tabs.explain }).click();
  await page.locator('aside').getByText('Row was locked.').first().waitFor();

  // One file is taken out again, and all of it stands after the page is loaded anew.
  await since.click();
  await page.getByRole('button', { name: words.results.remove('success.csv') }).click();
  await expect.poll(async () => (await shownResults(page)).length, { timeout: PATIENCE }).toBe(1);
  await page.reload();
  await page.getByRole('region', { name: words.refused.title(3) }).waitFor();
  expect((await shownResults(page)).map(({ file }) => file)).toEqual(['error.csv']);
  await page.getByRole('button', { name: words.handed.forget }).click();
  await page.getByText(words.handed.none).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

it('what is known since last time has no accessibility fault and nothing beside the window, in dark and in a narrow window', async () => {
  const { page, context } = await app.open();
  await planOf(page, { left: join(folder, 'contacts.csv'), right: join(folder, 'Contact.csv') });
  await exported(page, /all that would be written$/, 'For the systems');
  // What a push of the same plan says of its records is taken in beside it (S374).
  const pushed = (is: string, row: string) => ({
    name: `contacts-right-updates-${is}.csv`,
    bytes: bytes(`Id,Phone,Why\n${row}\n`),
  });
  await giveResults(page, [
    { name: 'error.csv', bytes: bytes('Id,ERROR\n0032,Row was locked.\n9,x\n') },
    pushed('not-sent', '0033,91 00 00 03,not sent: the push was stopped before it'),
    pushed('unknown', '0034,91 00 00 04,unknown: the answer was lost'),
  ]);
  await page.getByRole('region', { name: words.refused.title(1) }).waitFor();
  expect(
    (await shownResults(page)).map(({ unknown, notSent, refused, unclear }) => [
      refused,
      unknown,
      notSent,
      unclear,
    ]),
  ).toEqual([
    [1, 0, 0, 1],
    [0, 0, 1, 0],
    [0, 1, 0, 0],
  ]);
  expect(await inLooks(page, LOOKS.slice(1, 3), 'since', [faults, beside])).toEqual([]);
  await context.close();
});

it('[S469] of deletes that were handed over it is told what became of each, they add up, and lead to their records', async () => {
  const { page, context, errors } = await app.open();
  const scenario = readScenarios(resolve(import.meta.dirname, '../../scenarios')).find(
    ({ name }) => name === 'de4-what-became-of-deletes',
  )!;
  await fileInput(page, 'Project file').setInputFiles(scenarioProject(scenario));
  await page.getByRole('heading', { level: 1, name: 'Sides' }).waitFor();
  for (const side of ['left', 'right'] as const) {
    const { name, bytes } = scenario.file(side, 'contacts', true)!;
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(bytes) };
    await page.locator(`section.card.${side} .ch input[type=file]`).setInputFiles(file);
    await page.locator(`section.card.${side} dl`).waitFor();
  }
  await giveResults(page, scenario.results ?? []);
  const back = page.getByRole('region', { name: words.back.title });
  const told = back.locator('li');
  const { deleted } = words.back;
  await back.getByText(words.back.deletes).waitFor();
  expect(await told.allInnerTexts().then((all) => all.map((text) => text.split(/\s+/).join(' ')))).toEqual(
    Object.values(deleted).map((word) => `1 ${word}`),
  );
  await back.getByText(words.back.sum([1, 1, 1, 1, 1, 1], 6)).waitFor();
  expect((await shownResults(page)).map(({ written, refused }) => [written, refused])).toEqual([
    [2, 0],
    [0, 1],
  ]);
  await page.getByRole('region', { name: words.refused.title(1) }).waitFor();
  expect(await inLooks(page, LOOKS, 'since-deletes', [faults, beside])).toEqual([]);
  // By the keyboard from the count to the record, which says why.
  const refused = back.getByRole('button', { name: words.back.show(1, deleted.refused) });
  await refused.focus();
  await page.keyboard.press('Enter');
  await page.locator('[role=row][aria-rowindex="2"]').click();
  await page.getByRole('tab', { name: said('plan').record.tabs.explain }).click();
  await page.locator('aside').getByText('It has open cases.').first().waitFor();
  expect(errors).toEqual([]);
  await context.close();
});
