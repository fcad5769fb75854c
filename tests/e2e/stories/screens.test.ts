import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { picture, serveApp, type ServedApp } from '../setup/app.ts';
import { faults, overflow } from './support/look.ts';
import { go, onPlan, openSample } from './support/steps.ts';

const LOOKS = [
  { name: 'light-1440', width: 1440, height: 900, dark: false },
  { name: 'dark-1440', width: 1440, height: 900, dark: true },
  { name: 'light-1024', width: 1024, height: 768, dark: false },
  { name: 'dark-1024', width: 1024, height: 768, dark: true },
];

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

describe('every screen', () => {
  for (const { name, ...look } of LOOKS) {
    it(`has no accessibility fault and nothing beside the window: ${name}`, async () => {
      const { page, context, foreign, errors } = await app.open(look);
      const found: string[] = [];
      const judge = async (screen: string): Promise<void> => {
        await settled(page);
        await picture(page, `${screen}-${name}`);
        for (const fault of await faults(page)) found.push(`${screen}: ${fault}`);
        const beyond = await overflow(page);
        if (beyond > 0) found.push(`${screen}: ${String(beyond)} px beside the window`);
      };
      await page.getByRole('button', { name: 'Try the sample project' }).waitFor();
      await judge('home-empty');
      await openSample(page);
      await judge('plan');
      await page.getByRole('grid').focus();
      await page.keyboard.press('e');
      await page.getByRole('tab', { name: 'Explain', selected: true }).waitFor();
      await judge('plan-explain');
      await page.getByRole('tab', { name: 'As sent' }).click();
      await judge('plan-as-sent');
      await page.getByRole('button', { name: 'Close the record' }).click();
      await judge('plan-list');
      await page.getByRole('button', { name: 'Export' }).click();
      await judge('plan-export');
      await page.keyboard.press('Escape');
      await page
        .getByRole('group', { name: 'What is shown' })
        .getByRole('button', { name: 'Fields' })
        .click();
      await page.getByRole('table').last().waitFor();
      await judge('plan-fields');
      await page.getByRole('button', { name: 'City', exact: true }).click();
      await page.getByRole('complementary', { name: 'Mapping' }).waitFor();
      await judge('plan-mapping');
      await go(page, 'Design');
      await page
        .getByText(/[\d,]+ linked/)
        .first()
        .waitFor();
      await judge('design');
      await page.getByRole('button', { name: 'Salesforce wins' }).click();
      await page.getByRole('button', { name: /^Keep change/ }).waitFor();
      await judge('design-delta');
      await go(page, 'Sides');
      await page
        .getByRole('region', { name: /: files$/ })
        .first()
        .waitFor();
      await judge('sides');
      await go(page, 'Home');
      await page.getByRole('link', { name: /^Solbakken/ }).waitFor();
      await judge('home');
      await page.goBack();
      await go(page, 'Plan');
      await onPlan(page);
      expect(found).toEqual([]);
      expect(foreign).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    });
  }
});

/** Nothing moves any more. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.allSettled(document.getAnimations().map((one) => one.finished));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
