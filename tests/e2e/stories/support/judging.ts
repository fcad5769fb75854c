import type { Page } from 'playwright';
import { picture } from '../../setup/app.ts';
import { overflow } from './look.ts';

/** Windows and colours a screen is looked at in. 640 px is 200 % of 1280: text sizes are pixels, so a browser's zoom is the way to larger text. */
export const LOOKS = [
  { name: 'light-1440', width: 1440, height: 900, dark: false },
  { name: 'dark-1440', width: 1440, height: 900, dark: true },
  { name: 'light-1024', width: 1024, height: 768, dark: false },
  { name: 'dark-1024', width: 1024, height: 768, dark: true },
  { name: 'light-640', width: 640, height: 512, dark: false },
];

export type Look = (typeof LOOKS)[number];

/** What is wrong with the screen as it is. */
export type Check = (page: Page) => Promise<readonly string[]>;

export const beside: Check = async (page) => {
  const beyond = await overflow(page);
  return beyond > 0 ? [`${String(beyond)} px beside the window`] : [];
};

/** What is wrong with the screen as it is in each of these looks; a picture of each. Leaves it in the first look there is. */
export async function inLooks(
  page: Page,
  looks: readonly Look[],
  screen: string,
  checks: readonly Check[],
): Promise<string[]> {
  const found: string[] = [];
  for (const look of looks) {
    await wear(page, look);
    await picture(page, `${screen}-${look.name}`);
    for (const check of checks) for (const one of await check(page)) found.push(`${look.name}: ${one}`);
  }
  await wear(page, LOOKS[0]!);
  return found;
}

/** The window and the colours of a look, once nothing moves any more. */
export async function wear(page: Page, { width, height, dark }: Look): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const ends = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ends.map(({ finished }) => finished));
  });
}

/** Screens looked at one after the other: a picture of each, and in `found` what these checks say of it. */
export function judging(page: Page, pictureOf: (screen: string) => string, checks: readonly Check[]) {
  const found: string[] = [];
  const judge = async (screen: string): Promise<void> => {
    await page.evaluate(() => document.fonts.ready);
    await picture(page, pictureOf(screen));
    for (const check of checks) for (const one of await check(page)) found.push(`${screen}: ${one}`);
  };
  return { found, judge };
}
