import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveApp, type ServedApp } from '../setup/app.ts';
import { beside, judging } from './support/judging.ts';
import { cutOff, faults } from './support/look.ts';
import { walkScreens } from './support/screens-walk.ts';

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
      const { found, judge } = judging(page, (screen) => `${screen}-${String(size.width)}`, [
        beside,
        cutOff,
        faults,
      ]);
      await walkScreens(page, judge);
      expect(found).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    });
  }
});
