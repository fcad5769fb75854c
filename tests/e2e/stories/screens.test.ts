import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveApp, type ServedApp } from '../setup/app.ts';
import { beside, judging, LOOKS } from './support/judging.ts';
import { faults } from './support/look.ts';
import { walkScreens } from './support/screens-walk.ts';

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

describe('every screen', () => {
  for (const { name, ...look } of LOOKS.slice(0, 4)) {
    it(`has no accessibility fault and nothing beside the window: ${name}`, async () => {
      const { page, context, foreign, errors } = await app.open(look);
      const { found, judge } = judging(page, (screen) => `${screen}-${name}`, [faults, beside]);
      await walkScreens(page, judge);
      expect(found).toEqual([]);
      expect(foreign).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    });
  }
});
