import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { said } from '../../support/english.ts';
import { picture, serveApp, type ServedApp } from '../setup/app.ts';
import { beside } from './support/judging.ts';
import { faults, numberIn } from './support/look.ts';
import { go, planOf } from './support/steps.ts';

const words = said('health');
let app: ServedApp;
let folder: string;
beforeAll(async () => {
  app = await serveApp();
  folder = mkdtempSync(join(tmpdir(), 'drysync-health-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

/** People of two apps: the right one holds each badge once, and five on the left share one; one row has a cell too many. */
function badges() {
  const left = ['Record ID,First name,Last name,Email,Badge,Last modified date'];
  const right = ['Id,FirstName,LastName,Email,Badge,LastModifiedDate'];
  for (let n = 0; n < 40; n++) {
    const badge = n < 5 ? 'B-1' : `B-${String(100 + n)}`;
    const day = `2020-01-${String((n % 28) + 1).padStart(2, '0')}T10:00:00Z`;
    left.push(`${String(1000 + n)},Anna${String(n)},Lie${String(n)},a${String(n)}@firma.no,${badge},${day}`);
    if (n >= 20)
      right.push(`003${String(n)},Anna${String(n)},Lie${String(n)},a${String(n)}@firma.no,${badge},${day}`);
  }
  left.push('2000,Nobody,Noid,x@firma.no,B-9,2020-01-01T10:00:00Z,one more');
  const made = { left: join(folder, 'contacts.csv'), right: join(folder, 'Contact.csv') };
  writeFileSync(made.left, left.join('\n'));
  writeFileSync(made.right, right.join('\n'));
  return made;
}

/** The counts of both sides, as the table has them: all but the last are summed in it (HE4). */
const sums = async (page: Page): Promise<readonly [sum: number, read: number][]> => {
  const rows = await page
    .getByRole('region', { name: words.objects.name })
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td.num')].map((cell) => cell.textContent ?? '')),
    );
  return rows.map((cells) => {
    const numbers = cells.map(numberIn);
    return [numbers.slice(0, -1).reduce((sum, one) => sum + one, 0), numbers.at(-1) ?? -1];
  });
};

it('[HE1] [HE5] from the counts of an object to its causes, to exactly those records, and to a file of all', async () => {
  const { page, context, errors } = await app.open();
  await planOf(page, badges());
  await page.getByRole('navigation').getByRole('link', { name: words.head }).click();
  await page.getByRole('heading', { level: 1, name: words.head }).waitFor();
  const table = page.getByRole('region', { name: words.objects.name });
  await table.waitFor();
  expect(await sums(page)).toEqual([
    [40, 40],
    [20, 20],
  ]);
  // Rows that are no records are told beside them, and are no part of the counts (ER1).
  await page.getByText(/rows with more cells than the header, left out/).waitFor();
  for (const check of [faults, beside]) expect(await check(page)).toEqual([]);
  await picture(page, 'health');

  // A count is its records: the twenty that are to be created on the right.
  const written = table.locator('tbody tr').first().getByRole('button', { name: '20' }).first();
  await written.click();
  const grid = page.getByRole('grid', { name: words.records.grid });
  await grid.getByText('Anna', { exact: false }).first().waitFor();
  await page.getByText(words.records.found(20), { exact: true }).first().waitFor();

  // All of them again, none changed in the last week; a column more, one further to the left.
  const bar = page.getByRole('group', { name: words.records.name });
  await bar.getByLabel(words.records.state).selectOption({ label: words.records.all });
  await bar.getByLabel(words.records.side).selectOption({ label: words.records.all });
  await page.getByText(words.records.found(60), { exact: true }).first().waitFor();
  await bar.getByLabel(words.records.changed).selectOption({ label: words.records.days(7) });
  await page.getByText(words.records.found(0), { exact: true }).first().waitFor();
  await bar.getByLabel(words.records.changed).selectOption({ label: words.records.all });
  await page.getByText(words.records.found(60), { exact: true }).first().waitFor();
  await bar.getByRole('button', { name: /^Columns/ }).click();
  const { names } = words.columns;
  await page.getByRole('checkbox', { name: names.counterpart }).check();
  await page.getByRole('button', { name: words.columns.up(names.counterpart), exact: true }).click();
  await picture(page, 'health-columns');
  await page.keyboard.press('Escape');
  const heads = await grid.getByRole('columnheader').allTextContents();
  expect(heads.map((one) => one.trim()).slice(-2)).toEqual([names.counterpart, names.changed]);
  for (const check of [faults, beside]) expect(await check(page)).toEqual([]);
  await picture(page, 'health-records');

  // The file has the columns as they are shown.
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: words.records.csv }).click();
  const path = await (await download).path();
  const lines = readFileSync(path, 'utf8').replace('\ufeff', '').trimEnd().split('\r\n');
  expect(lines).toHaveLength(61);
  expect(lines[0]).toBe(heads.map((one) => one.trim()).join(','));
  const book = page.waitForEvent('download');
  await page.getByRole('button', { name: words.records.xlsx }).click();
  expect((await book).suggestedFilename()).toBe('records.xlsx');

  // The columns are still so after another screen; a record opens in the plan by the keyboard.
  await go(page, 'Design');
  await page.getByRole('navigation').getByRole('link', { name: words.head }).click();
  await grid.getByRole('columnheader', { name: names.counterpart }).waitFor();
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: said('plan').record.name }).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

it('[HE2] [HE5] a cause has its sentence, its kind and steps, and shows its records in the plan', async () => {
  const { page, context, errors } = await app.open();
  await page.getByRole('button', { name: /the sample project$/ }).click();
  await page.getByRole('heading', { level: 1, name: /^Plan \d/ }).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: words.head }).click();
  const show = page.getByRole('button', { name: words.causes.show });
  await show.first().waitFor();
  expect((await sums(page)).every(([sum, read]) => sum === read)).toBe(true);
  const row = page.getByRole('listitem').filter({ has: show.first() }).first();
  const many = numberIn(await row.locator('.many').evaluate((one) => one.firstChild?.textContent ?? ''));
  const title = (await row.getByRole('heading').textContent()) ?? '';
  await show.first().click();
  await page.getByRole('note').filter({ hasText: title.trim() }).waitFor();
  await page.getByText(said('plan').list.found(many), { exact: true }).waitFor();
  await picture(page, 'health-cause-in-plan');
  await page.getByRole('button', { name: said('plan').ofCause.all }).click();
  await page.getByRole('note').waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
  await context.close();
});
