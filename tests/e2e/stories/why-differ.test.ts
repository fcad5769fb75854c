import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { said } from '../../support/english.ts';
import { picture, serveApp, type ServedApp } from '../setup/app.ts';
import { beside, inLooks, LOOKS } from './support/judging.ts';
import { faults } from './support/look.ts';
import { openSample, planOf } from './support/steps.ts';

const words = said('plan').differ;
const toDos = said('plan').toDos;
let app: ServedApp;
let folder: string;
beforeAll(async () => {
  app = await serveApp();
  folder = mkdtempSync(join(tmpdir(), 'drysync-why-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

/** The same people in two apps: their phones written in two ways, a few cities really others. */
function paths() {
  const line = (n: number, id: string, phone: string, city: string): string =>
    `${id},p${String(n)}@acme.no,Per${String(n)} Olsen,${phone},${city}`;
  const rows = Array.from({ length: 40 }, (_, n) => {
    const number = `91${String(100_000 + n * 37)}`;
    return [
      line(n, String(n), `+47 ${number}`, 'Oslo'),
      line(
        n,
        `003${String(n)}`,
        n < 25 ? `0047${number}` : `+47 ${number}`,
        n % 10 === 3 ? 'Bergen' : n < 30 ? 'Oslo' : 'OSLO',
      ),
    ] as const;
  });
  const header = 'Id,Email,Name,Phone,City';
  const made = { left: join(folder, 'contacts.csv'), right: join(folder, 'Contact.csv') };
  writeFileSync(made.left, [header, ...rows.map(([left]) => left)].join('\n'));
  writeFileSync(made.right, [header, ...rows.map(([, right]) => right)].join('\n'));
  return made;
}

/** Opens the table of fields and why their values differ. */
async function differences(page: Page): Promise<Locator> {
  const parts = page.getByRole('group', { name: said('plan').shown });
  await parts.getByRole('button', { name: said('plan').parts.fields }).click();
  const views = page.getByRole('group', { name: words.views.name });
  await views.getByRole('button', { name: words.views.differ }).click();
  return page.getByRole('table', { name: words.caption });
}

it('[DX2] a class of differences is seen, its act says what it changes, is carried out, and taken back as one act', async () => {
  const { page, context, errors } = await app.open();
  await planOf(page, paths());
  // The plan says it without being asked, and leads there.
  const warning = page.getByRole('button', { name: /updates only change the form of a value/ }).first();
  await warning.click();
  const table = page.getByRole('table', { name: words.caption });
  const phone = table.getByRole('button', { name: 'Phone', exact: true });
  await phone.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('complementary', { name: words.field });
  await drawer.getByText('Would take away 22 of 35 updates.').first().waitFor();
  await picture(page, 'why-differ');
  expect(await faults(page)).toEqual([]);

  await drawer.getByRole('button', { name: /^Phone: Treat phone numbers/ }).click();
  await page.getByText(said('plan').list.toasts.designed()).waitFor();
  await phone.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await phone.waitFor();

  await phone.click();
  await drawer.getByRole('button', { name: words.showOf(25, words.words.phone) }).click();
  await page.locator('[role=gridcell][aria-colindex="6"]').first().waitFor();
  await page.getByText(said('plan').list.bulk.all(25)).waitFor();
  await page.locator('[role=row][aria-rowindex="2"]').click();
  await page.getByText(words.says.phone).first().waitFor();
  await picture(page, 'why-differ-record');
  expect(errors).toEqual([]);
  await context.close();
});

it('[DX2] what no act takes away is put on the to-do list of its owner, noted, taken out as CSV, ticked off and taken back', async () => {
  const { page, context, errors } = await app.open();
  await planOf(page, paths());
  await page
    .getByRole('button', { name: /updates only change the form of a value/ })
    .first()
    .click();
  const table = page.getByRole('table', { name: words.caption });
  await table.getByRole('button', { name: 'City', exact: true }).click();
  const field = page.getByRole('complementary', { name: words.field });
  const put = field.getByRole('button', { name: /^City: Put 4 on the to-do list/ });
  await put.nth(1).press('Enter');
  await page.getByRole('button', { name: toDos.open(1) }).click();
  const list = page.getByRole('complementary', { name: toDos.name });
  await list.getByText(toDos.now(4, 4)).waitFor();
  const note = list.getByRole('textbox', { name: toDos.note });
  await note.fill('Ask Kari');
  await note.press('Tab');
  await picture(page, 'to-do-list');
  expect(await faults(page)).toEqual([]);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    list.getByRole('button', { name: /^CSV for / }).click(),
  ]);
  const lines = readFileSync(await file.path(), 'utf8')
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(5);
  expect(lines[1]).toMatch(/,City,Bergen,Oslo,different values,Ask Kari/);
  await list.getByRole('button', { name: new RegExp(`^${toDos.tick}: `) }).click();
  await list.getByText(toDos.tickedOff).waitFor();
  await page.keyboard.press('Control+z');
  await list.getByText(toDos.tickedOff).waitFor({ state: 'detached' });
  await list.getByRole('button', { name: new RegExp(`^${toDos.remove}: `) }).click();
  await list.waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
  await context.close();
});

/** The same people, their state in the words of either app, a few of them in other capitals. */
function states() {
  const words = [
    ['Paying', 'Customer'],
    ['Churned', 'Former'],
    ['Lost', 'LOST'],
    ['Lost', 'Lost'],
  ] as const;
  const made = { left: join(folder, 'people.csv'), right: join(folder, 'Person.csv') };
  for (const [at, side] of (['left', 'right'] as const).entries()) {
    const line = (n: number): string =>
      `${String(at * 1000 + n)},p${String(n)}@acme.no,Per${String(n)} Olsen,${words[n % 4]![at]!}`;
    writeFileSync(
      made[side],
      ['Id,Email,Name,State', ...Array.from({ length: 40 }, (_, n) => line(n))].join('\n'),
    );
  }
  return made;
}

it('[DX2] values that always stand with one of the other side are mapped by one click, and no longer by an undo', async () => {
  const { page, context, errors } = await app.open();
  await planOf(page, states());
  const table = await differences(page);
  await table.getByRole('button', { name: 'State', exact: true }).click();
  const drawer = page.getByRole('complementary', { name: words.field });
  const map = drawer.getByRole('button', { name: /^State: Map 2 values/ });
  await drawer.getByText(words.says.other).waitFor();
  await map.and(page.locator(':enabled')).waitFor();
  await picture(page, 'why-differ-map');
  expect(await faults(page)).toEqual([]);
  await map.click();
  await page.getByText(said('plan').list.toasts.designed()).waitFor();
  await map.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await map.waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

it('why values differ has no accessibility fault and nothing beside the window, in dark and in a narrow window', async () => {
  const { page, context } = await app.open();
  await openSample(page);
  const table = await differences(page);
  await table.getByRole('button', { pressed: false }).first().click();
  await page.getByRole('complementary', { name: words.field }).waitFor();
  expect(await inLooks(page, LOOKS.slice(1, 3), 'why-differ', [faults, beside])).toEqual([]);
  await page
    .getByRole('button', { name: /: Put \d+ on the to-do list of / })
    .first()
    .click();
  await page.getByRole('button', { name: toDos.open(1) }).click();
  await page.getByRole('complementary', { name: toDos.name }).waitFor();
  expect(await inLooks(page, LOOKS.slice(1, 3), 'to-do-list', [faults, beside])).toEqual([]);
  await context.close();
});
