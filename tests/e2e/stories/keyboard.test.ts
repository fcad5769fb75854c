import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { said } from '../../support/english.ts';
import { serveApp, type ServedApp } from '../setup/app.ts';
import { approved, decideByKey, onPlan } from './support/steps.ts';

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

describe('the keyboard alone', () => {
  it('opens the sample, reviews records, explains one, changes a rule, goes back and exports', async () => {
    const { page, context, foreign, errors } = await app.open();
    await tabTo(page, /the sample project$/);
    await page.keyboard.press('Enter');
    await onPlan(page);

    await tabTo(page, 'grid');
    await decideByKey(page, 'a');
    await decideByKey(page, 'h');
    await decideByKey(page, 'a');
    expect(await approved(page)).toBe(2);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('e');
    await page.getByRole('tab', { name: said('plan').record.tabs.explain, selected: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('complementary', { name: said('plan').record.name }).waitFor({ state: 'detached' });
    await page.keyboard.press('End');
    await page.getByRole('grid').press('Enter');
    await page.waitForFunction(() => {
      const place = /([\d,]+) of ([\d,]+)/.exec(
        document.querySelector('[aria-label="Record"] header')?.textContent ?? '',
      );
      return place !== null && place[1] === place[2];
    });
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() =>
      document.querySelector('[aria-label^="Decide all"] small')?.textContent?.includes('1 yes'),
    );

    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.getByRole('group', { name: 'If both differ' }).waitFor();
    await tabTo(page, /^Salesforce wins$/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Salesforce wins', pressed: true }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await onPlan(page);
    await tabTo(page, /^Export$/);
    await page.keyboard.press('Enter');
    const download = page.waitForEvent('download');
    await tabTo(page, /^Plan files$/);
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toMatch(/\.zip$/);
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('every focus is seen: a ring on all that Tab reaches on the plan', async () => {
    const { page, context } = await app.open();
    await tabTo(page, /the sample project$/);
    await page.keyboard.press('Enter');
    await onPlan(page);
    const unseen: string[] = [];
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === null || focused === document.body) return '';
        const styles = [focused, ...focused.querySelectorAll('rect')].map((one) => getComputedStyle(one));
        const seen = styles.some(
          (one) =>
            (one.outlineStyle !== 'none' && one.outlineWidth !== '0px') ||
            (one.stroke !== 'none' && parseFloat(one.strokeWidth) >= 2),
        );
        return seen ? '' : `${focused.tagName} ${focused.textContent.trim().slice(0, 40)}`;
      });
      if (name !== '') unseen.push(name);
    }
    expect(unseen).toEqual([]);
    await context.close();
  });
});

/** Presses Tab until what has the focus has this name or role. */
async function tabTo(page: Page, wanted: RegExp | 'grid'): Promise<void> {
  for (let press = 0; press < 120; press++) {
    await page.keyboard.press('Tab');
    const { name, role } = await page.evaluate(() => {
      const focused = document.activeElement;
      return {
        name: (focused?.getAttribute('aria-label') ?? focused?.textContent ?? '').trim(),
        role: focused?.getAttribute('role') ?? '',
      };
    });
    if (wanted === 'grid' ? role === 'grid' : wanted.test(name)) return;
  }
  throw new Error(`Tab does not reach ${String(wanted)}`);
}
