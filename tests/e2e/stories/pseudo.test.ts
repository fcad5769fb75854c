import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languageOf, Words } from '../../../src/lib/words/index.ts';
import { serveApp, type ServedApp } from '../setup/app.ts';
import { beside, judging, type Check } from './support/judging.ts';
import { cutOff } from './support/look.ts';
import { sampleData, unworded } from './support/unworded.ts';

const LANGUAGE = 'en-XA';
let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

describe('a language a third longer than English', () => {
  it('fits on every screen, and all that is read there is in the catalogue', async () => {
    const words = new Words(languageOf(LANGUAGE));
    await words.need('home', 'plan');
    const { page, context, errors } = await app.open();
    await page.evaluate((tag) => localStorage.setItem('drysync.language', tag), LANGUAGE);
    await page.reload();
    const data = sampleData();
    const bare: Check = async () => (await unworded(page, data)).map((text) => `no bracket: ${text}`);
    const looked = judging(page, (screen) => `${screen}-pseudo`, [bare, cutOff, beside]);
    const { found } = looked;
    const judge = async (screen: string): Promise<void> => {
      await page.waitForLoadState('networkidle');
      await looked.judge(screen);
    };
    const sample = page.getByRole('button', { name: words.of('home').trySample });
    await sample.waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(LANGUAGE);
    await judge('home-empty');
    await sample.click();
    await page.locator('[role=gridcell][aria-colindex="6"]').first().waitFor();
    await judge('plan');
    const tabs = page.getByRole('tab');
    for (const at of [1, 2]) {
      await tabs.nth(at).click();
      await judge(`plan-tab-${String(at)}`);
    }
    await page.getByRole('button', { name: words.of('plan').parts.fields, exact: true }).click();
    await page.getByRole('table').last().waitFor();
    await judge('plan-fields');
    await page.locator('nav a[href*="/design"]').first().click();
    await page.locator('.dock').waitFor();
    await page.locator('.pagex table').first().waitFor();
    await judge('design');
    await page.locator('nav a[href*="/sides"]').click();
    await page.locator('table.rowwise').first().waitFor();
    await judge('sides');
    await page.locator('nav a').first().click();
    await page.getByRole('link', { name: /^Solbakken/ }).waitFor();
    await judge('home');
    expect(found).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });
});
