import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { said } from '../../support/english.ts';
import { serveApp, type ServedApp } from '../setup/app.ts';
import { beside, judging, LOOKS } from './support/judging.ts';
import { cutOff, faults, overlaps } from './support/look.ts';
import { allRead, giveFiles, go, onPlan } from './support/steps.ts';

/** Names as long as they come, values nobody can read at a glance: they stand letter for letter, and nothing runs over. */
const FILES = {
  left: `crm-kunder-og-leverandorer-eksport-avdeling-nord-og-midt-endelig-versjon-rettet-2026-11.csv`,
  right: `regnskap-kundereskontro-hovedbok-konsern-alle-selskaper-inkludert-nedlagte-2026-11-21.csv`,
};
const LONG_HEADER = `Would you like to be contacted about the new terms of the yearly maintenance plan`;
const LONG_VALUE = 'Avtalt vedlikehold av alle anlegg, også de som er meldt nedlagt. '
  .repeat(5)
  .slice(0, 300);

const HEADER = ['Customer No', 'Name', 'E-mail', LONG_HEADER, 'Note'];
const LEFT = [
  ['C-001', '12x34 -> 5', 'a@example.com', 'Acme\u200b Ltd', 'one\u00a0two\tthree'],
  ['C-002', 'שלום בעמ', 'b@example.com', '\u202egnp.exe', LONG_VALUE],
  ['C-003', 'شركة النور (2)', 'c@example.com', 'Sm\ufffdhus Bygg', '👨‍👩‍👧‍👦 familie'],
  ['C-004', 'Müller', 'd@example.com', ' blank at its ends ', 'two  blanks'],
  ['C-005', LONG_VALUE.slice(0, 120), 'e@example.com', 'x', 'a long name'],
];
const RIGHT = [
  ['C-001', '12x34 -> 5', 'a@example.com', 'Acme Ltd', 'one two three'],
  ['C-002', 'שלום בעמ', 'b@example.com', 'exe.png', `${LONG_VALUE.slice(0, -1)}!`],
  ['C-003', 'شركة النور (2)', 'c@example.com', 'Småhus Bygg', '👨‍👩‍👧 familie'],
  ['C-004', 'Mu\u0308ller', 'd@example.com', 'blank at its ends', 'two blanks'],
  ['C-005', LONG_VALUE.slice(0, 120), 'e@example.com', 'х', 'a long name'],
];
const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n');

let app: ServedApp;
let folder: string;
const path = (name: string): string => join(folder, name);
beforeAll(async () => {
  app = await serveApp();
  folder = mkdtempSync(join(tmpdir(), 'drysync-letters-'));
  writeFileSync(path(FILES.left), csv([HEADER, ...LEFT]));
  writeFileSync(path(FILES.right), csv([HEADER, ...RIGHT]));
  const cell = (row: number, at: number): string =>
    at === 0 ? `a${String(row)}@example.com` : `v${String(row)} ${String(at)}`;
  writeFileSync(path('wide-left.csv'), wide(cell));
  writeFileSync(
    path('wide-right.csv'),
    wide((row, at) => (at === 7 ? 'other' : cell(row, at))),
  );
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

/** The record of a name is opened. */
async function openRecord(page: Page, name: string): Promise<void> {
  const drawer = page.getByRole('complementary', { name: said('plan').record.name });
  // A narrow window shows the first record over the list.
  if (!(await drawer.getByRole('heading', { level: 2, name }).isVisible()))
    await page.getByRole('gridcell').filter({ hasText: name }).first().click();
  await drawer.getByRole('heading', { level: 2, name }).waitFor();
}

describe('letters', () => {
  for (const { name, ...look } of LOOKS) {
    it(`stand as they are, long names end in an ellipsis with a tip, nothing overlaps: ${name}`, async () => {
      const { page, context, errors } = await app.open(look);
      const { found, judge } = judging(page, (screen) => `letters-${screen}-${name}`, [
        beside,
        cutOff,
        overlaps,
        faults,
      ]);
      await giveFiles(page, { left: path(FILES.left), right: path(FILES.right) });
      await allRead(page);
      await page.getByRole('rowheader').first().waitFor();
      await judge('sides');
      for (const heading of await page.locator('.side').allInnerTexts())
        expect([...heading.trim()].length, heading).toBeLessThanOrEqual(24);
      await go(page, 'Design');
      await page
        .getByText(/[\d,]+ linked/)
        .first()
        .waitFor();
      await judge('design');
      await rail(page);
      await onPlan(page);
      await judge('plan');
      await openRecord(page, '12x34');
      await judge('record');
      const drawer = page.getByRole('complementary', { name: said('plan').record.name });
      await drawer.getByTitle('zero-width space (U+200B)').first().waitFor();
      await drawer.getByTitle('no-break space (U+00A0)').first().waitFor();
      await drawer.getByTitle('tab (U+0009)').first().waitFor();
      await page.getByRole('tab', { name: said('plan').record.tabs.explain }).click();
      await judge('explain');
      await page.getByRole('tab', { name: said('plan').record.tabs.sent }).click();
      await judge('as-sent');
      await page.getByRole('button', { name: said('plan').record.close }).click();
      await page
        .getByRole('group', { name: 'What is shown' })
        .getByRole('button', { name: 'Fields' })
        .click();
      await page.getByRole('table').last().waitFor();
      await judge('fields');
      expect(found).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    });
  }
});

/** As many columns as a CRM has on a bad day, some of their names as long as a sentence. */
const WIDE = Array.from({ length: 1000 }, (_, at) =>
  at === 0 ? 'E-mail' : at % 50 === 0 ? `${String(at)} ${LONG_HEADER}` : `Field ${String(at)}`,
);
const wide = (value: (row: number, at: number) => string): string =>
  csv([WIDE, ...[1, 2, 3].map((row) => WIDE.map((_, at) => value(row, at)))]);

describe('a thousand columns', () => {
  for (const { name, ...look } of [LOOKS[2]!, LOOKS[4]!]) {
    it(`stand without overlap on every screen: ${name}`, async () => {
      const { page, context, errors } = await app.open(look);
      const { found, judge } = judging(page, (screen) => `wide-${screen}-${name}`, [beside, overlaps]);
      await giveFiles(page, { left: path('wide-left.csv'), right: path('wide-right.csv') });
      await allRead(page);
      await page.getByRole('rowheader').first().waitFor();
      await judge('sides');
      await go(page, 'Design');
      await page
        .getByText(/[\d,]+ linked/)
        .first()
        .waitFor();
      await judge('design');
      await rail(page);
      await onPlan(page);
      await judge('plan');
      expect(found).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    });
  }
});

const rail = (page: Page): Promise<void> =>
  page.getByRole('navigation').getByRole('link', { name: 'Plan' }).first().click();
