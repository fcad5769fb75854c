import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { said } from '../../support/english.ts';
import { picture, serveApp, type ServedApp } from '../setup/app.ts';
import { faults } from './support/look.ts';
import { allRead, giveFiles, go } from './support/steps.ts';

const words = said('design').matching;
let app: ServedApp;
let folder: string;
beforeAll(async () => {
  app = await serveApp();
  folder = mkdtempSync(join(tmpdir(), 'drysync-closest-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

/** The same people in two apps; two of them share one address, in another order on each side. */
function paths() {
  const people = Array.from({ length: 200 }, (_, n) => `p${String(n)}@acme.no,Per${String(n)},Oslo`);
  const [mia, ola] = ['holt@fjord.no,Mia,Molde', 'holt@fjord.no,Ola,Bergen'];
  const file = (name: string, rows: readonly string[]): string => {
    const path = join(folder, name);
    writeFileSync(
      path,
      ['Id,Email,Name,City', ...rows.map((row, n) => `${String(100 + n)},${row}`)].join('\n'),
    );
    return path;
  };
  return {
    left: file('contacts.csv', [...people, mia!, ola!]),
    right: file('Contact.csv', [ola!, mia!, ...people]),
  };
}

it('[KW10] of two people with one address the first are linked, or those that agree; reverting takes it back', async () => {
  const { page, context, errors } = await app.open();
  await giveFiles(page, paths());
  await allRead(page);
  await go(page, 'Design');
  const found = (linked: number, duplicate: number): Promise<void> =>
    page.getByText(words.found(linked, 0, duplicate), { exact: true }).waitFor();
  await found(201, 2);
  const pick = page.getByRole('combobox', { name: words.severalRecords });
  await pick.focus();
  await page.keyboard.press('ArrowDown');
  expect(await pick.inputValue()).toBe('closest');
  await picture(page, 'closest-design');
  expect(await faults(page)).toEqual([]);
  await found(202, 0);
  await page.getByRole('button', { name: said('design').strip.revert(1) }).click();
  await expect.poll(() => pick.inputValue()).toBe('first');
  await found(201, 2);
  expect(errors).toEqual([]);
  await context.close();
});

it('the choice fits where the screen is narrow, also in the dark', async () => {
  const { page, context, errors } = await app.open({ width: 1024, dark: true });
  await giveFiles(page, paths());
  await allRead(page);
  await go(page, 'Design');
  await page.getByRole('combobox', { name: words.severalRecords }).selectOption('closest');
  await picture(page, 'closest-design-dark-1024');
  expect(await faults(page)).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});
