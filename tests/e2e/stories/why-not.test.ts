import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { said } from '../../support/english.ts';
import { picture, serveApp, type ServedApp } from '../setup/app.ts';
import { beside, inLooks, LOOKS } from './support/judging.ts';
import { faults } from './support/look.ts';
import { planOf } from './support/steps.ts';

const words = said('whyNot');
let app: ServedApp;
let folder: string;
beforeAll(async () => {
  app = await serveApp();
  folder = mkdtempSync(join(tmpdir(), 'drysync-why-not-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

/** Companies of two apps: one of them points at two accounts, one by its name, one by its domain. */
function paths() {
  const left = ['Record ID,Company name,Company Domain Name,Phone Number,City'];
  const right = ['Id,Name,Domain,Phone,City'];
  for (let n = 0; n < 30; n++) {
    const [name, domain, phone] = [
      `Firma ${String(n)}`,
      `firma${String(n)}.no`,
      `+47 9140${String(1000 + n)}`,
    ];
    left.push(`${String(100 + n)},${name} AS,${domain},${phone},Bergen`);
    right.push(`001${String(n)},${name} AS,www.${domain},${phone},${n % 5 === 0 ? 'Oslo' : 'Bergen'}`);
  }
  left.push('10988,Brattnes Maritim,brattnes.no,+47 70114200,Ålesund');
  right.push('001K2P,Brattnes Maritim,brattnes-maritim.no,+47 70114200,Ålesund');
  right.push('001M8T,Brattnes Shipping AS,brattnes.no,+47 70999999,Ålesund');
  const made = { left: join(folder, 'companies.csv'), right: join(folder, 'Account.csv') };
  writeFileSync(made.left, left.join('\n'));
  writeFileSync(made.right, right.join('\n'));
  return made;
}

it('[S160] [S161] from an ambiguous record to what stands between it and another, and a change that links the two', async () => {
  const { page, context, errors } = await app.open();
  await planOf(page, paths());
  const search = page.getByRole('button', { name: said('plan').list.search.says }).first();
  await search.click();
  await page.keyboard.type('Brattnes Maritim');
  await page.keyboard.press('Enter');
  const scope = page
    .getByRole('group', { name: said('plan').list.scope })
    .getByRole('button', { name: /^All/ });
  await scope.click();
  await page
    .getByRole('row', { name: /Brattnes Maritim/ })
    .first()
    .click();
  await page
    .getByRole('complementary', { name: said('plan').record.name })
    .getByText('Ambiguous')
    .first()
    .waitFor();
  await page.keyboard.press('w');

  // The records its keys find are offered; another is searched for by a word.
  await page.getByRole('heading', { level: 1, name: words.head }).waitFor();
  await page.getByRole('button', { name: /Brattnes Shipping AS/ }).waitFor();
  await picture(page, 'why-not-pick');
  await page.getByRole('searchbox').fill('maritim');
  await page.getByRole('button', { name: /001K2P/ }).click();

  const steps = page.getByRole('region', { name: words.steps.title });
  await steps.getByText(/finds another/).waitFor();
  await page.getByText(words.notLinked, { exact: true }).waitFor();
  const changes = page.getByRole('region', { name: words.changes.title });
  await changes.getByText(words.changes.byHand.title).waitFor();
  await picture(page, 'why-not');
  expect(await faults(page)).toEqual([]);

  // By hand, and taken back.
  await page.keyboard.press('l');
  await page.getByText(words.linkedBy.person, { exact: true }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText(words.notLinked, { exact: true }).waitFor();

  // The cheapest change of the design is a candidate plan, in which they are linked.
  await changes
    .getByRole('button', { name: /^Try it/ })
    .first()
    .click();
  await page.getByText(words.linked, { exact: true }).waitFor();
  await picture(page, 'why-not-linked');
  await page.keyboard.press('Control+z');
  await page.getByText(words.notLinked, { exact: true }).waitFor();

  // The address names the two: a reload shows them again.
  await page.reload();
  await steps.getByText(/finds another/).waitFor();
  await page
    .getByRole('link', { name: /^Plan \d/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: /^Plan \d/ }).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

it('why not has no accessibility fault and nothing beside the window, in dark and in a narrow window', async () => {
  const { page, context } = await app.open();
  await planOf(page, paths());
  const at = new URL(page.url());
  const sync = new URLSearchParams(at.hash.slice(1)).get('sync') ?? '';
  const project = new URLSearchParams(at.hash.slice(1)).get('p') ?? '';
  const hash = new URLSearchParams({ p: project, sync, left: '10988', right: '001K2P' });
  await page.goto(`${at.origin}/why-not/#${hash.toString()}`);
  const changes = page.getByRole('region', { name: words.changes.title });
  await changes.getByText(words.changes.byHand.title).waitFor();
  expect(await inLooks(page, LOOKS.slice(1), 'why-not', [faults, beside])).toEqual([]);
  await context.close();
});
