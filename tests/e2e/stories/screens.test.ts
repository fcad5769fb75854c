import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picture, serveApp, type ServedApp } from '../setup/app.ts';
import { faults, overflow } from './support/look.ts';
import { walkScreens } from './support/screens-walk.ts';

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
      await walkScreens(page, async (screen) => {
        await picture(page, `${screen}-${name}`);
        for (const fault of await faults(page)) found.push(`${screen}: ${fault}`);
        const beyond = await overflow(page);
        if (beyond > 0) found.push(`${screen}: ${String(beyond)} px beside the window`);
      });
      expect(found).toEqual([]);
      expect(foreign).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    });
  }
});
