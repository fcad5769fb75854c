import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { said } from '../../support/english.ts';
import { picture, serveApp, type ServedApp } from '../setup/app.ts';
import { beside, inLooks, LOOKS } from './support/judging.ts';
import { faults } from './support/look.ts';
import { exported, go, planOf, rail } from './support/steps.ts';

const { complete, source } = said('sides');
const words = said('plan').restore;
let app: ServedApp;
let folder: string;
beforeAll(async () => {
  app = await serveApp();
  folder = mkdtempSync(join(tmpdir(), 'drysync-deleted-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

const PEOPLE = 60;

function written(name: string, header: string, rows: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, [header, ...rows, ''].join('\n'));
  return path;
}

/** The right export without its first records. */
const rightWithout = (missing: number, phones: boolean, name: string): string =>
  written(
    name,
    'Id,Email,Phone',
    Array.from({ length: PEOPLE - missing }, (_, at) => {
      const n = at + missing;
      return `003${String(n)},p${String(n)}@acme.no,${phones ? phoneOf(n) : ''}`;
    }),
  );

const phoneOf = (n: number): string => `91 00 00 ${String(n).padStart(2, '0')}`;

async function linked(page: Page): Promise<void> {
  const left = written(
    'contacts.csv',
    'Record ID,Email,Phone',
    Array.from({ length: PEOPLE }, (_, n) => `${String(n)},p${String(n)}@acme.no,${phoneOf(n)}`),
  );
  await planOf(page, { left, right: rightWithout(0, false, 'Contact.csv') });
  await exported(page, /all that would be written$/, 'For the systems');
}

async function newerRight(page: Page, path: string): Promise<void> {
  await go(page, 'Sides');
  const app = page.locator('section.right');
  await app.locator('.ch input[type=file]').setInputFiles(path);
  await app.getByTitle(basename(path), { exact: true }).waitFor();
  await app.getByText(source.beingRead).waitFor({ state: 'detached' });
}

/** Nothing is written: the list that is shown first has no rows. */
async function toPlan(page: Page): Promise<void> {
  await rail(page, 'Plan');
  await page.getByRole('heading', { level: 1, name: /^Plan \d/ }).waitFor();
}

const switchOf = (page: Page) => page.locator('section.right').getByRole('switch', { name: complete.label });

it('[DE1] [DE2] [DE5] a complete export tells who was deleted, a guard holds it back, and a person restores them, in one act', async () => {
  const { page, context, errors } = await app.open();
  await linked(page);

  // Ten of sixty: more than the guard lets be missing.
  await newerRight(page, rightWithout(10, true, 'fewer.csv'));
  const right = page.locator('section.right');
  await right.getByText(complete.missing(10, PEOPLE)).waitFor();
  await right.getByText(complete.partial).waitFor();
  await switchOf(page).click();
  await right.getByText(complete.stopped(0.05)).waitFor();
  await picture(page, 'complete-stopped');
  expect(await faults(page)).toEqual([]);

  // A newer file is partial until it is said of it too.
  await newerRight(page, rightWithout(2, true, 'newer.csv'));
  await right.getByText(complete.missing(2, PEOPLE)).waitFor();
  expect(await switchOf(page).getAttribute('aria-checked')).toBe('false');
  await switchOf(page).focus();
  await page.keyboard.press('Space');
  await right.getByText('They count as deleted in').waitFor();
  await picture(page, 'complete');

  await toPlan(page);
  const open = page.getByRole('button', { name: words.open(2) });
  await open.waitFor();
  await picture(page, 'restore-offered');
  await open.click();
  const dialog = page.getByRole('dialog', { name: words.title(2) });
  await dialog.getByText('0030').waitFor();
  expect(await dialog.getByRole('checkbox').count()).toBe(2);
  await picture(page, 'restore');
  expect(await faults(page)).toEqual([]);
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByRole('button', { name: words.some(1) }).click();
  await page.getByText(said('plan').list.toasts.restored(1)).waitFor();
  await page.getByRole('button', { name: words.open(1) }).waitFor();
  // One act, taken back by one.
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: words.open(2) }).click();
  await dialog.getByRole('button', { name: words.all(2) }).click();
  await page.getByText(said('plan').list.toasts.restored(2)).waitFor();
  const files = await exported(page, /all that would be written$/, 'For the systems');
  const creates = files.get([...files.keys()].find((name) => name.includes('right-creates')) ?? '');
  expect(creates?.trim().split('\n')).toHaveLength(3);
  expect(creates).toContain('p0@acme.no');
  expect(errors).toEqual([]);
  await context.close();
});

it('the setting and the review have no accessibility fault and nothing beside the window, in dark and in a narrow window', async () => {
  const { page, context } = await app.open();
  await linked(page);
  await newerRight(page, rightWithout(2, true, 'newer.csv'));
  await switchOf(page).click();
  await page.getByText('They count as deleted in').waitFor();
  expect(await inLooks(page, LOOKS.slice(1, 3), 'complete', [beside])).toEqual([]);
  await toPlan(page);
  await page.getByRole('button', { name: words.open(2) }).click();
  await page.getByRole('dialog').getByText('0030').waitFor();
  expect(await inLooks(page, LOOKS.slice(1, 3), 'restore', [faults, beside])).toEqual([]);
  await context.close();
});
