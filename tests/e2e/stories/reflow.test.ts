import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picture, serveApp, type ServedApp } from '../setup/app.ts';
import { cutOff, faults, overflow } from './support/look.ts';
import { go, openSample } from './support/steps.ts';

/**
 * WCAG 1.4.4 and 1.4.10: a window of 1280 px at 200 % and at 400 % is 640 and 320 CSS pixels wide. Text sizes are pixels,
 * so a browser's zoom is the way to larger text.
 */
const WINDOWS = [
  { name: '200 % of 1280 × 1024', width: 640, height: 512 },
  { name: '320 px', width: 320, height: 640 },
];

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

describe('every screen in a narrow window', () => {
  for (const { name, ...size } of WINDOWS) {
    it(`stands without a page that scrolls sideways, and nothing is cut off: ${name}`, async () => {
      const { page, context, errors } = await app.open(size);
      const found: string[] = [];
      const judge = async (screen: string): Promise<void> => {
        await page.waitForTimeout(150);
        await picture(page, `${screen}-${String(size.width)}`);
        const beyond = await overflow(page);
        if (beyond > 0) found.push(`${screen}: ${String(beyond)} px beside the window`);
        for (const cut of await cutOff(page)) found.push(`${screen}: ${cut}`);
        for (const fault of await faults(page)) found.push(`${screen}: ${fault}`);
      };
      await page.getByRole('button', { name: 'Try the sample project' }).waitFor();
      await judge('home-empty');
      await openSample(page);
      await judge('plan-record');
      await page.getByRole('tab', { name: 'Explain' }).click();
      await judge('plan-explain');
      await page.getByRole('tab', { name: 'As sent' }).click();
      await judge('plan-as-sent');
      await page.getByRole('button', { name: 'Close the record' }).click();
      await judge('plan-list');
      await page.getByRole('button', { name: 'Filters' }).click();
      await judge('plan-filters');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Export' }).click();
      await judge('plan-export');
      await page.keyboard.press('Escape');
      const parts = page.getByRole('group', { name: 'What is shown' });
      await parts.getByRole('button', { name: 'Fields' }).click();
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
      expect(found).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    });
  }
});
