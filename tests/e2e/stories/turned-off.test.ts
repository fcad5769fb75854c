import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { said } from '../../support/english.ts';
import { serveApp, type ServedApp } from '../setup/app.ts';
import { beside, inLooks, LOOKS } from './support/judging.ts';
import { faults } from './support/look.ts';
import { countsOf, go, openSample, rail } from './support/steps.ts';

const words = said('design');
const plan = said('plan');
/** Pairs of companies the sample's baseline links. */
const LINKED = readFileSync(new URL('../../../static/sample/baseline.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('{"sync":"companies"'))
  .map((line) => JSON.parse(line) as { left: string | null; right: string | null })
  .filter(({ left, right }) => left !== null && right !== null).length;

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

it('[LI2] a sync is turned off, stands still in the plan, is turned on by an edit, deleted, and brought back', async () => {
  const { page, context, errors } = await app.open();
  await openSample(page);
  const on = await countsOf(page);
  await go(page, 'Design');
  const nav = page.getByRole('navigation', { name: words.nav.name });
  const banner = page.getByText(words.off.title);
  await page.getByRole('button', { name: words.off.turnOff }).press('Enter');
  await banner.waitFor();
  await page.getByText(words.off.edits).waitFor();
  await nav
    .getByRole('button', { name: new RegExp(`^${words.kinds.companies}\\s*${words.nav.off}`) })
    .waitFor();
  const look = async (screen: string): Promise<void> => {
    const looks = LOOKS.slice(0, 4);
    expect(await inLooks(page, looks, `turned-off-${screen}`, [beside, faults])).toEqual([]);
  };
  await look('design');

  // Every record is there, left out, and said to be of a sync that is off.
  await rail(page, 'Plan');
  await page.getByRole('button', { name: plan.list.none.all }).press('Enter');
  await page.getByRole('gridcell').first().waitFor();
  const off = await countsOf(page);
  expect(off.read).toMatchObject({ left: on.read.left, right: on.read.right });
  expect(off.outcomes.filter(({ left, right }) => left + right > 0)).toEqual([
    { word: said('terms').outcomes.excluded.word, left: on.read.left, right: on.read.right },
  ]);
  await page
    .getByText(/This sync is off: its/)
    .first()
    .waitFor();
  await look('plan');

  // An edit turns it on; that was said before.
  await go(page, 'Design');
  const winners = page.getByRole('group', { name: words.direction.ifDiffer });
  await winners.getByRole('button', { pressed: false }).click();
  await banner.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await banner.waitFor();

  await page.getByRole('button', { name: words.off.drop }).press('Enter');
  const dialog = page.getByRole('dialog', { name: words.off.deleteTitle(words.kinds.companies) });
  expect(LINKED).toBeGreaterThan(0);
  await dialog.getByText(words.off.links(LINKED)).waitFor();
  await dialog.getByText(words.off.children(['deals'])).waitFor();
  await look('delete');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: words.off.drop }).press('Enter');
  await dialog.getByRole('button', { name: words.off.delete }).press('Enter');
  await nav.getByRole('button', { name: words.kinds.companies }).waitFor({ state: 'detached' });
  await nav.getByRole('button', { name: words.kinds.deals }).waitFor();
  await page.keyboard.press('Control+z');
  await banner.waitFor();
  await page.getByRole('button', { name: words.off.turnOn }).press('Enter');
  await banner.waitFor({ state: 'detached' });
  await go(page, 'Plan');
  await expect.poll(() => countsOf(page)).toEqual(on);
  await page.getByText(plan.kinds.companies).first().waitFor();
  expect(errors).toEqual([]);
  await context.close();
});
