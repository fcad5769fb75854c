import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright';
import type { Both } from '../../../../src/lib/engine/model/side.ts';
import { said } from '../../../support/english.ts';
import { numberIn } from './look.ts';

/** What a person does, in the words on the screen. */

/** From the first page: the sample's plan. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /the sample project$/ }).click();
  await onPlan(page);
}

/** The plan stands and its list is there. Where it never comes, the error says what the screen shows instead. */
export async function onPlan(page: Page): Promise<void> {
  try {
    await page.getByRole('heading', { level: 1, name: /^Plan \d/ }).waitFor();
    await page.locator('[role=gridcell][aria-colindex="2"]').first().waitFor();
  } catch (error) {
    throw new Error(`no plan at ${page.url()}; the screen shows:\n${await pageText(page)}`, { cause: error });
  }
}

/** All that a page shows, or why it cannot be asked. */
async function pageText(page: Page): Promise<string> {
  try {
    return await page.locator('body').innerText({ timeout: 10_000 });
  } catch (error) {
    return String(error);
  }
}

/** From the first page: a file on each side; the sides are shown, and being read. */
export async function giveFiles(
  page: Page,
  paths: Both<string>,
  give: (input: Locator, path: string) => Promise<void> = (input, path) => input.setInputFiles(path),
): Promise<void> {
  const { fileOf } = said('shell');
  await give(fileInput(page, fileOf.left), paths.left);
  await give(fileInput(page, fileOf.right), paths.right);
  await page.getByRole('heading', { level: 1, name: said('sides').title }).waitFor();
}

/** Both sides are read: the way on is offered. */
export const allRead = (page: Page): Promise<void> =>
  page.getByRole('link', { name: said('sides').goOn }).waitFor();

/** From the first page: the plan of a file on each side. */
export async function planOf(page: Page, paths: Both<string>): Promise<void> {
  await giveFiles(page, paths);
  await allRead(page);
  await go(page, 'Plan');
}

export const fileInput = (page: Page, name: string): Locator =>
  page.locator(`input[type=file][aria-label="${name}"]`);

type Screen = 'Home' | 'Sides' | 'Design' | 'Plan' | 'Health';

/** Presses a screen's name in the rail, and waits for nothing. */
export const rail = (page: Page, to: Screen): Promise<void> =>
  page.getByRole('navigation').getByRole('link', { name: to }).first().click();

/** The rail's way to another screen. */
export async function go(page: Page, to: Screen): Promise<void> {
  await rail(page, to);
  if (to === 'Plan') await onPlan(page);
  else await page.waitForURL((url) => url.pathname.endsWith(to === 'Home' ? '/' : `/${to.toLowerCase()}/`));
}

export interface CountTable {
  readonly outcomes: readonly { readonly word: string; readonly left: number; readonly right: number }[];
  readonly read: Both<number>;
}

/** The picture's numbers, as its table says them to those who do not see it. */
export async function countsOf(page: Page): Promise<CountTable> {
  const rows = await page
    .getByRole('table', { name: said('plan').picture.table })
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
  const read = rows.map(([word = '', left = '', right = '']) => ({
    word: word.split(':')[0] ?? '',
    left: numberIn(left),
    right: numberIn(right),
  }));
  const at = read.findIndex(({ word }) => word.startsWith('All, as read'));
  return { outcomes: read.slice(0, at), read: read[at]! };
}

/** How many of the list are approved, as the bar below it says. */
export async function approved(page: Page): Promise<number> {
  const text = await page
    .getByRole('group', { name: said('plan').list.bulk.name })
    .locator('small')
    .innerText();
  return numberIn(/([\d.,\s]+) yes/.exec(text)?.[1] ?? '0');
}

/** A key's decision on the record in hand, waited for until the screen has acknowledged it. */
export async function decideByKey(page: Page, key: 'a' | 'h' | 'r'): Promise<void> {
  const sums = page.getByRole('group', { name: said('plan').list.bulk.name }).locator('small');
  const before = await sums.innerText();
  await page.keyboard.press(key);
  await page.waitForFunction(
    ({ name, old }) => document.querySelector(`[aria-label="${name}"] small`)?.textContent?.trim() !== old,
    { name: said('plan').list.bulk.name, old: before.trim() },
  );
}

/** A file of the Export menu, unpacked: text by name. */
export async function exported(page: Page, group: RegExp, item: string): Promise<Map<string, string>> {
  const { name, bytes } = await downloaded(page, group, item);
  if (!name.endsWith('.zip')) return new Map([[name, strFromU8(bytes)]]);
  return new Map(Object.entries(unzipSync(bytes)).map(([one, text]) => [one, strFromU8(text)]));
}

/** A file of the Export menu as it is written. */
export async function downloaded(
  page: Page,
  group: RegExp,
  item: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  await page.getByRole('button', { name: said('plan').exports.name }).click();
  const buttons = page.locator('[popover]:popover-open').locator('p.group, button');
  await buttons.first().waitFor();
  const at = await buttons.evaluateAll(
    (all, [want, word]) => {
      const first = all.findIndex(
        (one) => one.tagName === 'P' && new RegExp(want).test(one.textContent ?? ''),
      );
      return all.findIndex((one, index) => index > first && (one.textContent ?? '').trim() === word);
    },
    [group.source, item] as const,
  );
  if (at < 0) throw new Error(`no ${item} in the menu`);
  const [file] = await Promise.all([page.waitForEvent('download'), buttons.nth(at).click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}
