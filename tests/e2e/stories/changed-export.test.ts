import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { said } from '../../support/english.ts';
import { serveApp, type ServedApp } from '../setup/app.ts';
import { beside, judging, LOOKS } from './support/judging.ts';
import { cutOff, faults, overlaps } from './support/look.ts';
import { allRead, countsOf, giveFiles, go } from './support/steps.ts';

const sides = said('sides');
const words = sides.changed;

let app: ServedApp;
let folder: string;
beforeAll(async () => {
  app = await serveApp();
  folder = mkdtempSync(join(tmpdir(), 'drysync-changed-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

function written(name: string, header: string, rows: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, [header, ...rows, ''].join('\n'));
  return path;
}

const HEADER = 'Record ID,Email,Phone';
const numbers = Array.from({ length: 8 }, (_, n) => String(n));
const FACTS = { file: 'monday.csv', sha256: '', by: 'Record ID', rows: 2, stored: 2, rejected: 0, blank: 0 };

for (const { name, ...look } of LOOKS.slice(0, 3)) {
  it(`[PH6] [S205] an export of only what changed is asked about, put in and told of: ${name}`, async () => {
    const { page, context, errors } = await app.open(look);
    const { found, judge } = judging(page, (screen) => `changed-${screen}-${name}`, [
      beside,
      cutOff,
      overlaps,
      faults,
    ]);
    await giveFiles(page, {
      left: written(
        'contacts.csv',
        HEADER,
        numbers.map((n) => `${n},p${n}@acme.no,91 00 00 0${n}`),
      ),
      right: written(
        'Contact.csv',
        'Id,Email,Phone',
        numbers.map((n) => `003${n},p${n}@acme.no,91 00 00 0${n}`),
      ),
    });
    await allRead(page);
    const monday = written('monday.csv', HEADER, ['3,p3@acme.no,99 99 99 99', '9,p9@acme.no,91 00 00 09']);
    const input = (label: string) => page.locator(`input[type=file][aria-label$="${label}"]`).first();
    await input(sides.source.newerOf('')).setInputFiles(monday);
    const dialog = page.getByRole('dialog', { name: words.title('monday.csv') });
    await dialog.getByText(words.looks(2, 'contacts.csv', 8)).waitFor();
    await judge('asked');

    // Closed, nothing was read.
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByRole('region', { name: words.list }).count()).toBe(0);
    await input(sides.source.newerOf('')).setInputFiles(monday);
    await dialog.getByRole('button', { name: words.only, exact: true }).click();
    const told = words.one({ ...FACTS, added: 1, replaced: 1, same: 0 });
    await page.getByRole('region', { name: words.list }).getByText(told).waitFor();
    await judge('put-in');

    // Of other columns: nothing is put in, and it says why.
    const other = written('other.csv', 'Record ID,Nickname', ['3,Tre']);
    await input(words.loadOf('')).setInputFiles(other);
    await page.getByText(/^The columns of other\.csv are not those of contacts\.csv/).waitFor();
    await page.getByRole('region', { name: words.list }).getByText(told).waitFor();

    // The report counts all together, and the plan has nine records of that side.
    await page.getByRole('button', { name: sides.report.open }).first().click();
    await page
      .getByText(sides.report.addsUp({ rows: 9, stored: 9, rejected: 0, blank: 0 }), { exact: true })
      .waitFor();
    await page.getByRole('region', { name: words.list }).getByText(told).waitFor();
    await judge('report');
    if (name === 'light-1440') {
      await page.reload();
      await go(page, 'Plan');
      const { read, outcomes } = await countsOf(page);
      expect(read).toMatchObject({ left: 9, right: 8 });
      expect(outcomes.reduce((sum, one) => sum + one.left, 0)).toBe(9);
    }
    expect(found).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });
}
